import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** One line of a result table. */
export type Row = Record<string, number | string>;

/** What the children work on: a corpus, and where each keeps its files. */
export interface Job {
  readonly root: string;
  readonly passages: number;
}

export const corpusOf = ({ root }: Job): string => join(root, "corpus.jsonl");
export const indexOf = ({ root }: Job): string => join(root, "index");

export async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now();
  const value = await work();
  return { value, ms: performance.now() - began };
}

/** Runs each once to warm up, then measures: milliseconds at the median and at 99 %. */
export async function latencies<T>(
  inputs: readonly T[],
  work: (input: T) => unknown,
): Promise<{ p50: number; p99: number }> {
  for (const input of inputs.slice(0, Math.ceil(inputs.length / 4))) await work(input);
  const times: number[] = [];
  for (const input of inputs) times.push((await timed(() => work(input))).ms);
  times.sort((a, b) => a - b);
  return { p50: times[times.length >> 1]!, p99: times[Math.floor(times.length * 0.99)]! };
}

/** Resident memory after a collection, in MB; run with --expose-gc. */
export function memory(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage.rss() / 1e6;
}

/** What a folder takes on disk, in MB. */
export function disk(dir: string): number {
  const files = readdirSync(dir, { recursive: true, encoding: "utf8" });
  return files.reduce((sum, name) => sum + statSync(join(dir, name)).size, 0) / 1e6;
}

export const rounded = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === "number" ? Number(value.toPrecision(3)) : value,
    ]),
  );

/** Share of scores found that are at least the last of the exact ones, rounding (to 16 bits a value) aside. */
export function recallOf(found: ArrayLike<number>, exact: ArrayLike<number>): number {
  const least = exact[exact.length - 1]! - 3e-5;
  return Array.from(found).filter((score) => score >= least).length / exact.length;
}
