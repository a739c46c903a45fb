import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One measure for the README's table: what was measured, the figure, the goal where there is one. */
export interface Measure {
  readonly what: string;
  readonly figure: string;
  readonly goal?: string;
  /** The command that shows it. */
  readonly command: string;
}

export const results = join(import.meta.dirname, "results");

/** Keeps a bench's figures for the README, where it was called with `--record`; `node bench/readme.ts` takes them over. */
export function record(bench: string, measures: readonly Measure[]): void {
  if (!process.argv.includes("--record")) return;
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, `${bench}.json`), `${JSON.stringify(measures, null, 2)}\n`);
}

/** The folder of open benchmark data: the first word of the command line that is no flag, or `BENCH_DATA`. */
export function openData(): string {
  const named = process.argv.slice(2).find((word) => !word.startsWith("--"));
  return named ?? process.env.BENCH_DATA ?? join(import.meta.dirname, "..", "..", "shared", "bench");
}
