import { isFunctionWord, likelyLanguage, unspacedFunctionWords } from "./function-words.ts";
import { folded, type Word, words } from "./words.ts";

/** A word of a question, with how much it counts beside how rare it is: 0 to 1. */
export interface AskedWord {
  readonly form: string;
  readonly share: number;
}

/**
 * What a question asks about: each distinct word once, in order, without function words where there are others.
 * Chinese and Japanese are searched by pairs of characters, of which a dictionary tells those that lie within a word:
 * a pair across two words, or with a part of a function word, counts less.
 */
export function askedWords(question: string): AskedWord[] {
  const found = words(question);
  const language = likelyLanguage(found.map(({ form }) => form));
  const bounds = hanOrKana.test(question) ? boundaries(question) : null;
  const shares = new Map<string, number>();
  for (const word of found) {
    const share = bounds && hanOrKana.test(word.form) ? shareOf(word, bounds) : 1;
    const telling = isFunctionWord(word.form, language) ? 0 : share;
    shares.set(word.form, Math.max(shares.get(word.form) ?? 0, telling));
  }
  const all = Array.from(shares, ([form, share]) => ({ form, share }));
  const telling = all.filter(({ share }) => share > 0);
  return telling.length > 0 ? telling : all.map(({ form }) => ({ form, share: 1 }));
}

const hanOrKana = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** How much a pair counts that lies across two words, and one with half a function word. */
const across = 0.5;
const halfEmpty = 0.3;
let dictionary: Intl.Segmenter | undefined;

/** Where a dictionary's words begin, and which characters belong to function words. */
interface Boundaries {
  readonly starts: ReadonlySet<number>;
  readonly empty: ReadonlySet<number>;
}

function boundaries(text: string): Boundaries {
  dictionary ??= new Intl.Segmenter("zh", { granularity: "word" });
  const starts = new Set<number>();
  const empty = new Set<number>();
  for (const { segment, index } of dictionary.segment(text)) {
    starts.add(index);
    if (!unspacedFunctionWords.has(folded(segment))) continue;
    for (let i = 0; i < segment.length; i++) empty.add(index + i);
  }
  return { starts, empty };
}

function shareOf({ start, end }: Word, { starts, empty }: Boundaries): number {
  const last = end - 1;
  if (empty.has(start) && empty.has(last)) return 0;
  if (empty.has(start) || empty.has(last)) return halfEmpty;
  return last > start && starts.has(last) ? across : 1;
}
