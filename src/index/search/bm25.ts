import type { PassageSet, Searchable } from "../searchable.ts";
import type { WordIndex } from "../words/word-index.ts";

/** A stem to look for, by its number in the index, and how much it counts. */
export interface Term {
  readonly stem: number;
  /** Stems that must stand in the same passage. */
  readonly others?: readonly number[];
  readonly weight: number;
}

/** BM25 scores by passage number, and which passages have one: in a large index few do. */
export interface Scores {
  /** Zero, or past its end, where a passage holds no term. */
  readonly of: Float32Array;
  readonly found: Uint32Array;
}

/**
 * BM25 of the passages of one index (Robertson & Zaragoza 2009). It keeps one table of scores and clears what it
 * wrote: what it gives holds until it is asked again.
 */
export class Bm25 {
  readonly #index: WordIndex;
  #scores = new Float32Array();
  #found = new Uint32Array();
  #count = 0;

  constructor(index: WordIndex) {
    this.#index = index;
  }

  /** Scores all passages that hold one of some terms. */
  score(terms: Iterable<Term>): Scores {
    const index = this.#index;
    const lists = Array.from(terms, (term) => ({ ...postings(term, index), weight: term.weight }));
    this.#clear(lists.reduce((end, { passages }) => Math.max(end, (passages.at(-1) ?? -1) + 1), 0));
    const [scores, found] = [this.#scores, this.#found];
    let count = 0;
    const [flat, steep] = [k1 * (1 - b), (k1 * b) / index.averageLength];
    for (const { passages, counts, weight } of lists) {
      const most = weight * (k1 + 1);
      for (let i = 0; i < passages.length; i++) {
        const passage = passages[i]!;
        const tf = counts[i]!;
        if (scores[passage] === 0) found[count++] = passage;
        scores[passage]! += (most * tf) / (tf + flat + steep * index.length(passage));
      }
    }
    this.#count = count;
    return { of: scores, found: found.subarray(0, count) };
  }

  /** Empties the table, and makes room for passages below `end`. */
  #clear(end: number): void {
    if (end > this.#scores.length) {
      this.#scores = new Float32Array(end);
      this.#found = new Uint32Array(end);
    } else for (let i = 0; i < this.#count; i++) this.#scores[this.#found[i]!] = 0;
  }
}

/** BM25 of whole articles, each taken as one text. */
export class ArticleBm25 {
  readonly #searchable: Searchable;
  readonly #average: number;

  constructor(searchable: Searchable) {
    const { words, passages, articles } = searchable;
    this.#searchable = searchable;
    this.#average = (words.averageLength * passages) / Math.max(1, articles);
  }

  /** Scores some articles, given by number in ascending order: one score for each. */
  score(terms: Iterable<Term>, articles: Uint32Array): Float32Array {
    const { words } = this.#searchable;
    const scores = new Float32Array(articles.length);
    const spans = Array.from(articles, (article) => this.#searchable.passagesOf(article));
    const norms = spans.map(({ start, end }) => {
      let length = 0;
      for (let passage = start; passage < end; passage++) length += words.length(passage);
      return k1 * (1 - b + (b * length) / this.#average);
    });
    for (const term of terms) {
      const { passages, counts } = postings(term, words);
      let at = 0;
      for (let i = 0; i < spans.length && at < passages.length; i++) {
        const { start, end } = spans[i]!;
        at = seek(passages, start, at);
        let tf = 0;
        for (; at < passages.length && passages[at]! < end; at++) tf += counts[at]!;
        if (tf > 0) scores[i]! += (term.weight * tf * (k1 + 1)) / (tf + norms[i]!);
      }
    }
    return scores;
  }
}

/** The passages that hold a term, and how often: as often as they hold the rarest of its stems. */
export function postings(
  { stem, others = [] }: Omit<Term, "weight">,
  index: WordIndex,
): ReturnType<WordIndex["postings"]> {
  let found = index.postings(stem);
  for (const other of others) found = inBoth(found, index.postings(other));
  return found;
}

function inBoth(a: ReturnType<WordIndex["postings"]>, b: typeof a): typeof a {
  const [few, many] = a.passages.length < b.passages.length ? [a, b] : [b, a];
  const passages: number[] = [];
  const counts: number[] = [];
  let at = 0;
  for (const [i, passage] of few.passages.entries()) {
    at = seek(many.passages, passage, at);
    if (many.passages[at] !== passage) continue;
    passages.push(passage);
    counts.push(Math.min(few.counts[i]!, many.counts[at]!));
  }
  return { passages: Uint32Array.from(passages), counts: Uint8Array.from(counts) };
}

const k1 = 1.2;
const b = 0.75;

/** Where, from `at` on, ascending numbers reach `least`: by steps that double, then halve. */
function seek(numbers: Uint32Array, least: number, at: number): number {
  let step = 1;
  let low = at;
  while (low + step < numbers.length && numbers[low + step - 1]! < least) {
    low += step;
    step *= 2;
  }
  let high = Math.min(numbers.length, low + step);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The `k` passages of the highest scores, best first: among the `allowed`, where given. Of equal ones the lower number wins. */
export function best({ of: scores, found }: Scores, k: number, allowed?: PassageSet): number[] {
  const order = (x: number, y: number) => scores[y]! - scores[x]! || x - y;
  const kept: number[] = [];
  let least = 0;
  for (let i = 0; i < found.length; i++) {
    const passage = found[i]!;
    if (scores[passage]! < least || allowed?.has(passage) === false) continue;
    kept.push(passage);
    if (kept.length < 2 * k + 64) continue;
    kept.sort(order).length = k;
    least = scores[kept[k - 1]!]!;
  }
  return kept.sort(order).slice(0, k);
}
