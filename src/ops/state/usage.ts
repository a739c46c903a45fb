import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "./clock.ts";

export interface Usage {
  /**
   * Counts one question for today (UTC) against a scope, such as a person in a server, unless `limit` has been
   * reached: then nothing is counted and the answer is false.
   */
  take(scope: string, limit: number | null): boolean;
  today(scope: string): number;
  prune(): void;
}

export function usage(db: DatabaseSync, clock: Clock): Usage {
  const insert = db.prepare(
    "INSERT INTO usage VALUES (?, ?, 1) ON CONFLICT (day, scope) DO UPDATE SET count = count + 1 WHERE count < ?",
  );
  const read = db.prepare("SELECT count FROM usage WHERE day = ? AND scope = ?");
  const prune = db.prepare("DELETE FROM usage WHERE day < ?");
  const day = (back = 0) => new Date(clock() - back * 86_400_000).toISOString().slice(0, 10);
  return {
    take: (scope, limit) =>
      (limit === null || limit > 0) &&
      insert.run(day(), scope, limit ?? Number.MAX_SAFE_INTEGER).changes === 1,
    today: (scope) => (read.get(day(), scope) as { count: number } | undefined)?.count ?? 0,
    prune: () => void prune.run(day(60)),
  };
}
