import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { UserError } from "../ops/user-error.ts";
import type { Article } from "./article.ts";
import { isDocument } from "./formats/read-document.ts";
import type { RawArticle } from "./raw.ts";
import { failed, inFile, type Problem, type ReadFiles } from "./read-file.ts";
import { inFolder } from "./read-folder.ts";
import { sourceRules } from "./source-rules.ts";

/** What reading a corpus yields, one at a time. */
export type Loaded =
  | { readonly kind: "article"; readonly article: Article; readonly hash: string }
  | { readonly kind: "unchanged"; readonly id: string; readonly hash: string }
  | { readonly kind: "problem"; readonly problem: Problem };

/** The same, with articles as they were read, for another thread to clean. */
export type Read =
  | Exclude<Loaded, { kind: "article" }>
  | {
      readonly kind: "raw";
      readonly raw: RawArticle;
      readonly hash: string;
      /** Adds to the article what the corpus says of its source. */
      readonly ruled: (article: Article) => Article;
    };

export interface LoadOptions {
  /** Hash by article id, of what an index holds already: what still has that hash comes back `unchanged`. */
  readonly known?: ReadonlyMap<string, string> | undefined;
  /** Which files those articles were read from. */
  readonly files?: ReadFiles | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a corpus: a folder (with its subfolders, in order of path), or a .jsonl of one article a line, streamed.
 * Articles come as they say of themselves; what they are to each other is told by `relate`.
 * Hidden files, and READMEs, are not articles. Symbolic links are not followed.
 * A `sources.yml` in the folder says what may be quoted of each source.
 * @throws {UserError} `corpus.rules`, `corpus.missing` where there is nothing at `path`, `corpus.format` where it is a file of another
 *   kind, `corpus.unreadable` where it may not be read.
 */
export async function* loadCorpus(path: string, options: LoadOptions = {}): AsyncGenerator<Loaded> {
  for await (const item of readCorpus(path, options)) {
    if (item.kind !== "raw") yield item;
    else {
      const article = await cleaned(item.raw);
      if ("message" in article) yield { kind: "problem", problem: article };
      else yield { kind: "article", article: item.ruled(article), hash: item.hash };
    }
  }
}

/** What {@link loadCorpus} does before articles are cleaned, which takes most of its time. */
export async function* readCorpus(
  path: string,
  { known = new Map(), files, signal }: LoadOptions = {},
): AsyncGenerator<Read> {
  const there = await stat(path).catch((cause: unknown) => {
    throw new UserError("corpus.missing", `There is no corpus at ${path}: name a folder, or a .jsonl file.`, {
      cause,
    });
  });
  if (!there.isDirectory() && !isDocument(path)) {
    throw new UserError(
      "corpus.format",
      `The corpus at ${path} is in no format that is read here: name a folder, or a .jsonl file.`,
    );
  }
  const taken = new Map<string, string>();
  const rules = await sourceRules(path);
  const basis = { known, files, rules, taken };
  const ruled = (article: Article): Article => {
    const quoteLimit = rules.quoteLimitOf(article, article.quoteLimit);
    return quoteLimit === undefined ? article : { ...article, quoteLimit };
  };
  for await (const item of there.isDirectory()
    ? inFolder(path, basis)
    : inFile(path, basename(path), basis)) {
    signal?.throwIfAborted();
    if ("message" in item) {
      yield { kind: "problem", problem: item };
      continue;
    }
    const { id, hash, file, raw } = item;
    const earlier = taken.get(id);
    if (earlier !== undefined) {
      const message = `its id ${id} is that of ${earlier === file ? "an earlier line" : earlier}, which is kept`;
      yield { kind: "problem", problem: { file, line: null, message } };
      continue;
    }
    taken.set(id, file);
    if (!raw || known.get(id) === hash) yield { kind: "unchanged", id, hash };
    else yield { kind: "raw", raw, hash, ruled };
  }
}

/** Cleans an article, or says why it cannot be. What cleaning needs (language models of tinyld) is loaded by then. */
export async function cleaned(raw: RawArticle): Promise<Article | Problem> {
  const { toArticle } = await import("./article-from-raw.ts");
  try {
    return toArticle(raw);
  } catch (error) {
    return { file: raw.file ?? raw.id, line: null, message: failed(error) };
  }
}
