import { isFunctionWord } from "../../text/function-words.ts";
import type { Searchable } from "../searchable.ts";
import type { Term } from "./bm25.ts";
import type { QueryWord } from "./query.ts";

/**
 * What the passages that stand first speak of beside the query's words: pseudo-relevance feedback by a relevance
 * model (Lavrenko & Croft 2001; the words weighed by rarity too, as in Rocchio's method). All weights together are 1.
 *
 * @param first passages by rank, best first
 */
export function feedback(
  query: readonly QueryWord[],
  first: readonly { readonly passage: number; readonly rank: number }[],
  searchable: Searchable,
): Term[] {
  const { words, passages } = searchable;
  const trusted = first.map(({ rank }) => Math.exp(trust * rank));
  const all = trusted.reduce((sum, share) => sum + share, 0);
  const asked = new Set(query.flatMap(({ stems }) => stems));
  const weights = new Map<number, number>();
  for (const [i, { passage }] of first.entries()) {
    const { forms } = words.forward(passage);
    for (const form of forms) {
      const stem = words.stemOf(form);
      if (asked.has(stem)) continue;
      weights.set(stem, (weights.get(stem) ?? 0) + trusted[i]! / all / forms.length);
    }
    const language = searchable.languageOf(passage);
    for (const form of forms)
      if (isFunctionWord(words.form(form), language)) weights.delete(words.stemOf(form));
  }
  const telling = Array.from(weights, ([stem, weight]) => ({ stem, weight: weight * rarity(stem) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most);
  const total = telling.reduce((sum, { weight }) => sum + weight, 0);
  return telling.map(({ stem, weight }) => ({ stem, weight: weight / total }));

  /** Zero for a stem whose frequency the index does not tell. */
  function rarity(stem: number): number {
    const frequency = words.frequency(stem);
    return frequency === 0 ? 0 : Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
  }
}

/** How much more a passage of higher rank is heard. */
const trust = 4;
/** Words that are taken over, at most. */
const most = 30;
