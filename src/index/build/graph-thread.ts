import { Worker } from "node:worker_threads";
import type { Span } from "../../text/span.ts";
import type { GraphMade, GraphTask } from "../vectors/graph-builder.ts";

/** What the thread is asked, in order. */
export type GraphOrder =
  | { readonly kind: "add"; readonly rows: Span; readonly firstLabel: number }
  | { readonly kind: "finish"; readonly rows: number; readonly removed: readonly number[] };

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

  add(rows: Span, firstLabel: number): void {
    this.#worker.postMessage({ kind: "add", rows, firstLabel } satisfies GraphOrder);
  }

  finish(rows: number, removed: readonly number[]): Promise<GraphMade> {
    this.#worker.postMessage({ kind: "finish", rows, removed } satisfies GraphOrder);
    return this.#made.promise;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
