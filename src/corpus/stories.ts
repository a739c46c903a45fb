import { averageLink } from "./average-link.ts";
import { DisjointSets } from "./disjoint-sets.ts";
import { type Likeness, shareOfHoods, type Vector } from "./likeness.ts";
import { Lists } from "./lists-of-numbers.ts";

/** How much likeness of neighbourhoods counts, beside that of the texts themselves. */
const shared = 0.5;
/** Two groups are one story where their articles are, on average, at least this much alike. */
const alike = 0.27;

/**
 * Groups articles that tell the same story: average-link clustering of how alike they are, by their words and by which
 * other articles they are like (shared nearest neighbours, Jarvis and Patrick 1973): that tells two fires apart whose
 * words alone would not. Those that are like no common article are not alike. Returns, by article, the number of its
 * story, from 0 in order of appearance.
 */
export function stories(hoods: readonly Vector[], likeness: Likeness): number[] {
  const pairs = alikes(hoods, likeness);
  // No two groups come together without two articles that are alike enough: what never meets is left aside.
  const reach = new DisjointSets(hoods.length);
  for (const { article, others, values } of pairs)
    others.forEach((other, i) => {
      if (values[i]! >= alike) reach.join(article, other);
    });
  const within = hoods.map(() => new Map<number, number>());
  for (const { article, others, values } of pairs)
    others.forEach((other, i) => {
      if (reach.nameOf(article) !== reach.nameOf(other)) return;
      within[article]!.set(other, values[i]!);
      within[other]!.set(article, values[i]!);
    });
  return averageLink(within, alike);
}

interface Alikes {
  readonly article: number;
  /** Articles after it that share some neighbourhood with it, and how much alike each is, 0 to 1. */
  readonly others: readonly number[];
  readonly values: readonly number[];
}

function alikes(hoods: readonly Vector[], likeness: Likeness): Alikes[] {
  const inHood = Lists.holding(hoods.map(({ ids }) => ids));
  return hoods.flatMap((hood, article) => {
    const met = new Set<number>();
    for (const id of hood.ids) for (const other of inHood.of(id)) if (other > article) met.add(other);
    if (met.size === 0) return [];
    const others = [...met];
    const texts = likeness.of(article, others);
    const values = others.map(
      (other, i) => (1 - shared) * texts[i]! + shared * shareOfHoods(hood, hoods[other]!),
    );
    return { article, others, values };
  });
}
