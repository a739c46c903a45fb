import type { Database } from "./database.ts";

export interface Feedback {
  /** A person's verdict on an answer; a second one replaces the first. */
  vote(answer: string, user: string, vote: 1 | -1, question: string): Promise<void>;
  /** How many found an answer good, and how many bad. */
  of(answer: string): Promise<{ up: number; down: number }>;
}

export function feedback(db: Database): Feedback {
  return {
    async vote(answer, user, vote, question) {
      await db.write(
        `INSERT INTO {feedback} VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (answer, "user") DO UPDATE SET vote = excluded.vote, at = excluded.at`,
        answer,
        user,
        vote,
        question,
        Math.round(db.clock()),
      );
    },
    async of(answer) {
      const [row] = await db.read(
        `SELECT count(*) FILTER (WHERE vote > 0) AS up, count(*) FILTER (WHERE vote < 0) AS down
         FROM {feedback} WHERE answer = ?1`,
        answer,
      );
      return { up: Number(row?.up), down: Number(row?.down) };
    },
  };
}
