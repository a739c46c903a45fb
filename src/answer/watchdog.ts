import { ModelError } from "./model-error.ts";

/** Watches one streamed reply: too late a first token, too long a pause, too long in all, or the asker gone. */
export interface Watchdog {
  /** Aborts when a bound is passed, or with the asker's own signal. */
  readonly signal: AbortSignal;
  /** A promise's outcome, or the rejection of whichever bound is passed first. */
  race<T>(promise: Promise<T>): Promise<T>;
  /** A token came. */
  alive(): void;
  /** The bound that was passed, if one was. */
  fault(): ModelError | null;
  /** Ends the watch and lets go of the connection. */
  stop(): void;
}

export function watchdog(
  bounds: { readonly firstTokenMs: number; readonly stallMs: number; readonly totalMs: number },
  asker?: AbortSignal,
): Watchdog {
  const controller = new AbortController();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  // Nobody may be racing when it fires.
  aborted.catch(() => undefined);
  let passed: ModelError | null = null;
  const end = (reason: unknown): void => {
    reject(reason);
    controller.abort(reason);
  };
  const over = (what: string, ms: number): void => {
    passed = new ModelError("timeout", `${what} after ${ms} ms`);
    end(passed);
  };
  const total = setTimeout(() => over("not done", bounds.totalMs), bounds.totalMs);
  let pause = setTimeout(() => over("no first token", bounds.firstTokenMs), bounds.firstTokenMs);
  const leave = (): void => end(asker?.reason);
  asker?.addEventListener("abort", leave, { once: true });
  if (asker?.aborted) leave();
  return {
    signal: controller.signal,
    race: (promise) => Promise.race([promise, aborted]),
    alive() {
      clearTimeout(pause);
      pause = setTimeout(() => over("stalled", bounds.stallMs), bounds.stallMs);
    },
    fault: () => passed,
    stop() {
      clearTimeout(total);
      clearTimeout(pause);
      asker?.removeEventListener("abort", leave);
      controller.abort();
    },
  };
}
