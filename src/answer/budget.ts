import type { Usage } from "./chat.ts";

/** Keeps count of the tokens that each spends in a day. Kept on disk by `src/ops/state`. */
export interface Ledger {
  /** Tokens spent under a key on a day (`2025-12-31`, UTC). */
  spent(key: string, day: string): number | Promise<number>;
  spend(key: string, day: string, tokens: number): void | Promise<void>;
}

/** Who asks, by opaque ids: what is spent counts for both. */
export interface Asker {
  readonly person?: string | undefined;
  readonly server?: string | undefined;
}

/** Tokens a day; without a limit where left out. */
export interface Limits {
  readonly person?: number | undefined;
  readonly server?: number | undefined;
}

/** Daily budgets: who has used theirs up, and what was used. */
export interface Budget {
  /** Whose budget is used up: theirs, their server's, or nobody's. */
  exhausted(asker: Asker): Promise<"person" | "server" | null>;
  charge(asker: Asker, usage: Usage): Promise<void>;
}

export function budget(ledger: Ledger, limits: Limits, now: () => number): Budget {
  const day = (): string => new Date(now()).toISOString().slice(0, 10);
  const keys = ({ person, server }: Asker): ["person" | "server", string][] => [
    ...(person === undefined ? [] : [["person", `person:${person}`] as ["person", string]]),
    ...(server === undefined ? [] : [["server", `server:${server}`] as ["server", string]]),
  ];
  return {
    async exhausted(asker) {
      for (const [kind, key] of keys(asker)) {
        const limit = limits[kind];
        if (limit !== undefined && (await ledger.spent(key, day())) >= limit) return kind;
      }
      return null;
    },
    async charge(asker, { inputTokens, outputTokens }) {
      for (const [, key] of keys(asker)) await ledger.spend(key, day(), inputTokens + outputTokens);
    },
  };
}
