import { detectAll } from "tinyld";

/** Enough text to tell a language by; more costs time and changes nothing. */
const sample = 600;
/** Below this many letters (or ideographs, which say more each) a guess would be luck. */
const enough = { alphabetic: 24, ideographic: 6 };

/**
 * The language of a text as a BCP 47 primary tag, or `und` where there is too little to tell by.
 * Scripts that one language alone uses decide first; else tinyld's n-grams.
 */
export function languageOf(text: string): string {
  const head = text.slice(0, sample);
  const ideographs = head.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu);
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  if (ideographs && ideographs.length >= enough.ideographic && ideographs.length * 3 > letters) {
    const share = (script: RegExp): number => (head.match(script)?.length ?? 0) / ideographs.length;
    if (share(/\p{Script=Hangul}/gu) > 0.5) return "ko";
    return share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.1 ? "ja" : "zh";
  }
  if (isEnglish(head)) return "en";
  if (letters < enough.alphabetic || !/\p{L}\P{L}+\p{L}/u.test(head)) return "und";
  return detectAll(head)[0]?.lang ?? "und";
}

/** The BCP 47 primary tag in what a page or a person calls a language (`de_AT`, `EN-us`); undefined where there is none. */
export function primaryTag(language: string | undefined): string | undefined {
  return /^\s*([a-z]{2,3})(?![a-z])/i.exec(language ?? "")?.[1]?.toLowerCase();
}

/** English by its commonest words alone: they are a fifth of any English text, and of no other. */
function isEnglish(text: string): boolean {
  const words = text.match(/[\p{L}’']+/gu) ?? [];
  const common = words.filter((word) => /^(?:the|of|and|to|in|that|is|for|with|was|by|has)$/i.test(word));
  return common.length >= 6 && common.length * 8 >= words.length && new Set(common).size >= 3;
}

/**
 * Whether a line is plainly in another language than `language`: long enough to tell, and what tells languages apart
 * speaks thrice as strongly for another.
 */
export function unlike(line: string, language: string): boolean {
  if (language === "und" || (line.match(/\p{L}/gu)?.length ?? 0) < 40) return false;
  const found = detectAll(line.slice(0, sample));
  const own = found.find(({ lang }) => lang === language)?.accuracy ?? 0;
  return (found[0]?.accuracy ?? 0) > Math.max(0.1, own * 3);
}
