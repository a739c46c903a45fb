import type { Article } from "../corpus/article.ts";
import type { Similarity } from "../index/search/similarity.ts";
import { isFunctionWord } from "../text/function-words.ts";
import type { Span } from "../text/span.ts";
import { stemmer } from "../text/stem.ts";
import { words } from "../text/words.ts";
import type { Lexicon } from "./lexicon.ts";

/** How much a span of an article has to do with the topic asked for, 0 to 1; {@link relevant} and above is kept. */
export type Relevance = (article: Article, span: Span) => number;

export const relevant = 0.5;

/**
 * Relevance by words: the share of the topic's words, by weight, that a span speaks of. With a similarity, a word
 * also stands for others as far as it means the same; without, the same stem counts alone.
 */
export function topicRelevance(topic: string, lexicon: Lexicon, similarity?: Similarity): Relevance {
  const asked = [...new Set(words(topic).map(({ form }) => form))].filter((form) => !isFunctionWord(form));
  const nearness = new Map<string, readonly number[]>();
  const near = (form: string, language: string): readonly number[] => {
    const key = `${language} ${form}`;
    let known = nearness.get(key);
    if (!known) {
      const stem = stemmer(language);
      known = asked.map((word) => {
        if (stem(word) === stem(form)) return 1;
        // Squared: what is only in the same field ("election", "opposition") is not what was asked for.
        return similarity ? similarity.between(similarity.word(word), similarity.word(form)) ** 2 : 0;
      });
      nearness.set(key, known);
    }
    return known;
  };
  return ({ text, language }, { start, end }) => {
    const best = asked.map(() => 0);
    for (const { form } of words(text.slice(start, end))) {
      if (isFunctionWord(form)) continue;
      for (const [i, value] of near(form, language).entries()) best[i] = Math.max(best[i]!, value);
    }
    const weights = asked.map((form) => lexicon.rarity(form, language));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return total === 0 ? 0 : weights.reduce((sum, weight, i) => sum + weight * best[i]!, 0) / total;
  };
}
