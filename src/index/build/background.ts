import { Worker } from "node:worker_threads";
import type { Problem } from "../../corpus/read-file.ts";
import { UserError } from "../../ops/user-error.ts";
import type { Recipe } from "../embedders/embedder.ts";
import type { BuildRequest, Built } from "./build.ts";

/** A {@link BuildRequest} for another thread. */
export interface BackgroundRequest
  extends Pick<BuildRequest, "dir" | "threads" | "onProblem" | "onNote" | "onProgress" | "signal"> {
  /** Path of the corpus: a folder, or a .jsonl. */
  readonly corpus: string;
  /** How the thread makes the embedder. */
  readonly embedder: Recipe;
}

/** What a building thread says. */
export type BackgroundMessage =
  | { readonly kind: "built"; readonly built: Built }
  | {
      readonly kind: "failed";
      readonly error: unknown;
      readonly user: Pick<UserError, "code" | "message" | "exitCode"> | null;
    }
  | { readonly kind: "problem"; readonly problem: Problem }
  | { readonly kind: "note"; readonly note: string }
  | { readonly kind: "progress"; readonly done: { articles: number; passages: number } };

/**
 * Brings an index up to date as `buildIndex` does, in threads of its own: the caller's event loop stays free.
 * An abort ends the thread where it stands, which harms nothing.
 */
export async function buildInBackground(request: BackgroundRequest): Promise<Built> {
  const { dir, corpus, embedder, threads, signal } = request;
  signal?.throwIfAborted();
  const worker = new Worker(new URL("background-worker.ts", import.meta.url), {
    workerData: { dir, corpus, embedder, threads },
  });
  const done = Promise.withResolvers<Built>();
  const onAbort = () => done.reject(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  worker.on("error", done.reject);
  worker.on("message", (message: BackgroundMessage) => {
    if (message.kind === "built") done.resolve(message.built);
    else if (message.kind === "problem") request.onProblem?.(message.problem);
    else if (message.kind === "note") request.onNote?.(message.note);
    else if (message.kind === "progress") request.onProgress?.(message.done);
    else
      done.reject(
        message.user ? new UserError(message.user.code, message.user.message, message.user) : message.error,
      );
  });
  try {
    return await done.promise;
  } finally {
    signal?.removeEventListener("abort", onAbort);
    await worker.terminate();
  }
}
