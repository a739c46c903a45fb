/**
 * The index in PostgreSQL against the one on disk, both asked by turns:
 *
 *   node bench/postgres.ts [FOLDER] [--size 5000] [--sets scifact,xquad-en2en] [--every N] [--record]
 *
 * In a database of its own on the PostgreSQL that TEST_INDEX_URL names, or PGlite in this process.
 * Generated news of `--size` passages shows times, sizes and recall; sets in BEIR's layout of FOLDER (by default
 * BENCH_DATA), where it is there, show how well documents are ranked.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Pool } from "pg";
import { articleId } from "../src/corpus/formats/article-id.ts";
import { loadCorpus } from "../src/corpus/load.ts";
import { type BuildRequest, buildIndex } from "../src/index/build/build.ts";
import type { CorpusIndex } from "../src/index/corpus-index.ts";
import type { Hit } from "../src/index/hit.ts";
import { openIndex } from "../src/index/open.ts";
import { buildPostgres, connect, openPostgres } from "../src/index/postgres/index.ts";
import { testDatabase } from "../tests/contract/postgres.ts";
import { type Measure, record } from "./record.ts";
import { readBeir } from "./retrieval/beir.ts";
import { RankMetrics, round } from "./retrieval/metrics.ts";
import { score, tools } from "./score.ts";
import { latencies, memory, rounded, timed } from "./speed/measure.ts";
import { News } from "./speed/news.ts";
import { articlesOf } from "./speed/ours.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string", default: "5000" },
    sets: { type: "string", default: "scifact,xquad-en2en" },
    every: { type: "string", default: "1" },
    record: { type: "boolean" },
  },
});
const folder = positionals[0] ?? process.env.BENCH_DATA ?? "../shared/bench";
const { embedder } = tools;
const COMMAND = "node bench/postgres.ts";
const figures: Measure[] = [];
const { url, stop } = await testDatabase();

interface Stores {
  readonly here: CorpusIndex;
  readonly there: CorpusIndex;
  readonly pool: Pool;
  readonly built: { readonly here: number; readonly there: number; readonly passages: number };
}

/** Builds both from a corpus, hands them to `use`, and takes them away. */
async function withBoth(corpus: BuildRequest["corpus"], use: (stores: Stores) => Promise<void>) {
  const dir = mkdtempSync(join(tmpdir(), "attache-postgres-"));
  const pool = await connect(url);
  const local = await timed(() => buildIndex({ dir, corpus, embedder }));
  const shared = await timed(() => buildPostgres({ pool, corpus, embedder }));
  await pool.query("ANALYZE");
  const here = await openIndex({ dir, score });
  const there = await openPostgres({ pool: await connect(url), tools });
  try {
    await use({
      ...{ here, there, pool },
      built: { here: local.ms, there: shared.ms, passages: shared.value.passages },
    });
  } finally {
    await Promise.all([here.close(), there.close()]);
    // The next corpus begins anew.
    await pool.query("DROP SCHEMA attache CASCADE");
    await pool.end();
    rmSync(dir, { recursive: true });
  }
}

/** How many of the first ten have the score that the index on disk gives at their place, to 1 in 100. */
function alike(mine: readonly Hit[], theirs: readonly Hit[]): number {
  return theirs.filter(({ score }, i) => Math.abs(score - (mine[i]?.score ?? -1)) < 0.01).length;
}

