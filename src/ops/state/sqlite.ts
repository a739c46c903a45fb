import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Clock } from "./clock.ts";
import type { Database, Row, Value } from "./database.ts";
import { migrate } from "./migrate.ts";

/**
 * The state in one SQLite file, its tables brought up to date. Several processes of one machine may share it; each
 * statement takes well under a millisecond.
 *
 * @param path a file, made where missing, with its folder; `:memory:` for none
 * @throws {UserError} `state.newer` where a later version of the program has written it
 */
export function openSqlite(path: string, clock: Clock): Database {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const db = new DatabaseSync(path, { timeout: 5_000 });
  // WAL lets shards read while one writes; NORMAL loses at most the last moments in a power cut, never the file.
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
  migrate(db, path);
  const prepared = new Map<string, StatementSync>();
  const run = async (sql: string, ...values: Value[]) => {
    let statement = prepared.get(sql);
    if (!statement) {
      statement = db.prepare(sql.replaceAll(/[{}]/g, ""));
      prepared.set(sql, statement);
    }
    return statement.all(...values) as unknown as Row[];
  };
  return { clock, read: run, write: run, keep: async () => {}, close: async () => db.close() };
}
