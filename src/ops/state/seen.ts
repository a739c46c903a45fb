import type { Database } from "./database.ts";

/** Which events were taken up already, by any process that shares the state. */
export interface Seen {
  /** True the first time an id is claimed, false ever after (for an hour: no event is delivered again so late). */
  claim(id: string): Promise<boolean>;
  prune(): Promise<void>;
}

const kept = 3_600_000;

export function seen(db: Database): Seen {
  return {
    async claim(id) {
      const claimed = await db.write(
        "INSERT INTO {seen} VALUES (?1, ?2) ON CONFLICT DO NOTHING RETURNING id",
        id,
        Math.round(db.clock()),
      );
      return claimed.length === 1;
    },
    async prune() {
      await db.write("DELETE FROM {seen} WHERE at < ?1", Math.round(db.clock() - kept));
    },
  };
}
