import type { Log } from "../log.ts";
import type { Clock } from "./clock.ts";
import { type Conversations, conversations } from "./conversations.ts";
import type { Database } from "./database.ts";
import { type Feedback, feedback } from "./feedback.ts";
import { type TokenLedger, tokenLedger } from "./ledger.ts";
import { type Memos, memos } from "./memos.ts";
import { type Seen, seen } from "./seen.ts";
import { type SettingsStore, settingsStore } from "./settings.ts";
import { openSqlite } from "./sqlite.ts";
import { type Usage, usage } from "./usage.ts";

/** What the bot remembers between restarts, and what bots that share a database know of each other. */
export interface State {
  readonly settings: SettingsStore;
  readonly conversations: Conversations;
  readonly feedback: Feedback;
  readonly usage: Usage;
  readonly tokens: TokenLedger;
  readonly memos: Memos;
  readonly seen: Seen;
  /** Milliseconds since the epoch, as all who share the state count them: whose day it is. */
  readonly clock: Clock;
  /** Forgets what has expired. Called on opening, and by whoever keeps it open for days. */
  prune(): Promise<void>;
  close(): Promise<void>;
}

/** The state kept in one SQLite file. See {@link openSqlite}. */
export async function openState(path: string, clock: Clock = Date.now): Promise<State> {
  return stateIn(openSqlite(path, clock));
}

export interface SharedOptions {
  /** A PostgreSQL that every bot names alike. */
  readonly url: string;
  /** The SQLite file that serves while it is away. */
  readonly path: string;
  readonly log: Pick<Log, "warn" | "info">;
  readonly clock?: Clock | undefined;
  /** Milliseconds after which a database that is away is tried again. */
  readonly pause?: number | undefined;
}

/** The state that several bots share in a PostgreSQL. It opens, and goes on, without it: see {@link SharedDatabase}. */
export async function openSharedState(options: SharedOptions): Promise<State> {
  const { url, path, log, clock = Date.now, pause } = options;
  const [{ openPool }, { ahead, postgresDatabase, prepare }, { SharedDatabase }] = await Promise.all([
    import("../postgres/pool.ts"),
    import("./postgres.ts"),
    import("./shared.ts"),
  ]);
  // Discord wants to hear of a command within three seconds: a database that hangs must not take them all.
  const pool = await openPool(url, {
    ...{ max: 4, connectionTimeoutMillis: 1_000, query_timeout: 1_000 },
    // A power cut at the server may lose the last moments, as it may in the file; no statement waits for its disk.
    onConnect: async (client) => void (await client.query("SET synchronous_commit = off")),
  });
  let offset = 0;
  const remote = {
    ...postgresDatabase(pool, () => clock() + offset),
    prepare: async () => {
      await prepare(pool);
      offset = await ahead(pool, clock);
    },
  };
  const watch = {
    away: (err: unknown) =>
      log.warn({ err }, "shared state is away: limits and events are counted here until it is back"),
    back: (handedOn: number, lost: number) => log.info({ handedOn, lost }, "shared state is back"),
  };
  return stateIn(new SharedDatabase(remote, openSqlite(path, clock), watch, pause));
}

/** The stores over one database. */
export async function stateIn(db: Database): Promise<State> {
  const state: State = {
    settings: settingsStore(db),
    conversations: conversations(db),
    feedback: feedback(db),
    usage: usage(db),
    tokens: tokenLedger(db),
    memos: memos(db),
    seen: seen(db),
    clock: () => db.clock(),
    async prune() {
      for (const store of [state.memos, state.seen, state.usage, state.tokens, state.conversations]) {
        await store.prune();
      }
    },
    close: () => db.close(),
  };
  await state.prune();
  return state;
}
