import type { Pool } from "pg";
import { UserError } from "../user-error.ts";
import { type Sql, transaction } from "./pool.ts";

/** A schema of a database, and the steps that bring its tables from nothing to what this program knows. */
export interface Schema {
  readonly name: string;
  /** Steps are added, never changed. */
  readonly steps: readonly string[];
  /** Any number that other programs on the same database are not likely to choose: who holds it, writes. */
  readonly lock: number;
}

/** How many steps a database has taken; 0 where the schema is not there. */
export async function stepsTaken(sql: Sql, { name }: Schema): Promise<number> {
  const { rows } = await sql.query("SELECT to_regclass($1) IS NOT NULL AS there", [`${name}.migrations`]);
  if (!rows[0].there) return 0;
  const { rows: last } = await sql.query(`SELECT coalesce(max(number), 0) AS last FROM ${name}.migrations`);
  return last[0].last;
}

/**
 * Takes the steps that are missing, all or none; of several programs that start at once, one. Writes nothing
 * where none is missing: a replica, or a user who may not make tables, can be served from.
 *
 * @throws {UserError} `database.newer` where a later version of the program has taken more
 */
export async function migrate(pool: Pool, schema: Schema): Promise<void> {
  const { name, steps } = schema;
  if ((await upToDate(pool, schema)) === steps.length) return;
  await transaction(pool, async (sql) => {
    await lockWriters(sql, schema);
    await sql.query(`CREATE SCHEMA IF NOT EXISTS ${name}`);
    await sql.query(
      `CREATE TABLE IF NOT EXISTS ${name}.migrations (number int PRIMARY KEY, done timestamptz DEFAULT now())`,
    );
    for (let step = await upToDate(sql, schema); step < steps.length; step++) {
      await sql.query(steps[step]!);
      await sql.query(`INSERT INTO ${name}.migrations (number) VALUES ($1)`, [step + 1]);
    }
  });
}

async function upToDate(sql: Sql, schema: Schema): Promise<number> {
  const taken = await stepsTaken(sql, schema);
  if (taken <= schema.steps.length) return taken;
  throw new UserError(
    "database.newer",
    `The tables in PostgreSQL (${schema.name}) were made by a newer version of the program (step ${taken}, this one knows ${schema.steps.length}): run that version.`,
  );
}

/** Holds off other writers until the transaction ends, however it ends. */
export async function lockWriters(sql: Sql, { lock }: Schema): Promise<void> {
  await sql.query("SELECT pg_advisory_xact_lock($1)", [lock]);
}