const news = new News();
const articles = articlesOf({ root: "", passages: Number(values.size) });
const questions = news.questions(100, articles);
await withBoth(
  (known) => news.corpus(articles, known),
  async ({ here, there, pool, built }) => {
    const before = memory();
    const { ms: opening } = await timed(() => there.search("first question", { top: 10 }));
    const opened = memory() - before;
    const cold: number[] = [];
    let [found, same, all] = [0, 0, 0];
    for (const question of questions) {
      const mine = await here.search(question, { top: 10 });
      const { value: theirs, ms } = await timed(() => there.search(question, { top: 10 }));
      cold.push(ms);
      const wanted = new Set(mine.map(({ passage }) => `${passage.articleId} ${passage.start}`));
      found += theirs.filter(({ passage }) => wanted.has(`${passage.articleId} ${passage.start}`)).length;
      same += alike(mine, theirs);
      all += mine.length;
    }
    cold.sort((a, b) => a - b);
    const ask = (index: CorpusIndex, filter = {}) =>
      latencies(questions, (question) => index.search(question, { top: 10, filter }));
    const [first] = await here.search(questions[0]!, { top: 1 });
    const month = first?.article.published?.date.slice(0, 7);
    const narrow = { from: month, to: month };
    console.table(
      [
        { what: "index on disk", ...(await ask(here)), "build s": built.here / 1000 },
        { what: "PostgreSQL", ...(await ask(there)), "build s": built.there / 1000 },
        { what: "PostgreSQL, each question for the first time", p50: cold[50]!, p99: cold[99]! },
        { what: "index on disk, a month", ...(await ask(here, narrow)) },
        { what: "PostgreSQL, a month", ...(await ask(there, narrow)) },
      ].map(rounded),
    );
    const recall = await recallOfGraph(pool);
    console.log(
      `${built.passages} passages: ${percent(found, all)} of the first ten on disk are found, ${percent(same, all)} ` +
        `score alike at their place; recall@10 of the graph ${recall}; ` +
        `opened in ${opening.toFixed(0)} ms, ${opened.toFixed(0)} MB`,
    );
    figures.push({
      what: `PostgreSQL, first ten hits as on disk, ${values.size} passages`,
      figure: percent(found, all),
      goal: "≥ 99 %",
      command: COMMAND,
    });
    const { rows: sizes } = await pool.query(
      `SELECT relname AS what, pg_total_relation_size(oid)::float8 / 1e6 AS "MB",
            pg_total_relation_size(oid)::float8 / $1 AS "bytes a passage" FROM pg_class
     WHERE relnamespace = 'attache'::regnamespace AND relkind = 'r' ORDER BY 2 DESC`,
      [built.passages],
    );
    console.table(sizes.map(rounded));
  },
);

const ranks: Record<string, Record<string, number>> = {};
for (const name of values.sets.split(",").filter((name) => existsSync(join(folder, name)))) {
  const set = readBeir(folder, name);
  const ids = new Map(set.documents.map(({ id }) => [articleId(id), id]));
  const queries = set.queries.filter((_, i) => i % Number(values.every) === 0);
  await withBoth(
    (known) => loadCorpus(join(folder, name, "corpus.jsonl"), { known }),
    async ({ here, there }) => {
      for (const [where, index] of Object.entries({ "on disk": here, "in PostgreSQL": there })) {
        const metrics = new RankMetrics();
        for (const { text, relevant } of queries) {
          const hits = await index.search(text, { top: 100 });
          metrics.add([...new Set(hits.map(({ article }) => ids.get(article.id)!))], relevant);
        }
        ranks[`${name}, ${where}`] = { queries: queries.length, ...metrics.means() };
      }
    },
  );
}
if (Object.keys(ranks).length > 0) console.table(ranks);
for (const name of new Set(Object.keys(ranks).map((row) => row.split(",")[0]!))) {
  const [here, there] = ["on disk", "in PostgreSQL"].map((where) => ranks[`${name}, ${where}`]!["nDCG@10"]!);
  figures.push({
    what: `PostgreSQL, ${name}, nDCG@10, and on disk`,
    figure: `${there}, ${here}`,
    goal: "within .005",
    command: COMMAND,
  });
}
record("postgres", figures);
await stop();

/** Recall of the ten nearest to fifty passages, as searches walk the graph. */
async function recallOfGraph(pool: Pool): Promise<number> {
  const client = await pool.connect();
  const nearest = async (vector: string, order: string) => {
    const { rows } = await client.query(
      `SELECT id FROM attache.passages WHERE embedding IS NOT NULL ORDER BY ${order} LIMIT 10`,
      [vector],
    );
    return rows.map(({ id }) => id as number);
  };
  await client.query("SET hnsw.ef_search = 200; SET enable_seqscan = off");
  const { rows: vectors } = await client.query(
    "SELECT embedding::text AS vector FROM attache.passages WHERE embedding IS NOT NULL ORDER BY random() LIMIT 50",
  );
  let found = 0;
  for (const { vector } of vectors) {
    const exact = new Set(await nearest(vector, "(embedding <=> $1::halfvec) + 0"));
    found += (await nearest(vector, "embedding <=> $1::halfvec")).filter((id) => exact.has(id)).length;
  }
  client.release(true);
  return round(found / (10 * vectors.length));
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
