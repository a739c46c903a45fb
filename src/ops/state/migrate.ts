import type { DatabaseSync } from "node:sqlite";
import { UserError } from "../user-error.ts";

/** Each step brings the tables from one version to the next. Steps are added, never changed. */
const steps: readonly string[] = [
  `CREATE TABLE settings (guild TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
   CREATE TABLE turns (
     id INTEGER PRIMARY KEY, conversation TEXT NOT NULL, place TEXT NOT NULL, user TEXT NOT NULL,
     message TEXT, question TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
   CREATE INDEX turns_conversation ON turns (conversation, at);
   CREATE INDEX turns_message ON turns (message);
   CREATE INDEX turns_place ON turns (place, user, at);
   CREATE TABLE feedback (
     answer TEXT NOT NULL, user TEXT NOT NULL, vote INTEGER NOT NULL, question TEXT NOT NULL, at INTEGER NOT NULL,
     PRIMARY KEY (answer, user)) STRICT;
   CREATE TABLE usage (
     day TEXT NOT NULL, scope TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, scope)) STRICT;
   CREATE TABLE memos (
     key TEXT PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL, expires INTEGER NOT NULL) STRICT;
   CREATE INDEX memos_expires ON memos (expires);
   CREATE TABLE seen (id TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE tokens (
     day TEXT NOT NULL, key TEXT NOT NULL, spent INTEGER NOT NULL, PRIMARY KEY (day, key)) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE chosen (
     guild TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (guild, name)) STRICT, WITHOUT ROWID;
   INSERT INTO chosen SELECT s.guild, e.key, s.value -> e.key FROM settings s, json_each(s.value) e;
   DROP TABLE settings;
   ALTER TABLE chosen RENAME TO settings;`,
];

/** Runs the steps that are missing, each whole or not at all; `PRAGMA user_version` counts them. */
export function migrate(db: DatabaseSync, path: string): void {
  // Taken before the version is read: of two processes that start at once, the second finds the work done.
  db.exec("BEGIN IMMEDIATE");
  try {
    const { user_version: version } = db.prepare("PRAGMA user_version").get() as { user_version: number };
    if (version > steps.length) {
      throw new UserError(
        "state.newer",
        `${path} was written by a newer version of the program (tables ${version}, this one knows ${steps.length}). Run that version, or name another data folder.`,
      );
    }
    for (const step of steps.slice(version)) db.exec(step);
    db.exec(`PRAGMA user_version = ${steps.length}`);
    db.exec("COMMIT");
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}
