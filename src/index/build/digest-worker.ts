import { parentPort, workerData } from "node:worker_threads";
import type { Article } from "../../corpus/article.ts";
import type { RawArticle } from "../../corpus/raw.ts";
import { type Embedder, make, type Recipe } from "../embedders/embedder.ts";
import { Digester } from "./digest.ts";
import { readAndDigest } from "./read-and-digest.ts";

// One request at a time, answered in order: the next waits for the digest before it.
let turn = make<Embedder>(workerData as Recipe).then((embedder) => new Digester(embedder));

parentPort!.on("message", (sources: (Article | RawArticle)[]) => {
  turn = turn.then(async (digester) => {
    const digests = await readAndDigest(sources, digester);
    const parts = Object.values(digests.digest);
    const buffers = parts.flatMap((part) => (ArrayBuffer.isView(part) ? [part.buffer] : []));
    parentPort!.postMessage(digests, buffers as ArrayBuffer[]);
    return digester;
  });
});
