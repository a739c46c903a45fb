import type { WordIndex } from "../words/word-index.ts";
import type { QueryWord } from "./query.ts";
import type { KnownWord, Similarity } from "./similarity.ts";

/**
 * Soft match: how much of a query a passage covers when a word may stand for a similar one. For each word of the
 * query the best similarity with a word of the passage, averaged by the words' weights: 0 to 1. The same stem is 1.
 */
export class SoftMatch {
  readonly #index: WordIndex;
  readonly #similarity: Similarity;
  readonly #known: (KnownWord | undefined)[] = [];

  constructor(index: WordIndex, similarity: Similarity) {
    this.#index = index;
    this.#similarity = similarity;
  }

  /** A function from passage numbers to scores, for one query. */
  of(query: readonly QueryWord[]): (passage: number) => number {
    const total = query.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return () => 0;
    const rows = query.map((word) => this.#row(word));
    return (passage) => {
      const forms = new Set(this.#index.forward(passage).forms);
      let sum = 0;
      for (const [i, similarity] of rows.entries()) {
        let most = 0;
        for (const form of forms) most = Math.max(most, similarity(form));
        sum += query[i]!.weight * most;
      }
      return sum / total;
    };
  }

  /** A query word's similarity to a form of the index, computed once for each form. */
  #row({ stems, known }: QueryWord): (form: number) => number {
    const seen = new Map<number, number>();
    return (form) => {
      let similarity = seen.get(form);
      if (similarity === undefined) {
        similarity = stems.includes(this.#index.stemOf(form))
          ? 1
          : this.#similarity.between(known, this.#word(form));
        seen.set(form, similarity);
      }
      return similarity;
    };
  }

  #word(form: number): KnownWord {
    this.#known[form] ??= this.#similarity.word(this.#index.form(form));
    return this.#known[form];
  }
}
