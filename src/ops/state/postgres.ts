import type { Pool } from "pg";
import { migrate, type Schema } from "../postgres/migrate.ts";
import type { Clock } from "./clock.ts";
import type { Database, Row, Value } from "./database.ts";

/** The same tables as in SQLite; beside the index, in a schema of their own. */
const schema: Schema = {
  name: "attache_state",
  lock: 4_711_031_226,
  steps: [
    `CREATE TABLE attache_state.settings (
       guild text NOT NULL, name text NOT NULL, value text NOT NULL, PRIMARY KEY (guild, name));
     CREATE TABLE attache_state.turns (
       id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, conversation text NOT NULL, place text NOT NULL,
       "user" text NOT NULL, message text, question text NOT NULL, answer text NOT NULL, at bigint NOT NULL);
     CREATE INDEX ON attache_state.turns (conversation, id);
     CREATE INDEX ON attache_state.turns (message);
     CREATE INDEX ON attache_state.turns (place, "user", id);
     CREATE INDEX ON attache_state.turns (at);
     CREATE TABLE attache_state.feedback (
       answer text NOT NULL, "user" text NOT NULL, vote int NOT NULL, question text NOT NULL, at bigint NOT NULL,
       PRIMARY KEY (answer, "user"));
     CREATE TABLE attache_state.usage (
       day text NOT NULL, scope text NOT NULL, count bigint NOT NULL, PRIMARY KEY (day, scope));
     CREATE TABLE attache_state.tokens (
       day text NOT NULL, key text NOT NULL, spent bigint NOT NULL, PRIMARY KEY (day, key));
     CREATE TABLE attache_state.memos (
       key text PRIMARY KEY, kind text NOT NULL, value text NOT NULL, expires bigint NOT NULL);
     CREATE INDEX ON attache_state.memos (expires);
     CREATE TABLE attache_state.seen (id text PRIMARY KEY, at bigint NOT NULL);
     CREATE INDEX ON attache_state.seen (at);`,
  ],
};

/** Makes the tables of the state in a PostgreSQL where they are missing. */
export const prepare = (pool: Pool): Promise<void> => migrate(pool, schema);

/** The state in a PostgreSQL whose tables are there: every bot that names it counts, remembers and forgets alike. */
export function postgresDatabase(pool: Pool, clock: Clock): Database {
  const run = async (sql: string, ...values: Value[]) => {
    // PostgreSQL holds no NUL in a text.
    const clean = values.map((value) => (typeof value === "string" ? value.replaceAll("\0", "") : value));
    const { rows } = await pool.query<Row>(translated(sql), clean);
    return rows;
  };
  return { clock, read: run, write: run, keep: async () => {}, close: () => pool.end() };
}

/** How far the database's clock is ahead of one here, in milliseconds. */
export async function ahead(pool: Pool, clock: Clock): Promise<number> {
  const asked = clock();
  const { rows } = await pool.query("SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now");
  return rows[0].now - (asked + clock()) / 2;
}

const translated = (sql: string): string =>
  sql.replaceAll(/\{(\w+)\}/g, `${schema.name}.$1`).replaceAll(/\?(\d)/g, "$$$1");
