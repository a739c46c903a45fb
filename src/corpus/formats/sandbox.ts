import { Worker } from "node:worker_threads";
import { UserError } from "../../ops/user-error.ts";
import type { RawArticle } from "../raw.ts";

export type ApartFormat = "html" | "pdf" | "docx" | "eml";

/** What the thread is asked to read. */
export interface ApartJob {
  readonly format: ApartFormat;
  readonly bytes: Uint8Array;
  readonly page: {
    readonly file: string | null;
    readonly url: string | null;
    readonly latest?: string | undefined;
    readonly mediaType?: string | undefined;
  };
}

/** What it answers: errors as data, since a class does not survive the way between threads. */
export type ApartResult =
  | { readonly article: Pick<RawArticle, "text" | "given"> & Partial<RawArticle>; readonly fault?: never }
  | { readonly article?: never; readonly fault: { readonly code: string; readonly message: string } };

export interface ApartLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const LIMITS: ApartLimits = { milliseconds: 30_000, megabytes: 768 };
/** How often the memory is looked at: at a gigabyte a second, an inflating archive is caught well inside the limit. */
const WATCH = 50;
/** How long a thread without work is kept. */
const IDLE = 5_000;

let idle: { readonly worker: Worker; readonly expiry: NodeJS.Timeout } | undefined;

/**
 * Reads a document in a thread of its own, within limits of time and memory, so that no file, however made, can stop
 * or bring down the program: past a limit the thread is ended. The memory watched is the whole process's, because what
 * an archive inflates to lies outside the thread's heap.
 *
 * @throws UserError `document.broken` or `document.too-large`, or what the format's reader throws
 */
export async function readApart(
  job: ApartJob,
  limits: ApartLimits = LIMITS,
): Promise<NonNullable<ApartResult["article"]>> {
  const worker = take(limits);
  let done = false;
  try {
    const result = await answer(worker, job, limits);
    done = true;
    if (result.fault !== undefined) throw new UserError(result.fault.code, result.fault.message);
    return result.article;
  } finally {
    if (done) keep(worker);
    else await worker.terminate();
  }
}

function answer(
  worker: Worker,
  job: ApartJob,
  { milliseconds, megabytes }: ApartLimits,
): Promise<ApartResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ApartResult>();
  const fail = (code: string, message: string, cause?: unknown) =>
    reject(new UserError(code, message, { cause }));
  const before = process.memoryUsage.rss();
  const clock = setTimeout(
    () => fail("document.broken", `reading it took longer than ${milliseconds / 1000} s, and was stopped`),
    milliseconds,
  );
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > megabytes * 2 ** 20) {
      fail("document.too-large", `reading it took more than ${megabytes} MB of memory, and was stopped`);
    }
  }, WATCH);
  const onError = (error: unknown) => fail("document.broken", `its reader failed (${String(error)})`, error);
  const onExit = () => fail("document.broken", "its reader stopped");
  worker.once("message", resolve).once("error", onError).once("exit", onExit);
  worker.postMessage(job);
  return promise.finally(() => {
    clearTimeout(clock);
    clearInterval(watch);
    worker.off("message", resolve).off("error", onError).off("exit", onExit);
  });
}

function take({ megabytes }: ApartLimits): Worker {
  const kept = idle;
  idle = undefined;
  if (kept !== undefined) {
    clearTimeout(kept.expiry);
    kept.worker.ref();
    return kept.worker;
  }
  return new Worker(new URL("./parse-worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes, stackSizeMb: 4 },
    // A parser's remarks on a file are of no use to whoever reads the output.
    stdout: true,
    stderr: true,
  });
}

function keep(worker: Worker): void {
  if (idle !== undefined) {
    void worker.terminate();
    return;
  }
  worker.unref();
  const expiry = setTimeout(() => {
    idle = undefined;
    void worker.terminate();
  }, IDLE);
  idle = { worker, expiry: expiry.unref() };
}
