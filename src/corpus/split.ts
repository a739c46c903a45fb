import { sentences } from "../text/sentences.ts";
import { type Span, trimmed } from "../text/span.ts";
import type { Article, Block, Passage } from "./article.ts";
import { bullet, rule } from "./lines.ts";

/** A passage has at most this many sentences and, unless it is a single one, this many characters. */
const most = { sentences: 4, characters: 600 };
/** What one more passage costs: more than all unevenness together. */
const another = 1e6;
/** What a cut within a paragraph costs, beside the squares of the passages' lengths as shares of the longest. */
const severed = 0.03;
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

/**
 * Whole sentences, in as few passages as fit, these of even length and cut between paragraphs where that is about as
 * even: a leftover sentence alone is hard to find, and copies of a text are to be cut alike.
 */
function packed(text: string, spans: readonly Span[]): Span[] {
  /** For each number of first sentences, the best way to pack them: what it costs, and where its last passage begins. */
  const ways = [{ cost: 0, from: 0 }];
  for (let past = 1; past <= spans.length; past++) {
    let way = { cost: Number.POSITIVE_INFINITY, from: past - 1 };
    for (let from = past - 1; from >= Math.max(0, past - most.sentences); from--) {
      const length = spans[past - 1]!.end - spans[from]!.start;
      if (length > most.characters && from < past - 1) break;
      const within = from > 0 && !text.slice(spans[from - 1]!.end, spans[from]!.start).includes("\n");
      const cost = ways[from]!.cost + another + (length / most.characters) ** 2 + (within ? severed : 0);
      if (cost < way.cost) way = { cost, from };
    }
    ways.push(way);
  }
  const out: Span[] = [];
  for (let past = spans.length; past > 0; past = ways[past]!.from)
    out.push({ start: spans[ways[past]!.from]!.start, end: spans[past - 1]!.end });
  return out.reverse().flatMap((span) => cut(text, span));
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
