import { readFile } from "node:fs/promises";
import { isFunctionWord } from "../text/function-words.ts";
import { stemmer } from "../text/stem.ts";
import { words } from "../text/words.ts";
import { romanised, writtenInCyrillic } from "./romanise.ts";

/**
 * A Russian question with English words in place of its own, where articles are in English and none is in Cyrillic: each
 * by the dictionary that comes with the program (`ru-en.txt`, made by make-dictionary.ts), names in Latin letters. Words
 * that ask stay, and words that it does not know. It finds the articles; it is no translation. Other questions stay.
 */
export async function inTheirWords(question: string, languages: readonly string[]): Promise<string> {
  if (!/\p{Script=Cyrillic}/u.test(question) || languages.some(writtenInCyrillic)) return question;
  if (!languages.includes("en")) return romanised(question, languages);
  const english = await dictionary();
  const stem = stemmer("ru");
  const kept: string[] = [];
  const translated: string[] = [];
  for (const { form, start, end } of words(question)) {
    const own = question.slice(start, end);
    const translations = isFunctionWord(form) ? [] : (english.get(stem(form)) ?? []);
    translated.push(...translations);
    const name = start > 0 && /^\p{Lu}/u.test(own);
    if (name || translations.length === 0) kept.push(isFunctionWord(form) ? form : own);
  }
  return [await romanised(kept.join(" "), languages), ...translated].join(" ");
}

let opened: Promise<ReadonlyMap<string, readonly string[]>> | undefined;

/** Stems of Russian words, with the English ones that stand for them. */
function dictionary(): Promise<ReadonlyMap<string, readonly string[]>> {
  opened ??= readFile(new URL("ru-en.txt", import.meta.url), "utf8").then(
    (text) =>
      new Map(
        text
          .trimEnd()
          .split("\n")
          .map((line) => {
            const [stem = "", ...english] = line.split(" ");
            return [stem, english];
          }),
      ),
  );
  return opened;
}
