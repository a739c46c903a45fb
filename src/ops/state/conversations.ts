import type { Database, Row } from "./database.ts";

/** One question of a conversation and what was answered. */
export interface Exchange {
  readonly question: string;
  readonly answer: string;
}

/** An exchange with where it took place. `place` is a channel, thread or direct-message channel. */
export interface Remembered extends Exchange {
  readonly conversation: string;
  readonly place: string;
  readonly user: string;
  /** The bot's message that carries the answer: a reply to it goes on with the conversation. */
  readonly message: string | null;
}

export interface Conversations {
  add(exchange: Remembered): Promise<void>;
  /** The last exchanges of a conversation, oldest first. */
  recall(conversation: string, last: number): Promise<Exchange[]>;
  /** The conversation that one of the bot's messages belongs to. */
  ofMessage(message: string): Promise<string | undefined>;
  /** The conversation that a person last had in a place, no longer ago than `within` milliseconds. */
  latest(place: string, user: string, within: number): Promise<string | undefined>;
  prune(): Promise<void>;
}

/** How long conversations are kept: as long as people reply to old messages, no longer. */
const kept = 30 * 24 * 3_600_000;

export function conversations(db: Database): Conversations {
  const conversation = ([row]: readonly Row[]) => row && String(row.conversation);
  return {
    async add({ conversation, place, user, message, question, answer }) {
      await db.write(
        `INSERT INTO {turns} (conversation, place, "user", message, question, answer, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
        ...[conversation, place, user, message, question, answer, Math.round(db.clock())],
      );
    },
    async recall(id, last) {
      const rows = await db.read(
        "SELECT question, answer FROM {turns} WHERE conversation = ?1 ORDER BY id DESC LIMIT ?2",
        id,
        last,
      );
      return rows
        .map(({ question, answer }) => ({ question: String(question), answer: String(answer) }))
        .reverse();
    },
    ofMessage: async (message) =>
      conversation(await db.read("SELECT conversation FROM {turns} WHERE message = ?1", message)),
    latest: async (place, user, within) =>
      conversation(
        await db.read(
          `SELECT conversation FROM {turns} WHERE place = ?1 AND "user" = ?2 AND at >= ?3
           ORDER BY id DESC LIMIT 1`,
          ...[place, user, Math.round(db.clock() - within)],
        ),
      ),
    async prune() {
      await db.write("DELETE FROM {turns} WHERE at < ?1", Math.round(db.clock() - kept));
    },
  };
}
