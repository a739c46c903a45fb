import { averageLink } from "./average-link.ts";
import { DisjointSets } from "./disjoint-sets.ts";
import { type Likeness, shareOfHoods, type Vector } from "./likeness.ts";
import { Lists } from "./lists-of-numbers.ts";

/** How much likeness of neighbourhoods counts, beside that of the texts themselves. */
const shared = 0.5;
/** Two groups are one story where their articles are, on average, at least this much alike. */
const alike = 0.27;

/** Stories, and what they were told by: what telling them again can go by. */
export interface Stories {
  /** By article: the first one of its story. */
  readonly first: Int32Array;
  /** By article: those after it that share some neighbourhood with it, ascending, and how much alike each is, 0 to 1. */
  readonly pairs: Lists;
  readonly alike: Float32Array;
}

/** What is known of stories from an earlier time: the number now of each article then, -1 of one that left or changed. */
export interface Earlier {
  readonly before: Stories;
  readonly moves: Int32Array;
  /** By article: its number then, or -1. */
  readonly known: readonly number[];
  /** By article: 1 where its words, or its neighbourhood, are not what they were. */
  readonly stale: Uint8Array;
}

/**
 * Groups articles that tell the same story: average-link clustering of how alike they are, by their words and by which
 * other articles they are like (shared nearest neighbours, Jarvis and Patrick 1973): that tells two fires apart whose
 * words alone would not. Those that are like no common article are not alike.
 */
export function stories(hoods: readonly Vector[], likeness: Likeness, earlier?: Earlier): Stories {
  const inHood = Lists.holding(hoods.map(({ ids }) => ids));
  const found = hoods.map((_, article) => alikes(article, { hoods, inHood, likeness }, earlier));
  const pairs = Lists.from(found.map(({ others }) => others));
  const values = Float32Array.from(found.flatMap(({ values }) => values));
  // No two groups come together without two articles that are alike enough: what never meets is left aside.
  const reach = new DisjointSets(hoods.length);
  eachPair({ pairs, alike: values }, (a, b, value) => {
    if (value >= alike) reach.join(a, b);
  });
  const meeting = Int32Array.from(hoods, (_, article) => reach.nameOf(article));
  const shaken = earlier ? shakenBy(earlier) : new Uint8Array(hoods.length).fill(1);
  const anew = new Uint8Array(hoods.length);
  shaken.forEach((is, article) => {
    if (is) anew[meeting[article]!] = 1;
  });
  const first = new Int32Array(hoods.length);
  const grouped: number[] = [];
  for (let article = 0; article < hoods.length; article++) {
    if (anew[meeting[article]!]) grouped.push(article);
    else first[article] = earlier!.moves[earlier!.before.first[earlier!.known[article]!]!]!;
  }
  const place = new Int32Array(hoods.length);
  grouped.forEach((article, i) => {
    place[article] = i;
  });
  const within = grouped.map(() => new Map<number, number>());
  eachPair({ pairs, alike: values }, (a, b, value) => {
    if (meeting[a] !== meeting[b] || !anew[meeting[a]!]) return;
    within[place[a]!]!.set(place[b]!, value);
    within[place[b]!]!.set(place[a]!, value);
  });
  const firsts = new Map<number, number>();
  averageLink(within, alike).forEach((story, i) => {
    const article = grouped[i]!;
    if (!firsts.has(story)) firsts.set(story, article);
    first[article] = firsts.get(story)!;
  });
  return { first, pairs, alike: values };
}

interface Alikes {
  readonly others: number[];
  readonly values: number[];
}

interface Ground {
  readonly hoods: readonly Vector[];
  readonly inHood: Lists;
  readonly likeness: Likeness;
}

/** The articles after one that share some neighbourhood with it: those known to, and those of which that must be found out. */
function alikes(article: number, { hoods, inHood, likeness }: Ground, earlier?: Earlier): Alikes {
  const all = new Map<number, number>();
  const isKnown = earlier && !earlier.stale[article];
  if (isKnown) {
    const { before, known, moves, stale } = earlier;
    const then = known[article]!;
    before.pairs.of(then).forEach((other, i) => {
      const now = moves[other]!;
      if (now >= 0 && !stale[now]) all.set(now, before.alike[before.pairs.start(then) + i]!);
    });
  }
  const met = new Set<number>();
  const hood = hoods[article]!;
  for (const id of hood.ids)
    for (const other of inHood.of(id))
      if (other > article && !(isKnown && !earlier.stale[other])) met.add(other);
  if (met.size > 0) {
    const others = [...met];
    likeness.of(article, others).forEach((text, i) => {
      const other = others[i]!;
      all.set(other, (1 - shared) * text + shared * shareOfHoods(hood, hoods[other]!));
    });
  }
  const others = [...all.keys()].sort((a, b) => a - b);
  return { others, values: others.map((other) => all.get(other)!) };
}

/** The articles whose story may be another one: those that are stale, and those that were held against one that is, or has left. */
function shakenBy({ before, moves, stale }: Earlier): Uint8Array {
  const shaken = stale.slice();
  eachPair(before, (a, b) => {
    const [x, y] = [moves[a]!, moves[b]!];
    if (x >= 0 && (y < 0 || stale[y])) shaken[x] = 1;
    if (y >= 0 && (x < 0 || stale[x])) shaken[y] = 1;
  });
  return shaken;
}

function eachPair(
  { pairs, alike }: Pick<Stories, "pairs" | "alike">,
  take: (a: number, b: number, value: number) => void,
): void {
  for (let article = 0; article + 1 < pairs.at.length; article++)
    for (let i = pairs.at[article]!; i < pairs.at[article + 1]!; i++) take(article, pairs.all[i]!, alike[i]!);
}
