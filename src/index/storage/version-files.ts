import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { ReadFiles } from "../../corpus/read-file.ts";

/** A file that was changed less than so many milliseconds before it was read may change again within one tick of its clock. */
const TICK = 2000;
const NAME = "files.json";

type Entry = readonly [stamp: string, ids: readonly string[]];

/**
 * Which files of the corpus a version of the index was read from: beside the versions, and of no weight. Where it is
 * missing, garbled or of another version, the corpus is read whole.
 */
export class VersionFiles implements ReadFiles {
  readonly #known: ReadonlyMap<string, string>;
  readonly #before: ReadonlyMap<string, Entry>;
  readonly #now = new Map<string, Entry>();
  readonly #root: string;
  readonly #version: string | null;
  #read = false;

  /** @param known hash by id of what the version holds; `version` is null where there is none */
  constructor(root: string, version: string | null, known: ReadonlyMap<string, string>) {
    this.#root = root;
    this.#version = version;
    this.#known = known;
    this.#before = version === null ? new Map() : entries(root, version);
  }

  articlesOf(file: string, stamp: string): readonly string[] | undefined {
    const entry = this.#before.get(file);
    if (entry?.[0] !== stamp || !entry[1].every((id) => this.#known.has(id))) return undefined;
    this.#now.set(file, entry);
    return entry[1];
  }

  add(file: string, stamp: string, ids: readonly string[], changed: number): void {
    this.#read = true;
    if (Date.now() - changed > TICK) this.#now.set(file, [stamp, ids]);
  }

  /** Keeps what is known now of the files that a version was read from. */
  save(version: string): void {
    if (!this.#read && version === this.#version) return;
    const body = JSON.stringify({ version, files: [...this.#now] });
    const next = join(this.#root, `${NAME}.next`);
    writeFileSync(next, `${crc32(body)}\n${body}`);
    renameSync(next, join(this.#root, NAME));
  }
}

function entries(root: string, wanted: string): Map<string, Entry> {
  let text: string;
  try {
    text = readFileSync(join(root, NAME), "utf8");
  } catch {
    return new Map();
  }
  const line = text.indexOf("\n");
  const body = text.slice(line + 1);
  if (Number(text.slice(0, line)) !== crc32(body)) return new Map();
  const { version, files } = JSON.parse(body) as { version: string; files: [string, Entry][] };
  return new Map(version === wanted ? files : []);
}
