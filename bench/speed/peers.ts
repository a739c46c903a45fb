import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gloveEmbedder } from "../../src/index/embedders/glove.ts";
import { dot } from "../../src/index/vectors/unit.ts";
import { disk, type Job, latencies, memory, type Row, recallOf, timed } from "./measure.ts";
import { News } from "./news.ts";
import { articlesOf, opened } from "./ours.ts";
import { buildRaw, rawGraph } from "./raw-graph.ts";

const embedder = gloveEmbedder();
/** Vectors are given, none is made. */
const embeddings = {
  embedDocuments: async () => [],
  embedQuery: async () => [],
};

/** hnswlib-node as it comes, with the reach that the index chose. */
export async function raw(job: Job): Promise<Row> {
  const { queries, exact, version } = await opened(job);
  const { ms: build } = await timed(() => buildRaw(job, version));
  const bare = memory();
  const { value: graph, ms: load } = await timed(() => rawGraph(job, version));
  const used = memory();
  const ef = version.manifest.graph?.ef ?? 96;
  graph.setEf(ef);
  const find = (query: Float32Array) => graph.searchKnn(Array.from(query), 10);
  return {
    system: `hnswlib-node, ef ${ef}`,
    "build s": build / 1000,
    "load ms": load,
    ...(await latencies(queries, find)),
    recall: mean(
      queries.map((query, i) =>
        recallOf(
          find(query).distances.map((d) => 1 - d),
          exact[i]!,
        ),
      ),
    ),
    MB: used - bare,
    "disk MB": disk(folder(job, "raw", false)),
  };
}

/** `HNSWLib` of @langchain/community with its docstore, as it comes. */
export async function langchain(job: Job): Promise<Row> {
  const { HNSWLib } = await import("@langchain/community/vectorstores/hnswlib");
  const { version, rows, queries, exact } = await opened(job);
  const { dimensions } = embedder;
  const dir = folder(job, "langchain");
  const { ms: build } = await timed(async () => {
    const store = new HNSWLib(embeddings, { space: "ip", numDimensions: dimensions });
    for (let i = 0; i < version.passages; i += 1000) {
      const batch = Array.from({ length: Math.min(1000, version.passages - i) }, (_, j) => i + j);
      await store.addVectors(
        batch.map((row) => Array.from(rows.subarray(row * dimensions, (row + 1) * dimensions))),
        batch.map((row) => ({ pageContent: version.textOf(row), metadata: { ...version.passage(row) } })),
      );
    }
    await store.save(dir);
  });
  const { value: store, ms: load } = await timed(() => HNSWLib.load(dir, embeddings));
  const find = (query: Float32Array) => store.similaritySearchVectorWithScore(Array.from(query), 10);
  const recalls: number[] = [];
  for (const [i, query] of queries.entries())
    recalls.push(
      recallOf(
        (await find(query)).map(([, d]) => 1 - d),
        exact[i]!,
      ),
    );
  return {
    system: "LangChain HNSWLib",
    "build s": build / 1000,
    "load ms": load,
    ...(await latencies(queries, find)),
    recall: mean(recalls),
    "disk MB": disk(dir),
  };
}

/** What LangChain's store takes once it is loaded, in a process that has done nothing else. */
export async function langchainLoaded(job: Job): Promise<Row> {
  const { HNSWLib } = await import("@langchain/community/vectorstores/hnswlib");
  const bare = memory();
  const store = await HNSWLib.load(folder(job, "langchain", false), embeddings);
  return { MB: memory() - bare, passages: store.index.getCurrentCount() };
}

