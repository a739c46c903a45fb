/**
 * The index in PostgreSQL: `node bench/postgres.ts [--size 5000]`, against TEST_INDEX_URL, or PGlite in this process.
 * Compares it with the index on disk, and BM25 over its bags of stems with PostgreSQL's full-text search.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildIndex } from "../src/index/build/build.ts";
import { openIndex } from "../src/index/open.ts";
import { buildPostgres, connect, openPostgres } from "../src/index/postgres/index.ts";
import { readQuery } from "../src/index/search/query.ts";
import { Versions } from "../src/index/storage/versions.ts";
import { Version } from "../src/index/version.ts";
import { testDatabase } from "../tests/contract/postgres.ts";
import { score, tools } from "./score.ts";
import { latencies, rounded, timed } from "./speed/measure.ts";
import { News } from "./speed/news.ts";
import { articlesOf } from "./speed/ours.ts";

const { values } = parseArgs({ options: { size: { type: "string", default: "5000" } } });
const articles = articlesOf({ root: "", passages: Number(values.size) });
const news = new News();
const corpus = (known: ReadonlyMap<string, string>) => news.corpus(articles, known);
const { embedder, similarity } = tools;
const questions = news.questions(100, articles);

const dir = mkdtempSync(join(tmpdir(), "attache-postgres-"));
await buildIndex({ dir, corpus, embedder });
const here = await openIndex({ dir, score });
const versions = new Versions(dir);
const version = await Version.open(versions, versions.current()!);

const { url, stop } = await testDatabase();
const pool = await connect(url);
const { value: built, ms } = await timed(() => buildPostgres({ pool, corpus, embedder }));
await pool.query(
  "ANALYZE attache.passages; ANALYZE attache.bags; ANALYZE attache.stems; ANALYZE attache.articles",
);
const there = await openPostgres({ pool: await connect(url), tools });

let [same, all] = [0, 0];
for (const question of questions) {
  const mine = await here.search(question, { top: 10 });
  const theirs = await there.search(question, { top: 10 });
  const least = (mine.at(-1)?.score ?? 1) - 1e-4;
  same += theirs.filter((hit) => hit.score >= least).length;
  all += mine.length;
}
const { rows: sizes } = await pool.query(
  `SELECT relname AS table, pg_total_relation_size(oid)::float8 / 1e6 AS "MB" FROM pg_class
   WHERE relnamespace = 'attache'::regnamespace AND relkind = 'r' ORDER BY 2 DESC`,
);

const read = questions.map((question) => readQuery(question, version.words, version.languages, similarity));
const stemsOf = (query: (typeof read)[number]) =>
  query.flatMap(({ stems }) => stems.map((stem) => version.words.stemText(stem)));
const bags = await latencies(read, (query) =>
  pool.query(
    `SELECT b.passage, (
       SELECT sum(q.weight * tf.count * 2.2 / (tf.count + 1.2 * (0.25 + 0.75 * b.length / 66.0)))
       FROM unnest($1::text[], $2::float8[]) AS q (stem, weight) JOIN attache.stems t USING (stem),
       LATERAL (SELECT b.counts[array_position(b.stems, t.id)] AS count) tf) AS score
     FROM attache.bags b WHERE b.stems && ARRAY(SELECT id FROM attache.stems WHERE stem = ANY($1) ORDER BY frequency LIMIT 3)
     ORDER BY 2 DESC NULLS LAST LIMIT 50`,
    [stemsOf(query), query.flatMap(({ stems, weight }) => stems.map(() => weight))],
  ),
);
await pool.query(
  "CREATE TABLE attache.texts AS SELECT id, to_tsvector('english', words) AS words FROM attache.passages",
);
await pool.query("CREATE INDEX ON attache.texts USING gin (words)");
const fullText = await latencies(questions, (question) =>
  pool.query(
    `SELECT id, ts_rank(words, q, 1) FROM attache.texts, to_tsquery('english', $1) q WHERE words @@ q ORDER BY 2 DESC LIMIT 50`,
    [question.split(" ").join(" | ")],
  ),
);

console.table(
  [
    { what: "index on disk, hybrid", ...(await latencies(questions, (q) => here.search(q, { top: 10 }))) },
    { what: "PostgreSQL, hybrid", ...(await latencies(questions, (q) => there.search(q, { top: 10 }))) },
    { what: "PostgreSQL, words by bags of stems (BM25)", ...bags },
    { what: "PostgreSQL, words by full text (ts_rank)", ...fullText },
  ].map(rounded),
);
console.log(
  `${built.passages} passages in ${(ms / 1000).toFixed(1)} s; ${((100 * same) / all).toFixed(1)} % of what the index on disk finds`,
);
console.table(sizes);
await there.close();
await here.close();
version.close();
await pool.query("DROP SCHEMA attache CASCADE");
await pool.end();
await stop();
rmSync(dir, { recursive: true });
