import type { Article } from "../corpus/article.ts";
import type { Hit } from "../index/hit.ts";
import { sentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { datesOf } from "./dates.ts";
import { planted } from "./instructions.ts";
import { lexicon } from "./lexicon.ts";
import { locate } from "./quote.ts";
import { read } from "./reading.ts";
import { asks, type Evidence } from "./support.ts";

/** The passages that a model may quote, numbered from 1 in this order. */
export type Passages = readonly Hit[];

/** A quote found in an article: the span shown to readers, and what it proves. Offsets are into `article.text`. */
export interface Quoted extends Span {
  readonly article: Article;
  readonly evidence: Evidence;
}

/** Units of text to which a quote is widened at most, and that are read before it. */
const widest = 700;
const lookBack = 700;

/** Reads what verifying quotes from these passages takes, so that the first quote need not wait for it. */
export function prepare(passages: Passages): void {
  lexicon();
  for (const { article, passage } of passages) {
    datesOf(article);
    persons(article);
    planted(passage, article);
  }
}

/**
 * Finds a quote, first in the passage that it is said to come from, then in its article, then in the others: a quote
 * that is real under a wrong number is real. It is widened to the sentences that it begins and ends in, since half a
 * sentence can say the opposite of the whole; questions, and what was planted in the article, are left out of it.
 * Null where it stands nowhere; empty where nothing of it is left.
 */
export function quoted(quote: string, passage: number, passages: Passages): Quoted[] | null {
  const found = whereabouts(quote, passages[passage - 1], passages);
  if (!found) return null;
  const { article, span } = found;
  return statements(article, span).map((statement) => evidenceAt(article, statement, passages));
}

function whereabouts(
  quote: string,
  named: Hit | undefined,
  passages: Passages,
): { article: Article; span: Span } | null {
  for (const { article, passage } of named ? [named, ...passages.filter((hit) => hit !== named)] : passages) {
    const inside = locate(quote, article.text.slice(passage.start, passage.end));
    if (inside)
      return { article, span: { start: inside.start + passage.start, end: inside.end + passage.start } };
  }
  const whole = named && locate(quote, named.article.text);
  return whole ? { article: named.article, span: whole } : null;
}

/** The sentences that a span touches, without questions and planted ones. */
function statements(article: Article, span: Span): Span[] {
  const { text } = article;
  const { start, end } = widened(text, span);
  return sentences(text.slice(start, end))
    .map((sentence) => ({ start: start + sentence.start, end: start + sentence.end }))
    .filter((at) => !asks(text.slice(at.start, at.end)) && !planted(at, article));
}

/** Quotes in order of first use, sentences that follow each other in their article made one. */
export function joined(quotes: readonly Quoted[]): Quoted[] {
  const out: Quoted[] = [];
  for (const quote of quotes) {
    const at = out.findIndex(({ article, end, start }) => {
      const gap = article.text.slice(Math.min(end, quote.end), Math.max(start, quote.start));
      return (
        article.id === quote.article.id && gap.trim() === "" && !gap.includes("\n") && start !== quote.start
      );
    });
    const other = out[at];
    if (!other) out.push(quote);
    else
      out[at] = { ...other, start: Math.min(other.start, quote.start), end: Math.max(other.end, quote.end) };
  }
  return out;
}

/** What a span of an article proves, read in its place. */
export function evidenceAt(article: Article, { start, end }: Span, passages: Passages = []): Quoted {
  const { text } = article;
  const from = text.lastIndexOf("\n", Math.max(0, start - lookBack)) + 1;
  const inTable = /^\s*(?:\||[-*•])/.test(text.slice(text.lastIndexOf("\n", start) + 1, end));
  const context = inTable
    ? passages
        .filter(
          ({ passage }) => passage.articleId === article.id && passage.start <= start && end <= passage.end,
        )
        .flatMap(({ passage }) => passage.context.map((part) => text.slice(part.start, part.end)))
    : [];
  const outlets = [article.publisher, article.provenance.of].filter((name) => name !== null);
  return {
    article,
    start,
    end,
    evidence: {
      text: text.slice(start, end),
      before: text.slice(from, start),
      about: context,
      outlets,
      person: persons(article).find((name) => !names(text.slice(start, end)).has(name)),
      dates: datesOf(article)
        .filter((date) => date.start >= start && date.end <= end)
        .map(({ edtf }) => edtf),
    },
  };
}

/** A span grown to the sentences in which it begins and ends; as it is where they would be too long to show. */
export function widened(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const to = (text.indexOf("\n", end) + 1 || text.length + 1) - 1;
  const touched = sentences(text.slice(from, to)).filter((s) => s.end + from > start && s.start + from < end);
  const first = touched.at(0);
  const last = touched.at(-1);
  if (!first || !last) return { start, end };
  const grown = { start: Math.min(start, first.start + from), end: Math.max(end, last.end + from) };
  return grown.end - grown.start <= Math.max(widest, end - start) ? grown : { start, end };
}

const known = new WeakMap<Article, readonly string[]>();

/** The persons of an article, those of whom it tells most first: who appear with first name or title at least once. */
function persons(article: Article): readonly string[] {
  let list = known.get(article);
  if (!list) {
    const tokens = read(article.text);
    const full = new Set<string>();
    const weight = new Map<string, number>();
    for (const [i, { kind, form, start, end }] of tokens.entries()) {
      if (kind !== "name") continue;
      const [before, after] = [tokens[i - 1], tokens[i + 1]];
      // Who does something counts most: "he" is more often who acts than who is acted on.
      const acts =
        after !== undefined &&
        after.start - end === 1 &&
        after.kind === "word" &&
        lexicon().verb(after.lemma);
      weight.set(form, (weight.get(form) ?? 0) + (acts ? 3 : 1));
      const beside = before && start - before.end === 1 && /^\p{Lu}/u.test(before.raw) && !before.glue;
      if (beside && after?.kind !== "name") full.add(form);
    }
    list = [...full].filter((form) => weight.get(form)! > 1).sort((a, b) => weight.get(b)! - weight.get(a)!);
    known.set(article, list);
  }
  return list;
}

function names(text: string): ReadonlySet<string> {
  return new Set(read(text).map(({ form }) => form));
}
