import { afterAll, beforeAll, expect, test } from "vitest";
import { tools } from "../../../bench/score.ts";
import type { CorpusIndex } from "../../../src/index/corpus-index.ts";
import { buildPostgres, connect, openPostgres } from "../../../src/index/postgres/index.ts";
import type { UserError } from "../../../src/ops/user-error.ts";
import { testDatabase } from "../../contract/postgres.ts";
import { corpusOf, news } from "../../index/corpora.ts";
import { Cable, refusal, refusing } from "./peers.ts";

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
  const pool = await connect(database.url);
  await pool.query("DROP SCHEMA attache CASCADE");
  await pool.end();
  const fresh = await connect(database.url);
  await buildPostgres({ pool: fresh, corpus: corpusOf(news(30)), embedder: tools.embedder });
  await fresh.end();
});
afterAll(() => database.stop());

const faultOf = async (url: string): Promise<UserError> =>
  connect(url).then(
    () => expect.unreachable("it connected"),
    (error) => error,
  );

const refusals = [
  ["28P01", 'password authentication failed for user "someone"', "index.password", "%40"],
  ["28000", "no pg_hba.conf entry for host, no encryption", "index.tls", "sslmode=require"],
  ["3D000", 'database "attache" does not exist', "index.database", "createdb"],
  ["53300", "sorry, too many clients already", "index.busy", "max_connections"],
  ["57P03", "the database system is starting up", "index.unreachable", "again in a moment"],
  ["57P01", "terminating connection due to administrator command", "index.unreachable", "again in a moment"],
] as const;

test.each(refusals)(
  "whoever is refused with %s, %s, is told why and what to do",
  async (code, said, kind, mend) => {
    const fault = await faultOf(await refusing(refusal(code, said), "connecting"));
    expect(fault).toMatchObject({ name: "UserError", code: kind });
    expect(fault.message).toContain(said);
    expect(fault.message).toContain(mend);
    expect(fault.message).toMatch(/127\.0\.0\.1:\d+\/attache/);
    expect(fault.message).not.toContain("s3cret");
  },
);

const faults = [
  ["42501", "permission denied for database attache", "index.permission", "GRANT CREATE"],
  ["25006", "cannot execute CREATE SCHEMA in a read-only transaction", "index.readOnly", "primary"],
  ["53100", "could not extend file: No space left on device", "index.diskFull", "room"],
  ["22P05", "character has no equivalent in encoding LATIN1", "index.encoding", "UTF8"],
  ["57014", "canceling statement due to statement timeout", "index.slow", "doctor"],
  ["0A000", 'extension "vector" is not available', "index.extension", "postgresql-NN-pgvector"],
] as const;

test.each(faults)("so is whoever is let in and then hears %s, %s", async (code, said, kind, mend) => {
  const fault = await faultOf(await refusing(refusal(code, said, "ERROR"), "asked"));
  expect(fault).toMatchObject({ name: "UserError", code: kind });
  expect(fault.message).toContain(mend);
  expect(fault.message).not.toContain("s3cret");
});

test("TLS that the server does not speak, and a server that is not there, are told apart", async () => {
  const url = await refusing(refusal("XX000", "never sent"), "connecting");
  expect(await faultOf(`${url}?sslmode=require`)).toMatchObject({ code: "index.tls" });
  const nowhere = await faultOf("postgres://someone:s3cret@127.0.0.1:1/attache");
  expect(nowhere).toMatchObject({ code: "index.unreachable" });
  expect(nowhere.message).not.toContain("s3cret");
});

async function through(use: (cable: Cable, index: CorpusIndex) => Promise<void>): Promise<void> {
  const cable = await Cable.to(database.url);
  const index = await openPostgres({ pool: await connect(cable.url), tools });
  await use(cable, index).finally(() => index.close());
}

test("a search whose connection is lost, at any of its statements, is answered all the same", () =>
  through(async (cable, index) => {
    const wanted = await index.search("metal exports", { top: 3 });
    for (const farewell of [
      undefined,
      refusal("57P01", "terminating connection due to administrator command"),
    ]) {
      for (let message = 0; message < 6; message++) {
        Object.assign(cable, { farewell, cutAfter: message });
        expect(await index.search("metal exports", { top: 3 })).toEqual(wanted);
      }
      cable.cutAfter = 0;
      expect(await index.articles()).toHaveLength(30);
      expect(await index.article("news-3")).toMatchObject({ id: "news-3" });
    }
    expect(cable.cuts).toBeGreaterThanOrEqual(10);
  }));

test("a search while the server restarts waits for it; one that stays away is told of", () =>
  through(async (cable, index) => {
    const wanted = await index.search("metal exports", { top: 3 });
    const restarting = cable.away(400);
    expect(await index.search("metal exports", { top: 3 })).toEqual(wanted);
    await restarting;
    const gone = cable.away(6_000);
    await expect(index.search("metal exports", { top: 3 })).rejects.toMatchObject({
      code: "index.unreachable",
    });
    await gone;
    expect(await index.search("metal exports", { top: 3 })).toEqual(wanted);
  }));

test("a build whose connection is lost changes nothing, and the next one does", () =>
  through(async (cable, index) => {
    const pool = await connect(cable.url);
    const before = await index.stats();
    const build = (articles: number) =>
      buildPostgres({ pool, corpus: corpusOf(news(articles)), embedder: tools.embedder });
    cable.cutAfter = 12;
    await expect(build(40)).rejects.toMatchObject({ name: "UserError", code: "index.unreachable" });
    expect(await index.stats()).toEqual(before);
    expect(await build(31)).toMatchObject({ articles: 31, added: 1 });
    expect(await build(30)).toMatchObject({ articles: 30, removed: 1 });
    await pool.end();
  }));

test("more questions at once than there are connections wait for each other, and each is answered", () =>
  through(async (_, index) => {
    const wanted = await index.search("metal exports", { top: 3 });
    const all = await Promise.all(
      Array.from({ length: 50 }, () => index.search("metal exports", { top: 3 })),
    );
    expect(all).toEqual(Array(50).fill(wanted));
  }));
