import { UserError } from "../ops/user-error.ts";
import { articleId } from "./article-id.ts";
import { newlines } from "./characters.ts";
import { given } from "./given.ts";
import type { RawArticle } from "./raw.ts";

/**
 * Reads one line of a .jsonl corpus: BEIR's `{_id, title, text, metadata: {published, publisher, url, …}}`, or the same
 * fields side by side. The text is taken to be clean.
 * @throws {UserError} `corpus.record` saying what is wrong with the line.
 */
export function readRecord(line: string, file: string | null): RawArticle {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (cause) {
    throw fault(`it is not JSON (${cause instanceof Error ? cause.message : cause})`, cause);
  }
  if (!isObject(record)) throw fault("it is not an object");
  const { text, metadata } = record;
  const name = record._id ?? record.id ?? record.url;
  if (!(typeof name === "string" && name) && typeof name !== "number") throw fault("it has no _id");
  if (typeof text !== "string") throw fault("it has no text");
  const fields = new Map(Object.entries({ ...record, ...(isObject(metadata) ? metadata : {}) }));
  const { given: known, url } = given(fields, (_, message) => fault(message));
  const body = newlines(text);
  if (!/[\p{L}\p{N}]/u.test(body) && !known.title) throw fault("its text is empty");
  return { id: articleId(String(name)), file, url, text: body, state: "given", given: known };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fault(message: string, cause?: unknown): UserError {
  return new UserError("corpus.record", message, { cause });
}
