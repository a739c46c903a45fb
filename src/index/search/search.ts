import type { Embedder } from "../embedders/embedder.ts";
import type { Hit } from "../hit.ts";
import type { PassageSet, Searchable } from "../searchable.ts";
import { best, bm25 } from "./bm25.ts";
import { readQuery } from "./query.ts";
import type { Similarity } from "./similarity.ts";
import { SoftMatch } from "./soft-match.ts";

export interface SearchTools {
  /** The embedder that the index was built with. */
  readonly embedder: Embedder;
  /** How well words stand for each other, whatever the embedder. */
  readonly similarity: Similarity;
}

export interface ScoringOptions {
  readonly top: number;
  /** What a filter lets through; everything where left out. */
  readonly allowed?: PassageSet | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The passages that best answer a query, best first: BM25's first fifty and the fifty nearest by vector, ranked by
 * how much of the query they cover when words may stand for similar ones.
 */
export async function search(
  text: string,
  searchable: Searchable,
  { embedder, similarity }: SearchTools,
  { top, allowed, signal }: ScoringOptions,
): Promise<Hit[]> {
  const query = readQuery(text, searchable.words, searchable.languages, similarity);
  const lexical = bm25(query, searchable.words);
  const depth = Math.max(pool, top);
  const embedded = await embedder.embedQuery(text);
  signal?.throwIfAborted();
  const dense = searchable.vectors.search(embedded, depth, allowed);
  const candidates = new Map<number, number>(best(lexical, depth, allowed).map((passage) => [passage, 0]));
  for (const [i, passage] of dense.passages.entries()) candidates.set(passage, dense.scores[i]!);
  const soft = softMatch(searchable, similarity).of(query);
  const most = query.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return [...candidates]
    .map(([passage, cosine]) => {
      const signals = { softmatch: soft(passage), lexical: lexical[passage]! / most, dense: cosine };
      return { passage, signals, score: probability(signals) };
    })
    .sort((x, y) => y.score - x.score || x.passage - y.passage)
    .slice(0, top)
    .map(({ passage, signals, score }) => ({
      passage: searchable.passage(passage),
      article: searchable.article(searchable.articleOf(passage)),
      text: searchable.textOf(passage),
      score,
      signals,
    }));
}

const pool = 50;

function probability({
  softmatch,
  lexical,
  dense,
}: Record<"softmatch" | "lexical" | "dense", number>): number {
  return 1 / (1 + Math.exp(-(8 * softmatch + 2 * lexical + dense - 6)));
}

const matchers = new WeakMap<object, SoftMatch>();

function softMatch({ words }: Searchable, similarity: Similarity): SoftMatch {
  let matcher = matchers.get(words);
  if (!matcher) {
    matcher = new SoftMatch(words, similarity);
    matchers.set(words, matcher);
  }
  return matcher;
}
