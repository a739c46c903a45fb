import { closeSync, openSync, readSync } from "node:fs";
import type { Graph } from "../storage/manifest.ts";
import { decode, rowBytes } from "./codes.ts";
import { HnswGraph } from "./hnsw.ts";
import { ABSENT, END, Kernel } from "./kernel.ts";
import { normalise } from "./unit.ts";

/** Links a row makes when it joins, links it may have, as hnswlib's lowest level has them, and rows weighed for them. */
const M = 12;
const DEGREE = 2 * M;
const EF_CONSTRUCTION = 200;
/** Share of the exact ten nearest that a search must find. Above the .98 promised, since a sample may flatter. */
const RECALL = 0.992;
const REACHES = [64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096];
const ROWS_AT_ONCE = 10_000;

/** What a graph is built over. */
export interface GraphTask {
  readonly dimensions: number;
  /** File of rows (codes.ts); it may grow while the graph does. */
  readonly vectors: string;
}

/** A graph to take on. */
export interface GraphBase {
  readonly degree: number;
  /** `degree` links a row. */
  readonly links: Uint32Array;
  /** Where each row stands now; {@link GONE} where it does not. */
  readonly moved: Uint32Array;
}

export const GONE = 0xffffffff;

/** What came of it. */
export interface GraphMade {
  readonly graph: Graph;
  /** `graph.degree` links a row. */
  readonly links: Uint32Array;
}

/**
 * Builds a navigable graph over the rows of a file: from nothing by hnswlib, from a graph that is there by mending it.
 * Blocks its thread.
 */
export class GraphBuilder {
  readonly #task: GraphTask;
  readonly #fd: number;
  readonly #kernel: Kernel;
  /** Null once another graph is taken on. */
  #fresh: HnswGraph | null;

  constructor(task: GraphTask) {
    this.#task = task;
    this.#fd = openSync(task.vectors, "r");
    this.#kernel = new Kernel(task.dimensions, DEGREE);
    this.#fresh = this.#none();
  }

  /** Adds the file's next rows, up to some number of them. */
  grow(rows: number): void {
    const first = this.#kernel.count;
    this.#read(rows);
    this.#join(first);
  }

  /**
   * Takes the links of another graph on, mended where rows have left it, and adds all rows that it has not. Nothing
   * may have been added before.
   */
  takeOn({ degree, links, moved }: GraphBase, rows: number): void {
    if (degree !== DEGREE) {
      this.grow(rows);
      return;
    }
    this.#read(rows);
    this.#fresh = null;
    moved.forEach((row, before) => {
      if (row === GONE || links[before * DEGREE] === ABSENT) return;
      const { near, torn } = neighbours(links, before, moved);
      if (near.length === 0) return;
      const own = this.#kernel.links({ start: row, end: row + 1 });
      own.fill(END).set(near.slice(0, DEGREE));
      if (torn) this.#kernel.relink(row, near);
    });
    this.#insert(rows);
  }

