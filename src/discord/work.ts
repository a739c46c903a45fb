import { randomInt } from "node:crypto";
import type { Log } from "../ops/log.ts";
import { UserError } from "../ops/user-error.ts";
import { type Door, throttled } from "./door.ts";
import { told } from "./locales/index.ts";
import { Queue } from "./queue.ts";
import { plain } from "./quote.ts";
import { colours, note, type Reply } from "./reply.ts";
import type { Strings } from "./strings.ts";

export interface Task {
  /** For the log: which command or control, and by which event. Never what was asked. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly door: Door;
  readonly strings: Strings;
  readonly run: (signal: AbortSignal, progress: (reply: Reply) => void) => Promise<Reply>;
}

/** Carries out what was asked: every task ends in exactly one final reply, be it the reason why there is no answer. */
export class Work {
  readonly #queue: Queue;
  readonly #log: Log;
  readonly #patience: number;

  /** @param patience milliseconds that one task may take before it is aborted and its asker told */
  constructor(log: Log, { width = 16, patience = 10 * 60_000 } = {}) {
    this.#log = log;
    this.#queue = new Queue(width);
    this.#patience = patience;
  }

  /** Acknowledges something, before any further work is begun. */
  urgent<Result>(call: () => Promise<Result>): Promise<Result> {
    return this.#queue.urgent(call);
  }

  async do(task: Task): Promise<void> {
    const { door, about } = task;
    // Discord allows five messages in five seconds; a person reads no faster than this.
    const stream = throttled(door, 1_500, (error) =>
      this.#log.warn({ ...about, err: error }, "no progress shown"),
    );
    const reply = await this.#queue.run(() => this.#outcome(task, (each) => stream.progress(each)));
    try {
      const message = await stream.finish(reply);
      await reply.sent?.(message);
    } catch (error) {
      this.#log.error({ ...about, err: error }, "reply not delivered");
    }
  }

  async #outcome({ run, strings, about }: Task, progress: (reply: Reply) => void): Promise<Reply> {
    const { signal, abort, stop } = deadline(this.#patience);
    try {
      return await Promise.race([run(signal, progress), abort]);
    } catch (error) {
      if (error instanceof UserError) return note(plain(told(error, strings)), colours.refusal);
      const id = errorId();
      this.#log.error({ ...about, id, err: error }, "request failed");
      return note(signal.aborted ? strings.timeout(id) : strings.error(id), colours.error);
    } finally {
      stop();
    }
  }
}

/** A signal that aborts after some milliseconds, and a promise that rejects with it; for work that ignores signals. */
function deadline(milliseconds: number) {
  const { promise: abort, reject } = Promise.withResolvers<never>();
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort();
    reject(controller.signal.reason);
  }, milliseconds);
  return { signal: controller.signal, abort, stop: () => clearTimeout(timer) };
}

/** Short enough to be read out, and without letters that look alike. */
export function errorId(): string {
  const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("");
}
