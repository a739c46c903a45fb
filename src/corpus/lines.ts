/** A line of scraped text, and what its shape says. */
export interface Line {
  readonly text: string;
  /** A blank line stands before it. */
  readonly gap: boolean;
  readonly kind: "prose" | "short" | "heading" | "list" | "table";
  /** The script most of its letters are in. */
  readonly script: Script;
  /** Letters and digits, an ideograph counting as two and a half: about what a reader has to read. */
  readonly weight: number;
}

export type Script =
  | "Latin"
  | "Cyrillic"
  | "Arabic"
  | "Hebrew"
  | "Greek"
  | "CJK"
  | "Hangul"
  | "other"
  | "none";

const scripts: readonly (readonly [Script, RegExp])[] = [
  ["Latin", /\p{Script=Latin}/gu],
  ["Cyrillic", /\p{Script=Cyrillic}/gu],
  ["Arabic", /\p{Script=Arabic}/gu],
  ["Hebrew", /\p{Script=Hebrew}/gu],
  ["Greek", /\p{Script=Greek}/gu],
  ["CJK", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Hangul", /\p{Script=Hangul}/gu],
];

/** A bullet or number that opens a list item. */
export const bullet = /^(?:[-*•●○▪▫■□◦‣⁃∙·➤►▶–—]|\d{1,2}[.)])\s+(?=\S)/u;
const row = /^\|.*\|$/u;
/** The line under a Markdown table's header. */
export const rule = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/u;
/** A sentence has ended, perhaps inside quotes or brackets. */
export const ended = /[.!?…。！？؟।][\s"'”’»›“‘)\]）」』】]*$/u;

/** The lines of a text that hold anything, each with its shape. */
export function linesIn(text: string): Line[] {
  const lines: Line[] = [];
  let gap = false;
  for (const raw of unwrapped(text).split("\n")) {
    const line = raw.replace(/ +/g, " ").trim();
    if (line) lines.push(shaped(line, gap));
    gap = !line;
  }
  return lines;
}

/**
 * A text whose lines were broken at a width, joined again: wrapped paragraphs, and a line that ends in the middle of a
 * sentence where the next goes on in lower case. Tables and lists keep their lines.
 */
function unwrapped(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  const wrapped = isWrapped(lines);
  const joined: string[] = [];
  let last = "";
  for (const line of lines) {
    const goesOn = /^[\p{Ll}(]/u.test(line) && last.length >= 40 && line.length >= 30 && !ended.test(last);
    if (isPlain(last) && isPlain(line) && (goesOn || (wrapped && last.length >= 40))) {
      joined[joined.length - 1] += ` ${line}`;
    } else joined.push(line);
    last = line;
  }
  return joined.join("\n");
}

/** Whether a text was wrapped at a width: no line passes 100 characters, and most long ones break off in a sentence. */
function isWrapped(lines: readonly string[]): boolean {
  if (lines.some((line) => line.length > 100)) return false;
  const long = lines.filter((line, i) => line.length >= 40 && isPlain(line) && isPlain(lines[i + 1] ?? ""));
  return long.length >= 2 && long.filter((line) => !ended.test(line)).length > long.length / 2;
}

function isPlain(line: string): boolean {
  return line !== "" && !bullet.test(line) && !/^[|#>]/.test(line);
}

function shaped(text: string, gap: boolean): Line {
  const { script, weight } = lettersOf(text);
  return { text, gap, kind: kindOf(text, weight), script, weight };
}

function kindOf(text: string, weight: number): Line["kind"] {
  if (row.test(text) && text.indexOf("|", 1) < text.length) return "table";
  if (/^#{1,6}\s/.test(text)) return "heading";
  // A dash opens an item of a list, or what someone says.
  if (bullet.test(text) && !(/^[–—]/u.test(text) && weight >= 40 && ended.test(text))) return "list";
  return weight >= 120 || (weight >= 20 && ended.test(text)) ? "prose" : "short";
}

/** The leading script of a text, and its weight. */
export function lettersOf(text: string): { script: Script; weight: number } {
  let script: Script = "none";
  let most = 0;
  let wide = 0;
  for (const [name, pattern] of scripts) {
    const found = text.match(pattern)?.length ?? 0;
    // An ideograph says as much as two or three letters; names in Latin letters do not make a line Latin.
    const weighed = found * (name === "CJK" || name === "Hangul" ? 2.5 : name === "Latin" ? 0.4 : 1);
    if (name === "CJK" || name === "Hangul") wide += found;
    if (weighed > most) [script, most] = [name, weighed];
  }
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (script === "none" && /\p{L}/u.test(text)) script = "other";
  return { script, weight: letters + wide * 1.5 };
}
