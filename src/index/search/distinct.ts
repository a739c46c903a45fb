import type { Searchable } from "../searchable.ts";

/** A passage that was found, by number, with what it is ranked by. */
export interface Ranked {
  readonly passage: number;
  readonly rank: number;
}

/** A passage among others that tell something else. */
export interface Distinct<Found extends Ranked> {
  readonly found: Found;
  /** What it is ranked by, less what those above it tell already. */
  readonly rank: number;
  /** Passages of other articles that repeat it, as they were found. */
  readonly repeats: readonly Found[];
}

/** How much rank it costs a passage that all it says is said above it. */
const cost = 3;
/** Up to this share two reports of one matter have in common whatever they tell. */
const usual = 0.5;
/** From this share on a passage may repeat another word for word; cuts and headings of its own take the rest. */
const repeated = 0.6;

export interface DistinctOptions<Found extends Ranked> {
  readonly top: number;
  /** What decides between passages about equal, 0 to `equal`: it is added to their rank. */
  readonly preference: (found: Found) => number;
  readonly equal: number;
  /** Whether a passage that repeats another one speaks with the same voice, and is told with it. */
  readonly sameVoice: (a: Found, b: Found) => boolean;
  /** Whether one that repeats another is the one to tell of the two. */
  readonly instead: (chosen: Found, repeat: Found) => boolean;
}

/**
 * The `top` passages of a ranking that best tell different things, best first: each the one of most rank once what it
 * repeats of those chosen before it is taken off (maximal marginal relevance, Carbonell and Goldstein 1998). What is
 * taken off hangs on the share of its words, by rarity, that one of them has.
 *
 * @param found best first; where `top` of them stand out, the rest is not looked at
 */
export function distinct<Found extends Ranked>(
  found: readonly Found[],
  searchable: Searchable,
  { top, preference, equal, sameVoice, instead }: DistinctOptions<Found>,
): Distinct<Found>[] {
  const chosen: { found: Found; rank: number; repeats: Found[]; words: Words }[] = [];
  const waiting: Candidate<Found>[] = [];
  let next = 0;
  while (chosen.length < top) {
    let best: Candidate<Found> | undefined;
    for (let i = 0; i <= waiting.length; i++) {
      if (i === waiting.length) {
        // Nothing costs less than nothing: those below cannot come before the best so far.
        if (next === found.length || (best && best.value >= found[next]!.rank + equal)) break;
        const one = found[next++]!;
        waiting.push(new Candidate(one, one.rank + preference(one), wordsOf(one.passage, searchable)));
      }
      const candidate = waiting[i]!;
      const whole = candidate.compare(chosen, sameVoice);
      if (whole) {
        if (instead(whole.found, candidate.found)) {
          whole.repeats.push(whole.found);
          Object.assign(whole, { found: candidate.found, words: candidate.words });
        } else whole.repeats.push(candidate.found);
        waiting.splice(i--, 1);
      } else if (!best || candidate.value > best.value) best = candidate;
    }
    if (!best) break;
    waiting.splice(waiting.indexOf(best), 1);
    chosen.push({ found: best.found, rank: best.value, repeats: [], words: best.words });
  }
  return chosen;
}

/** A passage that waits to be chosen, and the most that one of those chosen says of it. */
class Candidate<Found extends Ranked> {
  readonly found: Found;
  readonly words: Words;
  readonly #rank: number;
  #told = 0;
  #compared = 0;

  constructor(found: Found, rank: number, words: Words) {
    this.found = found;
    this.#rank = rank;
    this.words = words;
  }

  get value(): number {
    return this.#rank - cost * (Math.max(0, this.#told - usual) / (1 - usual)) ** 2;
  }

  /** Compares it to those that were chosen since; returns one that it repeats, of the same voice. */
  compare<Chosen extends { found: Found; words: Words }>(
    chosen: readonly Chosen[],
    sameVoice: (a: Found, b: Found) => boolean,
  ): Chosen | undefined {
    for (; this.#compared < chosen.length; this.#compared++) {
      const other = chosen[this.#compared]!;
      const shared = sharedWeight(this.words, other.words);
      const told = shared / this.words.total;
      const whole = shared / Math.min(this.words.total, other.words.total) >= repeated;
      if (whole && sameVoice(this.found, other.found) && sameNumbers(this.words, other.words)) return other;
      if (told > this.#told) this.#told = told;
    }
    return undefined;
  }
}

/** Whether two passages have most of their numbers in common: reports that are written by one pattern have not. */
function sameNumbers(a: Words, b: Words): boolean {
  const [fewer, more] = [a.numbers(), b.numbers()].sort((x, y) => x.size - y.size) as [
    Set<string>,
    Set<string>,
  ];
  return fewer.size === 0 || fewer.intersection(more).size > fewer.size / 2;
}

/** A passage's distinct words, by the numbers of their forms. */
interface Words {
  /** Ascending. */
  readonly forms: Uint32Array;
  /** What each weighs by its rarity, and all together. */
  readonly weights: Float32Array;
  readonly total: number;
  numbers(): Set<string>;
}

function wordsOf(passage: number, { words, passages }: Searchable): Words {
  const { forms: read, contextLength } = words.forward(passage);
  const sorted = read.slice(contextLength).sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i]!;
  const forms = sorted.subarray(0, count);
  const weights = new Float32Array(count);
  let total = 1e-9;
  for (let i = 0; i < count; i++) {
    weights[i] = Math.log((passages + 1) / words.frequency(words.stemOf(forms[i]!)));
    total += weights[i]!;
  }
  const numbers = () =>
    new Set(Array.from(forms, (form) => words.form(form)).filter((form) => /^\p{N}/u.test(form)));
  return { forms, weights, total, numbers };
}

function sharedWeight(a: Words, b: Words): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.forms.length && j < b.forms.length; ) {
    const x = a.forms[i]!;
    const y = b.forms[j]!;
    if (x === y) sum += a.weights[i]!;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return sum;
}
