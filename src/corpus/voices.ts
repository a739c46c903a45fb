import { DisjointSets } from "./disjoint-sets.ts";
import { containments, type Terms } from "./terms.ts";
import { type Runs, shareOf } from "./word-runs.ts";

/** Two texts are copies where one holds this share of the other's runs of five words; looked for among so many. */
const copied = { share: 0.4, words: 0.5, candidates: 8 };
export const copiedRun = 5;

/** What an article says of where its report comes from. */
export interface Credits {
  /** Names the outlet whose report it is, or repeats; 0 where none is known, and for a summary. */
  readonly outlet: number;
  readonly relays: boolean;
}

/** What else tells that articles are one voice, by article: what they credit, their story, what they sum up, and copy. */
export interface Ties {
  readonly credits: readonly Credits[];
  readonly stories: ArrayLike<number>;
  /** Index of the article summed up, or -1. */
  readonly sources: ArrayLike<number>;
  readonly copies: readonly (readonly number[])[];
}

/**
 * Groups articles that speak with one voice: copies of one text, a summary and its source, and what relays the same
 * outlet's report of one story. Returns, by article, the index of the first article that speaks with its voice.
 */
export function voices({ credits, stories, sources, copies }: Ties): number[] {
  const sets = new DisjointSets(credits.length);
  const heard = new Map<string, number>();
  credits.forEach(({ outlet, relays }, i) => {
    if (sources[i]! >= 0) sets.join(i, sources[i]!);
    if (outlet !== 0) {
      const report = `${stories[i]} ${outlet}`;
      const earlier = heard.get(report);
      // Two articles that an outlet wrote itself are two reports: a relay may repeat either.
      if (earlier !== undefined && (relays || credits[earlier]!.relays)) sets.join(i, earlier);
      else heard.set(report, i);
    }
    for (const other of copies[i]!) sets.join(i, other);
  });
  return credits.map((_, i) => sets.nameOf(i));
}

/** Which of the articles `near` another one it shares its text with. */
export function copiesOf(runs: Runs, terms: Terms, article: number, near: Uint32Array): number[] {
  const nearest = [...near.subarray(0, copied.candidates)];
  const shares = containments(terms, article, nearest);
  return nearest.filter(
    (other, i) => shares[i]! >= copied.words && shareOf(runs(article), runs(other)) >= copied.share,
  );
}
