import { sentences } from "../text/sentences.ts";
import { type Span, trimmed } from "../text/span.ts";
import type { Article, Block, Passage } from "./article.ts";
import { bullet, rule } from "./lines.ts";

/** A passage is closed once it has this many sentences, or would pass this many characters. */
const most = { sentences: 4, characters: 600 };
/** A sentence longer than this is cut at a space, so that no passage outgrows what an embedder reads. */
const longest = 2_000;

/**
 * Splits an article into passages, in order: a few whole sentences of running text, a list item, a table row each.
 * Headings are not passages: they are the context of what stands under them, as is its header row of a table row.
 */
export function passages(article: Article): Passage[] {
  const { id: articleId, text, language, outline } = article;
  const found: Passage[] = [];
  let heading: Span | undefined;
  let from = 0;
  const prose = (end: number): void => {
    const context = heading ? [heading] : [];
    for (const span of packed(text, sentencesIn(text, { start: from, end }, language)))
      found.push({ articleId, ...span, context });
  };
  for (const block of outline) {
    prose(block.start);
    from = block.end;
    if (block.kind === "heading") heading = { start: block.start, end: block.end };
    else for (const piece of pieces(text, block)) found.push(piece(articleId, heading));
  }
  prose(text.length);
  return found;
}

/** Whole sentences, as many together as fit. */
function packed(text: string, spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  let count = 0;
  for (const span of spans) {
    const open = out.at(-1);
    if (open && count < most.sentences && span.end - open.start <= most.characters) {
      out[out.length - 1] = { start: open.start, end: span.end };
      count++;
    } else {
      out.push(...cut(text, span));
      count = 1;
    }
  }
  return out;
}

function sentencesIn(text: string, { start, end }: Span, language: string): Span[] {
  return sentences(text.slice(start, end), language).map((span) => ({
    start: span.start + start,
    end: span.end + start,
  }));
}

function cut(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  let { start } = span;
  while (span.end - start > longest) {
    const space = text.lastIndexOf(" ", start + longest);
    let end = space > start ? space : start + longest;
    // A surrogate pair is one character.
    if (/[\ud800-\udbff]/.test(text[end - 1]!)) end--;
    parts.push(trimmed(text, { start, end }));
    start = end;
  }
  parts.push(trimmed(text, { start, end: span.end }));
  return parts.filter((part) => part.end > part.start);
}

type Piece = (articleId: string, heading: Span | undefined) => Passage;

/** The rows of a table, or the items of a list, without bullets. */
function pieces(text: string, block: Block): Piece[] {
  const lines = linesOf(text, block);
  const header = block.kind === "table" && isRule(text, lines[1]) ? lines[0] : undefined;
  return lines
    .filter((line) => line !== header && !isRule(text, line))
    .map((line) => (articleId, heading) => ({
      articleId,
      ...(block.kind === "list" ? unbulleted(text, line) : line),
      context: [heading, header].filter((span) => span !== undefined),
    }));
}

function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  for (const match of text.slice(start, end).matchAll(/[^\n]+/g)) {
    const span = trimmed(text, { start: start + match.index, end: start + match.index + match[0].length });
    if (span.end > span.start) lines.push(span);
  }
  return lines;
}

function isRule(text: string, line: Span | undefined): boolean {
  return line !== undefined && rule.test(text.slice(line.start, line.end));
}

function unbulleted(text: string, { start, end }: Span): Span {
  return { start: start + (bullet.exec(text.slice(start, end))?.[0].length ?? 0), end };
}
