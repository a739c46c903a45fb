import type { Pool, PoolClient } from "pg";
import { UserError } from "../../ops/user-error.ts";
import { migrations } from "./migrations.ts";

/** What statements are sent through: a pool, or one connection of it within a transaction. */
export type Sql = Pick<PoolClient, "query">;

/**
 * Connects to PostgreSQL (14 or later, with pgvector 0.8 or later) and brings its tables up to date.
 *
 * @throws {UserError} `index.unreachable` where it does not answer or lacks pgvector.
 */
export async function connect(url: string): Promise<Pool> {
  const { default: pg } = await import("pg");
  // A search holds two connections at a time; with one the second would wait for the first for ever.
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    // Filters that leave few rows need the scan of the graph to go on until it has enough of them.
    onConnect: async (client) => {
      await client.query("SET hnsw.ef_search = 200; SET hnsw.iterative_scan = relaxed_order");
    },
  });
  // A connection that breaks while idle is replaced at its next use.
  pool.on("error", () => {});
  try {
    await migrate(pool);
    return pool;
  } catch (error) {
    await pool.end();
    const where = new URL(url);
    throw new UserError(
      "index.unreachable",
      `PostgreSQL at ${where.hostname}:${where.port || 5432}${where.pathname} cannot hold the index: ${(error as Error).message}. Check INDEX_URL, and that pgvector is installed there.`,
      { cause: error },
    );
  }
}

/** Runs `work` in one transaction: all of it counts, or nothing. */
export async function transaction<T>(pool: Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    await client.query("ROLLBACK").then(
      () => client.release(),
      (fault: Error) => client.release(fault),
    );
    throw error;
  }
}

/** Holds off other writers until the transaction ends, however it ends. */
export async function lockWriters(sql: Sql): Promise<void> {
  await sql.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
}

/** Any number that other programs on the same database are not likely to choose. */
const LOCK = 4_711_031_225;

async function migrate(pool: Pool): Promise<void> {
  await transaction(pool, async (sql) => {
    await lockWriters(sql);
    await sql.query("CREATE SCHEMA IF NOT EXISTS attache");
    await sql.query(
      "CREATE TABLE IF NOT EXISTS attache.migrations (number int PRIMARY KEY, done timestamptz DEFAULT now())",
    );
    const { rows } = await sql.query("SELECT coalesce(max(number), 0) AS last FROM attache.migrations");
    for (const [i, migration] of migrations.entries()) {
      if (i < rows[0].last) continue;
      await sql.query(migration);
      await sql.query("INSERT INTO attache.migrations (number) VALUES ($1)", [i + 1]);
    }
  });
}
