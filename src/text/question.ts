import { likelyLanguage } from "./function-words.ts";
import { ar } from "./languages/ar.ts";
import { de } from "./languages/de.ts";
import { en } from "./languages/en.ts";
import { es } from "./languages/es.ts";
import { fr } from "./languages/fr.ts";
import { ja } from "./languages/ja.ts";
import { ko } from "./languages/ko.ts";
import type { Language, Wanted } from "./languages/language.ts";
import { ru } from "./languages/ru.ts";
import { uk } from "./languages/uk.ts";
import { zh } from "./languages/zh.ts";
import { simplified } from "./simplified.ts";
import { folded, words } from "./words.ts";

export type { Wanted } from "./languages/language.ts";

/** What a question's words ask for, or null where they leave it open, in any of the languages above. */
export function wanted(question: string): Wanted | null {
  const asked = simplified(question.normalize("NFC"));
  return kinds.find((kind) => asks[kind].test(asked)) ?? null;
}

/**
 * Whether a text asks, rather than names a topic or states something: by its mark, in English by its first word, in
 * Chinese, Japanese and Korean, where many leave the mark out, by any word that asks.
 */
export function isQuestion(text: string): boolean {
  return asking.test(text);
}

const asking =
  /[?？؟]\s*$|^\W*(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b|什么|甚么|为何|为啥|怎么|怎样|如何|哪|谁|誰|多少|是否|能否|有没有|几[个年月天次人]|[吗呢嗎]\s*$|いつ|どこ|だれ|なぜ|どう|どの|何[がをにの人年]|ですか|ますか|언제|누가|누구|어디|왜|무엇|어떻게|얼마|몇/iu;

/** Whether a sentence holds what a question asks for, as far as its words show; `asked` are the question's own folded words. */
export function holds(sentence: string, kind: Wanted, asked: ReadonlySet<string>): boolean {
  const language = likelyLanguage(words(sentence).map(({ form }) => form));
  const shown = kind === "name" ? capital : (signs[language] ?? signs.en!)[kind];
  return simplified(sentence)
    .matchAll(shown)
    .some(([match]) => !asked.has(folded(match.replace(/[.'’-]+$/u, ""))));
}

/** The first of them that shows decides. */
const kinds = ["time", "number", "name", "reason", "possibility"] as const;
const together = [en, ru, uk, ar, zh, ja, ko];
const apart: Readonly<Record<string, Language>> = { de, fr, es };

const asks = Object.fromEntries(
  kinds.map((kind) => [
    kind,
    pattern([...together, ...Object.values(apart)], ({ asks }) => asks[kind], "iu"),
  ]),
) as Readonly<Record<Wanted, RegExp>>;

/** A capital that no sentence's beginning asks for. */
const capital = /(?<=[\p{Ll}\p{N},;:–—)"“”’] ["“(]?)\p{Lu}[\p{L}\p{M}.'’-]+/gu;

/** What shows in a sentence that it may answer such a question, by language: what is a sign in one is any word in another. */
const signs: Readonly<Record<string, Readonly<Record<Exclude<Wanted, "name">, RegExp>>>> = Object.fromEntries(
  Object.entries({ en: together, de: [de], fr: [fr], es: [es] }).map(([tag, languages]) => [
    tag,
    {
      number: pattern(languages, ({ signs }) => signs.number, "giu", "\\p{N}+"),
      time: pattern(languages, ({ signs }) => signs.time, "giu", "\\p{N}+"),
      possibility: pattern(languages, ({ signs }) => signs.possibility, "giu"),
      reason: pattern(languages, ({ signs }) => signs.reason, "giu"),
    },
  ]),
);

/** Some languages' patterns in one: of whole words, where words stand apart. */
function pattern(
  languages: readonly Language[],
  of: (language: Language) => string | undefined,
  flags: string,
  ...more: string[]
): RegExp {
  const [unspaced, spaced] = [true, false].map((without) =>
    languages
      .filter((language) => Boolean(language.unspaced) === without)
      .flatMap((language) => of(language) ?? []),
  ) as [string[], string[]];
  const whole = `(?<![\\p{L}\\p{N}])(?:${spaced.join("|")})(?![\\p{L}\\p{N}])`;
  return new RegExp([...more, ...unspaced, whole].join("|"), flags);
}
