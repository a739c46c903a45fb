import { constants, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { readCorpus } from "../../corpus/load.ts";
import { relations } from "../../corpus/relate.ts";
import { UserError } from "../../ops/user-error.ts";
import { type Embedder, make } from "../embedders/embedder.ts";
import type { BackgroundMessage, BackgroundRequest } from "./background.ts";
import { buildIndex } from "./build.ts";

const { dir, corpus, embedder, threads } = workerData as BackgroundRequest;
// Linux gives priorities to threads, and those begun here inherit this one's: questions come first. Elsewhere it would
// be the whole process's.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_LOW);
const say = (message: BackgroundMessage): void => parentPort!.postMessage(message);

try {
  const built = await buildIndex({
    dir,
    threads,
    relateAgain: relations,
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
