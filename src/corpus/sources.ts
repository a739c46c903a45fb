import { words } from "../text/words.ts";
import type { Article } from "./article.ts";
import { containment, neighbours, type Terms } from "./terms.ts";

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

const candidates = { byWords: 60, byPairs: 20 };

/**
 * The article that another one most likely sums up: by asymmetric containment of words, then of word pairs, a long
 * source losing a little of what its length alone explains. Null where none shares rare words with it.
 */
export function sourceOf(
  articles: readonly Pick<Article, "text">[],
  terms: Terms,
  article: number,
  eligible: (other: number) => boolean = () => true,
): Kinship | null {
  const size = (doc: number): number => Math.max(1, terms.docs[doc]!.ids.length);
  const own = pairsOf(articles[article]!.text);
  const ranked = neighbours(terms, article, candidates.byWords)
    .filter(eligible)
    .map((other) => ({ other, words: containment(terms, article, other) }))
    .sort((a, b) => b.words - a.words)
    .slice(0, candidates.byPairs)
    .map(({ other, words }) => {
      const pairs = shareOf(own, pairsOf(articles[other]!.text));
      const length = size(article) / size(other);
      return { other, words, pairs, length, score: words + pairs - 0.05 * Math.log(size(other)) };
    });
  const [best, next] = ranked.sort((a, b) => b.score - a.score);
  if (!best) return null;
  const { score, ...kinship } = best;
  return { ...kinship, margin: score - Math.max(0, next?.score ?? 0) };
}

/** The distinct pairs of neighbouring words of a text. */
export function pairsOf(text: string): Set<string> {
  return shingles(text, 2);
}

/** The distinct runs of `length` words of a text. */
export function shingles(text: string, length: number): Set<string> {
  const forms = words(text).map(({ form }) => form);
  const found = new Set<string>();
  for (let i = 0; i + length <= forms.length; i++) found.add(forms.slice(i, i + length).join(" "));
  return found;
}

/** The share of `own` that `other` has too. */
export function shareOf(own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const one of own) if (other.has(one)) shared++;
  return own.size === 0 ? 0 : shared / own.size;
}
