import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "./clock.ts";

/** Keeps count of the tokens that a model took, by day (`2025-12-31`, UTC) and by who asked. */
export interface TokenLedger {
  spent(key: string, day: string): number;
  spend(key: string, day: string, tokens: number): void;
  prune(): void;
}

export function tokenLedger(db: DatabaseSync, clock: Clock): TokenLedger {
  const insert = db.prepare(
    "INSERT INTO tokens VALUES (?, ?, ?) ON CONFLICT (day, key) DO UPDATE SET spent = spent + excluded.spent",
  );
  const read = db.prepare("SELECT spent FROM tokens WHERE day = ? AND key = ?");
  const prune = db.prepare("DELETE FROM tokens WHERE day < ?");
  return {
    spent: (key, day) => (read.get(day, key) as { spent: number } | undefined)?.spent ?? 0,
    spend: (key, day, tokens) => void insert.run(day, key, tokens),
    prune: () => void prune.run(new Date(clock() - 60 * 86_400_000).toISOString().slice(0, 10)),
  };
}
