import { isFunctionWord } from "../text/function-words.ts";
import { words } from "../text/words.ts";

const scripts: readonly [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Han}/u, "zh"],
  [/[іїєґ]/iu, "uk"],
  [/\p{Script=Cyrillic}/u, "ru"],
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Hebrew}/u, "he"],
  [/\p{Script=Greek}/u, "el"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Devanagari}/u, "hi"],
];

/**
 * The language of a question, BCP 47 primary tag: by its script, then by its words. Too short to tell, it is that of
 * `hint`, else English.
 */
export async function languageOf(text: string, hint?: string): Promise<string> {
  for (const [script, tag] of scripts) if (script.test(text)) return tag;
  const forms = words(text).map(({ form }) => form);
  const english = forms.filter((form) => isFunctionWord(form)).length;
  if (english >= 2 || english / forms.length > 0.3) return "en";
  if (forms.length >= 3) {
    // It takes most of a second to load, and most questions do without.
    const { detectAll } = await import("tinyld");
    const [best] = detectAll(text);
    if (best && best.accuracy >= 0.6) return best.lang;
  }
  return hint?.split("-")[0]?.toLowerCase() ?? "en";
}