  /**
   * Finds the least reach (`ef`) that has the recall wanted, by search of sampled rows against a scan of all rows.
   * A graph of which too much has left to have it is built anew.
   */
  finish(): GraphMade {
    const all = { start: 0, end: this.#kernel.count };
    const mended = this.#fresh === null;
    this.#settle();
    let reached = this.#reach();
    if (reached.recall < RECALL && mended) {
      this.#fresh = this.#none();
      this.#join(0);
      this.#settle();
      reached = this.#reach();
    }
    closeSync(this.#fd);
    const graph = {
      metric: "ip",
      degree: DEGREE,
      m: M,
      efConstruction: EF_CONSTRUCTION,
      ...reached,
    } as const;
    return { graph, links: this.#kernel.links(all).slice() };
  }

  #none(): HnswGraph {
    return new HnswGraph(this.#task.dimensions, M, EF_CONSTRUCTION);
  }

  /** Adds the rows from `first` on to the graph that is built from nothing. */
  #join(first: number): void {
    for (let row = first; row < this.#kernel.count; row++)
      if (this.#points(row)) this.#fresh?.add(row, this.#vector(row));
  }

  /** Takes over the links of a graph that was built from nothing. */
  #settle(): void {
    for (const [row, linked] of this.#fresh?.links(`${this.#task.vectors}.hnsw`) ?? [])
      this.#kernel
        .links({ start: row, end: row + 1 })
        .fill(END)
        .set(linked);
  }

  /** Takes the rows into the graph that are not in it. */
  #insert(rows: number): void {
    const links = this.#kernel.links({ start: 0, end: rows });
    for (let row = 0; row < rows; row++)
      if (links[row * DEGREE] === ABSENT && this.#points(row)) this.#kernel.insert(row, M, EF_CONSTRUCTION);
  }

  /** Whether a row points anywhere; a zero vector is near nothing, and left out. */
  #points(row: number): boolean {
    return this.#kernel.rows({ start: row, end: row + 1 }).some((value) => value !== 0);
  }

  #reach(): { ef: number; recall: number } {
    const sample = this.#sample();
    if (sample.length === 0) return { ef: REACHES[0]!, recall: 1 };
    const exact = sample.map((query) => {
      this.#kernel.ask(query);
      return this.#kernel.scan(NEAREST).scores.at(-1)!;
    });
    let reached = { ef: 0, recall: 0 };
    for (const ef of REACHES) {
      let found = 0;
      sample.forEach((query, i) => {
        this.#kernel.ask(query);
        const { scores } = this.#kernel.walk(ef);
        found += scores.subarray(0, NEAREST).filter((score) => score >= exact[i]!).length;
      });
      reached = { ef, recall: found / (sample.length * NEAREST) };
      if (reached.recall >= RECALL) break;
    }
    return reached;
  }

  /**
   * Rows spread over the file, each bent the way that two others differ: questions resemble passages, but are none.
   * Bent so far, they are a little harder to find neighbours for than questions on news and on abstracts were.
   */
  #sample(): Float32Array[] {
    const { count: rows, dimensions } = this.#kernel;
    const count = Math.min(SAMPLE, rows);
    return Array.from({ length: count }, (_, i) => {
      const row = Math.floor((i * rows) / count);
      const query = this.#vector(row);
      const [one, other] = [this.#vector((row + 7919) % rows), this.#vector((row + 15_331) % rows)];
      const apart = Math.hypot(...one.map((value, d) => value - other[d]!)) || 1;
      for (let d = 0; d < dimensions; d++) query[d]! += (BEND * (one[d]! - other[d]!)) / apart;
      normalise(query);
      return query;
    }).filter((query) => query.some((value) => value !== 0));
  }

  #vector(row: number): Float32Array {
    return decode(this.#kernel.rows({ start: row, end: row + 1 }), this.#kernel.dimensions);
  }

  /** Reads on, until there are so many rows. */
  #read(rows: number): void {
    const first = this.#kernel.count;
    this.#kernel.count = rows;
    for (let start = first; start < rows; start += ROWS_AT_ONCE) {
      const part = this.#kernel.rows({ start, end: Math.min(rows, start + ROWS_AT_ONCE) });
      const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
      const at = start * rowBytes(this.#kernel.dimensions);
      for (let done = 0; done < bytes.length; ) {
        const read = readSync(this.#fd, bytes, done, bytes.length - done, at + done);
        if (read === 0) throw new Error(`[index] the file of vectors ends before row ${rows}`);
        done += read;
      }
    }
  }
}

/** Where a row's neighbours stand now; those of a neighbour that has left stand in for it. */
function neighbours(links: Uint32Array, row: number, moved: Uint32Array): { near: number[]; torn: boolean } {
  const near = new Set<number>();
  let torn = false;
  for (const neighbour of linksOf(links, row)) {
    if (moved[neighbour] !== GONE) near.add(moved[neighbour]!);
    else {
      torn = true;
      for (const next of linksOf(links, neighbour)) if (moved[next] !== GONE) near.add(moved[next]!);
    }
  }
  near.delete(moved[row]!);
  return { near: [...near], torn };
}

function* linksOf(links: Uint32Array, row: number): Generator<number> {
  for (let i = row * DEGREE; i < (row + 1) * DEGREE && links[i]! < END; i++) yield links[i]!;
}

const NEAREST = 10;
const SAMPLE = 100;
const BEND = 0.5;
