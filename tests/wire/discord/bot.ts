import { pino } from "pino";
import { afterEach, expect } from "vitest";
import { vocabulary } from "../../../commands/index.ts";
import { type Bot, type BotOptions, startBot } from "../../../src/discord/bot.ts";
import { openState } from "../../../src/ops/state/state.ts";
import { fixtureDesk } from "../../fixtures/desk.ts";
import { Peer } from "./peer.ts";

const open: { bot: Bot; peer: Peer }[] = [];

/** A peer and the bot connected to it; after the test, both are closed and what the peer found wrong fails it. */
export async function connected(
  more: Partial<BotOptions> & { peer?: Peer; desk?: ReturnType<typeof fixtureDesk> } = {},
) {
  const peer = more.peer ?? (await new Peer().start());
  const desk = more.desk ?? fixtureDesk();
  const state = more.state ?? (await openState(":memory:"));
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: "debug", base: null }, { write: (line: string) => lines.push(JSON.parse(line)) });
  const { peer: _, ...options } = more;
  const bot = await startBot({
    token: peer.token,
    log,
    vocabulary,
    rest: peer.rest,
    ...options,
    desk,
    state,
  });
  open.push({ bot, peer });
  return { bot, peer, desk, state, lines };
}

afterEach(async () => {
  for (const { bot, peer } of open.splice(0)) {
    await bot.close();
    await peer.stop();
    expect(peer.world.faults).toEqual([]);
    expect(peer.world.pinged).toEqual([]);
  }
});
