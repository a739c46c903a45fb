import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadCorpus } from "../corpus/load.ts";
import { type CorpusOptions, embedderOf, updateIndex } from "./open-corpus.ts";
import { type Finding, verify } from "./verify.ts";

/** Looks over the index of a corpus, in the data folder or in PostgreSQL, and says what is wrong and what mends it. Writes nothing. */
export async function examineIndex(options: CorpusOptions): Promise<Finding[]> {
  if (options.url) {
    const { examinePostgres } = await import("./postgres/index.ts");
    return examinePostgres(await requestOf(options, options.url));
  }
  const dir = join(options.data, "index");
  if (existsSync(dir)) return verify(dir);
  return [
    { kind: "warning", message: "not built yet.", remedy: "`index` builds it; so does the first question." },
  ];
}

/**
 * Brings the index up to date, and whatever of it is not whole is built anew.
 *
 * @throws {UserError} where that cannot be done: the disk is full, the database away
 */
export async function repairIndex(options: CorpusOptions): Promise<void> {
  if (options.url) {
    const { connect, mendPostgres } = await import("./postgres/index.ts");
    const pool = await connect(options.url);
    try {
      await mendPostgres(pool, await requestOf(options, options.url));
    } finally {
      await pool.end();
    }
  }
  await updateIndex(options);
}

async function requestOf(options: CorpusOptions, url: string) {
  const { corpus, signal } = options;
  const { id } = await embedderOf(options);
  return {
    url,
    embedder: id,
    origin: resolve(corpus),
    corpus: (known: ReadonlyMap<string, string>) => loadCorpus(corpus, { known, signal }),
  };
}
