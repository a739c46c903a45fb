import { Worker } from "node:worker_threads";
import type { GraphBase, GraphMade, GraphTask } from "../vectors/graph-builder.ts";

/** What the thread is asked, in order. */
export type GraphOrder =
  | { readonly kind: "grow"; readonly rows: number }
  | { readonly kind: "finish"; readonly rows: number; readonly base: GraphBase | null };

/** A graph builder in a thread of its own. */
export class GraphThread {
  readonly #worker: Worker;
  readonly #made = Promise.withResolvers<GraphMade>();

  constructor(task: GraphTask) {
    this.#worker = new Worker(new URL("graph-worker.ts", import.meta.url), { workerData: task });
    this.#worker.on("message", this.#made.resolve);
    this.#worker.on("error", this.#made.reject);
    // It is awaited by finish; until then a failure must not count as unhandled.
    this.#made.promise.catch(() => {});
  }

  /** Takes the file's next rows in, up to some number of them. */
  grow(rows: number): void {
    this.#worker.postMessage({ kind: "grow", rows } satisfies GraphOrder);
  }

  /** @param base a graph to take on, where no row was taken in before. */
  finish(rows: number, base: GraphBase | null): Promise<GraphMade> {
    this.#worker.postMessage({ kind: "finish", rows, base } satisfies GraphOrder);
    return this.#made.promise;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
