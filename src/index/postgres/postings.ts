/** How postings lie in the database: a row for each stem and chunk of passages, three bytes an entry. */
export const CHUNK = 1 << 14;
const BYTES = 3;

export const chunkOf = (id: number): number => Math.floor(id / CHUNK);

/** Entries of one row, from the ids of passages of its chunk, ascending, and how often each holds the stem. */
export function packed(entries: readonly (readonly [id: number, count: number])[]): Buffer {
  const bytes = Buffer.allocUnsafe(entries.length * BYTES);
  entries.forEach(([id, count], i) => {
    bytes.writeUInt16LE(id % CHUNK, i * BYTES);
    bytes[i * BYTES + 2] = Math.min(255, count);
  });
  return bytes;
}

/** The same entries but those of some passages. */
export function without(bytes: Buffer, ids: ReadonlySet<number>): Buffer {
  const places = new Set(Array.from(ids, (id) => id % CHUNK));
  const kept: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += BYTES) {
    if (!places.has(bytes.readUInt16LE(at))) kept.push(bytes.subarray(at, at + BYTES));
  }
  return Buffer.concat(kept);
}

/** Calls for each entry of a row. */
export function unpack(chunk: number, bytes: Buffer, visit: (id: number, count: number) => void): void {
  for (let at = 0; at < bytes.length; at += BYTES) {
    visit(chunk * CHUNK + (bytes[at]! | (bytes[at + 1]! << 8)), bytes[at + 2]!);
  }
}
