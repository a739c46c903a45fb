import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Vectors that were paid for once, by the text that they stand for. */
export interface VectorCache {
  /** The length of its vectors; undefined while it has none. */
  dimensions(): number | undefined;
  /** The vectors that it has of some texts. */
  get(texts: readonly string[]): Map<string, Float32Array>;
  put(texts: readonly string[], vectors: readonly Float32Array[]): void;
}

/** Opens the cache in an SQLite file, or `:memory:`, for one embedder. Several processes may share it. */
export function openVectorCache(file: string, embedder: string): VectorCache {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;
    CREATE TABLE IF NOT EXISTS vectors (
      embedder TEXT NOT NULL, hash BLOB NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (embedder, hash)
    ) WITHOUT ROWID`);
  const one = db.prepare("SELECT vector FROM vectors WHERE embedder = ? LIMIT 1");
  const find = db.prepare("SELECT vector FROM vectors WHERE embedder = ? AND hash = ?");
  const add = db.prepare("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)");
  const bytes = (row: unknown): Uint8Array => (row as { vector: Uint8Array }).vector;
  return {
    dimensions() {
      const row = one.get(embedder);
      return row && bytes(row).byteLength / 4;
    },
    get(texts) {
      const found = new Map<string, Float32Array>();
      for (const text of texts) {
        const row = find.get(embedder, hash(text));
        if (row) found.set(text, new Float32Array(bytes(row).slice().buffer));
      }
      return found;
    },
    put(texts, vectors) {
      db.exec("BEGIN");
      for (const [i, text] of texts.entries()) {
        const { buffer, byteOffset, byteLength } = vectors[i]!;
        add.run(embedder, hash(text), new Uint8Array(buffer, byteOffset, byteLength));
      }
      db.exec("COMMIT");
    },
  };
}

function hash(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}
