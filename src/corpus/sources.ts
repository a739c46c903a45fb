import type { Article } from "./article.ts";
import { containments, type Terms } from "./terms.ts";
import { looseShare, type Runs, shareOf } from "./word-runs.ts";

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

/** Of articles that share rare words with it, so many are held against an article by its pairs. */
const candidates = { byPairs: 8 };
/** So few distinct terms stand in many articles by chance: more are looked at, and more closely. */
const brief = { terms: 40, byPairs: 40 };
/** What each natural logarithm of a source's size takes: a live blog of a whole week shares words with any report of it. */
const lengthCost = 0.1;

/** An article's distinct terms by another's: below 1 where the other is longer. */
export function lengthBeside(terms: Terms, article: number, other: number): number {
  return size(terms, article) / size(terms, other);
}

const size = ({ docs }: Terms, doc: number): number => Math.max(1, docs[doc]!.ids.length);

/**
 * The article that another one most likely sums up, of some that are `near` it: by asymmetric containment of words, then
 * of word pairs, a long source losing a little of what its length alone explains; a brief one also by words that follow
 * each other loosely. Null where none holds the share `least` of its words. `pairs` and `terms` are of all articles.
 */
export function sourceOf(
  textOf: (article: number) => Pick<Article, "text">,
  { pairs, terms }: { readonly pairs: Runs; readonly terms: Terms },
  article: number,
  near: readonly number[],
  least = 0,
): Kinship | null {
  const isBrief = size(terms, article) <= brief.terms;
  const shares = containments(terms, article, near);
  if (!shares.some((share) => share >= least)) return null;
  const ranked = near
    .map((other, i) => ({ other, words: shares[i]! }))
    .sort((a, b) => b.words - a.words)
    .slice(0, isBrief ? brief.byPairs : candidates.byPairs)
    .map(({ other, words }) => {
      const share = shareOf(pairs(article), pairs(other));
      const length = lengthBeside(terms, article, other);
      const score = words + share - lengthCost * Math.log(size(terms, other));
      const rank = isBrief ? score + looseShare(textOf(article), textOf(other)) : score;
      return { other, words, pairs: share, length, score, rank };
    });
  const [best, ...others] = ranked.sort((a, b) => b.rank - a.rank);
  if (!best) return null;
  const { score, rank: _, ...kinship } = best;
  return { ...kinship, margin: score - Math.max(0, ...others.map((other) => other.score)) };
}
