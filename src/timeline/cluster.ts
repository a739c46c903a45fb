import { addTo, cosine, type Vector } from "./lexicon.ts";
import type { Telling } from "./telling.ts";

/** Tellings of one event, the one that dates it most narrowly first. */
export interface Cluster {
  readonly tellings: Telling[];
  readonly centroid: Map<number, number>;
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
      for (const name of names(telling)) home.names.add(name);
    } else if (telling.dating.told !== "state" && tellsSomething(telling)) {
      clusters.push({
        tellings: [telling],
        centroid: new Map(telling.vector),
        names: new Set(names(telling)),
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
    const shared = names(telling).filter((name) => cluster.names.has(name)).length;
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
 * Names and numbers in what a telling says: words with a capital inside the sentence, by their first letters, so that
 * "Belarus" meets "Belarusian" and a misspelt ending does no harm; and figures.
 */
export function names({ sentence, dating }: Telling): string[] {
  const { text } = sentence.article;
  const opening = text
    .slice(sentence.start, sentence.end)
    .match(/^[^\p{L}]*\p{L}+/u)?.[0]
    .trim();
  const said = text.slice(dating.scope.start, dating.scope.end);
  const found = (said.match(/\p{Lu}[\p{L}'’-]+|\d[\d,.]*\d|\d/gu) ?? []).filter(
    (name) => name !== opening && !calendar.test(name),
  );
  return [...new Set(found.map((name) => name.toLowerCase().slice(0, 6)))];
}

const calendar =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:19|20)\d\d)$/;

/** Terms that a telling without a name needs to tell anything: "The greatest change came this month" does not. */
const substance = 5;

function tellsSomething(telling: Telling): boolean {
  return telling.vector.size >= substance || names(telling).length > 0;
}
