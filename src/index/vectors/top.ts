import type { Nearest } from "../searchable.ts";

/** Keeps the `k` best of the passages offered to it: a min-heap by score. Of equal scores the lower number wins. */
export class Top {
  readonly #scores: Float64Array;
  readonly #passages: Uint32Array;
  readonly #k: number;
  #size = 0;
  /** A score at or below this one gets in no more. */
  least = Number.NEGATIVE_INFINITY;

  constructor(k: number) {
    this.#k = k;
    this.#scores = new Float64Array(k);
    this.#passages = new Uint32Array(k);
    if (k === 0) this.least = Number.POSITIVE_INFINITY;
  }

  /** Offers passages in ascending order of number. */
  offer(passage: number, score: number): void {
    if (score <= this.least) return;
    if (this.#size < this.#k) this.#rise(this.#size++, passage, score);
    else this.#sink(passage, score);
    if (this.#size === this.#k) this.least = this.#scores[0]!;
  }

  /** Best first. */
  take(): Nearest {
    const order = Array.from({ length: this.#size }, (_, i) => i).sort(
      (a, b) => this.#scores[b]! - this.#scores[a]! || this.#passages[a]! - this.#passages[b]!,
    );
    return {
      passages: Uint32Array.from(order, (i) => this.#passages[i]!),
      scores: Float32Array.from(order, (i) => this.#scores[i]!),
    };
  }

  #rise(at: number, passage: number, score: number): void {
    let i = at;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.#scores[parent]! <= score) break;
      this.#move(parent, i);
      i = parent;
    }
    this.#set(i, passage, score);
  }

  #sink(passage: number, score: number): void {
    let i = 0;
    for (let child = 1; child < this.#size; child = 2 * i + 1) {
      if (child + 1 < this.#size && this.#scores[child + 1]! < this.#scores[child]!) child++;
      if (this.#scores[child]! >= score) break;
      this.#move(child, i);
      i = child;
    }
    this.#set(i, passage, score);
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#passages[from]!, this.#scores[from]!);
  }

  #set(i: number, passage: number, score: number): void {
    this.#passages[i] = passage;
    this.#scores[i] = score;
  }
}
