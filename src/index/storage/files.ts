import { closeSync, fsyncSync, openSync, readSync, statSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/** What the manifest knows of a file: enough to tell a whole one from a truncated or altered one. */
export interface FileEntry {
  readonly bytes: number;
  readonly crc32: number;
}

/** A file that does not hold what was written to it. */
export class CorruptFile extends Error {
  override readonly name = "CorruptFile";
}

const CHUNK = 4 << 20;

/** Writes the files of one version: appends, counts, checksums, and brings them to disk before they are named. */
export class FileWriter {
  readonly dir: string;
  readonly #files = new Map<
    string,
    { fd: number; bytes: number; crc: number; held: Uint8Array[]; heldBytes: number }
  >();

  constructor(dir: string) {
    this.dir = dir;
  }

  path(name: string): string {
    return join(this.dir, name);
  }

  /** Appends to a file, which is created by its first bytes (or by none). */
  append(name: string, data: ArrayBufferView): void {
    let file = this.#files.get(name);
    if (!file) {
      file = { fd: openSync(this.path(name), "wx"), bytes: 0, crc: 0, held: [], heldBytes: 0 };
      this.#files.set(name, file);
    }
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    if (bytes.length > 1 << 16) {
      this.flush(name);
      this.#write(file, bytes);
    } else {
      // Copied: the caller may use its buffer again before it is written.
      file.held.push(bytes.slice());
      file.heldBytes += bytes.length;
      if (file.heldBytes > 1 << 18) this.flush(name);
    }
  }

  /** Hands what was appended so far to the operating system, so that another thread can read it. */
  flush(name: string): void {
    const file = this.#files.get(name);
    if (!file || file.held.length === 0) return;
    const bytes = Buffer.concat(file.held, file.heldBytes);
    file.held = [];
    file.heldBytes = 0;
    this.#write(file, bytes);
  }

  /** Brings every file to disk, closes it, and says what the manifest must know. */
  finish(): Record<string, FileEntry> {
    for (const name of this.#files.keys()) this.flush(name);
    for (const { fd } of this.#files.values()) fsyncSync(fd);
    const entries = [...this.#files].map(([name, { bytes, crc }]) => [name, { bytes, crc32: crc }] as const);
    this.close();
    return Object.fromEntries(entries);
  }

  close(): void {
    for (const { fd } of this.#files.values()) closeSync(fd);
    this.#files.clear();
  }

  #write(file: { fd: number; bytes: number; crc: number }, bytes: Uint8Array): void {
    writeFileSync(file.fd, bytes);
    file.bytes += bytes.length;
    file.crc = crc32(bytes, file.crc);
  }
}

/** Reads the files of one version, each checked against its entry in the manifest before anything is made of it. */
export class FileReader {
  readonly dir: string;
  readonly #entries: Readonly<Record<string, FileEntry>>;
  readonly #open: PositionedFile[] = [];

  constructor(dir: string, entries: Readonly<Record<string, FileEntry>>) {
    this.dir = dir;
    this.#entries = entries;
  }

  path(name: string): string {
    return join(this.dir, name);
  }

  has(name: string): boolean {
    return name in this.#entries;
  }

  bytesOf(name: string): number {
    return this.#entries[name]?.bytes ?? 0;
  }

  /** A whole file in memory; a file of no bytes need not be there. */
  async load(name: string): Promise<ArrayBuffer> {
    const content = new Uint8Array(this.bytesOf(name));
    await this.#check(name, (at, size) => content.subarray(at, at + size));
    return content.buffer;
  }

  /** A whole file, read to where it is wanted. */
  async loadInto(name: string, target: ArrayBufferView): Promise<void> {
    const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
    if (bytes.length !== this.bytesOf(name))
      throw new CorruptFile(`${this.path(name)}: ${this.bytesOf(name)} bytes, expected ${bytes.length}`);
    await this.#check(name, (at, size) => bytes.subarray(at, at + size));
  }

  /** Checks a file without keeping it, and leaves it open for positioned reads. */
  async open(name: string): Promise<PositionedFile> {
    const chunk = new Uint8Array(Math.min(CHUNK, this.bytesOf(name)));
    await this.#check(name, (_, size) => chunk.subarray(0, size));
    if (!this.has(name)) return new PositionedFile(-1);
    const file = new PositionedFile(openSync(this.path(name), "r"));
    this.#open.push(file);
    return file;
  }

  /** Checks a file and leaves it alone. */
  async verify(name: string): Promise<void> {
    const chunk = new Uint8Array(Math.min(CHUNK, this.bytesOf(name)));
    await this.#check(name, (_, size) => chunk.subarray(0, size));
  }

  close(): void {
    for (const file of this.#open.splice(0)) file.close();
  }

  async #check(name: string, buffer: (at: number, size: number) => Uint8Array): Promise<void> {
    const entry = this.#entries[name];
    if (!entry) return;
    const path = this.path(name);
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size !== entry.bytes) {
      throw new CorruptFile(
        `${path}: ${size === undefined ? "missing" : `${size} bytes`}, expected ${entry.bytes}`,
      );
    }
    const file = await open(path);
    try {
      let crc = 0;
      for (let at = 0; at < entry.bytes; ) {
        const part = buffer(at, Math.min(CHUNK, entry.bytes - at));
        const { bytesRead } = await file.read(part, 0, part.length, at);
        if (bytesRead === 0) throw new CorruptFile(`${path}: ends at byte ${at}, expected ${entry.bytes}`);
        crc = crc32(part.subarray(0, bytesRead), crc);
        at += bytesRead;
      }
      if (crc !== entry.crc32) throw new CorruptFile(`${path}: checksum differs, its content was altered`);
    } finally {
      await file.close();
    }
  }
}

/** A checked file, read in parts as they are wanted. */
export class PositionedFile {
  readonly #fd: number;

  constructor(fd: number) {
    this.#fd = fd;
  }

  /** `length` bytes from `at`. */
  read(at: number, length: number): ArrayBuffer {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length; ) {
      const read = readSync(this.#fd, bytes, done, length - done, at + done);
      if (read === 0) throw new CorruptFile(`a file of the index ended at byte ${at + done}`);
      done += read;
    }
    return bytes.buffer;
  }

  close(): void {
    if (this.#fd >= 0) closeSync(this.#fd);
  }
}
