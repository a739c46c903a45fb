import type { Language } from "../rule.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { japanese } from "./ja.ts";
import { numeric } from "./numeric.ts";
import { russian } from "./ru.ts";
import { ukrainian } from "./uk.ts";
import { chinese } from "./zh.ts";

const languages: Readonly<Record<string, Language>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  ja: japanese,
  ru: russian,
  uk: ukrainian,
  zh: chinese,
};

/** The rules of a language (BCP 47 tag); of those without, the ones for dates in figures. */
export function languageOf(tag = "en"): Language {
  return languages[tag.split("-")[0]!.toLowerCase()] ?? numeric;
}
