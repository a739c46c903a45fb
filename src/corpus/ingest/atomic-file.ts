import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * A file that appears in its place whole or not at all: it is written beside it under a hidden name, and renamed into
 * it by {@link commit}. Disposed of before that, it leaves nothing.
 */
export class AtomicFile implements AsyncDisposable {
  readonly #path: string;
  readonly #beside: string;
  #handle: FileHandle | undefined;

  private constructor(path: string, beside: string, handle: FileHandle) {
    this.#path = path;
    this.#beside = beside;
    this.#handle = handle;
  }

  static async open(path: string): Promise<AtomicFile> {
    const folder = dirname(path);
    await mkdir(folder, { recursive: true });
    const beside = join(folder, `.${randomUUID()}.tmp`);
    return new AtomicFile(path, beside, await open(beside, "wx"));
  }

  async write(content: string): Promise<void> {
    await this.#handle?.appendFile(content);
  }

  async commit(): Promise<void> {
    await this.#handle?.sync();
    await this.#handle?.close();
    this.#handle = undefined;
    await rename(this.#beside, this.#path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#handle === undefined) return;
    await this.#handle.close();
    await rm(this.#beside, { force: true });
  }
}

/** Writes a whole file as an {@link AtomicFile}. */
export async function writeAtomically(path: string, content: string): Promise<void> {
  await using file = await AtomicFile.open(path);
  await file.write(content);
  await file.commit();
}
