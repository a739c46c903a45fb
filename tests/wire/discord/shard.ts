/** One shard of a bot, as `shards.test.ts` starts them: a program of its own. */
import { pino } from "pino";
import { vocabulary } from "../../../commands/index.ts";
import { startBot } from "../../../src/discord/bot.ts";
import { openState } from "../../../src/ops/state/state.ts";
import { fixtureDesk } from "../../fixtures/desk.ts";

const [api, file] = process.argv.slice(2) as [string, string];
const state = await openState(file);
const token = process.env.DISCORD_TOKEN!;
const log = pino({ level: "silent" });
// What ShardingManager tells each of its processes.
const shards = { ids: [Number(process.env.SHARDS)], count: Number(process.env.SHARD_COUNT) };
const bot = await startBot({ token, desk: fixtureDesk(), state, log, vocabulary, rest: { api }, shards });
process.once("SIGTERM", async () => {
  await bot.close();
  await state.close();
  process.disconnect();
});
// The test that started it is gone.
process.on("disconnect", () => process.exit());
