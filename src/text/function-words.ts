import { ar } from "./languages/ar.ts";
import { de } from "./languages/de.ts";
import { en } from "./languages/en.ts";
import { es } from "./languages/es.ts";
import { fr } from "./languages/fr.ts";
import { ja } from "./languages/ja.ts";
import { ko } from "./languages/ko.ts";
import type { Language } from "./languages/language.ts";
import { ru } from "./languages/ru.ts";
import { uk } from "./languages/uk.ts";
import { zh } from "./languages/zh.ts";
import { folded, words } from "./words.ts";

/** Languages whose function words are no other's content words: English, and all that have a script of their own. */
const everywhere = [en, ru, uk, ar, zh, ja, ko];
/** Those whose function words mean something in English (German “die”, “war”, “will”): asked for by name alone. */
const apart: Readonly<Record<string, Language>> = { de, fr, es };

/**
 * Whether a folded form only holds sentences together or asks a question: it says nothing of what is asked about.
 *
 * @param language BCP 47 primary tag of the text it stands in; without one, English and languages of other scripts
 */
export function isFunctionWord(form: string, language = ""): boolean {
  return (language in apart ? formsOf(language) : closed).has(form);
}

/**
 * The language of a text as its function words show it, of those whose function words are kept apart; `en` where none
 * shows. Words that mean something in English show nothing: “Iraq war” is no German.
 */
export function likelyLanguage(forms: readonly string[]): string {
  let [likely, most] = ["en", 0];
  for (const language of Object.keys(apart)) {
    const known = formsOf(language);
    const own = forms.filter((form) => known.has(form) && !closed.has(form) && !inEnglish.has(form)).length;
    const english = forms.filter((form) => closed.has(form) && !known.has(form)).length;
    if (own > english && own > most) [likely, most] = [language, own];
  }
  return likely;
}

/** Function words of languages written without spaces, as a dictionary would divide their sentences. */
export const unspacedFunctionWords: ReadonlySet<string> = new Set(
  [zh, ja].flatMap(({ functionWords }) => functionWords.trim().split(/\s+/).map(folded)),
);

/** Function words of those languages that English has as well, as words with a meaning or in names. */
const inEnglish = new Set(
  `die war hat man also will den bin mag falls alle da la les des le los las el son car plus pour sans tout ton comment
  pas sur dans fait sin con era van hay para sea real cada uno este ser lo mi`.split(/\s+/),
);
const closed = new Set(everywhere.flatMap((language) => forms(language)));
const sets = new Map<string, ReadonlySet<string>>();

function formsOf(language: string): ReadonlySet<string> {
  let set = sets.get(language);
  if (!set) {
    set = new Set(forms(apart[language]!));
    sets.set(language, set);
  }
  return set;
}

/** As they stand in an index: pairs of characters, where the language is written without spaces. */
function forms({ functionWords }: Language): string[] {
  return functionWords.split(/\s+/).flatMap((word) => words(word).map(({ form }) => form));
}
