import { closeSync, openSync, readSync } from "node:fs";
import hnswlib from "hnswlib-node";
import type { Span } from "../../text/span.ts";
import type { Graph } from "../storage/manifest.ts";
import { dot, normalise } from "./scan.ts";
import { Top } from "./top.ts";

/** Links a node keeps, and candidates weighed when it joins: what hnswlib's authors call M and efConstruction. */
const M = 16;
const EF_CONSTRUCTION = 150;
/** Share of the exact ten nearest that a search must find. Above the .98 promised, since a sample may flatter. */
const RECALL = 0.992;
const REACHES = [96, 128, 192, 256, 384, 512];
const ROWS_AT_ONCE = 10_000;

/** What a graph is built from, and where it is written. */
export interface GraphTask {
  readonly dimensions: number;
  /** File of unit vectors, row after row; it may grow while the graph does. */
  readonly vectors: string;
  readonly target: string;
  /** The graph to begin with, if any. */
  readonly base: { readonly path: string; readonly graph: Graph } | null;
}

/** What came of it. */
export interface GraphMade {
  readonly graph: Graph;
  /** Labels of zero vectors, which are not in the graph. */
  readonly skipped: readonly number[];
}

/** Builds a navigable small-world graph (HNSW, Malkov and Yashunin 2016) over vectors in a file. Blocks its thread. */
export class GraphBuilder {
  readonly #task: GraphTask;
  readonly #fd: number;
  #graph: InstanceType<typeof hnswlib.HierarchicalNSW>;
  readonly #skipped: number[] = [];

  constructor(task: GraphTask) {
    this.#task = task;
    this.#fd = openSync(task.vectors, "r");
    this.#graph = new hnswlib.HierarchicalNSW("ip", task.dimensions);
    if (task.base) this.#graph.readIndexSync(task.base.path);
    else this.#graph.initIndex(ROWS_AT_ONCE, M, EF_CONSTRUCTION);
  }

  /** Adds rows, labelled from `firstLabel` on. A zero vector is near nothing, and left out. */
  add({ start, end }: Span, firstLabel: number): void {
    const { dimensions } = this.#task;
    const needed = this.#graph.getCurrentCount() + end - start;
    if (needed > this.#graph.getMaxElements())
      this.#graph.resizeIndex(Math.max(needed, Math.ceil(needed * 1.5)));
    const rows = this.#read({ start, end });
    for (let row = 0; row < end - start; row++) {
      const vector = rows.subarray(row * dimensions, (row + 1) * dimensions);
      if (vector.every((value) => value === 0)) this.#skipped.push(firstLabel + row);
      else this.#graph.addPoint(Array.from(vector), firstLabel + row);
    }
  }

  /**
   * Marks labels as gone and writes the graph. Then reads it back, which shows that the file is whole, and finds
   * the least reach (`ef`) that has the recall wanted: by search of sampled rows against a scan of all rows.
   */
  finish(rows: number, removed: readonly number[]): GraphMade {
    for (const label of removed) this.#graph.markDelete(label);
    const { base, target, dimensions } = this.#task;
    this.#graph.writeIndexSync(target);
    this.#graph = new hnswlib.HierarchicalNSW("ip", dimensions);
    this.#graph.readIndexSync(target);
    const { m, efConstruction } = base?.graph ?? { m: M, efConstruction: EF_CONSTRUCTION };
    const { ef, recall } = this.#reach(rows);
    closeSync(this.#fd);
    return { graph: { metric: "ip", m, efConstruction, ef, recall }, skipped: this.#skipped };
  }

  #reach(rows: number): { ef: number; recall: number } {
    const sample = this.#sample(rows);
    const exact = this.#exact(sample, rows);
    let reached = { ef: 0, recall: 0 };
    for (const ef of REACHES) {
      this.#graph.setEf(ef);
      let found = 0;
      sample.forEach((query, i) => {
        const { distances } = this.#graph.searchKnn(Array.from(query), NEAREST);
        found += distances.filter((distance) => 1 - distance >= exact[i]! - ROUNDING).length;
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
  #sample(rows: number): Float32Array[] {
    const { dimensions } = this.#task;
    const count = Math.min(SAMPLE, rows);
    return Array.from({ length: count }, (_, i) => {
      const row = Math.floor((i * rows) / count);
      const query = this.#row(row);
      const [one, other] = [this.#row((row + 7919) % rows), this.#row((row + 15_331) % rows)];
      const apart = Math.hypot(...one.map((value, d) => value - other[d]!)) || 1;
      for (let d = 0; d < dimensions; d++) query[d]! += (BEND * (one[d]! - other[d]!)) / apart;
      normalise(query);
      return query;
    }).filter((query) => query.some((value) => value !== 0));
  }

  #row(row: number): Float32Array {
    return this.#read({ start: row, end: row + 1 });
  }

  /** For each query the score of its tenth nearest row. */
  #exact(queries: readonly Float32Array[], rows: number): number[] {
    const { dimensions } = this.#task;
    const tops = queries.map(() => new Top(NEAREST));
    for (let start = 0; start < rows; start += ROWS_AT_ONCE) {
      const end = Math.min(rows, start + ROWS_AT_ONCE);
      const part = this.#read({ start, end });
      queries.forEach((query, i) => {
        for (let row = start, at = 0; row < end; row++, at += dimensions)
          tops[i]!.offer(row, dot(part, at, query));
      });
    }
    return tops.map((top) => top.least);
  }

  #read({ start, end }: Span): Float32Array {
    const rowBytes = this.#task.dimensions * 4;
    const bytes = new Uint8Array((end - start) * rowBytes);
    for (let done = 0; done < bytes.length; ) {
      const read = readSync(this.#fd, bytes, done, bytes.length - done, start * rowBytes + done);
      if (read === 0) throw new Error(`[index] ${this.#task.vectors} ends before row ${end}`);
      done += read;
    }
    return new Float32Array(bytes.buffer);
  }
}

const NEAREST = 10;
const SAMPLE = 100;
const BEND = 0.5;
const ROUNDING = 1e-5;
