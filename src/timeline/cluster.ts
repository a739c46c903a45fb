import { nameKey } from "../text/names.ts";
import { folded } from "../text/words.ts";
import { addTo, cosine, type Vector } from "./lexicon.ts";
import type { Telling } from "./telling.ts";

/** Tellings of one event, the one that dates it most narrowly first. */
export interface Cluster {
  readonly tellings: Telling[];
  readonly centroid: Map<number, number>;
  /** Keys of the names in them. */
  readonly names: Set<string>;
}

/** How alike in words two tellings of the same date must be to tell of the same event; less where they share names. */
const alike = { words: 0.34, wordsWithNames: 0.2, names: 2 };
/** Where one date only holds the other ("in 2025", "in March 2025"), words must say more. */
const stricter = 1.5;

/**
 * Groups tellings into events: the same date, or one that holds it, and content in common. Greedy, the narrowest dates
 * first, so that "in March" joins "on 4 March" where both tell the same; what tells a mere state starts no event.
 */
export function clustered(tellings: readonly Telling[]): Cluster[] {
  const ordered = tellings.toSorted(
    (a, b) =>
      breadth(a) - breadth(b) || Number(a.dating.told === "state") - Number(b.dating.told === "state"),
  );
  const clusters: Cluster[] = [];
  for (const telling of ordered) {
    const home = nearest(clusters, telling);
    if (home) {
      home.tellings.push(telling);
      addTo(home.centroid, telling.vector);
      for (const key of names(telling).flat()) home.names.add(key);
    } else if (telling.dating.told !== "state" && tellsSomething(telling)) {
      clusters.push({
        tellings: [telling],
        centroid: new Map(telling.vector),
        names: new Set(names(telling).flat()),
      });
    }
  }
  return clusters;
}

function nearest(clusters: readonly Cluster[], telling: Telling): Cluster | null {
  let best: Cluster | null = null;
  let bestLikeness = 0;
  for (const cluster of clusters) {
    const { dating } = cluster.tellings[0]!;
    if (!holds(telling.dating, dating)) continue;
    const needed = telling.dating.date === dating.date ? 1 : stricter;
    const words = likeness(cluster, telling.vector);
    const shared = names(telling).filter((keys) => keys.some((key) => cluster.names.has(key))).length;
    const enough = words >= needed * (shared >= alike.names ? alike.wordsWithNames : alike.words);
    if (enough && words > bestLikeness) [best, bestLikeness] = [cluster, words];
  }
  return best;
}

/** The likeness to the nearest of a cluster's tellings, or to all of them together. */
function likeness({ tellings, centroid }: Cluster, vector: Vector): number {
  return Math.max(cosine(centroid, vector), ...tellings.map((other) => cosine(other.vector, vector)));
}

function holds(
  outer: { earliest: string; latest: string },
  inner: { earliest: string; latest: string },
): boolean {
  return outer.earliest <= inner.earliest && outer.latest >= inner.latest;
}

function breadth({ dating }: Telling): number {
  return Date.parse(dating.latest) - Date.parse(dating.earliest);
}

/**
 * Names and figures in what a telling says: words with a capital inside the sentence. Each by two keys, either of
 * which may match: its first letters ("Belarus", "Belarusian"), and what its spellings share ("Tikhanovsky", "Tsikhanouski").
 */
function names({ sentence, dating }: Telling): string[][] {
  const { text } = sentence.article;
  const opening = text
    .slice(sentence.start, sentence.end)
    .match(/^[^\p{L}]*\p{L}+/u)?.[0]
    .trim();
  const said = text.slice(dating.scope.start, dating.scope.end);
  const found = new Set(
    (said.match(/\p{Lu}[\p{L}'’-]+|\d[\d,.]*\d|\d/gu) ?? []).filter(
      (name) => name !== opening && !calendar.test(name),
    ),
  );
  return [...found].map(folded).map((name) => [`${name.slice(0, 6)}…`, nameKey(name) ?? name]);
}

const calendar =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:19|20)\d\d)$/;

/** Terms that a telling without a name needs to tell anything: "The greatest change came this month" does not. */
const substance = 5;

function tellsSomething(telling: Telling): boolean {
  return telling.vector.size >= substance || names(telling).length > 0;
}
