import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../../ops/user-error.ts";

/**
 * Runs `work` while no other process or thread writes to the folder. The lock is the operating system's, on a
 * SQLite file: it goes when its holder goes, however that ends, so a crash leaves nothing to clean up.
 *
 * @param onWait called once, if another writer is at work.
 */
export async function withLock<T>(
  dir: string,
  work: () => Promise<T>,
  { onWait, signal }: { onWait?: (() => void) | undefined; signal?: AbortSignal | undefined } = {},
): Promise<T> {
  const { DatabaseSync } = await import("node:sqlite");
  const file = join(dir, "lock.sqlite");
  const lock = new DatabaseSync(file);
  try {
    for (let waited = 0; !taken(lock, file); waited++) {
      if (waited === 0) onWait?.();
      await sleep(100, undefined, { signal });
    }
    return await work();
  } finally {
    lock.close();
  }
}

function taken(lock: { exec(sql: string): void }, file: string): boolean {
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    const { errcode } = error as { errcode?: number };
    if (errcode === SQLITE_BUSY) return false;
    if (errcode !== SQLITE_NOTADB) throw error;
    throw new UserError("index.lock", `${file} is no lock of this program's: delete it.`, { cause: error });
  }
}

const SQLITE_BUSY = 5;
const SQLITE_NOTADB = 26;
