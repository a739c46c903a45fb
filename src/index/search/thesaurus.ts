import { readFileSync } from "node:fs";

/**
 * Which words stand for each other by WordNet, and how well, over the numbers of the word vectors.
 *
 * Layout, little-endian: `ATTTH001`, uint32 words, uint32 pairs; uint32[words] the base of each word, which is the
 * most frequent word of its stem, the highest bit set where the word is no name; uint32[words + 1] where each base's relatives begin; uint32[pairs] a related base × 256
 * + strength (0 to 255), ascending within a base.
 */
export class Thesaurus {
  readonly #bases: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #relatives: Uint32Array;

  /** Opens what {@link packThesaurus} wrote; throws where the bytes are not that. */
  constructor(bytes: Uint8Array) {
    const { buffer, byteOffset } = bytes;
    const [words = 0, pairs = 0] =
      bytes.length < 16 || new TextDecoder("latin1").decode(bytes.subarray(0, 8)) !== magic
        ? []
        : new Uint32Array(buffer, byteOffset + 8, 2);
    if (words === 0 || bytes.length !== 20 + 4 * (2 * words + pairs))
      throw new Error(`[search] thesaurus: ${bytes.length} bytes that are none`);
    this.#bases = new Uint32Array(buffer, byteOffset + 16, words);
    this.#starts = new Uint32Array(buffer, byteOffset + 16 + 4 * words, words + 1);
    this.#relatives = new Uint32Array(buffer, byteOffset + 20 + 8 * words, pairs);
  }

  /** Whether WordNet knows a word as something other than a name. */
  common(word: number): boolean {
    return this.#bases[word]! > number;
  }

  /** The most frequent word of a word's stem. */
  base(word: number): number {
    return this.#bases[word]! & number;
  }

  /** The words that stand for a word, most frequent of each stem, and how well. */
  *relatives(word: number): Generator<readonly [word: number, strength: number]> {
    const base = this.base(word);
    for (let i = this.#starts[base]!; i < this.#starts[base + 1]!; i++)
      yield [this.#relatives[i]! >>> 8, (this.#relatives[i]! & 255) / 255];
  }

  /** How well two words stand for each other, 0 to 1; 1 for words of one stem. */
  between(a: number, b: number): number {
    const base = this.base(a);
    const sought = this.base(b);
    if (base === sought) return 1;
    let low = this.#starts[base]!;
    let high = this.#starts[base + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      const relative = this.#relatives[middle]!;
      if (relative >>> 8 === sought) return (relative & 255) / 255;
      if (relative >>> 8 < sought) low = middle + 1;
      else high = middle;
    }
    return 0;
  }
}

/** Packs the base of each word, which words are common, and the relatives of each base with strengths 0 to 1. */
export function packThesaurus(
  bases: Uint32Array,
  common: (word: number) => boolean,
  relatives: readonly ReadonlyMap<number, number>[],
): Uint8Array {
  const pairs = relatives.reduce((sum, { size }) => sum + size, 0);
  const bytes = new Uint8Array(20 + 4 * (2 * bases.length + pairs));
  bytes.set(new TextEncoder().encode(magic));
  new Uint32Array(bytes.buffer, 8, 2).set([bases.length, pairs]);
  new Uint32Array(bytes.buffer, 16, bases.length).set(
    bases.map((base, word) => base + (common(word) ? number + 1 : 0)),
  );
  const starts = new Uint32Array(bytes.buffer, 16 + 4 * bases.length, bases.length + 1);
  const packed = new Uint32Array(bytes.buffer, 20 + 8 * bases.length, pairs);
  relatives.forEach((of, word) => {
    const sorted = [...of].sort(([a], [b]) => a - b);
    packed.set(
      sorted.map(([relative, strength]) => relative * 256 + Math.round(strength * 255)),
      starts[word]!,
    );
    starts[word + 1] = starts[word]! + sorted.length;
  });
  return bytes;
}

let shared: Thesaurus | undefined;

/** The thesaurus that comes with the program (`thesaurus.bin`, made by make-thesaurus.ts), read at first use. */
export function thesaurus(): Thesaurus {
  shared ??= new Thesaurus(readFileSync(new URL("thesaurus.bin", import.meta.url)));
  return shared;
}

const magic = "ATTTH001";
/** The bits of a base that hold its number; the one above says that the word is common. */
const number = 0x7fffffff;
