import { parentPort, workerData } from "node:worker_threads";
import type { Article } from "../../corpus/article.ts";
import { type Embedder, make, type Recipe } from "../embedders/embedder.ts";
import { Digester } from "./digest.ts";

// One request at a time, answered in order: the next waits for the digest before it.
let turn = make<Embedder>(workerData as Recipe).then((embedder) => new Digester(embedder));

parentPort!.on("message", (articles: Article[]) => {
  turn = turn.then(async (digester) => {
    const digest = await digester.digest(articles);
    const buffers = Object.values(digest).flatMap((part) => (ArrayBuffer.isView(part) ? [part.buffer] : []));
    parentPort!.postMessage(digest, buffers as ArrayBuffer[]);
    return digester;
  });
});
