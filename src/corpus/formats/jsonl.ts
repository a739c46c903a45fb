import { UserError } from "../../ops/user-error.ts";
import type { RawArticle } from "../raw.ts";
import { articleId, idOfFile, idOfUrl } from "./article-id.ts";
import { ofReadableLength } from "./article-length.ts";
import { decodeText } from "./decode.ts";
import { givenBy } from "./front-matter.ts";

/** A longer line is no article: it would hold the text of some forty novels. */
export const LONGEST_LINE = 16 * 1024 * 1024;

const LINE_FEED = 10;

/**
 * Articles of a .jsonl file, one a line, as BEIR writes them (`{_id, title, text, metadata}`) or flat
 * (`{id, title, text, published, publisher, url, author, language}`). Only a line is ever held in memory.
 *
 * @param onProblem told of each line that is no article, with its number; the others are read
 */
export async function* readJsonl(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: string | null,
  onProblem: (message: string) => void,
): AsyncGenerator<RawArticle> {
  const seen = new Set<string>();
  let number = 0;
  for await (const line of splitLines(chunks)) {
    number += 1;
    const article = typeof line === "string" ? line : articleOfLine(decodeText(line), number, file);
    if (article === undefined) continue;
    if (typeof article === "string") onProblem(`line ${number}: ${article}`);
    else if (seen.has(article.id)) onProblem(`line ${number}: the id "${article.id}" was there before`);
    else {
      seen.add(article.id);
      yield article;
    }
  }
}

/** Lines as bytes, or the words of a problem where a line is too long; the rest of such a line is passed over. */
async function* splitLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array | string> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = () => {
    const line =
      length > LONGEST_LINE ? `longer than ${LONGEST_LINE / 1024 / 1024} MB` : Buffer.concat(parts);
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      if (length + at - from <= LONGEST_LINE) parts.push(chunk.subarray(from, at));
      length += at - from;
      yield take();
      from = at + 1;
    }
    length += chunk.length - from;
    if (length <= LONGEST_LINE) parts.push(chunk.subarray(from));
    else parts = [];
  }
  if (length > 0) yield take();
}

/** The article of a line, the words of a problem, or `undefined` for an empty line. */
function articleOfLine(line: string, number: number, file: string | null): RawArticle | string | undefined {
  if (line.trim() === "") return undefined;
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (error) {
    return `not JSON (${String(error).slice(0, 80)})`;
  }
  if (typeof record !== "object" || record === null || Array.isArray(record)) return "not a JSON object";
  const fields = flatten(record as Record<string, unknown>);
  const text = ["text", "body", "content", "articlebody"].map((name) => fields.get(name)).find(Boolean);
  if (text === undefined) return `no "text" in it`;
  const url = fields.get("url") ?? fields.get("link") ?? null;
  const own = fields.get("_id") ?? fields.get("id") ?? fields.get("uid");
  const id = own ?? (url === null ? `${idOfFile(file ?? "line")}-${number}` : idOfUrl(url));
  const recordId = own !== undefined && own !== articleId(own) ? { recordId: own } : {};
  const article = { id: articleId(id), ...recordId, file, url, state: "given" as const };
  try {
    return { ...article, text: ofReadableLength(text), given: givenBy(fields) };
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

/** Fields by lower-case name, those of `metadata` after the record's own; only text and numbers. */
function flatten(record: Record<string, unknown>): Map<string, string> {
  const fields = new Map<string, string>();
  const metadata = typeof record.metadata === "object" ? record.metadata : null;
  for (const [name, value] of [...Object.entries(record), ...Object.entries(metadata ?? {})]) {
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text === "string" && text.trim() !== "" && !fields.has(name.toLowerCase())) {
      fields.set(name.toLowerCase(), text);
    }
  }
  return fields;
}
