import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "./clock.ts";

/** Which events were taken up already, by any process that shares the state. */
export interface Seen {
  /** True the first time an id is claimed, false ever after (for an hour: no event is delivered again so late). */
  claim(id: string): boolean;
  prune(): void;
}

const kept = 3_600_000;

export function seen(db: DatabaseSync, clock: Clock): Seen {
  const insert = db.prepare("INSERT OR IGNORE INTO seen VALUES (?, ?)");
  const prune = db.prepare("DELETE FROM seen WHERE at < ?");
  return {
    claim: (id) => insert.run(id, clock()).changes === 1,
    prune: () => void prune.run(clock() - kept),
  };
}
