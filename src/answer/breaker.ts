/** Stops asking a server that keeps failing, and tries it again after a while. */
export interface Breaker {
  /** Whether a request may be made now. After the pause one is let through to try; the rest wait for its outcome. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
  /** The one that was let through came to nothing that tells of the server's health. */
  released(): void;
}

export interface BreakerOptions {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** Milliseconds for which it then stays open. */
  readonly pauseMs: number;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
}

export function breaker({ failures, pauseMs, now }: BreakerOptions): Breaker {
  let failed = 0;
  let openUntil = 0;
  let trying = false;
  return {
    allows() {
      if (failed < failures) return true;
      if (trying || now() < openUntil) return false;
      trying = true;
      return true;
    },
    succeeded() {
      failed = 0;
      trying = false;
    },
    failed() {
      failed++;
      trying = false;
      if (failed >= failures) openUntil = now() + pauseMs;
    },
    released() {
      trying = false;
    },
  };
}
