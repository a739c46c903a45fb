import { parentPort, workerData } from "node:worker_threads";
import { readCorpus } from "../../corpus/load.ts";
import { relate } from "../../corpus/relate.ts";
import { UserError } from "../../ops/user-error.ts";
import { type Embedder, make } from "../embedders/embedder.ts";
import type { BackgroundMessage, BackgroundRequest } from "./background.ts";
import { buildIndex } from "./build.ts";

const { dir, corpus, embedder, threads } = workerData as BackgroundRequest;
const say = (message: BackgroundMessage): void => parentPort!.postMessage(message);

try {
  const built = await buildIndex({
    dir,
    threads,
    relate,
    corpus: (known, files) => readCorpus(corpus, { known, files }),
    embedder: await make<Embedder>(embedder),
    onProblem: (problem) => say({ kind: "problem", problem }),
    onNote: (note) => say({ kind: "note", note }),
    onProgress: (done) => say({ kind: "progress", done }),
  });
  say({ kind: "built", built });
} catch (error) {
  const user =
    error instanceof UserError
      ? { code: error.code, message: error.message, exitCode: error.exitCode }
      : null;
  say({ kind: "failed", error: user ? null : error, user });
}
