import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Clock } from "./clock.ts";
import { type Conversations, conversations } from "./conversations.ts";
import { type Feedback, feedback } from "./feedback.ts";
import { type TokenLedger, tokenLedger } from "./ledger.ts";
import { type Memos, memos } from "./memos.ts";
import { migrate } from "./migrate.ts";
import { type Seen, seen } from "./seen.ts";
import { type SettingsStore, settingsStore } from "./settings.ts";
import { type Usage, usage } from "./usage.ts";

/** What the bot remembers between restarts. Every call is synchronous and takes well under a millisecond. */
export interface State {
  readonly settings: SettingsStore;
  readonly conversations: Conversations;
  readonly feedback: Feedback;
  readonly usage: Usage;
  readonly tokens: TokenLedger;
  readonly memos: Memos;
  readonly seen: Seen;
  /** Forgets what has expired. Called on opening, and by whoever keeps it open for days. */
  prune(): void;
  close(): void;
}

/**
 * Opens the state kept in one SQLite file, and brings its tables up to date. Several processes may share it.
 *
 * @param path a file, made where missing, with its folder; `:memory:` for none
 * @throws {UserError} `state.newer` where a later version of the program has written it
 */
export function openState(path: string, clock: Clock = Date.now): State {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const db = new DatabaseSync(path, { timeout: 5_000 });
  // WAL lets shards read while one writes; NORMAL loses at most the last moments in a power cut, never the file.
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
  migrate(db, path);
  const state: State = {
    settings: settingsStore(db),
    conversations: conversations(db, clock),
    feedback: feedback(db, clock),
    usage: usage(db, clock),
    tokens: tokenLedger(db, clock),
    memos: memos(db, clock),
    seen: seen(db, clock),
    prune() {
      state.memos.prune();
      state.seen.prune();
      state.usage.prune();
      state.tokens.prune();
      state.conversations.prune();
    },
    close: () => db.close(),
  };
  state.prune();
  return state;
}
