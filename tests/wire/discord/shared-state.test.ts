import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { vocabulary } from "../../../commands/index.ts";
import { startBot } from "../../../src/discord/bot.ts";
import { openPool } from "../../../src/ops/postgres/pool.ts";
import { openSharedState } from "../../../src/ops/state/state.ts";
import { testDatabase } from "../../contract/postgres.ts";
import { fixtureDesk } from "../../fixtures/desk.ts";
import { folder } from "../../index/corpora.ts";
import { ids } from "./cast.ts";
import { Peer, until } from "./peer.ts";
import { textOf } from "./world.ts";

let database: Awaited<ReturnType<typeof testDatabase>>;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  const pool = await openPool(database.url);
  await pool.query("DROP SCHEMA IF EXISTS attache_state CASCADE");
  await pool.end();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
afterAll(() => database.stop());

/** A bot as on a machine of its own: its own folder, its own connections, and the gateway sends it every event. */
async function machine(peer: Peer) {
  const log = pino({ level: "silent" });
  const state = await openSharedState({ url: database.url, path: `${folder()}/state.db`, log });
  closing.push(() => state.close());
  const desk = fixtureDesk();
  const bot = await startBot({ token: peer.token, desk, state, log, vocabulary, rest: peer.rest });
  closing.push(() => bot.close());
  return { state, desk };
}

test("two machines that get the same event answer it once, and count a person's day together", async () => {
  const peer = await new Peer().start();
  peer.gateway.alone = false;
  closing.push(() => peer.stop());
  const [one, other] = [await machine(peer), await machine(peer)];
  expect(peer.gateway.connected).toBe(2);
  const asked = () => one.desk.asked.length + other.desk.asked.length;

  await one.state.settings.change(ids.guild, { dailyLimit: 6 });
  for (let n = 1; n <= 3; n++) {
    const command = peer.command("ask", { question: `who was freed ${n}?` });
    expect(textOf(await peer.answer(command))).toContain("[1]");
    await peer.replyTo(peer.say(`<@${ids.bot}> and who else ${n}?`));
    await setTimeout(30);
    expect(command.edits).toBe(1);
    expect(asked()).toBe(2 * n);
  }
  expect(textOf(await peer.answer(peer.command("ask", { question: "one more?" })))).toContain(
    "6 questions today",
  );
  expect(textOf(await peer.replyTo(peer.say(`<@${ids.bot}> and more?`)))).toContain("6 questions today");
  expect(asked()).toBe(6);
  expect(await other.state.usage.today(`${ids.guild}:${ids.user}`)).toBe(6);
  expect(peer.world.faults).toEqual([]);
});

/** The same in a process of its own. */
function program(peer: Peer) {
  const env = { ...process.env, DISCORD_TOKEN: peer.token, SHARDS: "0", SHARD_COUNT: "1" };
  const args = [peer.rest.api, `${folder()}/state.db`, database.url];
  const child = fork(join(import.meta.dirname, "shard.ts"), args, { env });
  closing.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  });
  return child;
}

test("two processes answer each event once, and when one is killed the other goes on counting", async () => {
  const peer = await new Peer().start();
  peer.gateway.alone = false;
  closing.push(() => peer.stop());
  const state = await openSharedState({
    ...{ url: database.url, path: `${folder()}/state.db`, log: pino({ level: "silent" }) },
  });
  closing.push(() => state.close());
  await state.settings.change(ids.guild, { dailyLimit: 6 });
  const [one] = [program(peer), program(peer)];
  await until(() => peer.gateway.connected === 2);

  const ask = async (question: string) => {
    const asked = peer.command("ask", { question });
    const told = textOf(await peer.answer(asked));
    await setTimeout(30);
    expect(asked.edits).toBeLessThanOrEqual(1);
    return told;
  };
  for (let n = 1; n <= 3; n++) expect(await ask(`who was freed ${n}?`)).toContain("[1]");
  one.kill("SIGKILL");
  await once(one, "exit");
  for (let n = 4; n <= 6; n++) expect(await ask(`who was freed ${n}?`)).toContain("[1]");
  expect(await ask("and one more?")).toContain("6 questions today");
  expect(await state.usage.today(`${ids.guild}:${ids.user}`)).toBe(6);
  expect(peer.world.faults).toEqual([]);
});

test("a button under an answer of one machine works on the other, and so does what was said before", async () => {
  const peer = await new Peer().start();
  closing.push(() => peer.stop());
  const first = await machine(peer);
  const message = await peer.answer(peer.command("ask", { question: "who was freed?" }));
  // The gateway's session goes to the machine that identifies last.
  const second = await machine(peer);
  await peer.answer(peer.press(message, /^vote:.*:1$/));
  await peer.answer(peer.command("ask", { question: "and when?" }));
  expect(first.desk.asked).toHaveLength(1);
  expect(second.desk.asked[0]?.history).toMatchObject([{ text: "who was freed?" }, { role: "assistant" }]);
  expect(peer.world.faults).toEqual([]);
});
