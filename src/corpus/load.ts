import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join, relative, sep } from "node:path";
import { UserError } from "../ops/user-error.ts";
import type { Article } from "./article.ts";
import { toArticle } from "./article-from-raw.ts";
import { articleId, sha256 } from "./article-id.ts";
import { linesOf } from "./lines-of.ts";
import type { RawArticle } from "./raw.ts";
import { readRecord } from "./records.ts";
import { readTextFile } from "./text-file.ts";

/** Something that could not be read. The rest of the corpus is served without it. */
export interface Problem {
  /** Path relative to the corpus, `/`-separated. */
  readonly file: string;
  /** From 1, where one line of a .jsonl is meant. */
  readonly line: number | null;
  /** One line for a person: what is wrong, and how to mend it. */
  readonly message: string;
}

/** What reading a corpus yields, one at a time. */
export type Loaded =
  | { readonly kind: "article"; readonly article: Article; readonly hash: string }
  | { readonly kind: "unchanged"; readonly id: string; readonly hash: string }
  | { readonly kind: "problem"; readonly problem: Problem };

/** Turns a file's bytes into articles not yet cleaned. A {@link UserError} it throws becomes the file's {@link Problem}. */
export type Reader = (
  bytes: Uint8Array,
  id: string,
  file: string,
) => RawArticle | readonly RawArticle[] | Promise<RawArticle | readonly RawArticle[]>;

export interface LoadOptions {
  /** Hash by article id, of what an index holds already: a file or record with the same hash comes back `unchanged`. */
  readonly known?: ReadonlyMap<string, string> | undefined;
  /** Readers by file ending (`.html`), beside those for .txt and .md. */
  readonly readers?: Readonly<Record<string, Reader>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Larger files, and longer lines of a .jsonl, are no articles. */
const largest = 8 * 2 ** 20;
/** Part of every hash: raise it when cleaning, dating or attribution change, so that indexes read the corpus anew. */
const reading = "1";

const textReaders: Readonly<Record<string, Reader>> = { ".txt": readTextFile, ".md": readTextFile };

/**
 * Reads a corpus: a folder (with its subfolders, in order of path), or a .jsonl of one article a line, streamed.
 * Articles come as they say of themselves; what they are to each other is told by `relate`.
 * Hidden files, and READMEs, are not articles. Symbolic links are not followed.
 * @throws {UserError} `corpus.missing` where there is nothing at `path`.
 */
export async function* loadCorpus(path: string, options: LoadOptions = {}): AsyncGenerator<Loaded> {
  const there = await stat(path).catch((cause: unknown) => {
    throw new UserError("corpus.missing", `There is no corpus at ${path}: name a folder, or a .jsonl file.`, {
      cause,
    });
  });
  const readers = { ...textReaders, ...options.readers };
  const taken = new Map<string, string>();
  for await (const item of there.isDirectory()
    ? inFolder(path, readers)
    : inFile(path, basename(path), readers)) {
    options.signal?.throwIfAborted();
    if ("message" in item) {
      yield { kind: "problem", problem: item };
    } else if (options.known?.get(item.id) === item.hash && !taken.has(item.id)) {
      taken.set(item.id, place(item));
      yield { kind: "unchanged", id: item.id, hash: item.hash };
    } else {
      yield* read(item, taken);
    }
  }
}

/** A file or record that may be an article, not yet read. */
interface Item {
  readonly file: string;
  readonly line: number | null;
  readonly id: string;
  readonly hash: string;
  readonly read: () => ReturnType<Reader>;
}

async function* read(item: Item, taken: Map<string, string>): AsyncGenerator<Loaded> {
  try {
    for (const raw of [await item.read()].flat()) {
      const earlier = taken.get(raw.id);
      if (earlier !== undefined) {
        throw new UserError("corpus.duplicate", `its id ${raw.id} is that of ${earlier}, which is kept`);
      }
      taken.set(raw.id, place(item));
      yield { kind: "article", article: toArticle(raw), hash: item.hash };
    }
  } catch (error) {
    // A reader that stumbles over one file must not cost the others.
    const message = error instanceof UserError ? error.message : `reading it failed (${firstLine(error)})`;
    yield { kind: "problem", problem: { file: item.file, line: item.line, message } };
  }
}

async function* inFolder(
  root: string,
  readers: Readonly<Record<string, Reader>>,
): AsyncGenerator<Item | Problem> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      entry,
      file: relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"),
    }))
    .filter(({ file }) => !/(?:^|\/)(?:\.|readme(?:\.|$))/i.test(file))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  for (const { entry, file } of files) {
    if (entry.isFile()) yield* inFile(join(root, file), file, readers);
    else yield { file, line: null, message: "it is a link or a device, not a file, and is not read" };
  }
}

async function* inFile(
  path: string,
  file: string,
  readers: Readonly<Record<string, Reader>>,
): AsyncGenerator<Item | Problem> {
  const ending = extname(file).toLowerCase();
  if (ending === ".jsonl") {
    yield* inRecords(path, file);
    return;
  }
  const reader = Object.hasOwn(readers, ending) ? readers[ending] : undefined;
  if (!reader) {
    const readable = [...Object.keys(readers), ".jsonl"].join(" ");
    yield { file, line: null, message: `it is in no format that is read here (${readable})` };
    return;
  }
  try {
    const { size } = await stat(path);
    if (size > largest)
      throw new UserError("corpus.large", `it is ${inMb(size)}; an article has ${inMb(largest)} at most`);
    const bytes = await readFile(path);
    const id = articleId(file.slice(0, file.length - ending.length));
    yield { file, line: null, id, hash: sha256(reading, file, bytes), read: () => reader(bytes, id, file) };
  } catch (error) {
    if (!(error instanceof UserError || isSystemError(error))) throw error;
    yield {
      file,
      line: null,
      message: error instanceof UserError ? error.message : `it cannot be read (${error.code})`,
    };
  }
}

async function* inRecords(path: string, file: string): AsyncGenerator<Item | Problem> {
  for await (const { number: line, text, fault } of linesOf(createReadStream(path), largest)) {
    if (fault !== undefined) {
      yield { file, line, message: fault };
      continue;
    }
    if (!text.trim()) continue;
    try {
      const raw = readRecord(text, file);
      yield { file, line, id: raw.id, hash: sha256(reading, text), read: () => raw };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      yield { file, line, message: error.message };
    }
  }
}

function place({ file, line }: { file: string; line: number | null }): string {
  return line === null ? file : `line ${line}`;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0]!;
}

function inMb(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "syscall" in error;
}
