import { dayOf } from "./clock.ts";
import type { Database } from "./database.ts";

export interface Usage {
  /**
   * Counts one question for today (UTC) against a scope, such as a person in a server, unless `limit` has been
   * reached: then nothing is counted and the answer is false.
   */
  take(scope: string, limit: number | null): Promise<boolean>;
  today(scope: string): Promise<number>;
  prune(): Promise<void>;
}

const kept = 60 * 24 * 3_600_000;

export function usage(db: Database): Usage {
  return {
    async take(scope, limit) {
      if (limit !== null && limit <= 0) return false;
      const counted = await db.write(
        `INSERT INTO {usage} AS u VALUES (?1, ?2, 1)
         ON CONFLICT (day, scope) DO UPDATE SET count = u.count + 1 WHERE u.count < ?3 RETURNING count`,
        dayOf(db.clock()),
        scope,
        limit ?? Number.MAX_SAFE_INTEGER,
      );
      return counted.length === 1;
    },
    async today(scope) {
      const [row] = await db.read(
        "SELECT count FROM {usage} WHERE day = ?1 AND scope = ?2",
        dayOf(db.clock()),
        scope,
      );
      return Number(row?.count ?? 0);
    },
    async prune() {
      await db.write("DELETE FROM {usage} WHERE day < ?1", dayOf(db.clock() - kept));
    },
  };
}
