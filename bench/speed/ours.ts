import { rmSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { readCorpus } from "../../src/corpus/load.ts";
import { relations } from "../../src/corpus/relate.ts";
import { buildInBackground } from "../../src/index/build/background.ts";
import { buildIndex } from "../../src/index/build/build.ts";
import { gloveEmbedder } from "../../src/index/embedders/glove.ts";
import { openLive } from "../../src/index/live.ts";
import { openIndex } from "../../src/index/open.ts";
import { Bits } from "../../src/index/passages/passage-set.ts";
import { Versions } from "../../src/index/storage/versions.ts";
import { Version } from "../../src/index/version.ts";
import { score, tools } from "../score.ts";
import { scan } from "./exact.ts";
import {
  corpusOf,
  disk,
  indexOf,
  type Job,
  latencies,
  memory,
  type Row,
  recallOf,
  timed,
} from "./measure.ts";
import { News, random } from "./news.ts";
import { rawGraph } from "./raw-graph.ts";

const embedder = gloveEmbedder();
const QUESTIONS = 400;

/** Builds from text with some threads; one core is what the process was given. */
export async function build(job: Job, threads: number): Promise<Row> {
  rmSync(indexOf(job), { recursive: true, force: true });
  const before = process.cpuUsage();
  const { value, ms } = await timed(() =>
    buildIndex({
      dir: indexOf(job),
      corpus: (known, files) => readCorpus(corpusOf(job), { known, files }),
      embedder,
      relateAgain: relations,
      threads,
    }),
  );
  const { user, system } = process.cpuUsage(before);
  const again = await timed(() =>
    buildIndex({
      dir: indexOf(job),
      corpus: (known, files) => readCorpus(corpusOf(job), { known, files }),
      embedder,
    }),
  );
  return {
    passages: value.passages,
    "build s": ms / 1000,
    "cpu s": (user + system) / 1e6,
    "passages/s": value.passages / (ms / 1000),
    "unchanged ms": again.ms,
    "disk MB": disk(indexOf(job)) / new Versions(indexOf(job)).candidates().length,
  };
}

/** How fast texts become vectors, in one thread. */
export async function embedding(): Promise<Row> {
  const news = new News();
  const texts = Array.from({ length: 2000 }, (_, i) => news.article(i).text.slice(0, 550));
  await embedder.embedDocuments(texts);
  const { ms } = await timed(() => embedder.embedDocuments(texts));
  return { "embedded passages/s, one thread": texts.length / (ms / 1000) };
}

/** Opens, and searches: hybrid, and its parts. */
export async function search(job: Job): Promise<Row> {
  const questions = new News().questions(QUESTIONS, articlesOf(job));
  const bare = memory();
  const { value: index, ms } = await timed(() => openIndex({ dir: indexOf(job), score }));
  const loaded = memory();
  const hybrid = await latencies(questions, (question) => index.search(question, { top: 10 }));
  const used = memory();
  await index.close();
  return {
    "load ms": ms,
    "hybrid p50 ms": hybrid.p50,
    "hybrid p99 ms": hybrid.p99,
    "MB loaded": loaded - bare,
    "MB after questions": used - bare,
  };
}

/** Vectors alone, against raw hnswlib-node with the least reach that finds as much. */
export async function vectors(job: Job): Promise<Row[]> {
  const { version, queries, exact } = await opened(job);
  const recallBy = (scores: (query: Float32Array) => ArrayLike<number>): number =>
    average(queries, (query, i) => recallOf(scores(query), exact[i]!));
  const ours = (query: Float32Array) => version.vectors.search(query, 10);
  const recall = recallBy((query) => ours(query).scores);
  const { graph } = version.manifest;
  if (!graph) return [{ system: "attaché, scan", recall, ...(await latencies(queries, ours)) }];
  const raw = await rawGraph(job, version);
  const theirs = (query: Float32Array) => raw.searchKnn(Array.from(query), 10);
  let rawRecall = 0;
  let ef = 64;
  for (; rawRecall < recall && ef < 1024; ef *= 1.25) {
    raw.setEf(Math.ceil(ef));
    rawRecall = recallBy((query) => theirs(query).distances.map((distance) => 1 - distance));
  }
  return [
    { system: `attaché, graph, ef ${graph.ef}`, recall, ...(await latencies(queries, ours)) },
    {
      system: `raw hnswlib-node, ef ${Math.ceil(ef / 1.25)}`,
      recall: rawRecall,
      ...(await latencies(queries, theirs)),
    },
  ];
}

/** Filters that let a share of the passages through, against a scan of those and a walk that passes over the others. */
export async function filtered(job: Job): Promise<Row[]> {
  const { version, queries, rows } = await opened(job);
  const next = random(5);
  const rowsOut: Row[] = [];
  for (const share of [0.5, 0.1, 0.01, 0.001]) {
    const allowed = new Bits(version.passages);
    for (let i = 0; i < version.passages; i++) if (next() < share) allowed.add({ start: i, end: i + 1 });
    const some = queries.slice(0, 100);
    const exact = some.map((query) => scan(rows, query, 10, allowed).scores);
    const recall = average(some, (query, i) =>
      recallOf(version.vectors.search(query, 10, allowed).scores, exact[i]!),
    );
    const ours = await latencies(some, (query) => version.vectors.search(query, 10, allowed));
    const scanned = await latencies(some, (query) => scan(rows, query, 10, allowed));
    const walked = await latencies(some, (query) => walk(version, query, 10 / share, allowed));
    rowsOut.push({
      share,
      recall,
      "ours p50": ours.p50,
      "scan p50": scanned.p50,
      "graph p50": walked.p50,
      "share of slower": ours.p50 / Math.max(scanned.p50, walked.p50),
    });
  }
  return rowsOut;
}

/** Words alone: BM25 within the hybrid search is what remains when vectors and texts are left out. */
export async function words(job: Job): Promise<Row> {
  const { Bm25, best } = await import("../../src/index/search/bm25.ts");
  const { readQuery, terms } = await import("../../src/index/search/query.ts");
  const { version } = await opened(job);
  const read = new News()
    .questions(QUESTIONS, articlesOf(job))
    .map((question) => readQuery(question, version.words, version.languages, tools.similarity));
  const bm25 = new Bm25(version.words);
  const { p50, p99 } = await latencies(read, (query) => best(bm25.score(terms(query)), 50));
  return { "words p50 ms": p50, "words p99 ms": p99 };
}

/** The event loop of a process that answers questions while another version is built behind it. */
export async function loop(job: Job): Promise<Row> {
  const dir = `${indexOf(job)}-loop`;
  rmSync(dir, { recursive: true, force: true });
  const small = {
    dir,
    corpus: (known: ReadonlyMap<string, string>) => new News().corpus(200, known),
    embedder,
  };
  await buildIndex(small);
  let taken = "";
  const index = await openLive({ dir, score, onVersion: (version) => (taken = version) });
  const questions = new News().questions(50, 200);
  for (const question of questions) await index.search(question, { top: 10 });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let answered = 0;
  const building = buildInBackground({ dir, corpus: corpusOf(job), embedder: embedder.recipe!, threads: 1 });
  const asking = setInterval(async () => {
    await index.search(questions[answered++ % questions.length]!, { top: 10 });
  }, 50);
  const { value: built, ms } = await timed(() => building);
  while (taken !== built.version) await new Promise((resolve) => setTimeout(resolve, 20));
  clearInterval(asking);
  delay.disable();
  await index.close();
  return {
    "passages added": built.passages,
    "build s": ms / 1000,
    "questions answered": answered,
    "loop delay p50 ms": delay.percentile(50) / 1e6 - 5,
    "loop delay p99 ms": delay.percentile(99) / 1e6 - 5,
    "loop delay max ms": delay.max / 1e6 - 5,
  };
}

export const articlesOf = ({ passages }: Job): number => Math.ceil(passages / 4.49);

/** The version with question vectors and the exact answers. */
export async function opened(job: Job) {
  const versions = new Versions(indexOf(job));
  const version = await Version.open(versions, versions.current()!);
  const rows = version.vectors.vectors({ start: 0, end: version.passages });
  const embedded = await embedder.embedDocuments(new News().questions(QUESTIONS, articlesOf(job)));
  const queries = embedded
    .map((vector) => Float32Array.from(vector))
    .filter((vector) => vector.some(Boolean));
  const exact = queries.map((query) => scan(rows, query, 10).scores);
  return { version, rows, queries, exact };
}

function walk(version: Version, query: Float32Array, reach: number, allowed: Bits): number {
  const near = version.vectors.search(query, Math.ceil(Math.min(reach * 1.3, version.passages)));
  return near.passages.filter((passage) => allowed.has(passage)).slice(0, 10).length;
}

const average = (
  queries: readonly Float32Array[],
  recall: (query: Float32Array, i: number) => number,
): number => queries.reduce((sum, query, i) => sum + recall(query, i), 0) / queries.length;
