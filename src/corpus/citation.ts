import type { Span } from "../text/span.ts";
import type { Article, Provenance } from "./article.ts";

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
  /** `article.text.slice(start, end)`. */
  readonly quote: string;
}

/** Cites a span of an article's text, as number `n`. */
export function cite(article: Article, { start, end }: Span, n: number): Citation {
  if (!(start >= 0 && start < end && end <= article.text.length)) {
    throw new RangeError(
      `[corpus] no span ${start}–${end} in ${article.id} (${article.text.length} characters)`,
    );
  }
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
  };
}

/** What readers call an article: its title, or the words it opens with where it has none. */
export function nameOf({ title, text, id }: Pick<Article, "title" | "text" | "id">): string {
  if (title !== null) return title;
  const [opening = ""] = /^[^\n]{0,60}(?=\s|$)/u.exec(text.trimStart()) ?? [];
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
