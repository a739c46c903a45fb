import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "./clock.ts";

export interface Feedback {
  /** A person's verdict on an answer; a second one replaces the first. */
  vote(answer: string, user: string, vote: 1 | -1, question: string): void;
  /** How many found an answer good, and how many bad. */
  of(answer: string): { up: number; down: number };
}

export function feedback(db: DatabaseSync, clock: Clock): Feedback {
  const insert = db.prepare(
    `INSERT INTO feedback VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (answer, user) DO UPDATE SET vote = excluded.vote, at = excluded.at`,
  );
  const count = db.prepare(
    "SELECT count(*) FILTER (WHERE vote > 0) AS up, count(*) FILTER (WHERE vote < 0) AS down FROM feedback WHERE answer = ?",
  );
  return {
    vote: (answer, user, vote, question) => void insert.run(answer, user, vote, question, clock()),
    of: (answer) => ({ ...(count.get(answer) as { up: number; down: number }) }),
  };
}
