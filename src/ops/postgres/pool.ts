import type { Pool, PoolClient, PoolConfig } from "pg";

/** What statements are sent through: a pool, or one connection of it within a transaction. */
export type Sql = Pick<PoolClient, "query">;

/** A pool of connections to a PostgreSQL; none is made before it is needed. Whole numbers come as numbers. */
export async function openPool(url: string, options: PoolConfig = {}): Promise<Pool> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({
    connectionString: url,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: "attache",
    types: {
      getTypeParser: (type: number, format?: "text" | "binary") =>
        type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format as "text"),
    },
    ...options,
  });
  // A connection that breaks while idle is replaced at its next use; one that breaks at work fails what it is asked.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** Runs `work` in one transaction: all of it counts, or nothing. */
export async function transaction<T>(
  pool: Pool,
  work: (sql: Sql) => Promise<T>,
  begin = "BEGIN",
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(begin);
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
