import type { Span } from "../../text/span.ts";
import type { Graph } from "../storage/manifest.ts";
import { GONE } from "../vectors/graph-builder.ts";
import type { Version } from "../version.ts";
import { type Draft, VECTORS } from "./draft.ts";
import { GraphThread } from "./graph-thread.ts";

/** From this many passages on a graph finds the nearest sooner than a scan does, and is worth its building. */
const GRAPH_FROM = 20_000;
/** Rows sent to the graph at once. */
const STEP = 500;

/**
 * The graph over a draft's vectors, built in a thread of its own while the draft grows. A base's graph is taken on in
 * the end, when it is known where each of its passages stands now.
 */
export class GraphDraft {
  readonly #draft: Draft;
  readonly #dimensions: number;
  readonly #from: number;
  /** The base whose graph is taken on, and where each of its passages stands now. */
  readonly #base: Version | null;
  readonly #moved: Uint32Array;
  #sent = 0;
  #worker: GraphThread | undefined;

  /** @param from the number of passages from which on there is a graph. */
  constructor(draft: Draft, base: Version | null, dimensions: number, from = GRAPH_FROM) {
    this.#draft = draft;
    this.#dimensions = dimensions;
    this.#from = from;
    this.#base = base?.manifest.graph ? base : null;
    this.#moved = new Uint32Array(this.#base?.passages ?? 0).fill(GONE);
  }

  /** Passages of the base that stand in the draft, from `first` on. */
  kept(passages: Span, first: number): void {
    if (!this.#base) this.grown();
    else for (let i = passages.start; i < passages.end; i++) this.#moved[i] = first + i - passages.start;
  }

  /** Passages have come. */
  grown(): void {
    const { passages } = this.#draft.articles;
    if (this.#base || passages < this.#from || passages < this.#sent + STEP) return;
    this.#thread().grow(passages);
    this.#sent = passages;
  }

  /** Null where the draft is small enough to be scanned. */
  async finish(): Promise<Graph | null> {
    const { passages } = this.#draft.articles;
    if (passages < this.#from) return null;
    const base = this.#base && {
      degree: this.#base.manifest.graph!.degree,
      links: this.#base.vectors.links(),
      moved: this.#moved,
    };
    const { graph, links } = await this.#thread().finish(passages, base);
    this.#draft.files.append("graph.links", links);
    return graph;
  }

  async close(): Promise<void> {
    await this.#worker?.close();
  }

  /** The thread, for which all vectors are in the file. */
  #thread(): GraphThread {
    const { files } = this.#draft;
    files.flush(VECTORS);
    this.#worker ??= new GraphThread({ dimensions: this.#dimensions, vectors: files.path(VECTORS) });
    return this.#worker;
  }
}
