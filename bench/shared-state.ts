/**
 * What sharing limits, settings and seen events costs an interaction: `node bench/shared-state.ts [--bots 8]`, in a
 * database of its own on the PostgreSQL that TEST_INDEX_URL names, or PGlite in this process.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pino } from "pino";
import { openSharedState, openState, type State } from "../src/ops/state/state.ts";
import { testDatabase } from "../tests/contract/postgres.ts";
import { latencies, rounded, timed } from "./speed/measure.ts";

const { values } = parseArgs({ options: { bots: { type: "string", default: "8" } } });
const count = Number(values.bots);
const dir = mkdtempSync(join(tmpdir(), "attache-state-"));
const { url, stop } = await testDatabase();
const log = pino({ level: "silent" });
let events = 0;

/** What the door asks of the state before an interaction is acknowledged. */
async function interaction(state: State): Promise<void> {
  const event = events++;
  if (!(await state.seen.claim(`event-${event}`))) throw new Error("claimed twice");
  const { dailyLimit } = await state.settings.of(`guild-${event % 100}`);
  await state.usage.take(`guild-${event % 100}:user-${event % 1000}`, dailyLimit);
}

async function measured(what: string, bots: readonly State[]) {
  const many = Array.from({ length: 1000 }, (_, i) => i);
  const one = await latencies(many, () => interaction(bots[0]!));
  const { ms } = await timed(() =>
    Promise.all(
      bots.map(async (bot) => {
        for (let n = 0; n < 1000; n++) await interaction(bot);
      }),
    ),
  );
  for (const bot of bots) await bot.close();
  return { what, ...one, bots: bots.length, "interactions a second": (1000 * 1000 * bots.length) / ms };
}

const open = (bots: number) =>
  Promise.all(
    Array.from({ length: bots }, (_, n) => openSharedState({ url, path: join(dir, `${n}.db`), log })),
  );
const rows = [
  await measured("in a file", [await openState(join(dir, "alone.db"))]),
  await measured("in PostgreSQL", await open(1)),
  await measured("in PostgreSQL", await open(count)),
];
console.table(rows.map(rounded));
await stop();
rmSync(dir, { recursive: true });
