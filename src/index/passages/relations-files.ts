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
  for (const list of lists) writeLists(files, list, memory[list]);
  writeLists(files, "pairs", memory.told.pairs);
  files.append(fileOf("alike"), memory.told.alike);
  files.append(fileOf("first"), memory.told.first);
}

function writeLists(files: FileWriter, name: string, { all, at }: Lists): void {
  files.append(fileOf(name), all);
  files.append(fileOf(`${name}-at`), at);
}

/** Reads it again; null where a version has none, or not what was written: then all is related from nothing. */
export async function readMemory(files: FileReader): Promise<Memory | null> {
  if (!files.has(fileOf("terms-at"))) return null;
  const load = async (column: string) => files.load(fileOf(column));
  const list = async (name: string) =>
    new Lists(new Uint32Array(await load(`${name}-at`)), new Uint32Array(await load(name)));
  try {
    const [numbers, joined, pairs, alike, first] = await Promise.all([
      Promise.all(
        Object.entries(columns).map(
          async ([column, Numbers]) => [column, new Numbers(await load(column))] as const,
        ),
      ),
      Promise.all(lists.map(async (name) => [name, await list(name)] as const)),
      list("pairs"),
      load("alike"),
      load("first"),
    ]);
    const told = { pairs, alike: new Float32Array(alike), first: new Int32Array(first) };
    return { ...Object.fromEntries([...numbers, ...joined]), told } as unknown as Memory;
  } catch (error) {
    if (!(error instanceof CorruptFile)) throw error;
    return null;
  }
}
