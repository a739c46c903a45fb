import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pino } from "pino";
import { expect, test } from "vitest";
import { startShards } from "../../../src/discord/shards.ts";
import { ids } from "./cast.ts";
import { Peer, until } from "./peer.ts";
import { textOf } from "./world.ts";

test("SHARDS=auto runs as many processes as Discord recommends, and each event is answered by one of them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "shards-"));
  const peer = await new Peer().start();
  const shards = await startShards({
    token: peer.token,
    log: pino({ level: "silent" }),
    count: "auto",
    program: join(import.meta.dirname, "shard.ts"),
    args: [peer.rest.api, join(folder, "state.sqlite")],
    rest: peer.rest,
  });
  try {
    expect(shards.count).toBe(2);
    expect(peer.gateway.connected).toBe(2);
    const asked = peer.command("ask", { question: "who was freed?" });
    expect(textOf(await peer.answer(asked))).toContain("[1]");
    const written = await peer.replyTo(peer.say("who was freed?", { direct: true }));
    expect(written.channel).toBe(ids.direct);
    await setTimeout(50);
    expect(asked.edits).toBe(1);
  } finally {
    await shards.close();
  }
  await until(() => peer.gateway.connected === 0);
  await peer.stop();
  rmSync(folder, { recursive: true });
  expect(peer.world.faults).toEqual([]);
});
