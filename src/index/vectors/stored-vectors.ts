import type { Span } from "../../text/span.ts";
import type { Nearest, PassageSet, VectorIndex } from "../searchable.ts";
import type { FileReader, PositionedFile } from "../storage/files.ts";
import type { Manifest } from "../storage/manifest.ts";
import { dot, normalise, type Rows, scan } from "./scan.ts";
import { Top } from "./top.ts";

/** Opens the vectors of a version: all of them in memory where they are few, else a graph, and bytes to scan. */
export async function openVectors(files: FileReader, { graph, embedder }: Manifest): Promise<StoredVectors> {
  const { dimensions } = embedder;
  if (!graph) return new ExactVectors(new Float32Array(await files.load("vectors.f32")), dimensions);
  const [rows, scales, labels, floats, found] = await Promise.all([
    files.load("vectors.i8").then((buffer) => new Int8Array(buffer)),
    files.load("vectors.scales").then((buffer) => new Float32Array(buffer)),
    files.load("graph.labels").then((buffer) => new Uint32Array(buffer)),
    files.open("vectors.f32"),
    openGraph(files, dimensions),
  ]);
  return new GraphVectors({ rows: { rows, scales }, labels, floats, graph: found, ef: graph.ef }, dimensions);
}

/** The vectors of one version on disk. */
export interface StoredVectors extends VectorIndex {
  /** The vectors of passages `[start, end)`, end to end. */
  rows(passages: Span): Float32Array;
  /** The passage of each label of the graph, or {@link GONE}; undefined where there is no graph. */
  readonly labels?: Uint32Array;
}

/** Every vector is looked at: right up to some thousands of passages, where it is also the quickest. */
class ExactVectors implements StoredVectors {
  readonly dimensions: number;
  readonly #rows: Float32Array;

  constructor(rows: Float32Array, dimensions: number) {
    this.dimensions = dimensions;
    this.#rows = rows;
  }

  search(vector: ArrayLike<number>, k: number, allowed?: PassageSet): Nearest {
    const query = unit(vector, this.dimensions);
    return query ? scan({ rows: this.#rows }, query, k, allowed) : NONE;
  }

  vector(passage: number): Float32Array {
    return this.rows({ start: passage, end: passage + 1 });
  }

  rows({ start, end }: Span): Float32Array {
    return this.#rows.slice(start * this.dimensions, end * this.dimensions);
  }
}

/** What hnswlib-node's `HierarchicalNSW` does for a search. */
interface KnnGraph {
  getCurrentCount(): number;
  setEf(ef: number): void;
  searchKnn(query: number[], k: number): { distances: number[]; neighbors: number[] };
}

async function openGraph(files: FileReader, dimensions: number): Promise<KnnGraph> {
  const [{ default: hnswlib }] = await Promise.all([import("hnswlib-node"), files.verify("graph.hnsw")]);
  const graph = new hnswlib.HierarchicalNSW("ip", dimensions);
  await graph.readIndex(files.path("graph.hnsw"));
  return graph;
}

interface GraphParts {
  readonly rows: Rows;
  /** Passage of each label; {@link GONE} where it has left the corpus. */
  readonly labels: Uint32Array;
  readonly floats: PositionedFile;
  readonly graph: KnnGraph;
  readonly ef: number;
}

export const GONE = 0xffffffff;

/** A wide search walks the graph, a narrow one scans what the filter lets through. */
class GraphVectors implements StoredVectors {
  readonly dimensions: number;
  readonly labels: Uint32Array;
  readonly #parts: GraphParts;

  constructor(parts: GraphParts, dimensions: number) {
    this.#parts = parts;
    this.dimensions = dimensions;
    this.labels = parts.labels;
  }

  search(vector: ArrayLike<number>, k: number, allowed?: PassageSet): Nearest {
    const query = unit(vector, this.dimensions);
    if (!query || allowed?.size === 0) return NONE;
    if (!allowed) return this.#walk(query, k, Math.max(this.#parts.ef, k));
    // As many must be found as hold k allowed ones, if the filter has nothing to do with the query; those lie
    // further out than the k nearest, where a graph is less sure.
    const share = allowed.size / this.#parts.rows.scales!.length;
    const reach = Math.ceil(1.5 * Math.max(this.#parts.ef, k / share));
    if (allowed.size <= reach * ROWS_PER_STEP) return this.#scan(query, k, allowed);
    const near = this.#walk(query, k, reach, allowed);
    return near.passages.length < k ? this.#scan(query, k, allowed) : near;
  }

  vector(passage: number): Float32Array {
    return this.rows({ start: passage, end: passage + 1 });
  }

  rows({ start, end }: Span): Float32Array {
    const bytes = this.dimensions * 4;
    return new Float32Array(this.#parts.floats.read(start * bytes, (end - start) * bytes));
  }

  #walk(query: Float32Array, k: number, reach: number, allowed?: PassageSet): Nearest {
    const { graph, labels } = this.#parts;
    graph.setEf(reach);
    const wanted = Math.min(allowed ? reach : k, graph.getCurrentCount());
    const { neighbors, distances } = graph.searchKnn(Array.from(query), wanted);
    const top = new Top(k);
    for (const [i, label] of neighbors.entries()) {
      const passage = labels[label]!;
      if (passage !== GONE && (!allowed || allowed.has(passage))) top.offer(passage, 1 - distances[i]!);
    }
    return top.take();
  }

  #scan(query: Float32Array, k: number, allowed: PassageSet): Nearest {
    const candidates = scan(this.#parts.rows, query, k * 4, allowed).passages.sort();
    const top = new Top(Math.min(k, candidates.length));
    for (const passage of candidates) top.offer(passage, dot(this.vector(passage), 0, query));
    return top.take();
  }
}

/** How many rows are scanned in the time in which a walk takes one step of its reach. */
const ROWS_PER_STEP = 12;

const NONE: Nearest = { passages: new Uint32Array(), scores: new Float32Array() };

/** The query at unit length; null where it points nowhere, since nothing is near it then. */
function unit(vector: ArrayLike<number>, dimensions: number): Float32Array | null {
  if (vector.length !== dimensions) {
    throw new RangeError(`[index] a query of ${vector.length} dimensions, the index has ${dimensions}`);
  }
  const copy = Float32Array.from(vector);
  normalise(copy);
  return copy.every((value) => value === 0) ? null : copy;
}
