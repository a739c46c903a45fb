import { isFunctionWord } from "../text/function-words.ts";
import { stemmer } from "../text/stem.ts";
import { words } from "../text/words.ts";

/** A sparse vector over term numbers. */
export type Vector = ReadonlyMap<number, number>;

/** Sentences without a term that are assumed beside the corpus': a small one says little on how rare a word is. */
const assumed = 100;

/** Numbers the terms of a corpus (stems, function words left out), and counts in how many sentences each stands. */
export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly #frequency: number[] = [];
  #sentences = 0;

  /** The terms of a sentence in order of text, counted into the lexicon. */
  add(sentence: string, language: string): Uint32Array {
    const stem = stemmer(language);
    const terms: number[] = [];
    for (const { form } of words(sentence)) {
      if (!isFunctionWord(form)) terms.push(this.#number(stem(form)));
    }
    for (const term of new Set(terms)) this.#frequency[term]!++;
    this.#sentences++;
    return Uint32Array.from(terms);
  }

  /** The terms of a text that the corpus knows, without counting them. */
  known(text: string, language: string): number[] {
    const stem = stemmer(language);
    return words(text)
      .filter(({ form }) => !isFunctionWord(form))
      .map(({ form }) => this.#numbers.get(stem(form)) ?? -1)
      .filter((term) => term >= 0);
  }

  /** How much a word tells, known or not. */
  rarity(form: string, language: string): number {
    const term = this.#numbers.get(stemmer(language)(form));
    return term === undefined ? Math.log(this.#sentences + assumed) : this.idf(term);
  }

  /** How much a term tells: the logarithm of how rare it is among sentences. */
  idf(term: number): number {
    return Math.log((this.#sentences + assumed) / (1 + this.#frequency[term]!));
  }

  /** Terms weighted by tf × idf, of length 1. */
  vector(terms: Iterable<number>): Vector {
    const weights = new Map<number, number>();
    for (const term of terms) {
      weights.set(term, (weights.get(term) ?? 0) + this.idf(term));
    }
    return scaled(weights, 1 / (norm(weights) || 1));
  }

  #number(stem: string): number {
    let number = this.#numbers.get(stem);
    if (number === undefined) {
      number = this.#frequency.push(0) - 1;
      this.#numbers.set(stem, number);
    }
    return number;
  }
}

export function dot(a: Vector, b: Vector): number {
  if (a.size > b.size) return dot(b, a);
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

export function norm(vector: Vector): number {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  return Math.sqrt(squares);
}

export function cosine(a: Vector, b: Vector): number {
  return dot(a, b) / (norm(a) * norm(b) || 1);
}

export function scaled(vector: Vector, by: number): Vector {
  return new Map([...vector].map(([term, weight]) => [term, weight * by]));
}

export function sum(vectors: Iterable<Vector>): Map<number, number> {
  const total = new Map<number, number>();
  for (const vector of vectors) addTo(total, vector);
  return total;
}

export function addTo(total: Map<number, number>, vector: Vector, times = 1): void {
  for (const [term, weight] of vector) total.set(term, (total.get(term) ?? 0) + weight * times);
}
