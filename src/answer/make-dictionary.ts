/**
 * Makes `ru-en.txt` from the npm package enru-dict (MIT): `node src/answer/make-dictionary.ts`. A line holds the stem of
 * a Russian word and the English words that stand for it, most frequent first.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { glove } from "../index/embedders/glove.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { stemmer } from "../text/stem.ts";
import { words } from "../text/words.ts";

const data = join(dirname(createRequire(import.meta.url).resolve("enru-dict")), "data");
const pairs = (name: string) =>
  Object.entries(JSON.parse(readFileSync(join(data, name), "utf8")) as Record<string, string>);
const [russian, english] = [stemmer("ru"), stemmer("en")];
const vectors = glove();
/** English words that stand for a stem, at most. */
const most = 2;

const known = new Map<string, Set<string>>();
for (const [word, translation] of pairs("enru.dict.json")) add(translation, word);
for (const [word, translation] of pairs("ruen.dict.json")) add(word, translation);
const lines = Array.from(known, ([stem, found]) => {
  const best = [...found].sort((a, b) => vectors.find(a) - vectors.find(b));
  const distinct = best.filter(
    (word, i) => best.findIndex((other) => english(other) === english(word)) === i,
  );
  return [stem, ...distinct.slice(0, most)].join(" ");
});
writeFileSync(new URL("ru-en.txt", import.meta.url), `${lines.sort().join("\n")}\n`);

/** Keeps a pair of single words, of which the English one is no function word and known to the word vectors. */
function add(from: string, to: string): void {
  const [source, target] = [from, to].map((text) => words(text).map(({ form }) => form)) as [
    string[],
    string[],
  ];
  const [word = "", translation = ""] = [source[0], target[0]];
  if (source.length !== 1 || target.length !== 1 || isFunctionWord(word) || isFunctionWord(translation))
    return;
  if (
    !/^\p{Script=Cyrillic}{3,}$/u.test(word) ||
    !/^[a-z]{2,}$/.test(translation) ||
    vectors.find(translation) < 0
  )
    return;
  const stem = russian(word);
  known.set(stem, (known.get(stem) ?? new Set()).add(translation));
}
