import type { Measured, MeasuredSet } from "./candidates.ts";
import { RankMetrics } from "./metrics.ts";

/** Metrics of a set whose passages are ranked by a weighted sum of their signals; documents by their first passage. */
export function evaluate({ queries }: MeasuredSet, weights: Float64Array): Record<string, number> {
  const metrics = new RankMetrics();
  for (const query of queries) {
    const { best } = scores(query, weights);
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
 * Cao et al. 2007), by Adam (Kingma & Ba 2015) over all queries at once, from `start` on and drawn to it a little. Each
 * set counts the same, and has a temperature of its own, learned too: a set whose judgements are vague would flatten all.
 */
export function learn(
  sets: readonly MeasuredSet[],
  start: Float64Array,
  { steps = 150, rate = 0.03, pull = 1e-3 } = {},
): Float64Array {
  const count = start.length;
  const parameters = new Float64Array(count + sets.length).fill(firstTemperature);
  parameters.set(start);
  const gradient = new Float64Array(parameters.length);
  const mean = new Float64Array(parameters.length);
  const square = new Float64Array(parameters.length);
  const able = sets.map(({ queries }) =>
    queries.filter(({ relevant }) => relevant.includes(true) && relevant.includes(false)),
  );
  for (let step = 1; step <= steps; step++) {
    gradient.fill(0);
    for (let i = 0; i < count; i++) gradient[i] = pull * (parameters[i]! - start[i]!);
    for (const [i, queries] of able.entries())
      for (const query of queries)
        addGradient(query, parameters.subarray(0, count), gradient, {
          at: count + i,
          sharpness: Math.exp(parameters[count + i]!),
          share: 1 / (queries.length * sets.length),
        });
    for (const [i, slope] of gradient.entries()) {
      mean[i] = 0.9 * mean[i]! + 0.1 * slope;
      square[i] = 0.99 * square[i]! + 0.01 * slope ** 2;
      const deviation = Math.sqrt(square[i]! / (1 - 0.99 ** step)) + 1e-8;
      parameters[i]! -= (rate * (1 - step / steps) * mean[i]!) / (1 - 0.9 ** step) / deviation;
    }
  }
  return parameters.slice(0, count);
}

/** The logarithm of how sharply a softmax tells one point of rank apart, to begin with. */
const firstTemperature = Math.log(3);

/** The score of each document, which is that of its best passage, and which passage that is. */
function scores({ signals, documents, relevant }: Measured, weights: Float64Array) {
  const best = new Float64Array(relevant.length).fill(Number.NEGATIVE_INFINITY);
  const passage = new Int32Array(relevant.length);
  documents.forEach((document, i) => {
    let score = 0;
    for (let f = 0; f < weights.length; f++) score += weights[f]! * signals[i * weights.length + f]!;
    if (score > best[document]!) [best[document], passage[document]] = [score, i];
  });
  return { best, passage };
}

/** Adds a query's `share` of the loss's slopes: by the weights, and, at `at`, by its set's temperature. */
function addGradient(
  query: Measured,
  weights: Float64Array,
  gradient: Float64Array,
  { at, sharpness, share }: { at: number; sharpness: number; share: number },
): void {
  const { best, passage } = scores(query, weights);
  const most = best.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY);
  const raised = best.map((score) => Math.exp(sharpness * (score - most)));
  const total = raised.reduce((sum, value) => sum + value, 0);
  const answers = query.relevant.filter(Boolean).length;
  for (const [document, value] of raised.entries()) {
    const error = share * sharpness * (value / total - (query.relevant[document] ? 1 / answers : 0));
    gradient[at]! += error * (best[document]! - most);
    const from = passage[document]! * weights.length;
    for (let f = 0; f < weights.length; f++) gradient[f]! += error * query.signals[from + f]!;
  }
}
