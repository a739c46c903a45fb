import { UserError } from "../../ops/user-error.ts";
import type { RawArticle } from "../raw.ts";
import { decodeText } from "./decode.ts";
import { readJsonl } from "./jsonl.ts";
import { readPlain } from "./plain.ts";

/** Where a document's bytes came from. */
export interface DocumentSource {
  /** Path relative to the corpus folder, `/`-separated, or a name such as an attachment's. */
  readonly file?: string | null;
  readonly url?: string | null;
  /** The `Content-Type` header, parameters and all; it outweighs the file's extension. */
  readonly mediaType?: string | undefined;
  /** Told of each part of a document that could not be read, while the rest was. */
  readonly onProblem?: (message: string) => void;
}

/** A larger document is no article. A .jsonl file has no limit, since it is read a line at a time. */
export const LARGEST_DOCUMENT = 64 * 1024 * 1024;

type Format = "txt" | "html" | "jsonl" | "pdf" | "docx" | "eml";

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  txt: "txt",
  text: "txt",
  md: "txt",
  markdown: "txt",
  html: "html",
  htm: "html",
  xhtml: "html",
  jsonl: "jsonl",
  ndjson: "jsonl",
};

const BY_MEDIA_TYPE: Readonly<Record<string, Format>> = {
  "text/plain": "txt",
  "text/markdown": "txt",
  "text/html": "html",
  "application/xhtml+xml": "html",
  "application/jsonl": "jsonl",
  "application/x-ndjson": "jsonl",
};

/** Whether a file of this name is a document that {@link readDocument} can read. */
export function isDocument(name: string): boolean {
  return BY_EXTENSION[extensionOf(name)] !== undefined;
}

/**
 * A document's bytes as articles: one, or as many as a .jsonl file has lines.
 *
 * @throws UserError where the document cannot be read at all: `document.unsupported`, `document.too-large`,
 *   `document.broken`, `page.empty`, `frontmatter.invalid`
 */
export async function readDocument(bytes: Uint8Array, source: DocumentSource): Promise<RawArticle[]> {
  const { file = null, url = null, mediaType, onProblem = () => {} } = source;
  const format = formatOf(source);
  if (format === undefined) {
    throw new UserError(
      "document.unsupported",
      `"${file ?? url ?? "The document"}" is of no kind that can be read (${mediaType ?? "no type given"}). Give ${Object.keys(BY_EXTENSION).join(", ")}.`,
    );
  }
  if (format === "jsonl") return Array.fromAsync(readJsonl([bytes], file, onProblem));
  if (bytes.length > LARGEST_DOCUMENT) {
    throw new UserError(
      "document.too-large",
      `"${file ?? url}" has ${Math.round(bytes.length / 1e6)} MB; a document may have ${LARGEST_DOCUMENT / 1024 / 1024} MB. Split it.`,
    );
  }
  switch (format) {
    case "html": {
      const { readPage } = await import("../web/page.ts");
      return [readPage(decodeText(bytes, mediaType), { file, url })];
    }
    default:
      return [readPlain(decodeText(bytes, mediaType), file, url)];
  }
}

function formatOf({ file, url, mediaType }: DocumentSource): Format | undefined {
  const type = /^[^;\s]*/.exec(mediaType ?? "")?.[0].toLowerCase() ?? "";
  return BY_MEDIA_TYPE[type] ?? BY_EXTENSION[extensionOf(file ?? url ?? "")];
}

function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name.replace(/[?#].*$/, ""))?.[1]?.toLowerCase() ?? "";
}
