import type { Span } from "../../text/span.ts";
import type { PassageSet } from "../searchable.ts";

/** Passage numbers as a bit each, and how many there are. */
export class Bits implements PassageSet {
  readonly #bits: Uint32Array;
  size = 0;

  /** Room for passage numbers below `passages`. */
  constructor(passages: number) {
    this.#bits = new Uint32Array(Math.ceil(passages / 32));
  }

  /** Adds the passages `[start, end)`, none of which is in the set. */
  add({ start, end }: Span): void {
    for (let i = start; i < end; i++) this.#bits[i >>> 5]! |= 1 << (i & 31);
    this.size += end - start;
  }

  has(passage: number): boolean {
    return ((this.#bits[passage >>> 5]! >>> (passage & 31)) & 1) === 1;
  }

  /** Ascending. */
  [Symbol.iterator](): IterableIterator<number> {
    const numbers = new Uint32Array(this.size);
    let found = 0;
    for (let word = 0; word < this.#bits.length; word++) {
      for (let bits = this.#bits[word]!; bits !== 0; bits &= bits - 1) {
        numbers[found++] = word * 32 + 31 - Math.clz32(bits & -bits);
      }
    }
    return numbers.values();
  }
}
