import { readable } from "./characters.ts";
import { buttons, denseButtons, moreStories, notices, paywall, readingTime } from "./furniture.ts";
import { ended, type Line, linesIn, rule, type Script } from "./lines.ts";
import { writerNotice } from "./machine-written.ts";
import { statedDate } from "./stated-date.ts";

/** A scraped text taken apart. Every line of it is in exactly one of the four. */
export interface Parts {
  /** What stood above the body: title, publisher, date, byline, and furniture among them. */
  readonly head: readonly Line[];
  readonly body: readonly Line[];
  /** Lines within and after the body that speak for the page, not for the article. */
  readonly notices: readonly Line[];
  /** Lists of other stories, buttons, foreign wrappers. */
  readonly rest: readonly Line[];
}

/** Takes the body of an article out of the text of a page. */
export function partsOf(text: string): Parts {
  const lines = linesIn(readable(text)).filter((line) => !rule.test(line.text) || line.kind === "table");
  const script = bodyScript(lines);
  const own = (line: Line): boolean => line.script === script;
  const first = lines.findIndex((line) => line.kind === "prose" && own(line) && !isNotice(line));
  if (first < 0) return { head: [], body: lines, notices: [], rest: [] };

  const body: Line[] = [];
  const found: Line[] = [];
  const rest: Line[] = [];
  const end = endOfBody(lines, first, script);
  for (const line of lines.slice(first, end)) {
    if (isNotice(line)) found.push(line);
    else if (isButton(line) || (line.script !== "none" && !own(line) && line.kind === "short"))
      rest.push(line);
    else body.push(line);
  }
  while (body.length > 0 && trails(body.at(-1)!, own)) rest.unshift(body.pop()!);
  for (const line of lines.slice(end)) (isNotice(line) ? found : rest).push(line);
  return { head: lines.slice(0, first), body: headed(body), notices: found, rest };
}

/** The script that most running text is in. */
function bodyScript(lines: readonly Line[]): Script {
  const weights = new Map<Script, number>();
  const prose = lines.filter((line) => line.kind === "prose");
  for (const { script, weight } of prose.length > 0 ? prose : lines)
    weights.set(script, (weights.get(script) ?? 0) + weight);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "none";
}

/** The index after the body's last line: where other stories begin, or the page's own language takes over for good. */
function endOfBody(lines: readonly Line[], first: number, script: Script): number {
  const listed = repeatedBlocks(lines, first);
  const ends = [lines.length, listed];
  for (let i = first + 1; i < listed; i++) {
    const line = lines[i]!;
    if (
      line.kind !== "prose" &&
      line.weight <= 60 &&
      moreStories.test(line.text) &&
      !goesOn(lines, i, script)
    ) {
      ends.push(i);
      break;
    }
  }
  let end = Math.min(...ends);
  // Nothing but another script's lines to the end: the page's wrapper.
  const lastOwn = lines
    .slice(0, end)
    .findLastIndex((line) => line.kind !== "short" && line.script === script);
  if (lastOwn >= first)
    end = Math.min(
      end,
      lines
        .slice(0, end)
        .findIndex((line, i) => i > lastOwn && line.script !== script && line.script !== "none") >>> 0,
    );
  return Math.min(end, lines.length);
}

/**
 * Where a list of stories begins that is told by its rhythm: reading times or bare dates that recur at an even distance
 * (publisher, title, blurb, "4 mins", date; again). The number of lines where there is none.
 */
function repeatedBlocks(lines: readonly Line[], first: number): number {
  for (const marks of [
    readingTime.test.bind(readingTime),
    (text: string) => statedDate(text, "und") !== null,
  ]) {
    const at = lines.flatMap((line, i) =>
      i > first && line.kind !== "prose" && marks(line.text) ? [i] : [],
    );
    const steps = at.slice(1).map((index, i) => index - at[i]!);
    const period = steps[0];
    if (period === undefined || period < 2 || period > 8) continue;
    if (steps.filter((step) => Math.abs(step - period) <= 1).length < steps.length * 0.8) continue;
    let start = at[0]! - period + 2;
    while (start > first && lines[start - 1]!.kind !== "prose" && !moreStories.test(lines[start - 1]!.text))
      start--;
    return start;
  }
  return lines.length;
}

/** Whether the body resumes after a heading of other stories: enough running text follows that no list interrupts. */
function goesOn(lines: readonly Line[], heading: number, script: Script): boolean {
  const after = lines.slice(heading + 1).filter((line) => line.kind === "prose");
  const own = after.filter((line) => line.script === script && line.weight >= 150);
  return own.length >= 3 && own.length === after.length;
}

/** Whether a line is the page's, not the article's, wherever it stands. */
export function isFurniture(line: Line): boolean {
  return isNotice(line) || isButton(line);
}

function isNotice({ text, kind, weight }: Line): boolean {
  if (kind === "table") return false;
  return (
    weight <= 400 &&
    (writerNotice(text) !== null || paywall.test(text) || (weight <= 250 && notices.test(text)))
  );
}

function isButton({ text, kind, weight }: Line): boolean {
  if (kind === "table" || kind === "prose" || weight > 60) return false;
  if (denseButtons.test(text) || readingTime.test(text)) return true;
  const left = text.replace(new RegExp(buttons.source, "giu"), "");
  return left.length < text.length && !/[\p{L}\p{N}]/u.test(left);
}

/** A short last line that ends no sentence is a label, not the article's. */
function trails(line: Line, own: (line: Line) => boolean): boolean {
  return !own(line) || (line.kind === "short" && !ended.test(line.text));
}

/** Marks as headings the short lines that stand above running text, a list or a table. */
function headed(lines: readonly Line[]): Line[] {
  return lines.map((line, i) => {
    const next = lines[i + 1];
    const heads =
      line.kind === "short" && next && next.kind !== "short" && !/[.,;:，；：、。…]$/u.test(line.text);
    return heads ? { ...line, kind: "heading" } : line;
  });
}
