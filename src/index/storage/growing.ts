/** Unsigned 32-bit numbers appended one by one. */
export class Growing {
  #numbers = new Uint32Array(1024);
  #length = 0;

  constructor(first: readonly number[] = []) {
    for (const number of first) this.push(number);
  }

  get length(): number {
    return this.#length;
  }

  /** The number appended last; there must be one. */
  get last(): number {
    return this.#numbers[this.#length - 1]!;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const wider = new Uint32Array(this.#length * 2);
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    this.#numbers[this.#length++] = number;
  }

  /** All numbers; valid until the next is appended. */
  view(): Uint32Array {
    return this.#numbers.subarray(0, this.#length);
  }
}
