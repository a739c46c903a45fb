import { UserError } from "../../ops/user-error.ts";
import type { RawArticle } from "../raw.ts";
import { idOfFile, idOfUrl } from "./article-id.ts";
import { ofReadableLength } from "./article-length.ts";
import { decodeText } from "./decode.ts";
import { readJsonl } from "./jsonl.ts";
import { readPlain } from "./plain.ts";
import { type ApartFormat, readApart } from "./sandbox.ts";

/** Where a document's bytes came from. */
export interface DocumentSource {
  /** Path relative to the corpus folder, `/`-separated, or a name such as an attachment's. */
  readonly file?: string | null;
  readonly url?: string | null;
  /** The `Content-Type` header, parameters and all; where it names a format, it outweighs the file's extension. */
  readonly mediaType?: string | undefined;
  /** The last date of publication that is believed, `YYYY-MM-DD`: today. */
  readonly latest?: string | undefined;
  /** Told of each part of a document that could not be read, while the rest was. */
  readonly onProblem?: (message: string) => void;
}

/** A larger document is no article. A .jsonl file has no limit, since it is read a line at a time. */
export const LARGEST_DOCUMENT = 64 * 1024 * 1024;

/** A larger page is read in a thread of its own: nobody wrote so much by hand. */
const LARGE_PAGE = 2 ** 19;

type Format = ApartFormat | "txt" | "jsonl";

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
  pdf: "pdf",
  docx: "docx",
  eml: "eml",
};

const BY_MEDIA_TYPE: Readonly<Record<string, Format>> = {
  "text/plain": "txt",
  "text/markdown": "txt",
  "text/html": "html",
  "application/xhtml+xml": "html",
  "application/jsonl": "jsonl",
  "application/x-ndjson": "jsonl",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "message/rfc822": "eml",
};

/** Whether a file of this name is a document that {@link readDocument} can read. */
export function isDocument(name: string): boolean {
  return Object.hasOwn(BY_EXTENSION, extensionOf(name));
}

/**
 * A document's bytes as articles: one, or as many as a .jsonl file has lines.
 *
 * @throws UserError where the document cannot be read at all: `document.unsupported`, `document.too-large`,
 *   `document.too-long`, `document.broken`, `document.empty`, `document.binary`, `page.empty`, `frontmatter.invalid`
 */
export async function readDocument(bytes: Uint8Array, source: DocumentSource): Promise<RawArticle[]> {
  const { file = null, url = null, mediaType, latest, onProblem = () => {} } = source;
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
  if (format === "txt") return [readPlain(decodeText(bytes, mediaType), file, url)];
  const page = { file, url, mediaType, latest };
  if (format === "html" && bytes.length < LARGE_PAGE) {
    const { readPage } = await import("../web/page.ts");
    return [readPage(decodeText(bytes, mediaType), page)];
  }
  const id = file === null ? idOfUrl(url ?? "document") : idOfFile(file);
  const article = await readApart({ format, bytes, page });
  return [{ id, file, url, state: "extracted", ...article, text: ofReadableLength(article.text) }];
}

function formatOf({ file, url, mediaType }: DocumentSource): Format | undefined {
  const type = /^[^;\s]*/.exec(mediaType ?? "")?.[0].toLowerCase() ?? "";
  const ending = extensionOf(file ?? (url ?? "").replace(/[?#].*$/, ""));
  const named = Object.hasOwn(BY_EXTENSION, ending) ? BY_EXTENSION[ending] : undefined;
  // Servers send Markdown, records and mail as plain text, and anything as bytes.
  if (type === "" || type === "text/plain" || type === "application/octet-stream") {
    return named ?? BY_MEDIA_TYPE[type];
  }
  return Object.hasOwn(BY_MEDIA_TYPE, type) ? BY_MEDIA_TYPE[type] : undefined;
}

function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
