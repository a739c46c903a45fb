import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

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
  const lock = new DatabaseSync(join(dir, "lock.sqlite"));
  try {
    for (let waited = 0; !taken(lock); waited++) {
      if (waited === 0) onWait?.();
      await sleep(100, undefined, { signal });
    }
    return await work();
  } finally {
    lock.close();
  }
}

function taken(lock: { exec(sql: string): void }): boolean {
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw error;
  }
}

const SQLITE_BUSY = 5;
