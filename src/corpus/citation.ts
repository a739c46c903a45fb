import type { Span } from "../text/span.ts";
import type { Article, Provenance } from "./article.ts";
import { isLinkOnly, quotable, shortened } from "./quote-limit.ts";

/** A verbatim quote from an article, with what a reader must know of its source. Made by {@link cite} alone. */
export interface Citation extends Span {
  /** The number readers see, from 1, in order of first use. */
  readonly n: number;
  readonly articleId: string;
  /** What readers call the article: see {@link nameOf}. */
  readonly name: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** EDTF, or null where nobody knows. */
  readonly published: string | null;
  readonly url: string | null;
  readonly provenance: Provenance["kind"];
  /** The rest of what a reader should know: `relays Financial Times`, `AI summary`, `excerpt`, `date inferred`. */
  readonly badges: readonly string[];
  /** `article.text.slice(start, end)`; empty where the article may only be named and linked. */
  readonly quote: string;
  /** The quote ends where the article's licence says, before the end of what was to be quoted. */
  readonly cut?: true | undefined;
}

/** Cites a span of an article's text, as number `n`: all of it, or as much as the article's quote limit allows. */
export function cite(article: Article, span: Span, n: number): Citation {
  const { start } = span;
  if (!(start >= 0 && span.end <= article.text.length && (start < span.end || isLinkOnly(article)))) {
    throw new RangeError(
      `[corpus] no span ${start}–${span.end} in ${article.id} (${article.text.length} characters)`,
    );
  }
  const { end } = quotable(article, span);
  return {
    n,
    articleId: article.id,
    name: nameOf(article),
    title: article.title,
    publisher: article.publisher,
    published: article.published?.date ?? null,
    url: article.url,
    provenance: article.provenance.kind,
    badges: badges(article),
    quote: article.text.slice(start, end),
    start,
    end,
    ...(end < span.end || isLinkOnly(article) ? { cut: true as const } : {}),
  };
}

/** What stands for the words of an article that may only be named and linked. */
export function linkOnly(article: Article): string {
  const { publisher } = article;
  return `“${nameOf(article)}”${publisher ? ` (${publisher})` : ""} tells of this; its licence allows a link only.`;
}

/** What readers call an article: its title, or the words it opens with where it has none. */
export function nameOf({
  title,
  text,
  id,
  quoteLimit,
}: Pick<Article, "title" | "text" | "id" | "quoteLimit">): string {
  if (title !== null) return title;
  const [line = ""] = /^[^\n]{0,60}(?=\s|$)/u.exec(text.trimStart()) ?? [];
  const opening = shortened(line, quoteLimit);
  return opening === "" ? id : `${opening.replace(/[\s,;:–—-]+$/u, "")} …`;
}

/** Short words on what kind of source an article is, for the line under a quote. */
export function badges({ provenance, published }: Article): string[] {
  const { kind, of, machineGenerated, excerpt } = provenance;
  return [
    kind === "relay" ? `relays ${of ?? "another outlet"}` : "",
    machineGenerated
      ? kind === "summary"
        ? "AI summary"
        : "machine-written"
      : kind === "summary"
        ? "summary"
        : "",
    excerpt ? "excerpt" : "",
    published === null ? "date unknown" : published.basis === "inferred" ? "date inferred" : "",
  ].filter(Boolean);
}
