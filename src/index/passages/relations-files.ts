import { Lists } from "../../corpus/lists-of-numbers.ts";
import type { Memory } from "../../corpus/relate-memory.ts";
import { CorruptFile, type FileReader, type FileWriter } from "../storage/files.ts";

const columns = {
  salience: Uint8Array,
  least: Float64Array,
  norms: Int16Array,
  hoodWeights: Float32Array,
  sources: Int32Array,
  kinds: Uint8Array,
  outlets: Uint32Array,
  stories: Int32Array,
  voices: Int32Array,
} as const;
const lists = ["terms", "near", "hoods", "copies"] as const;
const fileOf = (column: string): string => `relations.${column}`;

/** Writes what relating articles leaves for the next time. */
export function writeMemory(files: FileWriter, memory: Memory): void {
  for (const column of Object.keys(columns) as (keyof typeof columns)[])
    files.append(fileOf(column), memory[column]);
  for (const list of lists) {
    files.append(fileOf(list), memory[list].all);
    files.append(fileOf(`${list}-at`), memory[list].at);
  }
}

/** Reads it again; null where a version has none, or not what was written: then all is related from nothing. */
export async function readMemory(files: FileReader): Promise<Memory | null> {
  if (!files.has(fileOf("terms-at"))) return null;
  const load = async (column: string) => files.load(fileOf(column));
  const list = async (name: string) =>
    new Lists(new Uint32Array(await load(`${name}-at`)), new Uint32Array(await load(name)));
  try {
    const read = Object.entries(columns).map(
      async ([column, Numbers]) => [column, new Numbers(await load(column))] as const,
    );
    const joined = lists.map(async (name) => [name, await list(name)] as const);
    return Object.fromEntries(await Promise.all([...read, ...joined])) as unknown as Memory;
  } catch (error) {
    if (!(error instanceof CorruptFile)) throw error;
    return null;
  }
}
