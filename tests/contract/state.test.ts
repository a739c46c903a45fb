import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openPool } from "../../src/ops/postgres/pool.ts";
import { postgresDatabase, prepare } from "../../src/ops/state/postgres.ts";
import { openState, type State, stateIn } from "../../src/ops/state/state.ts";
import { folder } from "../index/corpora.ts";
import { testDatabase } from "./postgres.ts";

const day = 24 * 3_600_000;
const noon = Date.UTC(2025, 11, 1, 12);
let now = noon;
const clock = () => now;

/** Opens what bots share, as a bot of its own. */
type Open = () => Promise<State>;

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

async function files(): Promise<Open> {
  const path = `${folder()}/state.db`;
  return () => openState(path, clock);
}

async function postgres(): Promise<Open> {
  const pool = await openPool(database.url);
  await pool.query("DROP SCHEMA IF EXISTS attache_state CASCADE");
  await prepare(pool);
  await pool.end();
  return async () => stateIn(postgresDatabase(await openPool(database.url, { max: 4 }), clock));
}

describe.each([
  ["in a file", files],
  ["in PostgreSQL", postgres],
])("state %s", (_, share) => {
  let one: State;
  let other: State;
  let open: Open;
  beforeEach(async () => {
    now = noon;
    open = await share();
    [one, other] = [await open(), await open()];
    return async () => {
      await one.close();
      await other.close();
    };
  });

  test("is there for every bot, and after a restart", async () => {
    await one.settings.change("g", { language: "de", channels: ["1", "2"] });
    await one.feedback.vote("a", "u", 1, "q");
    const key = await one.memos.keep("answer", { claims: ["one \0 \u{1f1e7}"] });
    const exchange = { conversation: "c", place: "p", user: "u", message: "m", question: "q", answer: "a" };
    await one.conversations.add(exchange);
    for (const state of [other, await open()]) {
      expect(await state.settings.of("g")).toMatchObject({
        language: "de",
        channels: ["1", "2"],
        mentions: true,
      });
      expect(await state.settings.of("h")).toMatchObject({ language: null });
      expect(await state.feedback.of("a")).toEqual({ up: 1, down: 0 });
      expect(await state.memos.recall("answer", key)).toEqual({ claims: ["one \0 \u{1f1e7}"] });
      expect(await state.conversations.ofMessage("m")).toBe("c");
      if (state !== other) await state.close();
    }
  });

  test("gives an event to one of those who claim it at once", async () => {
    const events = Array.from({ length: 40 }, (_, n) => `e${n}`);
    const claims = await Promise.all(
      events.map(async (event) => Promise.all([one.seen.claim(event), other.seen.claim(event)])),
    );
    expect(claims.filter(([mine, yours]) => mine !== yours)).toHaveLength(40);
    now += 2 * 3_600_000;
    await other.prune();
    expect(await one.seen.claim("e0")).toBe(true);
  });

  test("counts the daily limit to its number over all bots at once, and anew at midnight UTC", async () => {
    const taken = await Promise.all(
      Array.from({ length: 30 }, (_, n) => (n % 2 ? one : other).usage.take("u", 10)),
    );
    expect(taken.filter(Boolean)).toHaveLength(10);
    expect(await one.usage.today("u")).toBe(10);
    expect(await other.usage.take("somebody", 10)).toBe(true);
    expect(await other.usage.take("u", null)).toBe(true);
    expect(await one.usage.take("fresh", 0)).toBe(false);
    now = Date.UTC(2025, 11, 1, 23, 59, 59, 999);
    expect(await one.usage.take("u", 10)).toBe(false);
    now += 1;
    expect(await one.usage.take("u", 10)).toBe(true);
    expect(await other.usage.today("u")).toBe(1);
  });

  test("adds up tokens that bots spend at once, by day, and forgets them after two months", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other).tokens.spend("person:u", "2025-12-01", 5)),
    );
    expect(await one.tokens.spent("person:u", "2025-12-01")).toBe(100);
    expect(await one.tokens.spent("person:u", "2025-12-02")).toBe(0);
    now += 61 * day;
    await one.prune();
    expect(await other.tokens.spent("person:u", "2025-12-01")).toBe(0);
  });

  test("heeds two people who change different settings of a server at once", async () => {
    await Promise.all([
      one.settings.change("g", { dailyLimit: 5, language: "fr" }),
      other.settings.change("g", { ephemeral: true }),
    ]);
    await other.settings.change("g", { language: null });
    expect(await one.settings.of("g")).toMatchObject({ dailyLimit: 5, ephemeral: true, language: null });
  });

  test("counts one vote a person, the last one", async () => {
    await one.feedback.vote("a", "u", 1, "q");
    await other.feedback.vote("a", "u", -1, "q");
    await other.feedback.vote("a", "v", -1, "q");
    expect(await one.feedback.of("a")).toEqual({ up: 0, down: 2 });
  });

  test("lets what stands behind buttons expire after thirty days, and answer to its kind alone", async () => {
    const key = await one.memos.keep("answer", 1);
    expect(await other.memos.recall("timeline", key)).toBeUndefined();
    now += 29 * day;
    await other.prune();
    expect(await other.memos.recall("answer", key)).toBe(1);
    now += 2 * day;
    expect(await other.memos.recall("answer", key)).toBeUndefined();
  });

  test("recalls a conversation in order, its last exchanges only, until silence ends it", async () => {
    const exchange = { conversation: "c", place: "p", user: "u", message: null };
    for (const n of [1, 2, 3]) {
      await (n === 2 ? other : one).conversations.add({ ...exchange, question: `q${n}`, answer: `a${n}` });
    }
    expect(await other.conversations.recall("c", 2)).toEqual([
      { question: "q2", answer: "a2" },
      { question: "q3", answer: "a3" },
    ]);
    now += 60_000;
    expect(await other.conversations.latest("p", "u", 120_000)).toBe("c");
    expect(await one.conversations.latest("p", "other", 120_000)).toBeUndefined();
    expect(await one.conversations.latest("p", "u", 30_000)).toBeUndefined();
    now += 31 * day;
    await one.prune();
    expect(await other.conversations.recall("c", 2)).toEqual([]);
  });

  test("opens for several bots at the same moment", async () => {
    const states = await Promise.all(Array.from({ length: 4 }, () => open()));
    expect(await Promise.all(states.map((state) => state.usage.today("nobody")))).toEqual([0, 0, 0, 0]);
    await Promise.all(states.map((state) => state.close()));
  });
});
