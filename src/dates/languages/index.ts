import type { Language } from "../rule.ts";
import { english } from "./en.ts";
import { numeric } from "./numeric.ts";

const languages: Readonly<Record<string, Language>> = { en: english };

/** The rules of a language (BCP 47 tag); of those without, the ones for dates in figures. */
export function languageOf(tag = "en"): Language {
  return languages[tag.split("-")[0]!.toLowerCase()] ?? numeric;
}
