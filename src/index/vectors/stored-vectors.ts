import type { Span } from "../../text/span.ts";
import type { Nearest, PassageSet, VectorIndex } from "../searchable.ts";
import type { FileReader } from "../storage/files.ts";
import type { Graph, Manifest } from "../storage/manifest.ts";
import { decode } from "./codes.ts";
import { Kernel, MOST } from "./kernel.ts";
import { Top } from "./top.ts";
import { normalise } from "./unit.ts";

/** Opens the vectors of a version, and the graph where they are many: both are read to where they are searched. */
export async function openVectors(
  files: FileReader,
  { graph, embedder, counts }: Manifest,
): Promise<StoredVectors> {
  const kernel = new Kernel(embedder.dimensions, graph?.degree ?? 0);
  kernel.count = counts.passages;
  const all = { start: 0, end: counts.passages };
  await Promise.all([
    files.loadInto("vectors.i16", kernel.rows(all)),
    graph && files.loadInto("graph.links", kernel.links(all)),
  ]);
  return new StoredVectors(kernel, graph);
}

/** The vectors of one version. Few are all looked at; among many, a wide search walks the graph. */
export class StoredVectors implements VectorIndex {
  readonly #kernel: Kernel;
  readonly #graph: Graph | null;

  constructor(kernel: Kernel, graph: Graph | null) {
    this.#kernel = kernel;
    this.#graph = graph;
  }

  get dimensions(): number {
    return this.#kernel.dimensions;
  }

  search(vector: ArrayLike<number>, k: number, allowed?: PassageSet): Nearest {
    const query = unit(vector, this.dimensions);
    if (!query || allowed?.size === 0) return NONE;
    this.#kernel.ask(query);
    if (!this.#graph) return this.#scan(k, allowed);
    // As many must be found as hold k allowed ones, if the filter has nothing to do with the query; those lie
    // further out than the k nearest, where a graph is less sure.
    const share = (allowed?.size ?? this.#kernel.count) / this.#kernel.count;
    const reach = Math.ceil((allowed ? 1.5 : 1) * Math.max(this.#graph.ef, k / share));
    if (reach > MOST || (allowed && allowed.size <= reach * ROWS_PER_STEP)) return this.#scan(k, allowed);
    const near = first(this.#kernel.walk(reach), k, allowed);
    return near.passages.length < Math.min(k, allowed?.size ?? 0) ? this.#scan(k, allowed) : near;
  }

  vector(passage: number): Float32Array {
    return this.vectors({ start: passage, end: passage + 1 });
  }

  /** The vectors of passages, end to end; a copy. */
  vectors(passages: Span): Float32Array {
    return decode(this.#kernel.rows(passages), this.dimensions);
  }

  /** The same as they are stored. */
  rows(passages: Span): Int16Array {
    return this.#kernel.rows(passages);
  }

  /** The graph's links, `degree` a passage; a copy. */
  links(): Uint32Array {
    return this.#kernel.links({ start: 0, end: this.#kernel.count }).slice();
  }

  #scan(k: number, allowed?: PassageSet): Nearest {
    const { count } = this.#kernel;
    if (!allowed && k <= MOST) return this.#kernel.scan(k);
    const top = new Top(Math.min(k, allowed?.size ?? count));
    if (allowed) for (const row of allowed) top.offer(row, this.#kernel.score(row));
    else for (let row = 0; row < count; row++) top.offer(row, this.#kernel.score(row));
    return top.take();
  }
}

/** How many rows are scanned in the time in which a walk takes one step of its reach. */
const ROWS_PER_STEP = 20;

const NONE: Nearest = { passages: new Uint32Array(), scores: new Float32Array() };

/** The first `k` of what was found that a filter lets through. */
function first({ passages, scores }: Nearest, k: number, allowed?: PassageSet): Nearest {
  if (!allowed) return { passages: passages.subarray(0, k), scores: scores.subarray(0, k) };
  const kept: number[] = [];
  for (let i = 0; i < passages.length && kept.length < k; i++) if (allowed.has(passages[i]!)) kept.push(i);
  return {
    passages: Uint32Array.from(kept, (i) => passages[i]!),
    scores: Float32Array.from(kept, (i) => scores[i]!),
  };
}

/** The query at unit length; null where it points nowhere, since nothing is near it then. */
function unit(vector: ArrayLike<number>, dimensions: number): Float32Array | null {
  if (vector.length !== dimensions) {
    throw new RangeError(`[index] a query of ${vector.length} dimensions, the index has ${dimensions}`);
  }
  const copy = Float32Array.from(vector);
  normalise(copy);
  return copy.every((value) => value === 0) ? null : copy;
}
