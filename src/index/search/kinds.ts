import { readFileSync } from "node:fs";

/**
 * What kinds of things nouns and names stand for, by WordNet, over the numbers of the word vectors: the Rhine is a
 * river, a student a person.
 *
 * Layout, little-endian: `ATTKN001`; uint32 words, synsets, senses, links; uint32[words + 1] where each word's senses
 * begin; uint32[synsets + 1] where each synset's links begin; uint16[senses] synsets, a word's most frequent first;
 * uint16[links] the synsets that each is a kind of.
 */
export class Kinds {
  readonly #sensesOf: Lists;
  readonly #kindsOf: Lists;

  /** Opens what {@link packKinds} wrote; throws where the bytes are not that. */
  constructor(bytes: Uint8Array) {
    const { buffer, byteOffset } = bytes;
    const [words = 0, synsets = 0, senses = 0, links = 0] =
      bytes.length < 24 || new TextDecoder("latin1").decode(bytes.subarray(0, 8)) !== magic
        ? []
        : new Uint32Array(buffer, byteOffset + 8, 4);
    const starts = words + synsets + 2;
    if (words === 0 || bytes.length !== 24 + 4 * starts + 2 * (senses + links))
      throw new Error(`[search] kinds: ${bytes.length} bytes that are none`);
    const all = new Uint16Array(buffer, byteOffset + 24 + 4 * starts, senses + links);
    this.#sensesOf = new Lists(new Uint32Array(buffer, byteOffset + 24, words + 1), all.subarray(0, senses));
    this.#kindsOf = new Lists(
      new Uint32Array(buffer, byteOffset + 28 + 4 * words, synsets + 1),
      all.subarray(senses),
    );
  }

  /** Whether a word is known as a noun or a name. */
  knows(word: number): boolean {
    return this.#sensesOf.of(word).length > 0;
  }

  /** Whether a word, in one of its usual senses, is a kind of what another word means in its first two. */
  isA(word: number, kind: number): boolean {
    return this.#below(this.#sensesOf.of(word), this.#sensesOf.of(kind).subarray(0, 2));
  }

  /** Whether what a word means most often is a kind of what another one does. */
  isMostly(word: number, kind: number): boolean {
    return this.#below(this.#sensesOf.of(word).subarray(0, 1), this.#sensesOf.of(kind).subarray(0, 1));
  }

  #below(synsets: Uint16Array, sought: Uint16Array): boolean {
    return synsets.some((synset) => {
      const kinds = this.#kindsOf.of(synset);
      return kinds.some((kind) => sought.includes(kind)) || this.#below(kinds, sought);
    });
  }
}

/** Lists of numbers, end to end. */
class Lists {
  readonly #starts: Uint32Array;
  readonly #values: Uint16Array;

  constructor(starts: Uint32Array, values: Uint16Array) {
    this.#starts = starts;
    this.#values = values;
  }

  /** Empty for a number that has none. */
  of(number: number): Uint16Array {
    return this.#values.subarray(this.#starts[number] ?? 0, this.#starts[number + 1] ?? 0);
  }
}

/** Packs the synsets that each word means, and those that each synset is a kind of. */
export function packKinds(
  senses: readonly (readonly number[])[],
  kinds: readonly (readonly number[])[],
): Uint8Array {
  const starts = [...startsOf(senses), ...startsOf(kinds)];
  const values = [...senses.flat(), ...kinds.flat()];
  const bytes = new Uint8Array(24 + 4 * starts.length + 2 * values.length);
  bytes.set(new TextEncoder().encode(magic));
  new Uint32Array(bytes.buffer, 8, 4).set([
    senses.length,
    kinds.length,
    senses.flat().length,
    kinds.flat().length,
  ]);
  new Uint32Array(bytes.buffer, 24, starts.length).set(starts);
  new Uint16Array(bytes.buffer, 24 + 4 * starts.length).set(values);
  return bytes;
}

function startsOf(lists: readonly (readonly number[])[]): number[] {
  const starts = [0];
  for (const list of lists) starts.push(starts.at(-1)! + list.length);
  return starts;
}

let shared: Kinds | undefined;

/** The kinds that come with the program (`kinds.bin`, made by make-kinds.ts), read at first use. */
export function kinds(): Kinds {
  shared ??= new Kinds(readFileSync(new URL("kinds.bin", import.meta.url)));
  return shared;
}

const magic = "ATTKN001";
