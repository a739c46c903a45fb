import type { Published } from "./article.ts";

/** What a reader of files, pages or feeds hands on: a document's text before cleaning, and what is known beside it. */
export interface RawArticle {
  /** Stable across re-reading: from the file name, URL, or the record's own id. */
  readonly id: string;
  /** What the record calls itself, where that makes no id. */
  readonly recordId?: string | undefined;
  readonly file: string | null;
  readonly url: string | null;
  /** Unicode text, a paragraph, heading, list item or table row a line. */
  readonly text: string;
  /** `scraped`: page furniture may stand in it. `extracted`: an extractor took the body out. `given`: clean already. */
  readonly state: "scraped" | "extracted" | "given";
  /** What front matter, metadata or a page's markup says of it. What nobody knows is left out. */
  readonly given: {
    readonly title?: string | undefined;
    readonly publisher?: string | undefined;
    readonly byline?: string | undefined;
    readonly published?: Published | undefined;
    readonly language?: string | undefined;
    readonly quoteLimit?: number | undefined;
    readonly excerpt?: { readonly quote: string } | undefined;
  };
}
