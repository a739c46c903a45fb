import type { Timex } from "../../src/dates/timex.ts";
import type { Gold } from "./timeml.ts";

/** One gold or found expression with its counterpart, where it has one. */
export interface Pair {
  readonly document: Gold;
  readonly gold: Timex | undefined;
  readonly found: Timex | undefined;
}

/** Pairs each gold expression with the found one that it overlaps most (relaxed match), one to one. */
export function pairs(document: Gold, found: readonly Timex[]): Pair[] {
  const free = new Set(found);
  const paired = document.timexes.map((gold) => {
    let best: Timex | undefined;
    for (const candidate of free)
      if (overlap(gold, candidate) > (best ? overlap(gold, best) : 0)) best = candidate;
    if (best) free.delete(best);
    return { document, gold, found: best };
  });
  return [...paired, ...[...free].map((spurious) => ({ document, gold: undefined, found: spurious }))];
}

export interface Score {
  readonly gold: number;
  readonly found: number;
  readonly strict: number;
  readonly relaxed: number;
  readonly type: number;
  /** TempEval-3's value F1: relaxed F1 times the share of matched expressions whose value is equal. */
  readonly value: number;
}

/** F1 scores in percent, by UzZaman et al. (2013), SemEval-2013 task 1, section 4.1. */
export function score(all: readonly Pair[]): Score {
  const gold = all.filter((pair) => pair.gold).length;
  const found = all.filter((pair) => pair.found).length;
  const matched = all.filter((pair) => pair.gold && pair.found);
  const f1 = (hits: number) => (200 * hits) / (gold + found || 1);
  return {
    gold,
    found,
    strict: f1(
      matched.filter((pair) => pair.gold!.start === pair.found!.start && pair.gold!.end === pair.found!.end)
        .length,
    ),
    relaxed: f1(matched.length),
    type: f1(matched.filter((pair) => pair.gold!.type === pair.found!.type).length),
    value: f1(matched.filter((pair) => pair.gold!.value === pair.found!.value).length),
  };
}

function overlap(a: Timex, b: Timex): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}
