import { once } from "node:events";
import { dirname, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ingest } from "../ingest.ts";
import type { IngestEvent, PlacedFile, Target } from "./events.ts";
import type { IngestOptions } from "./session.ts";

export interface KeepOptions extends IngestOptions {
  /** Milliseconds between the end of one reading of the targets and the next. */
  readonly every?: number | undefined;
  /** Read files and folders when they change. */
  readonly watch?: boolean | undefined;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** `rest` says that a round is done, and nothing happens until the next. */
export type KeepEvent = IngestEvent | { readonly kind: "rest" };

/** Writing has ended when a file has not changed for so long. */
const SETTLED = 300;

/**
 * Ingests targets, and then again every so often, or when a file among them changes, until the signal ends it.
 *
 * @throws UserError as {@link ingest} does
 */
export async function* keepIngesting(
  targets: readonly string[],
  options: KeepOptions,
): AsyncGenerator<KeepEvent> {
  const { signal, every } = options;
  await using watcher =
    options.watch === true ? await Watcher.open(targets.filter((target) => !isAddress(target))) : undefined;
  let round: readonly Target[] = targets;
  while (!signal.aborted) {
    try {
      yield* ingest(round, options);
      yield { kind: "rest" };
      round = await next(targets, every, watcher, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}

/** What to read next: all targets when the time has come, or the files that changed. */
async function next(
  targets: readonly string[],
  every: number | undefined,
  watcher: Watcher | undefined,
  signal: AbortSignal,
): Promise<readonly Target[]> {
  const done = new AbortController();
  const either = AbortSignal.any([signal, done.signal]);
  try {
    return await Promise.race([
      // Without an interval only a change, or the end, wakes it.
      every === undefined ? once(either, "abort").then(() => []) : sleep(every, targets, { signal: either }),
      ...(watcher === undefined ? [] : [watcher.changed(either)]),
    ]);
  } finally {
    done.abort();
  }
}

function isAddress(target: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(target);
}

/** Collects the paths that changed since they were last asked for. */
class Watcher implements AsyncDisposable {
  readonly #changed = new Map<string, PlacedFile>();
  readonly #events = new EventTarget();
  readonly #watches: { close(): Promise<void> }[] = [];

  static async open(paths: readonly string[]): Promise<Watcher> {
    const { watch } = await import("chokidar");
    const watcher = new Watcher();
    for (const root of paths) {
      const files = watch(root, {
        ignoreInitial: true,
        followSymlinks: false,
        ignored: (path) => /(?:^|[\\/])\./.test(relative(root, path)),
        awaitWriteFinish: { stabilityThreshold: SETTLED, pollInterval: 50 },
      });
      const note = (path: string) => {
        watcher.#changed.set(path, { path, within: path === root ? dirname(path) : root });
        watcher.#events.dispatchEvent(new Event("change"));
      };
      files.on("add", note).on("change", note);
      watcher.#watches.push(files);
      await once(files, "ready");
    }
    return watcher;
  }

  async changed(signal: AbortSignal): Promise<PlacedFile[]> {
    if (this.#changed.size === 0) await once(this.#events, "change", { signal });
    const files = [...this.#changed.values()];
    this.#changed.clear();
    return files;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#watches.map((watch) => watch.close()));
  }
}
