import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openSharedState, type State } from "../../src/ops/state/state.ts";
import { folder } from "../index/corpora.ts";

/** A PostgreSQL that can be taken away and come back, at the same address and with what it held. */
let db: PGlite;
let server: PGLiteSocketServer | undefined;
let port = 0;

async function start(): Promise<void> {
  server = new PGLiteSocketServer({ db, host: "127.0.0.1", port, maxConnections: 16 });
  await server.start();
  port = Number(server.getServerConn().split(":")[1]);
}

async function stop(): Promise<void> {
  await server?.stop();
  server = undefined;
}

let words: string[];
const opened: State[] = [];

async function bot(clock?: () => number): Promise<State> {
  const log = {
    warn: (_: object, said: string) => words.push(said),
    info: (_: object, said: string) => words.push(said),
  };
  const state = await openSharedState({
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    path: `${folder()}/state.db`,
    log: log as never,
    pause: 20,
    clock,
  });
  opened.push(state);
  return state;
}

beforeAll(async () => {
  db = await PGlite.create();
  await start();
});
beforeEach(async () => {
  words = [];
  if (!server) await start();
  await db.exec("DROP SCHEMA IF EXISTS attache_state CASCADE");
  return async () => {
    for (const state of opened.splice(0)) await state.close();
  };
});
afterAll(async () => {
  await stop();
  await db.close();
});

test("while the database is away each bot goes on by itself, says so once, and hands on what changed", async () => {
  const [one, other] = [await bot(), await bot()];
  await one.settings.change("g", { dailyLimit: 3, channels: ["1"] });
  expect((await other.settings.of("g")).dailyLimit).toBe(3);
  expect(await other.usage.take("u", 3)).toBe(true);
  expect(await other.usage.take("u", 3)).toBe(true);
  await stop();

  // What it knew of the server holds, and a limit that was nearly used up is not given anew.
  expect(await other.settings.of("g")).toMatchObject({ dailyLimit: 3, channels: ["1"] });
  expect([await other.usage.take("u", 3), await other.usage.take("u", 3)]).toEqual([true, false]);
  expect([await other.seen.claim("e"), await other.seen.claim("e")]).toEqual([true, false]);
  const key = await other.memos.keep("answer", "kept");
  await other.feedback.vote("a", "u", 1, "q");
  expect(await other.memos.recall("answer", key)).toBe("kept");
  expect(words).toEqual([expect.stringContaining("away")]);

  await start();
  await expect.poll(async () => (await other.feedback.of("a")).up && words.length).toBe(2);
  expect(words[1]).toContain("back");
  await expect.poll(() => one.memos.recall("answer", key)).toBe("kept");
  expect(await one.usage.today("u")).toBe(3);
  expect(await one.usage.take("u", 3)).toBe(false);
  expect(await one.seen.claim("e")).toBe(false);
});

test("a bot starts while the database is away, and joins the others when it is back", async () => {
  await stop();
  const early = await bot();
  await early.tokens.spend("person:u", "2025-12-01", 40);
  expect(await early.tokens.spent("person:u", "2025-12-01")).toBe(40);
  await start();
  const late = await bot();
  await expect
    .poll(async () => {
      await early.tokens.spent("person:u", "2025-12-01");
      return late.tokens.spent("person:u", "2025-12-01");
    })
    .toBe(40);
});

test("the day is the database's, however wrong a bot's own clock is", async () => {
  const [right, wrong] = [await bot(), await bot(() => Date.now() + 40 * 24 * 3_600_000)];
  expect(await wrong.usage.take("u", 1)).toBe(true);
  expect(await right.usage.take("u", 1)).toBe(false);
  expect(Math.abs(wrong.clock() - Date.now())).toBeLessThan(60_000);
});
