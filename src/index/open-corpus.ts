import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { loadCorpus, readCorpus } from "../corpus/load.ts";
import type { Problem } from "../corpus/read-file.ts";
import { relate, relations } from "../corpus/relate.ts";
import { UserError } from "../ops/user-error.ts";
import { type Built, buildIndex } from "./build/build.ts";
import type { CorpusIndex } from "./corpus-index.ts";
import type { Embedder } from "./embedders/embedder.ts";
import { openEmbedder } from "./embedders/open-embedder.ts";
import { openLive } from "./live.ts";
import { openSimilarity } from "./search/open-similarity.ts";
import { search } from "./search/search.ts";
import type { Version } from "./version.ts";

export interface CorpusOptions {
  /** A folder, or a .jsonl of one article a line. */
  readonly corpus: string;
  /** The data folder; the index is kept in it. */
  readonly data: string;
  /** A PostgreSQL to keep the index in, shared with other machines, in place of the data folder. */
  readonly url?: string | undefined;
  /** `glove` (the default), `openai:MODEL` or `transformers:PATH`. */
  readonly embeddings?: string | undefined;
  /** For `openai:MODEL`: the key, and the server where it is not OpenAI's. */
  readonly openai?:
    | { readonly apiKey?: string | undefined; readonly baseUrl?: string | undefined }
    | undefined;
  readonly onProblem?: ((problem: Problem) => void) | undefined;
  /** A sentence for the user, such as that another process is indexing. */
  readonly onNote?: ((note: string) => void) | undefined;
  readonly onProgress?: ((done: { articles: number; passages: number }) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Brings the index of a corpus up to date. Where nothing changed, nothing is written. */
export async function updateIndex(options: CorpusOptions): Promise<Built> {
  const { corpus, url, signal } = options;
  if (!url) return updateLocal(options);
  const { connect, buildPostgres } = await import("./postgres/index.ts");
  const pool = await connect(url);
  try {
    return await buildPostgres({
      ...options,
      corpus: (known) => loadCorpus(corpus, { known, signal }),
      relate,
      embedder: await embedderOf(options),
      pool,
      origin: resolve(corpus),
    });
  } finally {
    await pool.end();
  }
}

async function updateLocal(options: CorpusOptions, keepOpen = false): Promise<Built> {
  const { corpus, data, signal } = options;
  return buildIndex({
    ...options,
    dir: join(data, "index"),
    corpus: (known, files) => readCorpus(corpus, { known, files, signal }),
    relateAgain: relations,
    embedder: await embedderOf(options),
    keepOpen,
    threads: Math.min(MOST_THREADS, availableParallelism()),
  });
}

/** The same in threads of its own, so that a running bot goes on answering; its open index follows by itself. */
export async function updateInBackground(options: CorpusOptions): Promise<Built> {
  const { recipe } = await embedderOf(options);
  if (!recipe || options.url) return updateIndex(options);
  const { buildInBackground } = await import("./build/background.ts");
  return buildInBackground({ ...options, dir: join(options.data, "index"), embedder: recipe });
}

/**
 * Brings the index of a corpus up to date and opens it. Where it cannot be written (a read-only or full disk),
 * the version that stands serves, and the user is told.
 */
export async function openCorpus(options: CorpusOptions): Promise<CorpusIndex> {
  const { onNote = () => {} } = options;
  if (options.url) return openShared(options, options.url);
  const open = async (opened?: Version) => {
    const tools = { embedder: await embedderOf(options), similarity: openSimilarity() };
    const dir = join(options.data, "index");
    return openLive({ dir, onNote, opened, score: (query, index, how) => search(query, index, tools, how) });
  };
  let opened: Version | undefined;
  try {
    const built = await updateLocal(options, true);
    opened = built.opened;
    if (built.articles === 0) onNote(`There are no articles in ${options.corpus}.`);
  } catch (error) {
    if (!(error instanceof UserError) || !unwritable.has(error.code)) throw error;
    const index = await open().catch(() => {
      throw error;
    });
    onNote(`${error.message} The index as it stands serves meanwhile.`);
    return index;
  }
  return open(opened);
}

/**
 * Opens the index that others keep up to date in PostgreSQL; where there is none yet, this corpus begins it.
 * `index` and `ingest` write to it.
 */
async function openShared(options: CorpusOptions, url: string): Promise<CorpusIndex> {
  const { connect, openPostgres } = await import("./postgres/index.ts");
  const tools = { embedder: await embedderOf(options), similarity: openSimilarity() };
  const open = async () => openPostgres({ pool: await connect(url), tools });
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== "index.missing") throw error;
    await updateIndex(options);
    return open();
  }
}

/** The embedder that a corpus is indexed with. */
export function embedderOf({ embeddings, openai, data }: CorpusOptions): Promise<Embedder> {
  return openEmbedder(embeddings, { ...openai, data });
}

/** More threads than these are kept waiting by the one that writes. */
const MOST_THREADS = 8;
const unwritable = new Set(["index.readOnly", "index.diskFull", "index.lock"]);
