import { isFunctionWord, likelyLanguage, unspacedFunctionWords } from "./function-words.ts";
import { folded, isPaired, searchedWords, type Word } from "./words.ts";

/** A word of a question, with how much it counts beside how rare it is: 0 to 1. */
export interface AskedWord {
  readonly form: string;
  readonly share: number;
  /** Whether it stands in capitals among words that do not: WHO is not who. */
  readonly abbreviated: boolean;
}

/**
 * What a question asks about: each distinct word once, in order, without function words where there are others.
 * Chinese and Japanese are searched by pairs of characters, of which a dictionary tells those that lie within a word:
 * a pair across two words, or with a part of a function word, counts less.
 */
export function askedWords(question: string): AskedWord[] {
  const found = searchedWords(question);
  const language = likelyLanguage(found.map(({ form }) => form));
  const bounds = isPaired(question) ? boundaries(question) : null;
  const loud = !/\p{Ll}/u.test(question);
  const all = new Map<string, AskedWord>();
  for (const word of found) {
    const share = bounds && isPaired(word.form) ? shareOf(word, bounds) : 1;
    const abbreviated = !loud && capitals.test(question.slice(word.start, word.end));
    const telling = isFunctionWord(word.form, language) && !abbreviated ? 0 : share;
    const before = all.get(word.form);
    all.set(word.form, {
      form: word.form,
      share: Math.max(before?.share ?? 0, telling),
      abbreviated: abbreviated || before?.abbreviated === true,
    });
  }
  const telling = [...all.values()].filter(({ share }) => share > 0);
  return telling.length > 0 ? telling : Array.from(all.values(), (word) => ({ ...word, share: 1 }));
}

const capitals = /^(?:\p{Lu}\.?){2,}$/u;
const hangul = /\p{Script=Hangul}/u;
const hiragana = /\p{Script=Hiragana}/u;
/** How much a pair counts that lies across two words, one with half a function word, and one with an ending in kana. */
const across = 0.5;
const halfEmpty = 0.3;
const ending = 0.4;
/** How much a character counts that is only part of a word, and a syllable of Korean. */
const part = 0.25;
const syllable = 0.2;
let dictionary: Intl.Segmenter | undefined;

/** Where a dictionary's words begin, and which characters belong to function words. */
interface Boundaries {
  /** And where the last one ends. */
  readonly starts: ReadonlySet<number>;
  readonly empty: ReadonlySet<number>;
}

function boundaries(text: string): Boundaries {
  dictionary ??= new Intl.Segmenter("zh", { granularity: "word" });
  const starts = new Set<number>();
  const empty = new Set<number>();
  for (const { segment, index } of dictionary.segment(text)) {
    starts.add(index);
    starts.add(index + segment.length);
    if (!unspacedFunctionWords.has(folded(segment))) continue;
    for (let i = 0; i < segment.length; i++) empty.add(index + i);
  }
  return { starts, empty };
}

function shareOf({ form, start, end }: Word, { starts, empty }: Boundaries): number {
  const last = end - 1;
  if (empty.has(start) && empty.has(last)) return 0;
  if (start === last) return hangul.test(form) ? syllable : starts.has(start) && starts.has(end) ? 1 : part;
  if (empty.has(start) || empty.has(last)) return halfEmpty;
  return (starts.has(last) ? across : 1) * (hiragana.test(form) ? ending : 1);
}
