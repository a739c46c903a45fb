import { readFileSync } from "node:fs";
import { UserError } from "../../ops/user-error.ts";
import type { Span } from "../../text/span.ts";
import type { Nearest } from "../searchable.ts";
import { encode, rowBytes, UNIT } from "./codes.ts";

/** In place of a row's first link: the row is not in the graph. */
export const ABSENT = 0xffffffff;
/** After a row's last link, where it has fewer than it may have. */
export const END = 0xfffffffe;
/** As many rows are found at once, at most. */
export const MOST = 8192;

/** Addresses are 32 bits wide. */
const LARGEST = 2 ** 32 - 2 ** 16;
const PAGE = 2 ** 16;

/** What kernel.as.ts exports; addresses and counts are unsigned. */
interface Exports {
  place(rows: number, rowBytes: number, links: number, degree: number, marks: number): void;
  lend(beam: number, spare: number): void;
  score(query: number, row: number): number;
  scan(query: number, from: number, to: number, most: number): number;
  walk(query: number, reach: number, count: number, doors: number): number;
  insert(row: number, most: number, reach: number, count: number, doors: number): void;
  begin(): void;
  weigh(row: number, neighbour: number): void;
  relink(row: number): void;
}

let compiled: WebAssembly.Module | undefined;

/**
 * Vectors, and the graph over them, in memory of their own that compiled code works on (kernel.as.ts says how).
 * One question is asked at a time.
 */
export class Kernel {
  readonly dimensions: number;
  readonly degree: number;
  readonly #memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536 });
  readonly #exports: Exports;
  readonly #rowBytes: number;
  readonly #beamAt: number;
  readonly #rowsAt: number;
  #capacity = 0;
  #count = 0;

  /** @param degree links that a row has at most; 0 where there is no graph. */
  constructor(dimensions: number, degree: number) {
    compiled ??= new WebAssembly.Module(readFileSync(new URL("kernel.wasm", import.meta.url)));
    const imports = { env: { memory: this.#memory } };
    this.#exports = new WebAssembly.Instance(compiled, imports).exports as unknown as Exports;
    this.dimensions = dimensions;
    this.degree = degree;
    this.#rowBytes = rowBytes(dimensions);
    this.#beamAt = aligned(QUERY + this.#rowBytes);
    const spareAt = this.#beamAt + (MOST + 1) * 8;
    this.#rowsAt = aligned(spareAt + (2 * degree + 1) * 8);
    this.#exports.lend(this.#beamAt, spareAt);
    this.#reserve(1);
  }

  /** How many rows there are. */
  get count(): number {
    return this.#count;
  }

  /** Makes room: rows that come are to be written, and are in no graph. */
  set count(count: number) {
    if (count > this.#capacity) this.#reserve(Math.max(count, Math.ceil(this.#capacity * GROWTH)));
    this.links({ start: this.#count, end: Math.max(count, this.#count) }).fill(ABSENT);
    this.#count = count;
  }

  /** Rows in place: what is written there is searched. Valid until room is made. */
  rows({ start, end }: Span): Int16Array {
    const width = this.#rowBytes / 2;
    return new Int16Array(this.#memory.buffer, this.#rowsAt + start * this.#rowBytes, (end - start) * width);
  }

  /** Links in place, `degree` a row. Valid until room is made. */
  links({ start, end }: Span): Uint32Array {
    const at = this.#linksAt(this.#capacity) + start * this.degree * 4;
    return new Uint32Array(this.#memory.buffer, at, (end - start) * this.degree);
  }

  /** Takes the vector, of unit length, that the next search, scan or score is about. */
  ask(vector: ArrayLike<number>): void {
    const codes = encode(vector, this.dimensions);
    new Int16Array(this.#memory.buffer, QUERY, codes.length).set(codes);
  }

  /** The cosine of the vector asked for and a row. */
  score(row: number): number {
    return this.#exports.score(QUERY, row) / UNIT ** 2;
  }

  /** The `k` nearest rows exactly, by looking at each; `k` is at most {@link MOST}. */
  scan(k: number): Nearest {
    return this.#found(this.#exports.scan(QUERY, 0, this.#count, k));
  }

  /** About the `reach` nearest rows, by walking the graph; `reach` is at most {@link MOST}. */
  walk(reach: number): Nearest {
    return this.#found(this.#exports.walk(QUERY, reach, this.#count, this.#doors()));
  }

  /** Takes a row into the graph: `m` links of its own, of the best of `reach`. */
  insert(row: number, m: number, reach: number): void {
    this.#exports.insert(row, m, reach, this.#count, this.#doors());
  }

  /** Links a row that is in the graph anew, to the best of some others. */
  relink(row: number, others: Iterable<number>): void {
    this.#exports.begin();
    for (const other of others) this.#exports.weigh(row, other);
    this.#exports.relink(row);
  }

  /** Rows that a walk may enter at: as many as the graph has steps to its middle. */
  #doors(): number {
    return Math.max(FEWEST_DOORS, Math.ceil(Math.sqrt(this.#count)));
  }

  #found(size: number): Nearest {
    const entries = new Int32Array(this.#memory.buffer, this.#beamAt, 2 * size);
    const passages = new Uint32Array(size);
    const scores = new Float32Array(size);
    for (let i = 0; i < size; i++) {
      passages[i] = entries[2 * i]! & ROW;
      scores[i] = entries[2 * i + 1]! / UNIT ** 2;
    }
    return { passages, scores };
  }

  #linksAt(capacity: number): number {
    return aligned(this.#rowsAt + capacity * this.#rowBytes);
  }

  #reserve(capacity: number): void {
    const links = this.#linksAt(capacity);
    const marks = aligned(links + capacity * this.degree * 4);
    const bytes = marks + (this.degree > 0 ? capacity * 4 : 0);
    if (bytes > LARGEST) {
      throw new UserError(
        "index.tooLarge",
        `${capacity} passages of ${this.dimensions} dimensions are more than one machine's index holds: keep it in PostgreSQL (INDEX_URL), or divide the corpus.`,
      );
    }
    const missing = Math.ceil(bytes / PAGE) - this.#memory.buffer.byteLength / PAGE;
    if (missing > 0) this.#memory.grow(missing);
    const before = this.#linksAt(this.#capacity);
    const held = this.#count * this.degree * 4;
    new Uint8Array(this.#memory.buffer).copyWithin(links, before, before + held);
    this.#capacity = capacity;
    // Marks of old may lie where none was made: no search is numbered so high as to meet them.
    new Uint32Array(this.#memory.buffer, marks, this.degree > 0 ? capacity : 0).fill(ABSENT);
    this.#exports.place(this.#rowsAt, this.#rowBytes, links, this.degree, marks);
  }
}

/** Where the vector lies that is asked for. */
const QUERY = 64;
const ROW = 0x7fffffff;
const FEWEST_DOORS = 512;
const GROWTH = 1.5;

const aligned = (at: number): number => Math.ceil(at / 64) * 64;
