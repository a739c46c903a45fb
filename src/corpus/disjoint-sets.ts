/** Sets of the numbers from 0 that are joined one pair at a time, and named after their least member (union-find). */
export class DisjointSets {
  readonly #first: number[];

  constructor(size: number) {
    this.#first = Array.from({ length: size }, (_, i) => i);
  }

  join(a: number, b: number): void {
    const [x, y] = [this.nameOf(a), this.nameOf(b)];
    this.#first[Math.max(x, y)] = Math.min(x, y);
  }

  /** The least number of the set that `member` is in. */
  nameOf(member: number): number {
    let at = member;
    while (this.#first[at] !== at) {
      // Every other step is cut short, so that chains stay flat.
      this.#first[at] = this.#first[this.#first[at]!]!;
      at = this.#first[at]!;
    }
    return at;
  }
}
