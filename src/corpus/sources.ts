import { containments, neighbours, type Terms } from "./terms.ts";
import { type Runs, shareOf } from "./word-runs.ts";

/** How much of one article stands in another. */
export interface Kinship {
  /** Index of the other article. */
  readonly other: number;
  /** Share of the article's idf-weighted words that the other has, 0 to 1. */
  readonly words: number;
  /** Share of its word pairs that the other has: high only where sentences were taken over. */
  readonly pairs: number;
  /** Its distinct terms by the other's: below 1 where the other is longer. */
  readonly length: number;
  /** By how much it is likelier the source than the next article is. */
  readonly margin: number;
}

const candidates = { byWords: 60, byPairs: 8 };

/**
 * The article that another one most likely sums up: by asymmetric containment of words, then of word pairs, a long
 * source losing a little of what its length alone explains. Null where none shares rare words with it.
 */
export function sourceOf(
  pairs: Runs,
  terms: Terms,
  article: number,
  eligible: (other: number) => boolean = () => true,
): Kinship | null {
  const size = (doc: number): number => Math.max(1, terms.docs[doc]!.ids.length);
  const near = neighbours(terms, article, candidates.byWords).filter(eligible);
  const shares = containments(terms, article, near);
  const ranked = near
    .map((other, i) => ({ other, words: shares[i]! }))
    .sort((a, b) => b.words - a.words)
    .slice(0, candidates.byPairs)
    .map(({ other, words }) => {
      const share = shareOf(pairs(article), pairs(other));
      const length = size(article) / size(other);
      return { other, words, pairs: share, length, score: words + share - 0.05 * Math.log(size(other)) };
    });
  const [best, next] = ranked.sort((a, b) => b.score - a.score);
  if (!best) return null;
  const { score, ...kinship } = best;
  return { ...kinship, margin: score - Math.max(0, next?.score ?? 0) };
}
