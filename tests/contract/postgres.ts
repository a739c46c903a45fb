import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

/** A PostgreSQL to test with: the one that TEST_INDEX_URL names, else one in this process behind a real socket. */
export async function testDatabase(): Promise<{ url: string; stop: () => Promise<void> }> {
  const url = process.env.TEST_INDEX_URL;
  if (url) return { url, stop: async () => {} };
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
