import { biography, comments, moreStories, readingTime, ticker, timeAgo } from "./furniture.ts";
import { isFurniture, isNotice } from "./furniture-lines.ts";
import type { Line } from "./lines.ts";
import { statedDate } from "./stated-date.ts";

/** Where a page tells of other stories. */
export interface Others {
  /** Index after the body's last line. */
  readonly end: number;
  /** Indexes of lines before that, in boxes that the body goes on after. */
  readonly within: ReadonlySet<number>;
}

type Own = (line: Line) => boolean;

/** Finds the lists of other stories in and after a body that begins at `first`. */
export function otherStories(lines: readonly Line[], first: number, own: Own): Others {
  const within = new Set<number>();
  let end = Math.min(repeatedBlocks(lines, first), readersCorner(lines, first));
  for (let i = first + 1; i < end; i++) {
    const line = lines[i]!;
    if (!moreStories.test(line.text)) continue;
    if (isLink(line)) within.add(i);
    else if (isHeading(line)) {
      const next = resumes(lines.slice(0, end), i, own);
      if (next === null) end = i;
      else for (; i < next; i++) within.add(i);
    }
  }
  end = Math.min(end, wrapper(lines.slice(0, end), first, own));
  for (let i = first; i + 2 < end; i++) {
    if ([0, 1, 2].every((k) => isTicker(lines[i + k]!))) for (const k of [0, 1, 2]) within.add(i + k);
  }
  const last = lines.findLastIndex((line, i) => i < end && !within.has(i) && !isFurniture(line));
  if (last > first && isFurniture(lines[last - 1]!) && biography.test(lines[last]!.text)) within.add(last);
  return { end, within };
}

/** "Read also: Teachers ask for warm classrooms": one line that is a link. */
function isLink({ text, weight }: Line): boolean {
  const found = weight <= 220 ? moreStories.find(text) : null;
  return (
    found !== null &&
    found.index <= 3 &&
    /^\s?[:：>»–—]\s*\S/u.test(text.slice(found.index + found.phrase.length))
  );
}

/** "More stories" … "from The Guardian". */
const ofOutlet = /^\s(?:from|by|von|aus|de|del|d['’]|da|di|из|от|від|з|z|ze|van|från|من)\s/iu;

/** A short line that says little else than that other stories follow. */
function isHeading({ text, kind, weight }: Line): boolean {
  if (kind === "prose" || kind === "table" || weight > 70) return false;
  const found = moreStories.find(text);
  if (!found) return false;
  const { index, phrase } = found;
  const after = text.slice(index + phrase.length);
  return (
    phrase.length * 2 >= text.length || (index <= 3 ? ofOutlet.test(after) : index <= 40 && after === "")
  );
}

/**
 * The line with which the body goes on after a box of other stories, or null where nothing but other stories follows.
 * A box within a body is a heading with headlines alone, and two paragraphs or more after them. Under an article, blurbs
 * follow the heading at once, or take turns with headlines.
 */
function resumes(lines: readonly Line[], heading: number, own: Own): number | null {
  if (lines.slice(Math.max(0, heading - 4), heading).some(isNotice)) return null;
  const running = (line: Line): boolean => line.kind === "prose" && own(line) && !isNotice(line);
  const start = lines.findIndex((line, i) => i > heading && running(line));
  const headlines = start - heading - 1;
  if (start < 0 || headlines < 1 || headlines > 8) return null;
  const after = lines.slice(start).filter((line) => !isFurniture(line));
  const together = after.findIndex((line) => !running(line));
  const resumed = after.filter(running).length >= 2 && (headlines > 1 || together < 0 || together >= 2);
  return resumed ? start : null;
}

/**
 * Where a list of stories begins that is told by its rhythm: reading times, dates or "5 hours ago" that recur at an
 * even distance (publisher, title, blurb, "4 mins", date; again). The number of lines where there is none.
 */
function repeatedBlocks(lines: readonly Line[], first: number): number {
  const isDate = (text: string): boolean => statedDate(text, "und") !== null;
  for (const marks of [
    (text: string) => readingTime.test(text),
    isDate,
    (text: string) => timeAgo.test(text),
  ]) {
    const at = lines.flatMap((line, i) =>
      i > first && line.kind !== "prose" && marks(line.text) ? [i] : [],
    );
    const steps = at.slice(1).map((index, i) => index - at[i]!);
    const period = steps[0];
    if (period === undefined || period < 2 || period > 8) continue;
    if (steps.filter((step) => Math.abs(step - period) <= 1).length < steps.length * 0.8) continue;
    // A chronicle has dates too, but no headlines: under each date runs what happened.
    const between = lines.slice(at[0]! + 1, at[1]!);
    if (!between.some(({ kind }) => kind === "short")) continue;
    let start = Math.max(first + 1, at[0]! - period + 2);
    while (start > first + 1 && lines[start - 1]!.kind !== "prose" && !isNotice(lines[start - 1]!)) start--;
    return start;
  }
  return lines.length;
}

/** Where readers' comments begin: under a body of two paragraphs at least. */
function readersCorner(lines: readonly Line[], first: number): number {
  const at = lines.findIndex(({ text, kind, weight }, i) => {
    if (i < first + 2 || kind === "prose" || kind === "table" || weight > 40) return false;
    const found = comments.find(text);
    return found !== null && found.phrase.length >= text.length - 8;
  });
  return at < 0 ? lines.length : at;
}

/** Where lines of another script take over to the end: the page's own language around an article in another. */
function wrapper(lines: readonly Line[], first: number, own: Own): number {
  const last = lines.findLastIndex((line) => line.kind !== "short" && own(line));
  const foreign = lines.findIndex((line, i) => i > last && !own(line));
  return last >= first && foreign >= 0 ? foreign : lines.length;
}

function isTicker({ text, kind, weight }: Line): boolean {
  return kind !== "prose" && kind !== "table" && weight <= 120 && ticker.test(text);
}
