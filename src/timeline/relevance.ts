import type { Article } from "../corpus/article.ts";
import type { Span } from "../text/span.ts";
import type { Lexicon } from "./lexicon.ts";
import { sentencesOf } from "./sentence.ts";

/** How much a span of an article has to do with the topic asked for, 0 to 1; {@link relevant} and above is kept. */
export type Relevance = (article: Article, span: Span) => number;

export const relevant = 0.5;
/** How far around a sentence the rest of the topic may stand. */
const reach = 2;

/**
 * Relevance by words alone: the share of the topic's terms, weighted by rarity, that a sentence holds; a sentence
 * that holds only some of them counts with its neighbours', at four fifths.
 */
export function lexicalRelevance(topic: string, lexicon: Lexicon): Relevance {
  const share = (article: Article, span: Span): number => {
    const wanted = new Set(lexicon.known(topic, article.language));
    const held = new Set(lexicon.known(article.text.slice(span.start, span.end), article.language));
    let sum = 0;
    let all = 0;
    for (const term of wanted) {
      const weight = lexicon.idf(term);
      all += weight;
      if (held.has(term)) sum += weight;
    }
    return all === 0 ? 0 : sum / all;
  };
  return (article, span) => {
    const own = share(article, span);
    if (own === 0 || own >= relevant) return own;
    const all = sentencesOf(article);
    const at = all.findIndex(({ start }) => start === span.start);
    const around = {
      start: all[Math.max(0, at - reach)]!.start,
      end: all[Math.min(all.length - 1, at + reach)]!.end,
    };
    return Math.max(own, 0.8 * share(article, around));
  };
}
