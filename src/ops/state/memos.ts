import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "./clock.ts";

/** What stands behind the buttons of a message: the answer or list that was shown, under a short key. */
export interface Memos {
  /** Keeps a value (JSON) and returns its key: 16 characters of `[A-Za-z0-9_-]`, not to be guessed. */
  keep(kind: string, value: unknown): string;
  /** The value, or undefined where there is none of that kind, or it has expired. */
  recall<Value>(kind: string, key: string): Value | undefined;
  prune(): void;
}

const kept = 30 * 24 * 3_600_000;

export function memos(db: DatabaseSync, clock: Clock): Memos {
  const insert = db.prepare("INSERT INTO memos VALUES (?, ?, ?, ?)");
  const read = db.prepare("SELECT value FROM memos WHERE key = ? AND kind = ? AND expires > ?");
  const prune = db.prepare("DELETE FROM memos WHERE expires <= ?");
  return {
    keep(kind, value) {
      const key = randomBytes(12).toString("base64url");
      insert.run(key, kind, JSON.stringify(value), clock() + kept);
      return key;
    },
    recall<Value>(kind: string, key: string) {
      const row = read.get(key, kind, clock()) as { value: string } | undefined;
      return row && (JSON.parse(row.value) as Value);
    },
    prune: () => void prune.run(clock()),
  };
}
