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
    if (/\p{Script=Hangul}/u.test(head)) return "ko";
    return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(head) ? "ja" : "zh";
  }
  if (letters < enough.alphabetic || !/\p{L}\P{L}+\p{L}/u.test(head)) return "und";
  return detectAll(head)[0]?.lang ?? "und";
}
