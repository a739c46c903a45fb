import type { Measured, MeasuredSet } from "./candidates.ts";
import { RankMetrics } from "./metrics.ts";

/** Metrics of a set whose passages are ranked by a weighted sum of their signals; documents by their first passage. */
export function evaluate(set: MeasuredSet, weights: Float64Array): Record<string, number> {
  const metrics = new RankMetrics();
  for (const query of set.queries) {
    const best = scores(query, weights).best;
    const ranked = [...query.relevant.keys()].sort((a, b) => best[b]! - best[a]! || a - b);
    const relevant = new Set(ranked.filter((document) => query.relevant[document]).map(String));
    // Documents that no search found count as well.
    for (let i = relevant.size; i < query.answers; i++) relevant.add(`unfound ${i}`);
    metrics.add(ranked.map(String), relevant);
  }
  return metrics.means();
}

/**
 * Weights that make documents that answer stand above the others: listwise softmax cross-entropy (ListNet's top one,
 * Cao et al. 2007), each set of the same weight, by Adam (Kingma & Ba 2015) over all queries at once, from `start` on
 * and drawn to it by `pull`.
 */
export function learn(
  sets: readonly MeasuredSet[],
  start: Float64Array,
  { steps = 300, rate = 0.05, pull = 1e-3 } = {},
): Float64Array {
  const weights = start.slice();
  const [mean, square] = [new Float64Array(start.length), new Float64Array(start.length)];
  for (let step = 1; step <= steps; step++) {
    const gradient = weights.map((weight, i) => pull * (weight - start[i]!));
    for (const { queries } of sets) {
      const able = queries.filter(({ relevant }) => relevant.includes(true) && relevant.includes(false));
      for (const query of able) addGradient(query, weights, gradient, 1 / (able.length * sets.length));
    }
    for (let i = 0; i < weights.length; i++) {
      mean[i] = 0.9 * mean[i]! + 0.1 * gradient[i]!;
      square[i] = 0.99 * square[i]! + 0.01 * gradient[i]! ** 2;
      const slope = mean[i]! / (1 - 0.9 ** step) / (Math.sqrt(square[i]! / (1 - 0.99 ** step)) + 1e-8);
      weights[i]! -= rate * (1 - step / steps) * slope;
    }
  }
  return weights;
}

/** The score of each document, which is that of its best passage, and which passage that is. */
function scores({ signals, documents, relevant }: Measured, weights: Float64Array) {
  const best = new Float64Array(relevant.length).fill(Number.NEGATIVE_INFINITY);
  const passage = new Int32Array(relevant.length);
  documents.forEach((document, i) => {
    let score = 0;
    for (let f = 0; f < weights.length; f++) score += weights[f]! * signals[i]![f]!;
    if (score > best[document]!) [best[document], passage[document]] = [score, i];
  });
  return { best, passage };
}

function addGradient(query: Measured, weights: Float64Array, gradient: Float64Array, share: number): void {
  const { best, passage } = scores(query, weights);
  const most = best.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY);
  const raised = best.map((score) => Math.exp(sharpness * (score - most)));
  const total = raised.reduce((sum, value) => sum + value, 0);
  const answers = query.relevant.filter(Boolean).length;
  raised.forEach((value, document) => {
    const error = value / total - (query.relevant[document] ? 1 / answers : 0);
    for (let f = 0; f < weights.length; f++) gradient[f]! += share * sharpness * error * query.signals[passage[document]!]![f]!;
  });
}

/** Of the softmax: a sum of signals that is 1 higher is e³ times as sure. */
const sharpness = 3;
