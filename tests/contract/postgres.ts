import { randomBytes } from "node:crypto";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { openPool } from "../../src/ops/postgres/pool.ts";

/**
 * A PostgreSQL database to test with, empty, and gone when it is stopped: on the server that TEST_INDEX_URL names (as a
 * user who may create databases), else in this process behind a real socket.
 */
export async function testDatabase(): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = process.env.TEST_INDEX_URL;
  return server ? databaseOn(server) : pglite();
}

async function databaseOn(server: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const name = `attache_test_${randomBytes(6).toString("hex")}`;
  const order = async (sql: string) => {
    const pool = await openPool(server, { max: 1 });
    await pool.query(sql).finally(() => pool.end());
  };
  await order(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, stop: () => order(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function pglite(): Promise<{ url: string; stop: () => Promise<void> }> {
  const db = await PGlite.create({ extensions: { vector } });
  const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port: 0, maxConnections: 16 });
  await server.start();
  return {
    url: `postgres://postgres:postgres@${server.getServerConn()}/postgres`,
    stop: async () => {
      await server.stop();
      await db.close();
    },
  };
}
