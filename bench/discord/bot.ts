/** The bot in a process of its own, for `bench/discord.ts`: it says when it is ready, and how much memory it holds. */
import { join } from "node:path";
import { pino } from "pino";
import { vocabulary } from "../../commands/index.ts";
import { openDesk } from "../../src/desk.ts";
import { startBot } from "../../src/discord/bot.ts";
import { openState } from "../../src/ops/state/state.ts";

const [api, token, corpus, data] = process.argv.slice(2) as [string, string, string, string];
const desk = await openDesk({ corpus, data, embeddings: "glove" });
const log = pino({ level: "silent" });
const state = await openState(join(data, "state.sqlite"));
const bot = await startBot({ token, desk, state, log, vocabulary, rest: { api } });
process.send?.({ ready: performance.timeOrigin });
process.on("message", async (message) => {
  if (message === "memory") process.send?.({ memory: process.memoryUsage().rss });
  if (message !== "close") return;
  await bot.close();
  await state.close();
  await desk.close();
  process.disconnect();
});
// Nobody is there to ask it anything more.
process.on("disconnect", () => process.exit());
