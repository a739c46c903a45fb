import type { Pool } from "pg";
import { migrate } from "../../ops/postgres/migrate.ts";
import { openPool } from "../../ops/postgres/pool.ts";
import { trouble } from "../../ops/postgres/trouble.ts";
import { schema } from "./migrations.ts";

/**
 * Connects to PostgreSQL (14 or later, with pgvector 0.8 or later) and brings its tables up to date.
 *
 * @throws {UserError} `index.unreachable` where it does not answer, `index.extension` where it lacks pgvector, and
 *   others of {@link trouble}.
 */
export async function connect(url: string): Promise<Pool> {
  const pool = await openPool(url, { max: 8, connectionTimeoutMillis: 30_000 });
  try {
    await migrate(pool, schema);
    return pool;
  } catch (error) {
    await pool.end();
    throw trouble(error, url);
  }
}
