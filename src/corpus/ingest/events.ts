import type { Article } from "../article.ts";

/** Bytes with a name: an attachment, say. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string | undefined;
}

/** A file, named after its path within a folder. */
export interface PlacedFile {
  readonly path: string;
  readonly within: string;
}

/** A path of a file or folder, a web address (of a page, feed or sitemap), or bytes. */
export type Target = string | PlacedFile | NamedBytes;

/** What ingesting tells as it goes. Every document found ends in one of the last four kinds. */
export type IngestEvent =
  /** So many more documents are to come: what a progress bar counts up to. */
  | { readonly kind: "found"; readonly count: number }
  /** `source` is what was read: a path as given, relative to its folder, or an address. */
  | { readonly kind: "added" | "updated"; readonly source: string; readonly article: Article }
  | { readonly kind: "unchanged"; readonly source: string; readonly ids: readonly string[] }
  /** `reason` is one line for a person: why, and what to do; `code` is that of the {@link UserError}. */
  | { readonly kind: "skipped"; readonly source: string; readonly code: string; readonly reason: string };

export interface IngestSummary {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  /** How many were skipped for each reason's code. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** The sum of what happened. */
export function summarise(events: Iterable<IngestEvent>): IngestSummary {
  const sum = { added: 0, updated: 0, unchanged: 0, skipped: 0 };
  const reasons: Record<string, number> = {};
  for (const event of events) {
    if (event.kind === "found") continue;
    sum[event.kind] += event.kind === "unchanged" ? Math.max(1, event.ids.length) : 1;
    if (event.kind === "skipped") reasons[event.code] = (reasons[event.code] ?? 0) + 1;
  }
  return { ...sum, reasons };
}
