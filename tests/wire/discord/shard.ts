/** One process of a bot, as `shards.test.ts` and `shared-state.test.ts` start them. Its state is in a file, and shared in a PostgreSQL where one is named. */
import { pino } from "pino";
import { vocabulary } from "../../../commands/index.ts";
import { startBot } from "../../../src/discord/bot.ts";
import { openSharedState, openState } from "../../../src/ops/state/state.ts";
import { fixtureDesk } from "../../fixtures/desk.ts";

const [api, path, url] = process.argv.slice(2) as [string, string, string?];
const token = process.env.DISCORD_TOKEN!;
const log = pino({ level: "silent" });
const state = await (url ? openSharedState({ url, path, log }) : openState(path));
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
