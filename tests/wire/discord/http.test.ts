import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { expect, test } from "vitest";
import { answerTo, fixtureDesk } from "../../fixtures/desk.ts";
import { connected } from "./bot.ts";
import { judgeCallback } from "./judge.ts";
import { Peer, until } from "./peer.ts";
import { taken } from "./rest.ts";
import { textOf } from "./world.ts";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const hex = publicKey.export({ format: "der", type: "spki" }).subarray(12).toString("hex");
const endpoint = { publicKey: hex, port: 0, host: "127.0.0.1" };

interface Signed {
  readonly key?: KeyObject;
  readonly timestamp?: number;
}

/** The headers with which Discord signs a request. */
function signed(body: string, { key = privateKey, timestamp = Math.floor(Date.now() / 1_000) }: Signed = {}) {
  const signature = sign(null, Buffer.from(`${timestamp}${body}`), key).toString("hex");
  return { "x-signature-ed25519": signature, "x-signature-timestamp": String(timestamp) };
}

async function deliver(port: number | null, body: string, headers: Record<string, string>) {
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body, headers });
  return { status: response.status, json: response.status === 200 ? await response.json() : null };
}

test("a PING is answered with a PONG", async () => {
  const { bot } = await connected({ http: endpoint });
  const body = JSON.stringify({ type: 1, id: "1" });
  expect(await deliver(bot.port, body, signed(body))).toEqual({ status: 200, json: { type: 1 } });
});

test("forged, altered, stale, replayed and unsigned requests are refused with 401, and go no further", async () => {
  const { bot, desk } = await connected({ http: endpoint });
  const body = JSON.stringify({ type: 1, id: "1" });
  const forger = generateKeyPairSync("ed25519").privateKey;
  const good = signed(body);
  const now = Math.floor(Date.now() / 1_000);
  expect((await deliver(bot.port, body, signed(body, { key: forger }))).status).toBe(401);
  expect((await deliver(bot.port, `${body} `, good)).status).toBe(401);
  expect((await deliver(bot.port, body, signed(body, { timestamp: now - 3_600 }))).status).toBe(401);
  expect((await deliver(bot.port, body, signed(body, { timestamp: now + 3_600 }))).status).toBe(401);
  expect((await deliver(bot.port, body, {})).status).toBe(401);
  expect((await deliver(bot.port, body, { ...good, "x-signature-ed25519": "zz" })).status).toBe(401);
  expect((await deliver(bot.port, body, good)).status).toBe(200);
  expect((await deliver(bot.port, body, good)).status).toBe(401);
  const upper = { ...good, "x-signature-ed25519": good["x-signature-ed25519"].toUpperCase() };
  expect((await deliver(bot.port, body, upper)).status).toBe(401);
  expect(desk.asked).toEqual([]);
});

test("a body past the limit is refused unread, and one that is no JSON is not understood", async () => {
  const { bot } = await connected({ http: endpoint });
  const large = "x".repeat(300_000);
  expect((await deliver(bot.port, large, signed(large))).status).toBe(413);
  expect((await deliver(bot.port, "{", signed("{"))).status).toBe(400);
  expect((await fetch(`http://127.0.0.1:${bot.port}/`)).status).toBe(405);
});

test("a command over HTTP is acknowledged in the response and answered over REST", async () => {
  const { bot, peer } = await connected({ http: endpoint });
  const { interaction, payload } = peer.prepare({
    type: 2,
    data: { name: "ask", type: 1, options: [{ name: "question", type: 3, value: "who was freed?" }] },
  });
  // The answer over REST may only come after the acknowledgement was received.
  const body = JSON.stringify(payload);
  const { status, json } = await deliver(bot.port, body, signed(body));
  expect(status).toBe(200);
  expect(judgeCallback(json)).toEqual([]);
  expect(taken(interaction, json as { type: number }, [], peer.world, peer.deadlines)).toBe(true);
  expect(textOf(await peer.answer(interaction))).toContain("[1]");
  // The same interaction under a new signature.
  const again = signed(body, { timestamp: Math.floor(Date.now() / 1_000) + 1 });
  expect((await deliver(bot.port, body, again)).status).toBe(401);
});

test("closing over HTTP finishes what runs", async () => {
  const { promise: go, resolve } = Promise.withResolvers<void>();
  const desk = fixtureDesk({
    async ask({ text }) {
      await go;
      return answerTo(text);
    },
  });
  const { bot, peer } = await connected({ http: endpoint, desk, peer: await new Peer().start() });
  const { interaction, payload } = peer.prepare({
    type: 2,
    data: { name: "ask", type: 1, options: [{ name: "question", type: 3, value: "who?" }] },
  });
  const body = JSON.stringify(payload);
  const { json } = await deliver(bot.port, body, signed(body));
  taken(interaction, json as { type: number }, [], peer.world, peer.deadlines);
  await until(() => desk.asked.length === 1);
  const closed = bot.close();
  resolve();
  await closed;
  expect(textOf(await peer.answer(interaction))).toContain("[1]");
  await expect(deliver(bot.port, body, {})).rejects.toThrow();
});
