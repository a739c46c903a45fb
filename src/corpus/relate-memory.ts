import type { Lists } from "./lists-of-numbers.ts";
import type { NeighbourFinder } from "./neighbours.ts";
import type { Stories } from "./stories.ts";
import { type ArticleTerms, among, levelOf, type Terms } from "./terms.ts";

/** What relating leaves for the next time: numbers alone, by article, that can be written to files as they are. */
export interface Memory {
  /** Hashes of each article's terms, and how much it is about each, end to end. */
  readonly terms: Lists;
  readonly salience: Uint8Array;
  /** Its neighbours, and the least weight that one must share with it to be one. */
  readonly near: Lists;
  readonly least: Float64Array;
  /** How long its vector is, and its neighbourhood: see `likeness.ts`. */
  readonly norms: Int16Array;
  readonly hoods: Lists;
  readonly hoodWeights: Float32Array;
  /** The article that it sums up, or -1. */
  readonly sources: Int32Array;
  /** The articles that it shares its text with. */
  readonly copies: Lists;
  /** What it says of itself: by `kinds` of `originality.ts`; and a hash of the outlet whose report it is, or 0. */
  readonly kinds: Uint8Array;
  readonly outlets: Uint32Array;
  /** Stories by words alone. */
  readonly told: Stories;
  /** The first article of its story, and of its voice. */
  readonly stories: Int32Array;
  readonly voices: Int32Array;
}

export const numberOf = ({ kinds }: Memory): number => kinds.length;

export function termsIn({ terms, salience }: Memory, article: number): ArticleTerms {
  return {
    terms: terms.of(article),
    salience: salience.subarray(terms.start(article), terms.start(article + 1)),
  };
}

/** By number in the memory, the number now; -1 of what has left or changed. Null where those that stay were put in another order. */
export function movesOf(known: readonly number[], before: Memory): Int32Array | null {
  const moves = new Int32Array(numberOf(before)).fill(-1);
  let last = -1;
  for (const [now, then] of known.entries()) {
    if (then < 0) continue;
    if (then <= last) return null;
    moves[then] = now;
    last = then;
  }
  return moves;
}

/**
 * The articles whose neighbours, source or copies may be others than the memory has: those that are new; those that have
 * a term which tells more or less than it did; those that a new one may be a neighbour of, and whose neighbour has left.
 */
export function touched(
  known: readonly number[],
  before: Memory,
  moves: Int32Array,
  terms: Terms,
  finder: NeighbourFinder,
): Uint8Array {
  const dirty = new Uint8Array(known.length);
  if (among(known.length) !== among(numberOf(before))) return dirty.fill(1);
  const come = known.flatMap((then, now) => (then < 0 ? [now] : []));
  const gains = new Map<number, number>();
  const gain = (term: number, by: number) => gains.set(term, (gains.get(term) ?? 0) + by);
  for (const doc of come) for (const term of terms.docs[doc]!.ids) gain(term, 1);
  moves.forEach((now, then) => {
    if (now >= 0) return;
    for (const hash of before.terms.of(then)) gain(terms.number(hash), -1);
  });
  for (const [term, by] of gains) {
    if (term < 0 || levelOf(terms.frequency[term]!) === levelOf(terms.frequency[term]! - by)) continue;
    for (const doc of terms.postings(term)) dirty[doc] = 1;
  }
  for (const doc of come) {
    dirty[doc] = 1;
    for (const [other, weight] of finder.touchedBy(doc)) {
      const then = known[other]!;
      if (then >= 0 && weight >= before.least[then]! * (1 - 1e-9)) dirty[other] = 1;
    }
  }
  moves.forEach((now, then) => {
    if (now >= 0 && before.near.of(then).some((other) => moves[other] === -1)) dirty[now] = 1;
  });
  return dirty;
}
