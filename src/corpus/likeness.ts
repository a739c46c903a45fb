import { among, type Terms } from "./terms.ts";

/** How many articles most like it an article is known by, how alike they must be, and how many are looked at. */
const nearest = 6;
const akin = 0.25;
const candidates = 40;
/** What an article itself weighs in its own neighbourhood. */
const self = 0.5;
/** Lengths of vectors are taken by an eighth of an octave, so that few change with the words of other articles. */
const eighths = 8;

/** A sparse vector: weights by number, numbers ascending. */
export interface Vector {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/** How alike articles are by their words, 0 to about 1. */
export class Likeness {
  readonly #terms: Terms;
  readonly #norms: Int16Array;
  readonly #vectors: (Vector | undefined)[] = [];

  /** @param norms by article, see {@link normOf} */
  constructor(terms: Terms, norms: Int16Array) {
    this.#terms = terms;
    this.#norms = norms;
  }

  /** How alike an article is to each of some others. */
  of(article: number, others: ArrayLike<number>): number[] {
    const { spread } = this.#terms;
    const { ids, weights } = this.#vector(article);
    spread.lay(ids, (i) => weights[i]!);
    return Array.from(others, (other) => {
      const vector = this.#vector(other);
      return spread.dot(vector.ids, vector.weights);
    });
  }

  /** The articles that one is most like, of those that are near it, and itself: its neighbourhood, of length 1. */
  hood(article: number, near: Uint32Array): Vector {
    const looked = lookedAt(near);
    const likeness = this.of(article, looked);
    const found = Array.from(looked, (other, i) => [other, likeness[i]!] as const)
      .filter(([, value]) => value >= akin)
      .sort((a, b) => b[1] - a[1]);
    const entries = [[article, self] as const, ...found.slice(0, nearest)].sort((a, b) => a[0] - b[0]);
    const length = Math.hypot(...entries.map(([, weight]) => weight));
    return {
      ids: Uint32Array.from(entries, ([id]) => id),
      weights: Float32Array.from(entries, ([, weight]) => weight / length),
    };
  }

  #vector(article: number): Vector {
    let vector = this.#vectors[article];
    if (!vector) {
      const { ids } = this.#terms.docs[article]!;
      const length = 2 ** (this.#norms[article]! / eighths);
      vector = { ids, weights: weightsOf(this.#terms, article).map((weight) => weight / length) };
      this.#vectors[article] = vector;
    }
    return vector;
  }
}

/** The articles that are looked at for the neighbourhood of one, of those near it. */
export const lookedAt = (near: Uint32Array): Uint32Array => near.subarray(0, candidates);

/** How long an article's vector is, in eighths of an octave. */
export function normOf(terms: Terms, article: number): number {
  return Math.round(eighths * Math.log2(Math.hypot(...weightsOf(terms, article)) || 1));
}

/** How alike two neighbourhoods are, 0 to 1. */
export function shareOfHoods(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const x = a.ids[i]!;
    const y = b.ids[j]!;
    if (x === y) sum += a.weights[i]! * b.weights[j]!;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return sum;
}

/**
 * What an article is about: salience by idf. Terms that no other article has tell few apart, and are noise among many.
 */
function weightsOf({ docs, idf, frequency }: Terms, article: number): Float32Array {
  const { ids, salience } = docs[article]!;
  const alone = Math.sqrt(50 / (50 + among(docs.length)));
  const weights = new Float32Array(ids.length);
  for (let i = 0; i < ids.length; i++)
    weights[i] = salience[i]! * idf[ids[i]!]! * (frequency[ids[i]!]! > 1 ? 1 : alone);
  return weights;
}
