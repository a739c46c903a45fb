/** Means over queries of what trec_eval calls ndcg_cut_10, map, recip_rank (at 10) and success_1; relevance is yes or no. */
export class RankMetrics {
  #queries = 0;
  readonly #sums = { "nDCG@10": 0, MAP: 0, "MRR@10": 0, "Hits@1": 0, "Hits@10": 0 };

  add(ranked: readonly string[], relevant: ReadonlySet<string>): void {
    this.#queries++;
    let found = 0;
    let precision = 0;
    let gain = 0;
    let first = 0;
    ranked.forEach((id, i) => {
      if (!relevant.has(id)) return;
      found++;
      precision += found / (i + 1);
      first ||= i + 1;
      if (i < 10) gain += 1 / Math.log2(i + 2);
    });
    let ideal = 0;
    for (let i = 0; i < Math.min(10, relevant.size); i++) ideal += 1 / Math.log2(i + 2);
    this.#sums["nDCG@10"] += gain / ideal;
    this.#sums.MAP += precision / relevant.size;
    this.#sums["MRR@10"] += first > 0 && first <= 10 ? 1 / first : 0;
    this.#sums["Hits@1"] += first === 1 ? 1 : 0;
    this.#sums["Hits@10"] += first > 0 && first <= 10 ? 1 : 0;
  }

  means(): Record<string, number> {
    return Object.fromEntries(
      Object.entries(this.#sums).map(([name, sum]) => [name, round(sum / this.#queries)]),
    );
  }
}

/** The chance that a random positive scores above a random negative; ties count half. */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ];
  all.sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let i = 0; i < all.length; ) {
    let j = i;
    while (j < all.length && all[j]!.score === all[i]!.score) j++;
    for (let k = i; k < j; k++) if (all[k]!.positive) ranks += (i + j + 1) / 2;
    i = j;
  }
  const { length: n } = positives;
  return round((ranks - (n * (n + 1)) / 2) / (n * negatives.length));
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

export const round = (value: number) => Math.round(value * 1e4) / 1e4;
