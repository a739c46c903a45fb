import type { Block } from "./blocks.ts";
import { APPEAL, CREDIT, CREDITED, POINTER, SIGNATURE } from "./phrases.ts";
import { readDates } from "./read-date.ts";

/** What the page says of itself, that its body need not say again. */
export interface Known {
  readonly title: string | undefined;
  readonly byline: string | undefined;
}

/** A longer line is prose, whatever it begins with. */
const SHORT = 220;

/**
 * A body without what pages put above, into and below it: the title again, bylines and dates, captions, pointers to
 * other articles, appeals to the reader.
 */
export function dropTrimmings<B extends Block>(blocks: readonly B[], known: Known): B[] {
  return dropTail(dropHead(dropInserts(blocks), known), known);
}

/** Pointers with the lists they announce, appeals, captions, and lines that are one link. */
function dropInserts<B extends Block>(blocks: readonly B[]): B[] {
  const letters = (some: readonly B[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  // Some articles are lists of links.
  const made = letters(blocks.filter(isLink)) > letters(blocks) * 0.4;
  let announced = false;
  return blocks.filter((block) => {
    const { text, linked, kind } = block;
    const pointer = text.length <= SHORT && POINTER.test(text);
    if (pointer && (linked > 0.3 || kind === "heading" || text.length < 60 || /:$/.test(text))) {
      announced = linked < 0.5;
      return false;
    }
    announced &&= linked > 0.5;
    if (announced) return false;
    if (text.length <= 2 * SHORT && isCookieNotice(text)) return false;
    if (text.length <= SHORT && (APPEAL.test(text) || CREDIT.test(text) || CREDITED.test(text))) return false;
    return made || !isLink(block);
  });
}

/** Speaks of cookies and of the site that sets them. */
function isCookieNotice(text: string): boolean {
  return /\bcookies?\b/i.test(text) && (text.match(COOKIE_WORDS)?.length ?? 0) >= 2;
}

const COOKIE_WORDS =
  /\b(?:websites?|webseite|seite|site|services?|dienste|nutzung|nutz(?:en|t|er)|verwend\w*|akzept\w*|accept\w*|zustimm\w*|stimm\w*|einverstanden|consent|agree|browser|experience|policy|richtlinie|navigat\w*|utilis\w*|utiliz\w*|sitio|sito|partners?|preferences|einstellungen)\b/gi;

function isLink({ kind, linked }: Block): boolean {
  return linked > 0.85 && kind !== "row";
}

/** What stands above the first paragraph: the title, who wrote it and when, a section's name. */
function dropHead<B extends Block>(blocks: readonly B[], { title, byline }: Known): B[] {
  const first = blocks.findIndex(({ text, kind }) => kind !== "heading" && text.length >= 100);
  return blocks.filter((block, i) => {
    if (i > Math.max(first, 0)) return true;
    const { text, kind } = block;
    if (sameWords(text, title)) return false;
    if (i === first || kind === "row") return true;
    if (text.length <= 140 && (SIGNATURE.test(text) || sameWords(text, byline) || readDates(text).length > 0))
      return false;
    return kind === "heading" || text.length >= 40 || /[.!?…:"”»。]$/.test(text);
  });
}

/** What stands below the last paragraph: headings of lists that are gone, links, who wrote it. */
function dropTail<B extends Block>(blocks: readonly B[], { byline }: Known): B[] {
  const isTail = ({ kind, text, linked }: B) =>
    kind === "heading" ||
    linked > 0.5 ||
    sameWords(text, byline) ||
    (text.length < 100 && SIGNATURE.test(text));
  return blocks.slice(0, blocks.findLastIndex((block) => !isTail(block)) + 1);
}

function sameWords(text: string, other: string | undefined): boolean {
  const words = (some: string) => some.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return other !== undefined && words(text) !== "" && words(text) === words(other);
}
