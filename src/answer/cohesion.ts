import type { Article } from "../corpus/article.ts";
import { isFunctionWord } from "../text/function-words.ts";
import type { Span } from "../text/span.ts";
import { words } from "../text/words.ts";
import { lemma } from "./lexicon.ts";

/** How a sentence fits its article: one of its own, a stranger, or too little to tell. */
export type Fit = "own" | "foreign" | "unknown";

/** Judges how the sentences of an article fit it, by the words that they share with the rest of it. */
export function cohesion({ text, title }: Article): (sentence: Span) => Fit {
  const all = [...content(text), ...content(title ?? "").map(({ base }) => ({ base, start: -1 }))];
  const count = new Map<string, number>();
  for (const { base } of all) count.set(base, (count.get(base) ?? 0) + 1);
  return ({ start, end }) => {
    const own = all.filter((word) => word.start >= start && word.start < end);
    const inside = new Map<string, number>();
    for (const { base } of own) inside.set(base, (inside.get(base) ?? 0) + 1);
    if (inside.size < 4) return "unknown";
    const shared = [...inside].filter(([base, times]) => count.get(base)! > times).length;
    if (shared === 0) return "foreign";
    return shared / inside.size >= 0.25 ? "own" : "unknown";
  };
}

function content(text: string): { base: string; start: number }[] {
  return words(text)
    .filter(({ form }) => !isFunctionWord(form) && form.length > 1)
    .map(({ form, start }) => ({ base: lemma(form), start }));
}