/** usearch in 8 bits a value, with as many links and candidates as hnswlib's authors advise. */
export async function usearch(job: Job): Promise<Row> {
  const { Index, MetricKind, ScalarKind } = (await import("usearch-2")).default;
  const { version, rows, queries, exact } = await opened(job);
  const { dimensions } = embedder;
  const reach = version.manifest.graph?.ef ?? 96;
  const empty = () =>
    new Index({
      ...{ metric: MetricKind.IP, quantization: ScalarKind.I8, dimensions, connectivity: 16 },
      ...{ expansion_add: 200, expansion_search: reach, multi: false },
    });
  const index = empty();
  const { ms } = await timed(() =>
    index.add(
      BigUint64Array.from({ length: version.passages }, (_, i) => BigInt(i)),
      rows,
      1,
    ),
  );
  const file = join(folder(job, "usearch"), "index");
  index.save(file);
  const bare = memory();
  const loaded = empty();
  const { ms: load } = await timed(() => loaded.load(file));
  const used = memory();
  const find = (query: Float32Array) => loaded.search(query, 10, 1);
  return {
    system: `usearch, 8 bits, ef ${reach}`,
    "build s": ms / 1000,
    "load ms": load,
    ...(await latencies(queries, find)),
    recall: mean(
      queries.map((query, i) =>
        recallOf(
          Array.from(find(query).keys, (key) => dot(rows, Number(key) * dimensions, query)),
          exact[i]!,
        ),
      ),
    ),
    MB: used - bare,
    "disk MB": disk(folder(job, "usearch", false)),
  };
}

/** sqlite-vec: exact, on disk. */
export async function sqliteVec(job: Job): Promise<Row> {
  const { DatabaseSync } = await import("node:sqlite");
  const { getLoadablePath } = await import("sqlite-vec");
  const { version, rows, queries, exact } = await opened(job);
  const { dimensions } = embedder;
  const file = join(folder(job, "sqlite-vec"), "vectors.db");
  const bare = memory();
  const database = new DatabaseSync(file, { allowExtension: true });
  database.loadExtension(getLoadablePath());
  database.exec(`CREATE VIRTUAL TABLE v USING vec0(e float[${dimensions}] distance_metric=cosine)`);
  const insert = database.prepare("INSERT INTO v(rowid, e) VALUES (?, ?)");
  const { ms: build } = await timed(() => {
    database.exec("BEGIN");
    for (let i = 0; i < version.passages; i++)
      insert.run(BigInt(i + 1), new Uint8Array(rows.buffer, i * dimensions * 4, dimensions * 4));
    database.exec("COMMIT");
  });
  const select = database.prepare("SELECT rowid, distance FROM v WHERE e MATCH ? AND k = 10");
  const find = (query: Float32Array) => select.all(new Uint8Array(query.buffer)) as { distance: number }[];
  const some = queries.slice(0, 40);
  const row = {
    system: "sqlite-vec, exact",
    "build s": build / 1000,
    "load ms": 0,
    ...(await latencies(some, find)),
    recall: mean(
      some.map((query, i) =>
        recallOf(
          find(query).map(({ distance }) => 1 - distance),
          exact[i]!,
        ),
      ),
    ),
    MB: memory() - bare,
    "disk MB": disk(folder(job, "sqlite-vec", false)),
  };
  database.close();
  return row;
}

/** minisearch, as it comes, over the same passages. */
export async function minisearch(job: Job): Promise<Row> {
  const { default: MiniSearch } = await import("minisearch");
  const { version } = await opened(job);
  const search = new MiniSearch(options);
  const { ms: build } = await timed(() => {
    for (let id = 0; id < version.passages; id++) search.add({ id, text: version.textOf(id) });
  });
  const file = join(folder(job, "minisearch"), "index.json");
  writeFileSync(file, JSON.stringify(search));
  const { ms: load } = await timed(() => MiniSearch.loadJSONAsync(readFileSync(file, "utf8"), options));
  const questions = new News().questions(60, articlesOf(job));
  return {
    system: "minisearch",
    "build s": build / 1000,
    "load ms": load,
    ...(await latencies(questions, (question) => search.search(question).slice(0, 10))),
    "disk MB": disk(folder(job, "minisearch", false)),
  };
}

/** What minisearch takes once it is loaded, in a process that has done nothing else. */
export async function minisearchLoaded(job: Job): Promise<Row> {
  const { default: MiniSearch } = await import("minisearch");
  const bare = memory();
  const json = readFileSync(join(folder(job, "minisearch", false), "index.json"), "utf8");
  const search = await MiniSearch.loadJSONAsync(json, options);
  return { MB: memory() - bare, passages: search.documentCount };
}

/** What minisearch looks at. */
const options = { fields: ["text"] };

function folder({ root }: Job, name: string, anew = true): string {
  const dir = join(root, name);
  if (anew) rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  return dir;
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
