import { addTo, cosine, dot, norm, sum, type Vector } from "./lexicon.ts";

/** A sentence that may stand for a date. */
export interface Candidate<T> {
  readonly sentence: T;
  readonly vector: Vector;
  /** It names the date itself; others are the opening of reports published on that day or the next. */
  readonly names: boolean;
}

/** How much the whole corpus's centre weighs beside the date's own: what the story is about, beside what that day was about. */
const storyWeight = 0.5;
/** Two sentences closer than this say the same. */
const same = 0.95;

/**
 * Up to `k` of the candidates that together come closest to what is said of the date, most telling first, the first
 * of them one that names the date. Candidates are kept where those that name the date and those published about it
 * share words (PM-MEAN), then taken greedily so that their sum is nearest to the centroid (CENTROID-OPT);
 * both after Ghalandari and Ifrim 2020, "Examining the State-of-the-Art in News Timeline Summarization".
 */
export function tellingSentences<T>(
  candidates: readonly Candidate<T>[],
  story: Vector,
  k: number,
): Candidate<T>[] {
  const kept = agreeing(candidates);
  const centroid = sum(kept.map(({ vector }) => vector));
  addTo(centroid, story, storyWeight * norm(centroid));
  const chosen: Candidate<T>[] = [];
  const total = new Map<number, number>();
  const left = new Set(kept);
  while (chosen.length < k && left.size > 0) {
    const first = chosen.length === 0 && kept.some(({ names }) => names);
    const best = closest(left, total, centroid, first);
    left.delete(best);
    if (chosen.some(({ vector }) => cosine(vector, best.vector) > same)) continue;
    chosen.push(best);
    addTo(total, best.vector);
  }
  return chosen;
}

function closest<T>(
  left: ReadonlySet<Candidate<T>>,
  total: Vector,
  centroid: Vector,
  namesOnly: boolean,
): Candidate<T> {
  const towards = dot(total, centroid);
  const squared = dot(total, total);
  let best: Candidate<T> | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const candidate of left) {
    if (namesOnly && !candidate.names) continue;
    const length = Math.sqrt(squared + 2 * dot(total, candidate.vector) + 1);
    const score = (towards + dot(candidate.vector, centroid)) / length;
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best!;
}

/** The candidates nearest to the words that both sides share; all of them where one side is empty. */
function agreeing<T>(candidates: readonly Candidate<T>[]): readonly Candidate<T>[] {
  const naming = candidates.filter(({ names }) => names);
  const published = candidates.filter(({ names }) => !names);
  if (naming.length === 0 || published.length === 0) return candidates;
  const named = sum(naming.map(({ vector }) => vector));
  const reported = sum(published.map(({ vector }) => vector));
  const shared = new Map<number, number>();
  for (const [term, weight] of named) {
    const other = reported.get(term);
    if (other) shared.set(term, weight / naming.length + other / published.length);
  }
  const scores = candidates.map(({ vector }) => dot(shared, vector));
  const threshold = knee(scores.toSorted((x, y) => y - x));
  const kept = candidates.filter((_, i) => scores[i]! > threshold);
  return kept.some(({ names }) => names) ? kept : candidates;
}

/** The value at the bend of a falling curve: the point farthest from the line between its ends. */
function knee(falling: readonly number[]): number {
  const last = falling.length - 1;
  const drop = falling[0]! - falling[last]!;
  let bend = 0;
  let farthest = -1;
  for (const [i, value] of falling.entries()) {
    const distance = Math.abs(last * (falling[0]! - value) - drop * i);
    if (distance > farthest) [bend, farthest] = [i, distance];
  }
  return falling[bend]!;
}
