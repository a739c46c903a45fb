import { averageLink } from "./average-link.ts";
import { DisjointSets } from "./disjoint-sets.ts";
import { Lists } from "./lists-of-numbers.ts";
import { Spread } from "./spread.ts";
import { among, type Terms } from "./terms.ts";

/** How many articles most like it an article is known by, how alike they must be, and how many are looked at. */
const nearest = 6;
const akin = 0.25;
const candidates = 40;
/** What an article itself weighs in its own neighbourhood. */
const self = 0.5;
/** How much likeness of neighbourhoods counts, beside that of the texts themselves. */
const shared = 0.5;
/** Two groups are one story where their articles are, on average, at least this much alike. */
const alike = 0.27;

/** The articles that share rare words with one, those that share most first. */
export type Near = (article: number) => Uint32Array;

/**
 * Groups articles that tell the same story: average-link clustering of how alike they are, by their words and by which
 * other articles they are like (shared nearest neighbours, Jarvis and Patrick 1973): that tells two fires apart whose
 * words alone would not. Returns, by article, the number of its story, from 0 in order of appearance.
 */
export function stories(terms: Terms, near: Near): number[] {
  const pairs = likeness(terms, near);
  // No two groups come together without two articles that are alike enough: the rest is left aside.
  const reach = new DisjointSets(terms.docs.length);
  pairs.forEach((a, b, value) => {
    if (value >= alike) reach.join(a, b);
  });
  const alikes = terms.docs.map(() => new Map<number, number>());
  pairs.forEach((a, b, value) => {
    if (reach.nameOf(a) !== reach.nameOf(b)) return;
    alikes[a]!.set(b, value);
    alikes[b]!.set(a, value);
  });
  return averageLink(alikes, alike);
}

/** How much alike two articles are, 0 to 1, for each pair that may be. */
function likeness(terms: Terms, near: Near): Pairs {
  const vectors = terms.docs.map((_, doc) => vector(terms, doc));
  const { spread } = terms;
  const looked = terms.docs.map((_, doc) => near(doc).subarray(0, candidates));
  const hoods = looked.map((others, doc) => {
    lay(spread, vectors[doc]!);
    const found = Array.from(others, (other) => [other, dot(spread, vectors[other]!)] as const)
      .filter(([, likeness]) => likeness >= akin)
      .sort((a, b) => b[1] - a[1]);
    return neighbourhood([[doc, self], ...found.slice(0, nearest)]);
  });
  const lookedAtBy = Lists.holding(looked);
  const inHood = Lists.holding(hoods.map(({ ids }) => ids));
  const spreadHood = new Spread();
  const compared = new Int32Array(terms.docs.length).fill(-1);
  const pairs = new Pairs();
  terms.docs.forEach((_, doc) => {
    lay(spread, vectors[doc]!);
    lay(spreadHood, hoods[doc]!);
    const compare = (other: number): void => {
      if (other <= doc || compared[other] === doc) return;
      compared[other] = doc;
      pairs.add(
        doc,
        other,
        (1 - shared) * dot(spread, vectors[other]!) + shared * dot(spreadHood, hoods[other]!),
      );
    };
    looked[doc]!.forEach(compare);
    lookedAtBy.of(doc).forEach(compare);
    for (const hood of hoods[doc]!.ids) inHood.of(hood).forEach(compare);
  });
  return pairs;
}

/** Pairs of numbers, with a value each. */
class Pairs {
  #numbers = new Uint32Array(1024);
  #values = new Float64Array(512);
  #count = 0;

  add(a: number, b: number, value: number): void {
    if (this.#count === this.#values.length) {
      const [numbers, values] = [this.#numbers, this.#values];
      this.#numbers = new Uint32Array(2 * numbers.length);
      this.#numbers.set(numbers);
      this.#values = new Float64Array(2 * values.length);
      this.#values.set(values);
    }
    this.#numbers[2 * this.#count] = a;
    this.#numbers[2 * this.#count + 1] = b;
    this.#values[this.#count++] = value;
  }

  forEach(take: (a: number, b: number, value: number) => void): void {
    for (let i = 0; i < this.#count; i++)
      take(this.#numbers[2 * i]!, this.#numbers[2 * i + 1]!, this.#values[i]!);
  }
}

/** A sparse vector of length 1: weights by number, numbers ascending. */
interface Vector {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * What a document is about: salience by idf. Terms that no other document has tell few documents apart, and are noise
 * among many.
 */
function vector({ docs, idf, frequency }: Terms, doc: number): Vector {
  const { ids, salience } = docs[doc]!;
  const alone = Math.sqrt(50 / (50 + among(docs.length)));
  return unit(
    ids,
    Float32Array.from(salience, (value, i) => value * idf[ids[i]!]! * (frequency[ids[i]!]! > 1 ? 1 : alone)),
  );
}

function neighbourhood(entries: (readonly [number, number])[]): Vector {
  const sorted = entries.sort((a, b) => a[0] - b[0]);
  return unit(
    Uint32Array.from(sorted, ([id]) => id),
    Float32Array.from(sorted, ([, weight]) => weight),
  );
}

function unit(ids: Uint32Array, weights: Float32Array): Vector {
  const length = Math.hypot(...weights) || 1;
  return { ids, weights: weights.map((weight) => weight / length) };
}

function lay(spread: Spread, { ids, weights }: Vector): void {
  spread.lay(ids, (i) => weights[i]!);
}

function dot(spread: Spread, { ids, weights }: Vector): number {
  return spread.dot(ids, weights);
}
