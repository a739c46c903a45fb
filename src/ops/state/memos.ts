import { randomBytes } from "node:crypto";
import type { Database } from "./database.ts";

/** What stands behind the buttons of a message: the answer or list that was shown, under a short key. */
export interface Memos {
  /** Keeps a value (JSON) and gives its key: 16 characters of `[A-Za-z0-9_-]`, not to be guessed. */
  keep(kind: string, value: unknown): Promise<string>;
  /** The value, or undefined where there is none of that kind, or it has expired. */
  recall<Value>(kind: string, key: string): Promise<Value | undefined>;
  prune(): Promise<void>;
}

const kept = 30 * 24 * 3_600_000;

export function memos(db: Database): Memos {
  return {
    async keep(kind, value) {
      const key = randomBytes(12).toString("base64url");
      const expires = Math.round(db.clock() + kept);
      await db.write(
        "INSERT INTO {memos} VALUES (?1, ?2, ?3, ?4)",
        key,
        kind,
        JSON.stringify(value),
        expires,
      );
      return key;
    },
    async recall<Value>(kind: string, key: string) {
      const [row] = await db.read(
        "SELECT value FROM {memos} WHERE key = ?1 AND kind = ?2 AND expires > ?3",
        key,
        kind,
        Math.round(db.clock()),
      );
      return row && (JSON.parse(String(row.value)) as Value);
    },
    async prune() {
      await db.write("DELETE FROM {memos} WHERE expires <= ?1", Math.round(db.clock()));
    },
  };
}
