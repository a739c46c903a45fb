import { parentPort, workerData } from "node:worker_threads";
import { GraphBuilder, type GraphTask } from "../vectors/graph-builder.ts";
import type { GraphOrder } from "./graph-thread.ts";

const builder = new GraphBuilder(workerData as GraphTask);

parentPort!.on("message", (order: GraphOrder) => {
  if (order.kind === "add") builder.add(order.rows, order.firstLabel);
  else parentPort!.postMessage(builder.finish(order.rows, order.removed));
});
