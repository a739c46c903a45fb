import type { Tense } from "./rule.ts";

/** What a word says of when: given all words of the clause, as other words can undo it. */
export type TenseOf = (words: readonly string[], i: number) => Tense;

const [before, after] = [160, 120];
const clauseEnd = /[.!?;:](?=\s|$)|["“”«»„。！？；]|\n|``|''/g;
const sentenceEnd = /[.!?;](?=\s|$)|[。！？；]|\n/;

/**
 * The tense of the verb that an expression goes with: the nearest before it in its clause, else the nearest after it in
 * its sentence. Word lists and endings, no parser: a news text says when by plain verbs.
 */
export function nearestTense(
  text: string,
  start: number,
  end: number,
  tenseOf: TenseOf,
  stops = clauseEnd,
): Tense {
  const left = text.slice(Math.max(0, start - before), start);
  const cut = left.matchAll(stops).reduce((_, stop) => stop.index + 1, 0);
  const earlier = wordsOf(left.slice(cut));
  for (let i = earlier.length - 1; i >= 0; i--) {
    const found = tenseOf(earlier, i);
    if (found) return found;
  }
  const right = text.slice(end, end + after);
  const stop = right.search(sentenceEnd);
  const later = wordsOf(stop < 0 ? right : right.slice(0, stop));
  for (let i = 0; i < later.length; i++) {
    const found = tenseOf(later, i);
    if (found) return found;
  }
  return null;
}

/** The tense function of a language where single words tell it; `stops` ends its clauses. */
export function tenseByWords(past: RegExp, future: RegExp, stops = clauseEnd) {
  const tenseOf: TenseOf = (words, i) =>
    future.test(words[i]!) ? "future" : past.test(words[i]!) ? "past" : null;
  return (text: string, start: number, end: number): Tense => nearestTense(text, start, end, tenseOf, stops);
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}+(?:['’]\p{L}+)?|['’]ll/gu) ?? [];
}
