import type { PassageSet } from "../searchable.ts";
import type { WordIndex } from "../words/word-index.ts";
import type { QueryWord } from "./query.ts";

/**
 * BM25 scores of all passages that hold a word of the query (Robertson & Zaragoza 2009), by passage number;
 * zero elsewhere. Stems of one query word in several languages count as one word, by the best of them.
 */
export function bm25(query: readonly QueryWord[], index: WordIndex, { k1, b } = usual): Float32Array {
  const scores = new Float32Array(index.passages);
  for (const { stems, weight } of query) {
    for (const stem of stems) {
      const { passages, counts } = index.postings(stem);
      for (let i = 0; i < passages.length; i++) {
        const passage = passages[i]!;
        const tf = counts[i]!;
        const norm = k1 * (1 - b + (b * index.length(passage)) / index.averageLength);
        scores[passage]! += (weight * tf * (k1 + 1)) / (tf + norm);
      }
    }
  }
  return scores;
}

const usual = { k1: 1.2, b: 0.75 };

/** The `k` passages of the highest scores above zero, best first: among the `allowed`, where given. */
export function best(scores: Float32Array, k: number, allowed?: PassageSet): number[] {
  const found: number[] = [];
  let least = 0;
  const offer = (passage: number) => {
    const score = scores[passage]!;
    if (score <= least) return;
    found.push(passage);
    if (found.length < 2 * k + 64) return;
    found.sort((x, y) => scores[y]! - scores[x]! || x - y).length = k;
    least = scores[found[k - 1]!]!;
  };
  if (allowed) for (const passage of allowed) offer(passage);
  else for (let passage = 0; passage < scores.length; passage++) offer(passage);
  return found.sort((x, y) => scores[y]! - scores[x]! || x - y).slice(0, k);
}
