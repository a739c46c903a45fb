import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "./clock.ts";

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
  add(exchange: Remembered): void;
  /** The last exchanges of a conversation, oldest first. */
  recall(conversation: string, last: number): Exchange[];
  /** The conversation that one of the bot's messages belongs to. */
  ofMessage(message: string): string | undefined;
  /** The conversation that a person last had in a place, no longer ago than `within` milliseconds. */
  latest(place: string, user: string, within: number): string | undefined;
  prune(): void;
}

/** How long conversations are kept: as long as people reply to old messages, no longer. */
const kept = 30 * 24 * 3_600_000;

export function conversations(db: DatabaseSync, clock: Clock): Conversations {
  const insert = db.prepare(
    "INSERT INTO turns (conversation, place, user, message, question, answer, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  const recall = db.prepare(
    "SELECT question, answer FROM turns WHERE conversation = ? ORDER BY id DESC LIMIT ?",
  );
  const ofMessage = db.prepare("SELECT conversation FROM turns WHERE message = ?");
  const latest = db.prepare(
    "SELECT conversation FROM turns WHERE place = ? AND user = ? AND at >= ? ORDER BY id DESC LIMIT 1",
  );
  const prune = db.prepare("DELETE FROM turns WHERE at < ?");
  const conversation = (row: unknown) => (row as { conversation: string } | undefined)?.conversation;
  return {
    add({ conversation, place, user, message, question, answer }) {
      insert.run(conversation, place, user, message, question, answer, clock());
    },
    recall: (id, last) => (recall.all(id, last) as unknown as Exchange[]).reverse(),
    ofMessage: (message) => conversation(ofMessage.get(message)),
    latest: (place, user, within) => conversation(latest.get(place, user, clock() - within)),
    prune: () => void prune.run(clock() - kept),
  };
}
