import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream, type Stats, statSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { UserError } from "../ops/user-error.ts";
import { idOfFile } from "./formats/article-id.ts";
import { readJsonl } from "./formats/jsonl.ts";
import { isDocument, readDocument } from "./formats/read-document.ts";
import type { RawArticle } from "./raw.ts";
import type { SourceRules } from "./source-rules.ts";

/** Something that could not be read. The rest of the corpus is served without it. */
export interface Problem {
  /** Path relative to the corpus, `/`-separated. */
  readonly file: string;
  /** From 1, where one line of a .jsonl is meant. */
  readonly line: number | null;
  /** One line for a person: what is wrong, and how to mend it. */
  readonly message: string;
}

/** Which files an index has read, so that those that are as they were need not be read again. */
export interface ReadFiles {
  /** The ids of a file's articles, in order, where its stamp is the one it was read with; undefined otherwise. */
  articlesOf(file: string, stamp: string): readonly string[] | undefined;
  /**
   * All of a file was read, and nothing in it is amiss.
   *
   * @param changed when the file was changed last, in milliseconds since 1970
   */
  add(file: string, stamp: string, ids: readonly string[], changed: number): void;
}

/** A document of the corpus; without `raw` where its bytes are known already. */
export interface Item {
  readonly id: string;
  readonly file: string;
  readonly hash: string;
  readonly raw: RawArticle | null;
}

/** What is known when a file is read. */
export interface Basis {
  /** Hash by article id, of what an index holds already. */
  readonly known: ReadonlyMap<string, string>;
  readonly files: ReadFiles | undefined;
  readonly rules: SourceRules;
  /** Which file each article was in that has come by now. */
  readonly taken: ReadonlyMap<string, string>;
}

/** Larger files are no articles; a .jsonl is read line by line, whatever its size. */
const largest = 16 * 2 ** 20;
/** Part of every hash: raise it when cleaning, dating, attribution or splitting change: indexes then read anew. */
const reading = "7";

/** The articles of a file, as they were read, and what in it could not be read. */
export async function* inFile(path: string, file: string, basis: Basis): AsyncGenerator<Item | Problem> {
  const found = stampOf(path, basis.rules);
  const same = found && basis.files?.articlesOf(file, found.stamp);
  if (same) {
    for (const id of same) yield { id, file, hash: basis.known.get(id)!, raw: null };
    return;
  }
  const ids: string[] = [];
  let amiss = false;
  for await (const item of readingFile(path, file, basis)) {
    if ("message" in item || basis.taken.has(item.id)) amiss = true;
    else ids.push(item.id);
    yield item;
  }
  if (found && !amiss) basis.files?.add(file, found.stamp, ids, found.changed);
}

/**
 * What differs wherever a file's content, or how it would be read, does; and when the file was changed last. Null where
 * it cannot be looked at, which reading it will tell.
 */
function stampOf(path: string, { text }: SourceRules): { stamp: string; changed: number } | null {
  let stats: Stats;
  try {
    stats = statSync(path);
  } catch {
    return null;
  }
  const { size, mtimeMs, ctimeMs, ino } = stats;
  const stamp = [reading, size, mtimeMs, ctimeMs, ino, text && hashed({ text })].join(" ");
  return { stamp, changed: Math.max(mtimeMs, ctimeMs) };
}

async function* readingFile(
  path: string,
  file: string,
  { known, rules }: Basis,
): AsyncGenerator<Item | Problem> {
  const problems: Problem[] = [];
  const onProblem = (message: string): void => {
    const [, line, rest] = /^line (\d+): (.*)$/s.exec(message) ?? [];
    problems.push({ file, line: line ? Number(line) : null, message: rest ?? message });
  };
  try {
    if (!isDocument(file)) throw new UserError("corpus.format", "it is in no format that is read here");
    if (/^\.(?:jsonl|ndjson)$/i.test(extname(file))) {
      for await (const raw of readJsonl(createReadStream(path), file, onProblem)) {
        yield* problems.splice(0);
        yield { id: raw.id, file, hash: hashed(rules, JSON.stringify(raw)), raw };
      }
    } else {
      const bytes = await bytesOf(path, file);
      const hash = hashed(rules, file, bytes);
      if (known.get(idOfFile(file)) === hash) yield { id: idOfFile(file), file, hash, raw: null };
      else
        for (const raw of await readDocument(bytes, { file, onProblem }))
          yield { id: raw.id, file, hash, raw };
    }
  } catch (error) {
    onProblem(failed(error));
  }
  yield* problems;
}

/** @throws {UserError} where the file is too large, or text that no one could read. */
async function bytesOf(path: string, file: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > largest) {
    const [is, most] = [size, largest].map((bytes) => `${Math.round(bytes / 2 ** 20)} MB`);
    throw new UserError("corpus.large", `it is ${is}; an article has ${most} at most`);
  }
  const bytes = await readFile(path);
  if (!/^\.(?:txt|text|md|markdown)$/i.test(extname(file))) return bytes;
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!utf16 && bytes.includes(0))
    throw new UserError(
      "corpus.binary",
      "it is binary, not text (or UTF-16 without its mark: save it as UTF-8)",
    );
  if (!utf16 && !isUtf8(bytes)) throw await encodingFault(bytes);
  return bytes;
}

/** A wrong guess would be quoted as the source's own words, so that the reader is asked instead. */
async function encodingFault(bytes: Uint8Array): Promise<UserError> {
  const { detect } = await import("chardet");
  const guess = detect(bytes) ?? "WINDOWS-1252";
  return new UserError(
    "corpus.encoding",
    `it is not valid UTF-8 (perhaps ${guess}); save it as UTF-8, e.g. with: iconv -f ${guess} -t UTF-8`,
  );
}

function hashed(rules: Pick<SourceRules, "text">, ...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256").update(reading).update(rules.text);
  // A zero byte between parts keeps ("ab", "c") and ("a", "bc") apart.
  for (const part of parts) hash.update("\0").update(part);
  return hash.digest("hex");
}

/** One line on what went wrong. A reader that stumbles over one file must not cost the others. */
export function failed(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).split("\n", 1)[0]!;
  return error instanceof UserError ? message : `reading it failed (${message})`;
}
