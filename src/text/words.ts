import { simplified } from "./simplified.ts";
import type { Span } from "./span.ts";

/** A word of a text: its form folded for comparison, and where it stands. */
export interface Word extends Span {
  /** As {@link folded} makes it. */
  readonly form: string;
}

const run = /[\p{L}\p{N}\p{M}]+(?:['’.][\p{L}\p{N}\p{M}]+)*/gu;
/** Scripts written without spaces, and Korean, whose words inflect at the end: searched by overlapping pairs. */
const paired = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const pairedRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+|\p{Script=Hangul}+/gu;
/** Characters that say something alone, as kana do not. */
const single = /[\p{Script=Han}\p{Script=Hangul}]/u;
/** Scripts without spaces whose words a dictionary must find. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const greek = /\p{Script=Greek}/u;
const ofGreek = /[\p{Script=Greek}\p{M}]+|[^\p{Script=Greek}]+/gu;
const letterNames = new Map(
  `αalpha βbeta γgamma δdelta εepsilon ζzeta ηeta θtheta ιiota κkappa λlambda μmu νnu ξxi οomicron πpi ρrho σsigma
  ςsigma τtau υupsilon φphi χchi ψpsi ωomega`
    .split(/\s+/)
    .map((name) => [name[0]!, name.slice(1)]),
);
let dictionary: Intl.Segmenter | undefined;

/** The words of a text in order. CJK text yields overlapping character pairs (a single character yields itself). */
export function words(text: string): Word[] {
  return read(text, false);
}

/**
 * What a text is searched by: its words, and of scripts that are read by pairs each character with a meaning or a
 * sound of its own as well, before the pair that it begins. A question seldom has the very pairs of its answer: 弓 of
 * 做弓 is in 长弓, 星 of 星星 in 恒星.
 */
export function searchedWords(text: string): Word[] {
  return read(text, true);
}

function read(text: string, singly: boolean): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(run)) {
    const piece = match[0];
    if (paired.test(piece)) pairs(piece, match.index, found, singly);
    else if (unspaced.test(piece)) segmented(piece, match.index, found);
    else if (greek.test(piece)) lettered(piece, match.index, found);
    else found.push({ form: folded(piece), start: match.index, end: match.index + piece.length });
  }
  return found;
}

/** Whether a form is of a script that is searched by pairs of characters. */
export function isPaired(form: string): boolean {
  return paired.test(form);
}

/** A word's form for comparison: lower case, compatibility forms, accents, apostrophes, ё and traditional characters folded. */
export function folded(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9]+$/.test(lower)) return lower;
  // й is a letter of its own, not an accented one; Arabic and Hebrew mostly go without their vowels, Russian without ё.
  const plain = lower
    .normalize("NFKD")
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu, "$1")
    .normalize("NFKC")
    .replace(/['’]s$/u, "")
    .replace(/['’]|(?<=\p{L})\.(?=\p{L})/gu, "")
    .replace(/ё/g, "е");
  return simplified(plain);
}

function pairs(piece: string, offset: number, found: Word[], singly: boolean): void {
  let last = 0;
  for (const match of piece.matchAll(pairedRun)) {
    if (match.index > last) found.push(plain(piece, last, match.index, offset));
    const chars = match[0];
    for (let i = 0; i < chars.length; i++) {
      const at = match.index + i;
      if (chars.length === 1 || (singly && single.test(chars[i]!)))
        found.push(plain(piece, at, at + 1, offset));
      if (i + 1 < chars.length) found.push(plain(piece, at, at + 2, offset));
    }
    last = match.index + chars.length;
  }
  if (last < piece.length) found.push(plain(piece, last, piece.length, offset));
}

/** Greek letters beside others are words: TNFα is TNF-alpha. */
function lettered(piece: string, offset: number, found: Word[]): void {
  for (const match of piece.matchAll(ofGreek)) {
    const word = plain(piece, match.index, match.index + match[0].length, offset);
    found.push({ ...word, form: letterNames.get(word.form) ?? word.form });
  }
}

function segmented(piece: string, offset: number, found: Word[]): void {
  dictionary ??= new Intl.Segmenter("th", { granularity: "word" });
  for (const { segment, index, isWordLike } of dictionary.segment(piece)) {
    if (isWordLike) found.push(plain(piece, index, index + segment.length, offset));
  }
}

function plain(piece: string, start: number, end: number, offset: number): Word {
  return { form: folded(piece.slice(start, end)), start: offset + start, end: offset + end };
}
