import { bylineOf } from "./byline.ts";
import { readable } from "./characters.ts";
import { biography } from "./furniture.ts";
import { isButton, isFurniture, isNotice } from "./furniture-lines.ts";
import { languageOf, unlike } from "./languages.ts";
import { ended, type Line, linesIn, rule, type Script } from "./lines.ts";
import { type Others, otherStories } from "./other-stories.ts";

/** A scraped text taken apart. Every line of it is in exactly one of the four. */
export interface Parts {
  /** What stood above the body: title, publisher, date, byline, and furniture among them. */
  readonly head: readonly Line[];
  readonly body: readonly Line[];
  /** Lines within and after the body that speak for the page, not for the article. */
  readonly notices: readonly Line[];
  /** Lists of other stories, buttons, foreign wrappers. */
  readonly rest: readonly Line[];
  /** Of the body, as far as it shows. */
  readonly language: string;
}

/** Takes the body of an article out of the text of a page. */
export function partsOf(text: string): Parts {
  const lines = linesIn(readable(text)).filter((line) => line.kind === "table" || !rule.test(line.text));
  const script = bodyScript(lines);
  const own = (line: Line): boolean => line.script === script || line.script === "none";
  const first = firstOfBody(lines, own);
  if (first < 0) return { head: [], body: lines, notices: [], rest: [], language: languageOf(text) };

  const others = otherStories(lines, first, own);
  const language = languageOf(
    lines
      .filter((line, i) => i >= first && i < others.end && line.kind === "prose" && own(line))
      .map((line) => line.text)
      .join("\n"),
  );
  const notices = lines.filter((line, i) => i >= first && isNotice(line));
  const { body, rest } = sifted(lines, first, others, own);
  const head = lines.slice(0, first);
  const writers = head.map(({ text }) => bylineOf(text)).filter((name) => name !== null);
  const ofWriter = ({ text }: Line): boolean =>
    biography.test(text) && writers.some((name) => text.startsWith(name));
  while (body.length > 0 && (trails(body.at(-1)!, own, language) || ofWriter(body.at(-1)!)))
    rest.unshift(body.pop()!);
  return { head, body: headed(body), notices, rest, language };
}

/** A text of which an extractor took the body out already: only what speaks for the page is taken from it. */
export function partsOfExtracted(text: string): Parts {
  const lines = linesIn(readable(text)).filter((line) => line.kind === "table" || !rule.test(line.text));
  const body = lines.filter((line) => !isNotice(line));
  const prose = body.filter((line) => line.kind === "prose").map((line) => line.text);
  return {
    head: [],
    body: headed(body),
    notices: lines.filter(isNotice),
    rest: [],
    // Asked for only where the page does not say.
    get language() {
      return languageOf(prose.join("\n"));
    },
  };
}

/** The script that most running text is in. */
function bodyScript(lines: readonly Line[]): Script {
  const weights = new Map<Script, number>();
  const prose = lines.filter((line) => line.kind === "prose");
  for (const { script, weight } of prose.length > 0 ? prose : lines)
    weights.set(script, (weights.get(script) ?? 0) + weight);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "none";
}

/** The first running text that is the article's, with the short sentences right above it. */
function firstOfBody(lines: readonly Line[], own: (line: Line) => boolean): number {
  let first = lines.findIndex((line) => line.kind === "prose" && own(line) && !isFurniture(line));
  while (first > 0) {
    const above = lines[first - 1]!;
    if (above.kind !== "short" || !ended.test(above.text) || !own(above) || isFurniture(above)) break;
    first--;
  }
  return first;
}

function sifted(lines: readonly Line[], first: number, others: Others, own: (line: Line) => boolean) {
  const body: Line[] = [];
  const rest: Line[] = [];
  lines.forEach((line, i) => {
    if (i < first || isNotice(line)) return;
    const foreign = line.kind === "short" && !own(line);
    if (i >= others.end || others.within.has(i) || isButton(line) || foreign) rest.push(line);
    else body.push(line);
  });
  return { body, rest };
}

/** Whether a last line is the page's after all: a label that ends no sentence, or words in another language. */
function trails(line: Line, own: (line: Line) => boolean, language: string): boolean {
  return !own(line) || (line.kind === "short" && !ended.test(line.text)) || unlike(line.text, language);
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
