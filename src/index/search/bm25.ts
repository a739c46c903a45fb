import type { PassageSet, Searchable } from "../searchable.ts";
import type { WordIndex } from "../words/word-index.ts";

/** A stem to look for, by its number in the index, and how much it counts. */
export interface Term {
  readonly stem: number;
  readonly weight: number;
}

/**
 * BM25 scores of all passages that hold one of some terms (Robertson & Zaragoza 2009), by passage number;
 * zero elsewhere.
 */
export function bm25(terms: Iterable<Term>, index: WordIndex, { k1, b } = usual): Float32Array {
  const scores = new Float32Array(index.passages);
  const [flat, steep] = [k1 * (1 - b), (k1 * b) / index.averageLength];
  for (const { stem, weight } of terms) {
    const { passages, counts } = index.postings(stem);
    const most = weight * (k1 + 1);
    for (let i = 0; i < passages.length; i++) {
      const passage = passages[i]!;
      const tf = counts[i]!;
      scores[passage]! += (most * tf) / (tf + flat + steep * index.length(passage));
    }
  }
  return scores;
}

/**
 * BM25 of whole articles, by article number: passages of one article are neighbours, so their counts add up in passing.
 */
export function bm25OfArticles(
  terms: Iterable<Term>,
  searchable: Searchable,
  lengths: ArticleLengths,
  { k1, b } = usual,
): Float32Array {
  const { words, articles } = searchable;
  const scores = new Float32Array(articles);
  for (const { stem, weight } of terms) {
    const { passages, counts } = words.postings(stem);
    for (let i = 0; i < passages.length; ) {
      const passage = passages[i]!;
      const article = searchable.articleOf(passage);
      let tf = 0;
      for (; i < passages.length && searchable.articleOf(passages[i]!) === article; i++) tf += counts[i]!;
      const norm = k1 * (1 - b + (b * lengths.of(article, passage)) / lengths.average);
      scores[article]! += (weight * tf * (k1 + 1)) / (tf + norm);
    }
  }
  return scores;
}

/** The articles' lengths in words, each measured when it is first asked for. */
export class ArticleLengths {
  readonly average: number;
  readonly #searchable: Searchable;
  readonly #lengths: Float32Array;

  constructor(searchable: Searchable) {
    const { words, passages, articles } = searchable;
    this.average = (words.averageLength * passages) / Math.max(1, articles);
    this.#searchable = searchable;
    this.#lengths = new Float32Array(articles);
  }

  /** The length of an article, of which `passage` is one: its others are neighbours. */
  of(article: number, passage: number): number {
    if (this.#lengths[article] === 0) {
      let length = 0;
      for (let i = passage; this.#searchable.articleOf(i) === article; i--)
        length += this.#searchable.words.length(i);
      for (let i = passage + 1; this.#searchable.articleOf(i) === article; i++)
        length += this.#searchable.words.length(i);
      this.#lengths[article] = length;
    }
    return this.#lengths[article]!;
  }
}

const usual = { k1: 1.2, b: 0.75 };

/** The `k` passages of the highest scores above zero, best first: among the `allowed`, where given. */
export function best(scores: Float32Array, k: number, allowed?: PassageSet): number[] {
  const found: number[] = [];
  let least = 0;
  const offer = (passage: number) => {
    found.push(passage);
    if (found.length < 2 * k + 64) return;
    found.sort((x, y) => scores[y]! - scores[x]! || x - y).length = k;
    least = scores[found[k - 1]!]!;
  };
  if (allowed) {
    for (const passage of allowed) if (scores[passage]! > least) offer(passage);
  } else {
    for (let passage = 0; passage < scores.length; passage++) if (scores[passage]! > least) offer(passage);
  }
  return found.sort((x, y) => scores[y]! - scores[x]! || x - y).slice(0, k);
}
