import { openSync } from "node:fs";
import type { Span } from "../../text/span.ts";
import { PositionedFile } from "../storage/files.ts";
import { Growing } from "../storage/growing.ts";
import type { Graph } from "../storage/manifest.ts";
import { toBytes } from "../vectors/scan.ts";
import { GONE } from "../vectors/stored-vectors.ts";
import type { Version } from "../version.ts";
import type { Draft } from "./draft.ts";
import { GraphThread } from "./graph-thread.ts";

/** From this many passages on a graph finds the nearest sooner than a scan does, and is worth its building. */
const GRAPH_FROM = 20_000;
/** A graph of which more than this share of labels is gone is built anew. */
const GONE_SHARE = 0.2;
const VECTORS = "vectors.f32";
const TARGET = "graph.hnsw";
/** Rows sent to the graph at once. */
const STEP = 500;

/**
 * The graph over a draft's vectors, built in a thread of its own while the draft grows. A base's graph is taken on:
 * what is new joins it and what is gone is marked, until too much is gone.
 */
export class GraphDraft {
  readonly #draft: Draft;
  readonly #dimensions: number;
  readonly #from: number;
  /** The base whose graph is taken on. */
  readonly #base: Version | null;
  readonly #baseLabels: Uint32Array;
  /** Where each passage of the base stands now. */
  readonly #moved: Uint32Array;
  /** The passage of each label that is new. */
  readonly #added = new Growing();
  #sent = 0;
  #worker: GraphThread | undefined;

  /** @param from the number of passages from which on there is a graph. */
  constructor(draft: Draft, base: Version | null, dimensions: number, from = GRAPH_FROM) {
    this.#draft = draft;
    this.#dimensions = dimensions;
    this.#from = from;
    const labels = base?.vectors.labels;
    this.#base = labels && labels.length <= base.passages * (1 + GONE_SHARE) ? base : null;
    this.#baseLabels = (this.#base && labels) || new Uint32Array();
    this.#moved = new Uint32Array(this.#base?.passages ?? 0).fill(GONE);
  }

  /** Passages of the base that stand in the draft, from `first` on. */
  kept(passages: Span, first: number): void {
    if (!this.#base) this.added({ start: first, end: first + passages.end - passages.start });
    else for (let i = passages.start; i < passages.end; i++) this.#moved[i] = first + i - passages.start;
  }

  /** Passages of the draft that are new to the graph. */
  added({ start, end }: Span): void {
    for (let passage = start; passage < end; passage++) this.#added.push(passage);
    if (this.#draft.articles.passages >= this.#from && this.#added.length - this.#sent >= STEP) this.#send();
  }

  /** Null where the draft is small enough to be scanned. */
  async finish(): Promise<Graph | null> {
    const { passages } = this.#draft.articles;
    if (passages < this.#from) return null;
    this.#send();
    const labels = new Uint32Array(this.#baseLabels.length + this.#added.length);
    const removed: number[] = [];
    this.#baseLabels.forEach((passage, label) => {
      labels[label] = passage === GONE ? GONE : this.#moved[passage]!;
      if (passage !== GONE && labels[label] === GONE) removed.push(label);
    });
    labels.set(this.#added.view(), this.#baseLabels.length);
    const { graph, skipped } = await this.#worker!.finish(passages, removed);
    for (const label of skipped) labels[label] = GONE;
    const { files } = this.#draft;
    files.adopt(TARGET);
    files.append("graph.labels", labels);
    const floats = new PositionedFile(openSync(files.path(VECTORS), "r"));
    const rowBytes = this.#dimensions * 4;
    for (let row = 0; row < passages; row += STEP) {
      const count = Math.min(STEP, passages - row);
      const part = new Float32Array(floats.read(row * rowBytes, count * rowBytes));
      const { rows, scales } = toBytes(part, this.#dimensions);
      files.append("vectors.i8", rows);
      files.append("vectors.scales", scales);
    }
    floats.close();
    return graph;
  }

  async close(): Promise<void> {
    await this.#worker?.close();
  }

  /** Sends on what was added since the last time, in runs of neighbours. */
  #send(): void {
    const { files } = this.#draft;
    files.flush(VECTORS);
    this.#worker ??= new GraphThread({
      dimensions: this.#dimensions,
      vectors: files.path(VECTORS),
      target: files.path(TARGET),
      base: this.#base && { path: this.#base.files.path(TARGET), graph: this.#base.manifest.graph! },
    });
    const added = this.#added.view();
    while (this.#sent < added.length) {
      const first = this.#sent;
      do this.#sent++;
      while (
        this.#sent < added.length &&
        this.#sent - first < STEP &&
        added[this.#sent] === added[this.#sent - 1]! + 1
      );
      const start = added[first]!;
      this.#worker.add({ start, end: start + this.#sent - first }, this.#baseLabels.length + first);
    }
  }
}
