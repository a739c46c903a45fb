import type { WordVectors } from "../embedders/word-vectors.ts";
import type { WordIndex } from "../words/word-index.ts";
import type { QueryWord } from "./query.ts";

/**
 * Soft match: how much of a query a passage covers when a word may stand for a similar one. For each word of the
 * query the best similarity with a word of the passage, averaged by the words' weights: 0 to 1. The same stem is 1,
 * otherwise it is the cosine of the word vectors, as far as it passes `floor`.
 */
export class SoftMatch {
  readonly #index: WordIndex;
  readonly #vectors: WordVectors;
  /** For each form of the index its number among the vectors, + 1; 0 where not looked up, -1 where there is none. */
  readonly #known: Int32Array;

  constructor(index: WordIndex, vectors: WordVectors) {
    this.#index = index;
    this.#vectors = vectors;
    this.#known = new Int32Array(index.forms);
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
  #row({ stems, vector }: QueryWord): (form: number) => number {
    const seen = new Map<number, number>();
    const { dimensions } = this.#vectors;
    const own = new Float32Array(dimensions);
    if (vector >= 0) this.#vectors.read(vector, own);
    const other = new Float32Array(dimensions);
    const compute = (form: number) => {
      if (stems.includes(this.#index.stemOf(form))) return 1;
      const word = vector < 0 ? -1 : this.#word(form);
      if (word < 0) return 0;
      this.#vectors.read(word, other);
      let cosine = 0;
      for (let i = 0; i < dimensions; i++) cosine += own[i]! * other[i]!;
      return cosine > floor ? (cosine - floor) / (1 - floor) : 0;
    };
    return (form) => {
      let similarity = seen.get(form);
      if (similarity === undefined) {
        similarity = compute(form);
        seen.set(form, similarity);
      }
      return similarity;
    };
  }

  #word(form: number): number {
    let known = this.#known[form]!;
    if (known === 0) {
      known = this.#vectors.find(this.#index.form(form)) + 1 || -1;
      this.#known[form] = known;
    }
    return known < 0 ? -1 : known - 1;
  }
}

const floor = 0.3;
