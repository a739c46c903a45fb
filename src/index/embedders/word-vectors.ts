/**
 * Word vectors packed for a quick start: unit vectors of four bits a dimension, and a hash table over the words,
 * all read in place from one buffer. Nothing is parsed and no string is made when they are opened.
 *
 * Layout, little-endian, each part at a multiple of four bytes:
 *   header  `ATTWV001`, then count, dimensions, slots (a power of two), bytes of words: 4 × uint32
 *   offsets uint32[count + 1], where each word begins in `text`
 *   table   uint32[slots], word number + 1 at the first free slot after its hash, 0 where free
 *   packed  uint8[count × dimensions / 2], two values -7…7 a byte, the lower four bits first, 8 added to each
 *   text    the words in UTF-8, most frequent first
 */
export class WordVectors {
  readonly size: number;
  readonly dimensions: number;
  readonly #offsets: Uint32Array;
  readonly #table: Uint32Array;
  readonly #packed: Uint8Array;
  readonly #text: Uint8Array;
  readonly #scratch = new Uint8Array(256);

  /** Opens what {@link packWordVectors} wrote; throws where the bytes are not that. */
  constructor(bytes: Uint8Array) {
    const { buffer, byteOffset } = bytes;
    if (byteOffset % 4 || new TextDecoder("latin1").decode(bytes.subarray(0, 8)) !== magic)
      throw new Error(`[embedders] word vectors: ${bytes.length} bytes that do not begin with ${magic}`);
    const [count, dimensions, slots, textBytes] = new Uint32Array(
      buffer,
      byteOffset + 8,
      4,
    ) as unknown as Four;
    const parts = layout(count, dimensions, slots);
    if (bytes.length !== parts.text + textBytes)
      throw new Error(
        `[embedders] word vectors: ${bytes.length} bytes where ${parts.text + textBytes} belong`,
      );
    this.size = count;
    this.dimensions = dimensions;
    this.#offsets = new Uint32Array(buffer, byteOffset + parts.offsets, count + 1);
    this.#table = new Uint32Array(buffer, byteOffset + parts.table, slots);
    this.#packed = bytes.subarray(parts.packed, parts.packed + (count * dimensions) / 2);
    this.#text = bytes.subarray(parts.text);
  }

  /** A folded form's number, which is its rank by frequency from 0; -1 where it is not among the words. */
  find(form: string): number {
    const { read, written } = encoder.encodeInto(form, this.#scratch);
    if (read < form.length) return -1;
    for (let slot = hash(this.#scratch, written); ; slot++) {
      const entry = this.#table[slot & (this.#table.length - 1)]!;
      if (entry === 0) return -1;
      if (this.#is(entry - 1, written)) return entry - 1;
    }
  }

  /** A word by its number. */
  word(word: number): string {
    return decoder.decode(this.#text.subarray(this.#offsets[word], this.#offsets[word + 1]));
  }

  /** Writes a word's unit vector into `into`, from `at` on. */
  read(word: number, into: Float32Array, at = 0): void {
    const half = this.dimensions / 2;
    let square = 0;
    for (let i = 0; i < half; i++) {
      const byte = this.#packed[word * half + i]!;
      const low = (byte & 15) - 8;
      const high = (byte >> 4) - 8;
      into[at + 2 * i] = low;
      into[at + 2 * i + 1] = high;
      square += low * low + high * high;
    }
    const scale = 1 / Math.sqrt(square);
    for (let i = at; i < at + this.dimensions; i++) into[i]! *= scale;
  }

  /** How often a word occurs among all words of running English, by Zipf's law over its rank. */
  frequency(word: number): number {
    return 1 / ((word + 2.7) * harmonic);
  }

  #is(word: number, length: number): boolean {
    const start = this.#offsets[word]!;
    if (this.#offsets[word + 1]! - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.#text[start + i] !== this.#scratch[i]) return false;
    return true;
  }
}

/** Packs vectors, `dimensions` values a word, most frequent word first, for {@link WordVectors} to open. */
export function packWordVectors(
  words: readonly string[],
  vectors: Float32Array,
  dimensions: number,
): Uint8Array {
  const text = words.map((word) => encoder.encode(word));
  const slots = 2 ** Math.ceil(Math.log2(words.length * 1.2));
  const textBytes = text.reduce((sum, { length }) => sum + length, 0);
  const parts = layout(words.length, dimensions, slots);
  const bytes = new Uint8Array(parts.text + textBytes);
  bytes.set(encoder.encode(magic));
  new Uint32Array(bytes.buffer, 8, 4).set([words.length, dimensions, slots, textBytes]);
  const offsets = new Uint32Array(bytes.buffer, parts.offsets, words.length + 1);
  const table = new Uint32Array(bytes.buffer, parts.table, slots);
  for (const [word, encoded] of text.entries()) {
    bytes.set(encoded, parts.text + offsets[word]!);
    offsets[word + 1] = offsets[word]! + encoded.length;
    let slot = hash(encoded, encoded.length) & (slots - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (slots - 1);
    table[slot] = word + 1;
    const values = quantised(vectors.subarray(word * dimensions, (word + 1) * dimensions));
    const at = parts.packed + (word * dimensions) / 2;
    for (let i = 0; i < dimensions; i += 2) bytes[at + i / 2] = values[i]! + 8 + ((values[i + 1]! + 8) << 4);
  }
  return bytes;
}

type Four = [number, number, number, number];
const magic = "ATTWV001";
const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Sum of 1/(rank + 2.7) over an English vocabulary of a million words (Zipf–Mandelbrot). */
const harmonic = 12.9;

function layout(count: number, dimensions: number, slots: number) {
  const offsets = 24;
  const table = offsets + (count + 1) * 4;
  const packed = table + slots * 4;
  return { offsets, table, packed, text: packed + (count * dimensions) / 2 };
}

/** FNV-1a, 32 bits. */
function hash(bytes: Uint8Array, length: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < length; i++) h = Math.imul(h ^ bytes[i]!, 0x01000193);
  return h >>> 0;
}

/** Values -7…7 in the direction of a vector: of some steps, the one that bends it least. */
function quantised(vector: Float32Array): Int8Array {
  const most = vector.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  let best = new Int8Array(vector.length);
  let least = Number.POSITIVE_INFINITY;
  for (const share of [1, 0.9, 0.8, 0.7, 0.6]) {
    const step = (most * share) / 7;
    const values = Int8Array.from(vector, (value) => Math.max(-7, Math.min(7, Math.round(value / step))));
    const error = vector.reduce((sum, value, i) => sum + (value - values[i]! * step) ** 2, 0);
    if (error < least) [least, best] = [error, values];
  }
  return best;
}
