/** Strings in one buffer: UTF-8 bytes end to end, and where each begins; decoded one by one, as they are asked for. */
export class StringTable {
  readonly #bytes: Buffer;
  readonly #at: Uint32Array;

  constructor(bytes: ArrayBuffer, at: ArrayBuffer) {
    this.#bytes = Buffer.from(bytes);
    this.#at = new Uint32Array(at);
  }

  get size(): number {
    return Math.max(0, this.#at.length - 1);
  }

  get(i: number): string {
    return this.#bytes.toString("utf8", this.#at[i]!, this.#at[i + 1]!);
  }

  /** The number of a string in a table that was written in the order of its bytes, or -1. */
  find(text: string): number {
    const wanted = Buffer.from(text);
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const mid = (low + high) >>> 1;
      const order = this.#compare(mid, wanted);
      if (order === 0) return mid;
      if (order < 0) low = mid + 1;
      else high = mid - 1;
    }
    return -1;
  }

  /** Byte by byte: calling out to `Buffer.compare` takes several times as long for a word. */
  #compare(i: number, wanted: Uint8Array): number {
    const [start, end] = [this.#at[i]!, this.#at[i + 1]!];
    const both = Math.min(end - start, wanted.length);
    for (let k = 0; k < both; k++) {
      const order = this.#bytes[start + k]! - wanted[k]!;
      if (order !== 0) return order;
    }
    return end - start - wanted.length;
  }
}

/** What a {@link StringTable} is read from. */
export function encodeStrings(strings: readonly string[]): { bytes: Uint8Array; at: Uint32Array } {
  const encoded = strings.map((text) => Buffer.from(text));
  const at = new Uint32Array(strings.length + 1);
  encoded.forEach((bytes, i) => {
    at[i + 1] = at[i]! + bytes.length;
  });
  return { bytes: Buffer.concat(encoded), at };
}

/** Orders strings by their UTF-8 bytes, as {@link StringTable.find} expects. */
export function inByteOrder(strings: Iterable<string>): string[] {
  return [...strings]
    .map((text) => ({ text, bytes: Buffer.from(text) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ text }) => text);
}
