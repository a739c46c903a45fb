/** Keeps what was used last, up to a size; what was not used for longest goes first. */
export class Recent<Key, Value> {
  readonly #kept = new Map<Key, Value>();
  readonly #most: number;
  readonly #sizeOf: (value: Value) => number;
  #size = 0;

  /** @param sizeOf what a value counts; 1 where left out */
  constructor(most: number, sizeOf: (value: Value) => number = () => 1) {
    this.#most = most;
    this.#sizeOf = sizeOf;
  }

  get(key: Key): Value | undefined {
    const value = this.#kept.get(key);
    if (value === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    const before = this.#kept.get(key);
    if (before !== undefined) this.#size -= this.#sizeOf(before);
    this.#kept.delete(key);
    this.#kept.set(key, value);
    this.#size += this.#sizeOf(value);
    for (const [oldest, old] of this.#kept) {
      if (this.#size <= this.#most || oldest === key) break;
      this.#kept.delete(oldest);
      this.#size -= this.#sizeOf(old);
    }
  }
}
