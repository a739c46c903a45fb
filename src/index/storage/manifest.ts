import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { CorruptFile, type FileEntry } from "./files.ts";

/** Goes up whenever a file's layout, or what the pipeline makes of a text, changes: older folders are built anew. */
export const FORMAT = 8;

/** What one version of an index is, and how its files must read. */
export interface Manifest {
  readonly format: number;
  /** Hash over the ids and hashes of all articles. */
  readonly corpus: string;
  readonly embedder: { readonly id: string; readonly dimensions: number };
  readonly counts: { readonly articles: number; readonly passages: number; readonly words: number };
  /** Null where the corpus is small enough to be scanned. */
  readonly graph: Graph | null;
  /** ISO 8601, when the version was built. */
  readonly built: string;
  readonly files: Readonly<Record<string, FileEntry>>;
}

/** A navigable graph over the vectors. */
export interface Graph {
  readonly metric: "ip";
  /** Links that a passage has at most, and that it made when it joined. */
  readonly degree: number;
  readonly m: number;
  readonly efConstruction: number;
  /** Candidates kept while searching: the fewest that reach the recall wanted of this very graph. */
  readonly ef: number;
  /** Share of the exact ten nearest that the graph finds with `ef`, on a sample. */
  readonly recall: number;
}

const NAME = "manifest.json";

/** A manifest as text: a line of checksum, a line of JSON. */
export function encodeManifest(manifest: Manifest): Uint8Array {
  const body = JSON.stringify(manifest);
  return Buffer.from(`${crc32(body)}\n${body}\n`);
}

/** @throws {CorruptFile} where it is missing, altered, or of another format. */
export function readManifest(dir: string): Manifest {
  let text: string;
  try {
    text = readFileSync(join(dir, NAME), "utf8");
  } catch (error) {
    throw new CorruptFile(`${join(dir, NAME)}: ${(error as Error).message}`, { cause: error });
  }
  const line = text.indexOf("\n");
  const body = text.slice(line + 1, -1);
  if (line < 1 || Number(text.slice(0, line)) !== crc32(body)) {
    throw new CorruptFile(`${join(dir, NAME)}: checksum differs, its content was altered`);
  }
  const manifest = JSON.parse(body) as Manifest;
  if (manifest.format !== FORMAT) {
    throw new CorruptFile(
      `${dir} was written by another version of this program (format ${manifest.format}, this one reads ${FORMAT})`,
    );
  }
  return manifest;
}

export const MANIFEST = NAME;
