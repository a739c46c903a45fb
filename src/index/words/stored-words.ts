import type { Span } from "../../text/span.ts";
import type { FileReader } from "../storage/files.ts";
import { StringTable } from "../storage/strings.ts";
import { unpackNumbers } from "../storage/varint.ts";
import type { WordIndex } from "./word-index.ts";

/**
 * Opens the words of a version: postings in memory, and the forward index where it is small, since a search reads
 * hundreds of passages of it; a large one stays on disk, one positioned read a passage.
 */
export async function openWords(files: FileReader): Promise<StoredWords> {
  const u32 = async (name: string) => new Uint32Array(await files.load(name));
  const strings = async (name: string) =>
    new StringTable(await files.load(name), await files.load(`${name}-at`));
  const [forms, stems, stemOf, postingsAt, postings, counts] = await Promise.all([
    strings("words.forms"),
    strings("words.stems"),
    u32("words.stem-of"),
    u32("words.postings-at"),
    u32("words.postings"),
    files.load("words.counts").then((buffer) => new Uint8Array(buffer)),
  ]);
  const [lengths, context, forwardAt, forward] = await Promise.all([
    u32("words.lengths"),
    u32("words.context"),
    u32("words.forward-at"),
    openForward(files),
  ]);
  return new StoredWords({
    ...{ forms, stems, stemOf, postingsAt, postings, counts },
    ...{ lengths, context, forwardAt, forward },
  });
}

async function openForward(files: FileReader): Promise<Parts["forward"]> {
  const name = "words.forward";
  if (files.bytesOf(name) > mostForward) {
    const file = await files.open(name);
    return (at, end, count) => unpackNumbers(new Uint8Array(file.read(at, end - at)), 0, count);
  }
  const bytes = new Uint8Array(await files.load(name));
  return (at, _, count) => unpackNumbers(bytes, at, count);
}

/** Bytes of a forward index that is kept in memory: about 500,000 passages. */
const mostForward = 64 << 20;

interface Parts {
  readonly forms: StringTable;
  readonly stems: StringTable;
  readonly stemOf: Uint32Array;
  readonly postingsAt: Uint32Array;
  readonly postings: Uint32Array;
  readonly counts: Uint8Array;
  /** How many words each passage has, and how many of them are its context's. */
  readonly lengths: Uint32Array;
  readonly context: Uint32Array;
  /** Where each passage's words begin, in bytes; and `count` words of those from one place to another. */
  readonly forwardAt: Uint32Array;
  readonly forward: (at: number, end: number, count: number) => Uint32Array;
}

/** The words of one version on disk. */
export class StoredWords implements WordIndex {
  readonly passages: number;
  readonly averageLength: number;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.passages = parts.context.length;
    const words = parts.lengths.reduce((sum, length) => sum + length, 0);
    this.averageLength = this.passages === 0 ? 0 : words / this.passages;
  }

  get forms(): number {
    return this.#parts.stemOf.length;
  }

  length(passage: number): number {
    return this.#parts.lengths[passage]!;
  }

  stem(stem: string): number {
    return this.#parts.stems.find(stem);
  }

  frequency(stem: number): number {
    const { postingsAt } = this.#parts;
    return postingsAt[stem + 1]! - postingsAt[stem]!;
  }

  postings(stem: number): { passages: Uint32Array; counts: Uint8Array } {
    const { postingsAt, postings, counts } = this.#parts;
    const [start, end] = [postingsAt[stem]!, postingsAt[stem + 1]!];
    return { passages: postings.subarray(start, end), counts: counts.subarray(start, end) };
  }

  forward(passage: number): { forms: Uint32Array; contextLength: number } {
    const { forward, forwardAt, lengths, context } = this.#parts;
    const forms = forward(forwardAt[passage]!, forwardAt[passage + 1]!, lengths[passage]!);
    return { forms, contextLength: context[passage]! };
  }

  /** Passages `[start, end)` as a digest has them. */
  columns({ start, end }: Span): { forms: Uint32Array; lengths: Uint32Array; contextLengths: Uint32Array } {
    const { forward, forwardAt, context } = this.#parts;
    const lengths = this.#parts.lengths.slice(start, end);
    const count = lengths.reduce((sum, length) => sum + length, 0);
    return {
      forms: forward(forwardAt[start]!, forwardAt[end]!, count),
      lengths,
      contextLengths: context.slice(start, end),
    };
  }

  stemText(stem: number): string {
    return this.#parts.stems.get(stem);
  }

  form(form: number): string {
    return this.#parts.forms.get(form);
  }

  stemOf(form: number): number {
    return this.#parts.stemOf[form]!;
  }
}
