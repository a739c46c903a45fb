import type { FileWriter } from "../storage/files.ts";
import { Growing } from "../storage/growing.ts";
import { encodeStrings, inByteOrder } from "../storage/strings.ts";
import { packNumbers } from "../storage/varint.ts";
import { Dictionary } from "./dictionary.ts";

/** Writes the words of a version: the forward index as passages come, the inverted index in the end. */
export class WordWriter {
  readonly dictionary = new Dictionary();
  readonly #files: FileWriter;
  readonly #ends = new Growing([0]);
  readonly #packedAt = new Growing([0]);
  readonly #contextLengths = new Growing();
  readonly #tokens: Uint32Array[] = [];

  constructor(files: FileWriter) {
    this.#files = files;
  }

  /** Adds passages: their form numbers end to end, and for each its length and the length of its context, in words. */
  add(forms: Uint32Array, lengths: Uint32Array, contextLengths: Uint32Array): void {
    this.#tokens.push(forms);
    let at = 0;
    for (const length of lengths) {
      const packed = packNumbers(forms.subarray(at, at + length));
      this.#files.append("words.forward", packed);
      this.#packedAt.push(this.#packedAt.last + packed.length);
      this.#ends.push(this.#ends.last + length);
      at += length;
    }
    this.#files.append("words.lengths", lengths);
    for (const length of contextLengths) this.#contextLengths.push(length);
  }

  /** @returns the number of words written. */
  finish(): number {
    const { forms, stems } = this.dictionary;
    const table = inByteOrder(new Set(stems));
    const numbers = new Map(table.map((stem, i) => [stem, i]));
    const stemOf = Uint32Array.from(stems, (stem) => numbers.get(stem)!);
    this.#postings(stemOf, table.length);
    this.#strings("words.forms", forms);
    this.#strings("words.stems", table);
    this.#files.append("words.stem-of", stemOf);
    this.#files.append("words.forward-at", this.#packedAt.view());
    this.#files.append("words.context", this.#contextLengths.view());
    return this.#ends.last;
  }

  /** Counts each stem once a passage in a first pass, which says where its postings begin, and fills them in a second. */
  #postings(stemOf: Uint32Array, stems: number): void {
    const at = new Uint32Array(stems + 1);
    const lastIn = new Uint32Array(stems);
    this.#eachToken((form, passage) => {
      const stem = stemOf[form]!;
      if (lastIn[stem] === passage + 1) return;
      lastIn[stem] = passage + 1;
      at[stem + 1]!++;
    });
    for (let i = 0; i < stems; i++) at[i + 1]! += at[i]!;
    const passages = new Uint32Array(at[stems]!);
    const counts = new Uint8Array(passages.length);
    const next = at.slice(0, stems);
    lastIn.fill(0);
    this.#eachToken((form, passage) => {
      const stem = stemOf[form]!;
      if (lastIn[stem] === passage + 1) {
        const i = next[stem]! - 1;
        if (counts[i]! < 255) counts[i]!++;
        return;
      }
      lastIn[stem] = passage + 1;
      const i = next[stem]!++;
      passages[i] = passage;
      counts[i] = 1;
    });
    this.#files.append("words.postings-at", at);
    this.#files.append("words.postings", passages);
    this.#files.append("words.counts", counts);
  }

  #eachToken(visit: (form: number, passage: number) => void): void {
    const ends = this.#ends.view();
    let passage = 0;
    let at = 0;
    for (const forms of this.#tokens) {
      for (const form of forms) {
        while (at >= ends[passage + 1]!) passage++;
        visit(form, passage);
        at++;
      }
    }
  }

  #strings(name: string, strings: readonly string[]): void {
    const { bytes, at } = encodeStrings(strings);
    this.#files.append(name, bytes);
    this.#files.append(`${name}-at`, at);
  }
}
