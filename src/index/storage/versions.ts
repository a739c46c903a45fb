import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/**
 * Versions of an index in one folder: `v00000007/` holds a whole version, `building/` one that is not whole yet,
 * and the file `current` names the one to serve. A version is complete and on disk before it gets its name, and
 * `current` changes by rename: whoever looks finds a whole version, whenever a writer died.
 */
export class Versions {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** The version to serve first, or null where `current` is missing, altered or cannot be read. */
  current(): string | null {
    let text: string;
    try {
      text = readFileSync(join(this.root, "current"), "utf8");
    } catch {
      return null;
    }
    const [name = "", sum] = text.trimEnd().split(" ");
    return isVersion(name) && Number(sum) === crc32(name) ? name : null;
  }

  /** Every version there is, the current one first, then the newest: the order in which to try them. */
  candidates(): string[] {
    const current = this.current();
    const others = this.#names().filter((name) => name !== current);
    return [...(current ? [current] : []), ...others.sort().reverse()];
  }

  path(version: string): string {
    return join(this.root, version);
  }

  /** An empty folder to build in. Only the holder of the lock may ask for it; what a dead writer left in it goes. */
  begin(): string {
    const dir = join(this.root, "building");
    rmSync(dir, { recursive: true, force: true });
    mkdirSync(dir, { recursive: true });
    return dir;
  }

  /** Names what stands in `building`, whose files are on disk, and makes it the version to serve. */
  publish(): string {
    const last = Math.max(0, ...this.#names().map((name) => Number(name.slice(1))));
    const name = `v${String(last + 1).padStart(8, "0")}`;
    syncFolder(join(this.root, "building"));
    renameSync(join(this.root, "building"), join(this.root, name));
    syncFolder(this.root);
    this.#point(name);
    return name;
  }

  /** Gives up what stands in `building`. */
  abandon(): void {
    rmSync(join(this.root, "building"), { recursive: true, force: true });
  }

  /** Removes all versions but these. A reader of another keeps its open files, or finds the current version at its next try. */
  keep(versions: readonly (string | null)[]): void {
    for (const name of this.#names()) {
      if (!versions.includes(name)) rmSync(join(this.root, name), { recursive: true, force: true });
    }
  }

  /** Makes a version that stands whole in the folder the one to serve. */
  #point(name: string): void {
    const next = join(this.root, "current.next");
    const fd = openSync(next, "w");
    try {
      writeFileSync(fd, `${name} ${crc32(name)}\n`);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(next, join(this.root, "current"));
    syncFolder(this.root);
  }

  #names(): string[] {
    try {
      return readdirSync(this.root).filter(isVersion);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }
}

const isVersion = (name: string): boolean => /^v\d{8,}$/.test(name);
const isMissing = (error: unknown): boolean =>
  ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

/** Brings a folder's entries to disk; a system that cannot (Windows) does so by itself. */
function syncFolder(dir: string): void {
  if (process.platform === "win32") return;
  const fd = openSync(dir, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
