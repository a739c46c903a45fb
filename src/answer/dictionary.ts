import { readFile } from "node:fs/promises";
import { isFunctionWord, unspacedFunctionWords } from "../text/function-words.ts";
import { writtenInCyrillic } from "../text/romanise.ts";
import { stemmer } from "../text/stem.ts";
import { folded, words } from "../text/words.ts";
import { romanised } from "./romanise.ts";

/**
 * A Russian or Chinese question with English words in place of its own, where articles are in English and none is in
 * its script: each by the dictionary that comes with the program (`ru-en.txt`, `zh-en.txt`), Russian names in Latin
 * letters. Words that ask stay, or are English too. It finds the articles; it is no translation. Other questions stay.
 */
export async function inTheirWords(question: string, languages: readonly string[]): Promise<string> {
  if (languages.includes("en") && /\p{Script=Han}/u.test(question) && !kana.test(question))
    return languages.some((language) => /^(?:zh|ja)\b/.test(language)) ? question : fromChinese(question);
  if (!/\p{Script=Cyrillic}/u.test(question) || languages.some(writtenInCyrillic)) return question;
  return languages.includes("en") ? fromRussian(question, languages) : romanised(question, languages);
}

/** Words that it does not know stay as well. */
async function fromRussian(question: string, languages: readonly string[]): Promise<string> {
  const english = await dictionary("ru-en.txt");
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

/**
 * Chinese has no spaces: at each place the longest word that the dictionary or the function words know is read. A foreign
 * name that they do not know is read by sound: 卢卡申科, “luqiashenke”, is then found as another spelling of Lukashenko.
 */
async function fromChinese(question: string): Promise<string> {
  const [english, { transliterate }] = await Promise.all([
    dictionary("zh-en.txt"),
    import("transliteration"),
  ]);
  const first: string[] = [];
  const rest = folded(question).replace(/\p{Script=Han}+/gu, (run) => {
    const said: string[] = [];
    for (let at = 0; at < run.length; ) {
      const left = run.slice(at);
      const word = longestWord(left, english);
      const [name = ""] = foreignName.exec(left) ?? [];
      if (name.length > word.length && !divides(name, english)) {
        const sound = transliterate(name).replace(/\s/g, "").toLowerCase();
        said.push(sound[0]!.toUpperCase() + sound.slice(1));
        at += name.length;
        continue;
      }
      const asks = inEnglish.get(word);
      if (asks) (asks.startsWith("how ") ? said : first).push(asks);
      else if (!unspacedFunctionWords.has(word)) said.push(...(english.get(word) ?? []));
      at += word.length;
    }
    return ` ${said.join(" ")} `;
  });
  return [...first, rest.trim()].join(" ");
}

/** Words that ask: English has most of them first. */
const inEnglish = new Map(
  `谁 who/哪位 who/什么 what/哪个 which/哪些 which/什么时候 when/何时 when/哪年 when/哪天 when/哪里 where/哪儿 where/
  什么地方 where/何处 where/为什么 why/为何 why/怎么 how/如何 how/怎样 how/多少 how many/几 how many/多少钱 how much/
  多久 how long/多长时间 how long`
    .split("/")
    .map((line) => line.trim().split(/ (.+)/) as [string, string]),
);

/** What a run of characters begins with that is known: its first character, where nothing longer is. */
function longestWord(run: string, english: ReadonlyMap<string, unknown>): string {
  let word = run.slice(0, longest);
  while (word.length > 1 && ![inEnglish, unspacedFunctionWords, english].some((known) => known.has(word)))
    word = word.slice(0, -1);
  return word;
}

/** Whether known words of two characters or more make up a run. */
function divides(run: string, english: ReadonlyMap<string, unknown>): boolean {
  const word = longestWord(run, english);
  return word.length === run.length || (word.length > 1 && divides(run.slice(word.length), english));
}

/** Three or more of the characters that foreign names are written with. */
const foreignName =
  /^[阿埃艾安奥巴贝比伯布查达德迪丁杜多厄恩尔法菲费弗福夫戈格古哈赫亨胡惠霍基吉加贾杰金卡凯康科克肯库拉莱兰朗劳勒雷里利列林卢鲁伦罗洛马迈曼梅门蒙米莫姆穆纳奈内尼涅宁纽努诺帕佩彭皮普奇齐恰切丘萨塞桑沙尚舍申圣史斯苏索塔泰坦汤特滕提廷图托娃瓦万威韦维沃乌西希夏谢辛休亚娅扬耶叶伊因尤约泽扎詹佐]{3,}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** The longest words of `zh-en.txt` have as many characters. */
const longest = 6;
const opened = new Map<string, Promise<ReadonlyMap<string, readonly string[]>>>();

/** Words, or stems, of a language with the English ones that stand for them. */
function dictionary(file: string): Promise<ReadonlyMap<string, readonly string[]>> {
  let words = opened.get(file);
  if (!words) {
    words = readFile(new URL(file, import.meta.url), "utf8").then(
      (text) =>
        new Map(
          text
            .trimEnd()
            .split("\n")
            .map((line) => {
              const [word = "", ...english] = line.split(" ");
              return [word, english];
            }),
        ),
    );
    opened.set(file, words);
  }
  return words;
}
