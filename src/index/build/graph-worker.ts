import { parentPort, workerData } from "node:worker_threads";
import { GraphBuilder, type GraphTask } from "../vectors/graph-builder.ts";
import type { GraphOrder } from "./graph-thread.ts";

const builder = new GraphBuilder(workerData as GraphTask);

parentPort!.on("message", (order: GraphOrder) => {
  if (order.kind === "grow") builder.grow(order.rows);
  else {
    if (order.base) builder.takeOn(order.base, order.rows);
    else builder.grow(order.rows);
    const made = builder.finish();
    parentPort!.postMessage(made, [made.links.buffer as ArrayBuffer]);
  }
});
