import type { Span } from "../text/span.ts";

/** When an article was published, and how that is known. */
export interface Published {
  /** EDTF level 1, e.g. `2025-10-01`, `2025-12`, `2025-12~`. */
  readonly date: string;
  /** `stated` by the text or page, `given` by who added it (front matter, metadata), or `inferred` from what it tells. */
  readonly basis: "stated" | "given" | "inferred";
  /** The words that prove it. */
  readonly evidence: string;
}

/** What kind of source an article is, each finding with the words that prove it. */
export interface Provenance {
  readonly kind: "original" | "relay" | "summary";
  /** `relay`: the outlet whose report this repeats. `summary`: the id of the article, or the outlet, that it sums up. */
  readonly of: string | null;
  /** It says of itself that a machine wrote it. */
  readonly machineGenerated: boolean;
  /** It is cut short, by a paywall for instance. */
  readonly excerpt: boolean;
  readonly evidence: readonly Evidence[];
}

export interface Evidence {
  readonly of: "kind" | "machineGenerated" | "excerpt";
  /** Words of the raw file or page, verbatim. */
  readonly quote: string;
}

/** One document of the corpus. `text` is clean; every offset of the system points into it. */
export interface Article {
  /** Stable across re-ingest: derived from the file name or URL, `[A-Za-z0-9._#:@+=~-]{1,80}`. */
  readonly id: string;
  /** What the record it came from calls itself, where that makes no id: for runs that others judge. */
  readonly recordId?: string | undefined;
  readonly text: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly byline: string | null;
  readonly published: Published | null;
  readonly url: string | null;
  /** BCP 47 primary tag, or `und`. */
  readonly language: string;
  readonly provenance: Provenance;
  /** Path relative to the corpus folder, `/`-separated; null where it came from elsewhere. */
  readonly file: string | null;
  /** Headings and tables of `text`, in order: what passages carry as context. */
  readonly outline: readonly Block[];
  /** Words that may be quoted of it at once, by its licence; 0: it may only be named and linked. No limit where left out. */
  readonly quoteLimit?: number | undefined;
  /** Articles that tell the same story share it. Told by `relate`, as is `voice`. */
  readonly story?: string | undefined;
  /** Copies, summaries and relays of one report share it: together they are one source. */
  readonly voice?: string | undefined;
}

/** A part of the clean text that is not running prose. */
export interface Block extends Span {
  readonly kind: "heading" | "table" | "list";
}

/** A span of an article's text that is retrieved as one. */
export interface Passage extends Span {
  readonly articleId: string;
  /** Headings and table header rows that say what the span is about: searched with it, never quoted as part of it. */
  readonly context: readonly Span[];
}
