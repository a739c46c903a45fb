import { dayOf } from "./clock.ts";
import type { Database } from "./database.ts";

/** Keeps count of the tokens that a model took, by day (`2025-12-31`, UTC) and by who asked. */
export interface TokenLedger {
  spent(key: string, day: string): Promise<number>;
  spend(key: string, day: string, tokens: number): Promise<void>;
  prune(): Promise<void>;
}

const kept = 60 * 24 * 3_600_000;

export function tokenLedger(db: Database): TokenLedger {
  return {
    async spent(key, day) {
      const [row] = await db.read("SELECT spent FROM {tokens} WHERE day = ?1 AND key = ?2", day, key);
      return Number(row?.spent ?? 0);
    },
    async spend(key, day, tokens) {
      await db.write(
        `INSERT INTO {tokens} AS t VALUES (?1, ?2, ?3)
         ON CONFLICT (day, key) DO UPDATE SET spent = t.spent + excluded.spent`,
        day,
        key,
        tokens,
      );
    },
    async prune() {
      await db.write("DELETE FROM {tokens} WHERE day < ?1", dayOf(db.clock() - kept));
    },
  };
}
