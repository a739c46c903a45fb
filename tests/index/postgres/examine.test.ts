import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { tools } from "../../../bench/score.ts";
import {
  buildPostgres,
  connect,
  examinePostgres,
  mendPostgres,
  openPostgres,
} from "../../../src/index/postgres/index.ts";
import { openPool } from "../../../src/ops/postgres/pool.ts";
import { testDatabase } from "../../contract/postgres.ts";
import { article } from "../../fixtures/article.ts";
import { corpusOf, news } from "../corpora.ts";

const { embedder } = tools;
let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(() => query("DROP SCHEMA IF EXISTS attache CASCADE"));

async function query(sql: string): Promise<void> {
  const pool = await openPool(database.url);
  await pool.query(sql);
  await pool.end();
}

const request = (articles: number) => ({
  url: database.url,
  embedder: embedder.id,
  origin: "",
  corpus: corpusOf(news(articles)),
});

async function examined(articles = 20, more = {}) {
  const findings = await examinePostgres({ ...request(articles), ...more });
  return { findings, last: findings.at(-1)!, kinds: findings.map(({ kind }) => kind) };
}

async function build(articles: number): Promise<void> {
  const pool = await connect(database.url);
  await buildPostgres({ pool, corpus: corpusOf(news(articles)), embedder });
  await pool.end();
}

async function mend(): Promise<void> {
  const pool = await connect(database.url);
  await mendPostgres(pool, request(20));
  await buildPostgres({ pool, corpus: corpusOf(news(20)), embedder });
  await pool.end();
}

test("an index that is whole and in step with its corpus is fine; one that is behind is said to be", async () => {
  await build(20);
  expect(new Set((await examined()).kinds)).toEqual(new Set(["fine"]));
  expect((await examined(22)).last).toMatchObject({
    kind: "warning",
    message: expect.stringContaining("2 articles are new"),
  });
  expect((await examined(19)).last).toMatchObject({ message: expect.stringContaining("1 have left") });
});

test("a database without tables, with those of an older version or of a newer one, is told so, and nothing is written", async () => {
  for (let time = 0; time < 2; time++) {
    expect((await examined()).last).toMatchObject({
      kind: "fault",
      message: expect.stringContaining("no tables"),
    });
  }
  await build(3);
  await query("DELETE FROM attache.migrations WHERE number >= 2");
  expect((await examined()).last.message).toContain("step 1 of 5");
  await query("INSERT INTO attache.migrations VALUES (2), (3), (4), (5), (6)");
  expect((await examined()).last).toMatchObject({ kind: "fault", remedy: "Run that version." });
  await expect(connect(database.url)).rejects.toMatchObject({ code: "database.newer" });
});

test("tables of the step before are begun anew, and indexed from the corpus", async () => {
  await build(3);
  await query("DELETE FROM attache.migrations WHERE number >= 2; DROP TABLE attache.forms, attache.postings");
  await mend();
  expect((await examined()).last.kind).toBe("fine");
});

test("articles in Chinese and English whose words were read otherwise are read anew, no others", async () => {
  const corpus = corpusOf([
    ...news(3).map((one) => ({ ...one, language: "fr" })),
    article("zh", "名匠用柘木制成长弓。", { language: "zh" }),
    article("en", "The minister of defence resigned."),
  ]);
  const pool = await connect(database.url);
  await buildPostgres({ pool, corpus, embedder });
  await query(
    "DELETE FROM attache.migrations WHERE number >= 3; ALTER TABLE attache.articles DROP COLUMN name",
  );
  await (await connect(database.url)).end();
  const behind = () => examined(3, { corpus });
  expect((await behind()).last.message).toContain("2 articles are new or changed");
  await buildPostgres({ pool, corpus, embedder });
  const { rows } = await pool.query("SELECT id FROM attache.articles WHERE name IS NULL");
  expect(rows).toEqual([]);
  await pool.end();
  expect((await behind()).last.kind).toBe("fine");
});

const damages = [
  ["passages that are gone", "DELETE FROM attache.passages WHERE id < 5", "passages"],
  ["words that are gone", "DELETE FROM attache.postings WHERE stem % 3 = 0", "add up"],
  ["a graph that is gone", "DROP INDEX attache.passages_embedding", "graph"],
  ["articles that are gone", "DELETE FROM attache.articles WHERE id = 'news-3'", "passages"],
] as const;

test.each(damages)("%s are noticed, and mended", async (_, harm, said) => {
  await build(20);
  const answers = async () => {
    const index = await openPostgres({ pool: await connect(database.url), tools });
    const hits = await index.search("Company7 sold grain", { top: 5 });
    await index.close();
    return hits;
  };
  const before = await answers();
  await query(harm);
  expect((await examined()).last).toMatchObject({ kind: "fault", message: expect.stringContaining(said) });
  await mend();
  expect((await examined()).last.kind).toBe("fine");
  expect(await answers()).toEqual(before);
});

test("another embedder is named, and an index that holds nothing yet", async () => {
  await (await connect(database.url)).end();
  expect((await examined()).findings.at(-2)).toMatchObject({
    kind: "warning",
    message: expect.stringContaining("Nothing"),
  });
  await build(3);
  const other = await examined(3, { embedder: "openai:other" });
  expect(other.last).toMatchObject({ kind: "fault", message: expect.stringContaining("openai:other") });
});

test("a server without pgvector is a fault that says what to do", async () => {
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port: 0, maxConnections: 4 });
  await server.start();
  const url = `postgres://postgres:postgres@${server.getServerConn()}/postgres`;
  expect((await examined(3, { url })).last).toMatchObject({
    kind: "fault",
    message: expect.stringContaining("pgvector is not installed"),
    remedy: expect.stringContaining("Install"),
  });
  await expect(connect(url)).rejects.toMatchObject({ name: "UserError", code: "index.extension" });
  await server.stop();
  await db.close();
});
