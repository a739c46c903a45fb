import type { PassageSet } from "../searchable.ts";

/** What scoring asked an index for that was not there. Passages and stems by number. */
export class Needs {
  readonly postings = new Set<number>();
  readonly texts = new Set<number>();
  readonly vectors = new Set<number>();
  /** Passages to show: with the articles they stand in. */
  readonly shown = new Set<number>();
  nearest: { vector: ArrayLike<number>; k: number; allowed: PassageSet | undefined } | undefined;

  get none(): boolean {
    return this.settled && this.shown.size === 0;
  }

  /** Whether what is to be shown will not change any more. */
  get settled(): boolean {
    return (
      this.postings.size === 0 &&
      this.texts.size === 0 &&
      this.vectors.size === 0 &&
      this.nearest === undefined
    );
  }
}
