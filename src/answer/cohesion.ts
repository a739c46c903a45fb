import type { Article } from "../corpus/article.ts";
import { glove } from "../index/embedders/glove.ts";
import { isFunctionWord } from "../text/function-words.ts";
import type { Span } from "../text/span.ts";
import { words } from "../text/words.ts";
import { lemma } from "./lexicon.ts";
import { wordSimilarity } from "./similarity.ts";

/** How a sentence fits its article: one of its own, a stranger, or too little to tell. */
export type Fit = "own" | "foreign" | "unknown";

/**
 * A sentence whose score is below is a stranger. Of sentences of news (articles of Timeline17) 1 % score lower in
 * their own article; of sentences planted from elsewhere about half do.
 */
const strange = 0.63;
/** From this share of words in common on, a sentence clearly speaks of what the article speaks of. */
const familiar = 0.4;
/** Words of content below which neither a sentence nor an article tells anything. */
const fewest = { sentence: 4, article: 60 };

/**
 * Judges how sentences of an article fit it. The score is twice the share of a sentence's words of content, by rarity,
 * that the rest of the article has too, and the mean of their best likeness to a word of the rest.
 */
export function cohesion({ text, title }: Article): (sentence: Span) => Fit {
  const all = content(text);
  const heading = new Set(content(title ?? "").map(({ base }) => base));
  const counts = new Map<string, number>();
  for (const { base } of all) counts.set(base, (counts.get(base) ?? 0) + 1);
  const similarity = wordSimilarity();
  return ({ start, end }) => {
    const inside = all.filter((word) => word.start >= start && word.start < end);
    const own = new Map<string, { form: string; times: number }>();
    for (const { base, form } of inside) own.set(base, { form, times: (own.get(base)?.times ?? 0) + 1 });
    if (own.size < fewest.sentence || all.length - inside.length < fewest.article) return "unknown";
    let [total, shared] = [0, 0];
    const lone: { form: string; weight: number }[] = [];
    for (const [base, { form, times }] of own) {
      const weight = rarity(form);
      total += weight;
      if (counts.get(base)! > times || heading.has(base)) shared += weight;
      else lone.push({ form, weight });
    }
    const lexical = shared / total;
    if (lexical >= familiar) return "own";
    const others = new Set(all.flatMap(({ base, form }) => (own.has(base) ? [] : [form])));
    let alike = shared;
    for (const { form, weight } of lone) {
      let best = 0;
      for (const other of others) best = Math.max(best, similarity(form, other));
      alike += weight * best;
    }
    const score = 2 * lexical + alike / total;
    return score < strange ? "foreign" : "unknown";
  };
}

function content(text: string): { base: string; form: string; start: number }[] {
  return words(text)
    .filter(({ form }) => !isFunctionWord(form) && form.length > 1)
    .map(({ form, start }) => ({ base: lemma(form), form, start }));
}

/** Of English words, the log of the rank by frequency. */
function rarity(form: string): number {
  const rank = glove().find(form);
  return rank < 0 ? 12 : Math.min(12, Math.log(rank + 2));
}
