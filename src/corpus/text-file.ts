import { UserError } from "../ops/user-error.ts";
import { newlines } from "./characters.ts";
import { frontMatter } from "./front-matter.ts";
import type { RawArticle } from "./raw.ts";

/**
 * Reads a plain text or Markdown file: UTF-8, or UTF-16 with a byte-order mark, with or without front matter.
 * @throws {UserError} `corpus.binary`, `corpus.encoding`, `corpus.empty` or `corpus.front-matter`, saying what and where.
 */
export function readTextFile(bytes: Uint8Array, id: string, file: string | null): RawArticle {
  const { given, url, body } = frontMatter(newlines(decoded(bytes)));
  if (!/[\p{L}\p{N}]/u.test(body)) throw new UserError("corpus.empty", "it holds no text");
  return { id, file, url, text: body, state: "scraped", given };
}

/** @throws {UserError} where the bytes are no text, or not in an encoding that says what it is. */
function decoded(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : null;
  if (!utf16 && bytes.includes(0)) throw new UserError("corpus.binary", "it is binary, not text");
  try {
    return new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const at = utf16 ? "" : ` (byte ${firstBad(bytes)})`;
    throw new UserError(
      "corpus.encoding",
      `it is not valid ${utf16 ?? "UTF-8"}${at}; save it as UTF-8, e.g. with: iconv -f WINDOWS-1252 -t UTF-8`,
      { cause },
    );
  }
}

/** Where UTF-8 first breaks, by halving. */
function firstBad(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      // A sequence cut at the end is no fault yet: `stream` waits for the rest.
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}
