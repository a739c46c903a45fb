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
  const ranked = neighbours(terms, article, candidates.byWords)
    .filter(eligible)
    .map((other) => ({ other, words: containment(terms, article, other) }))
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

/** By article, its distinct runs of so many words. */
export type Runs = (article: number) => ReadonlySet<string>;

/** As many sets of runs are kept as a topic has articles that are held against each other. */
const kept = 4000;

/** The distinct runs of `length` words of each article's text: found when asked for, and kept a while. */
export function runsOf(articles: readonly Pick<Article, "text">[], length: number): Runs {
  const known = new Map<number, ReadonlySet<string>>();
  return (article) => {
    let runs = known.get(article);
    if (!runs) {
      if (known.size >= kept) known.clear();
      runs = shingles(articles[article]!.text, length);
      known.set(article, runs);
    }
    return runs;
  };
}

function shingles(text: string, length: number): Set<string> {
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
