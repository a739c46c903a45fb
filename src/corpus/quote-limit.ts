import type { Span } from "../text/span.ts";
import { words } from "../text/words.ts";
import type { Article } from "./article.ts";
import { sharedWords } from "./shared-words.ts";

/**
 * How much of an article may be said in its own words, and the one place that cuts to it. A limit counts words, since
 * licences and the practice of quotation do, and since a cut between words leaves none broken; Unicode's rules find
 * them (UAX #29), also in scripts that put no spaces between them.
 */
type Limited = Pick<Article, "quoteLimit">;

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** As many of a text's first words as a limit allows: the text itself, or a beginning of it that ends with a word. */
export function shortened(text: string, limit: number | undefined): string {
  if (limit === undefined) return text;
  let count = 0;
  let end = 0;
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue;
    if (++count > limit) return text.slice(0, end);
    end = index + segment.length;
  }
  return text;
}

/** The part of a span that may be quoted: empty, at its start, where an article may only be linked. */
export function quotable({ text, quoteLimit }: Pick<Article, "text" | "quoteLimit">, span: Span): Span {
  if (quoteLimit === undefined) return span;
  return {
    start: span.start,
    end: span.start + shortened(text.slice(span.start, span.end), quoteLimit).length,
  };
}

/** Words of an article as they may be shown: marked where they are cut, and empty where it may only be linked. */
export function quotation(article: Pick<Article, "text" | "quoteLimit">, span: Span): string {
  const { start, end } = quotable(article, span);
  return article.text.slice(start, end) + (end < span.end && end > start ? " …" : "");
}

export function isLinkOnly({ quoteLimit }: Limited): boolean {
  return quoteLimit === 0;
}

/** An article with no more of its words than may be shown, for whoever would print it. Without a limit, itself. */
export function shown(article: Article): Article {
  const { quoteLimit, published, provenance } = article;
  if (quoteLimit === undefined) return article;
  const evidence = provenance.evidence
    .map((each) => ({ ...each, quote: shortened(each.quote, quoteLimit) }))
    .filter(({ quote }) => quote !== "");
  return {
    ...article,
    text: shortened(article.text, quoteLimit),
    published: published && { ...published, evidence: shortened(published.evidence, quoteLimit) },
    provenance: { ...provenance, evidence },
    outline: [],
  };
}

/** So many words in a row are names and common turns of phrase, and nobody's. */
const common = 8;

/** Whether a statement repeats more of an article in a row than may be quoted: then it is a quote, whoever wrote it. */
export function repeatsTooMuch(
  statement: string,
  { text, quoteLimit }: Pick<Article, "text" | "quoteLimit">,
): boolean {
  if (quoteLimit === undefined) return false;
  const shared = sharedWords(statement, text);
  if (!shared) return false;
  return words(statement.slice(shared.start, shared.end)).length > Math.max(quoteLimit, common);
}
