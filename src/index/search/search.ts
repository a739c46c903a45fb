import { isQuestion, wanted } from "../../text/question.ts";
import { isPaired } from "../../text/words.ts";
import type { SearchOptions } from "../corpus-index.ts";
import type { Embedder } from "../embedders/embedder.ts";
import type { Hit } from "../hit.ts";
import type { PassageSet, Searchable } from "../searchable.ts";
import { ArticleBm25, Bm25, best, type Term } from "./bm25.ts";
import { type Features, Matcher } from "./features.ts";
import { feedback } from "./feedback.ts";
import { forReaders } from "./for-readers.ts";
import { probability, rankScore, weights, weightsOfPairs } from "./model.ts";
import { QueryReader, terms } from "./query.ts";
import type { Similarity } from "./similarity.ts";

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
  /** See {@link SearchOptions}. */
  readonly distinct?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The passages that best answer a query, best first. Candidates are BM25's first passages and articles, and the
 * passages nearest by vector; all signals together rank them. Where the query names a topic, they do so twice: once to
 * hear what the first ones speak of beside the query's words, and once with that. The first passage of each article, in
 * this order, ranks the articles.
 */
export async function search(
  text: string,
  searchable: Searchable,
  { embedder, similarity }: SearchTools,
  { top, allowed, distinct, signal }: ScoringOptions,
): Promise<Hit[]> {
  const embedded = await embedder.embedQuery(text);
  signal?.throwIfAborted();
  const { reader, matcher, passages, articles } = prepared(searchable, similarity);
  const query = reader.read(text);
  const asked = [...terms(query)];
  const most = highest * query.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const lexical = passages.score(asked);
  const depth = Math.max(pool, top);
  const nearest = searchable.vectors.search(embedded, depth, allowed);
  const cosines = new Map(Array.from(nearest.passages, (passage, i) => [passage, nearest.scores[i]!]));
  const measure = matcher.of(query, wanted(text));
  const leads = best(lexical, depth * 4, allowed);
  const numbers = Uint32Array.from(
    new Set([...leads, ...cosines.keys()].map((passage) => searchable.articleOf(passage))),
  ).sort();
  const places = new Map(Array.from(numbers, (article, place) => [article, place]));
  /** BM25 of the articles that passages were found of. */
  const ofArticles = (words: readonly Term[]) => {
    const scores = articles.score(words, numbers);
    return (article: number) => scores[places.get(article)!]!;
  };
  const spoken = ofArticles(asked);
  const inPairs = query.filter(({ known }) => isPaired(known.form)).length > query.length / 2;
  const ranked = (passage: number, features: Partial<Features>): Ranked => ({
    passage,
    features,
    rank: rankScore(features, inPairs ? weightsOfPairs : weights),
  });
  /** Ranks passages; of them, the `closely` first are measured word by word. */
  const rank = (found: Iterable<number>, closely: number, further = nothing): Ranked[] =>
    inOrder(
      inOrder(
        Array.from(found, (passage) => {
          const article = searchable.articleOf(passage);
          const { start, end } = searchable.passagesOf(article);
          return ranked(passage, {
            lexical: (lexical.of[passage] ?? 0) / most,
            article: spoken(article) / most,
            dense: cosines.get(passage) ?? cosine(embedded, searchable.vectors.vector(passage)),
            feedback: further(article),
            length: Math.log(end - start),
          });
        }),
      ).map((one, i) =>
        i < closely ? ranked(one.passage, { ...one.features, ...measure.of(one.passage) }) : one,
      ),
    );
  const found = new Set([...candidates(leads, spoken, searchable, depth), ...cosines.keys()]);
  let further = nothing;
  // A question wants the passage that answers it, a topic all that tell of it.
  if (!isQuestion(text)) {
    const heads = firstOfArticles(rank(found, glanced), searchable, heard);
    const told = ofArticles(feedback(query, heads, searchable));
    const share = searchable.articles / (searchable.articles + crowd) / highest;
    further = (article) => share * told(article);
    const both = (article: number) => spoken(article) / most + followed * further(article);
    for (const passage of candidates(leads, both, searchable, depth)) found.add(passage);
  }
  const sorted = rank(found, measured, further);
  const [first] = sorted;
  if (!first) return [];
  const other = sorted.find(({ passage }) => tellsElse(searchable, first.passage, passage));
  /** A passage's rank without what is known of it through others. */
  const itself = ({ passage, features }: Ranked) =>
    ranked(passage, { ...features, feedback: 0, length: 0 }).rank;
  const margin = itself(first) - (other ? itself(other) : 0);
  const absent = measure.absent();
  const { soft = 0 } = first.features;
  const around = Math.max(...sorted.slice(0, leading).map(({ features }) => features.around ?? 0));
  const hit = ({ passage, features, rank }: Ranked, behind: number): Hit => ({
    passage: searchable.passage(passage),
    article: searchable.article(searchable.articleOf(passage)),
    text: searchable.textOf(passage),
    score: probability({ soft, around, margin, absent }, behind),
    signals: { ...features, rank, margin, absent },
  });
  if (!distinct) return sorted.slice(0, top).map((found) => hit(found, first.rank - found.rank));
  // Those that were not measured word by word are ranked by less, and tell nothing of how equal they are.
  const told = forReaders(text, sorted.slice(0, Math.max(top, measured)), searchable, top);
  return told.map(({ found, rank, copies }) => ({ ...hit(found, told[0]!.rank - rank), copies }));
}

/** How many of the candidates, by what is known of them already, are measured word by word. */
const measured = 60;
/** How many of them before it is known what the first ones speak of, and how many articles tell that. */
const glanced = 20;
const heard = 5;
/** An answer may stand in any of so many first passages: what is spoken of around one of them is spoken of. */
const leading = 5;
/** From this many articles on, half of what the first ones speak of is heard: of a few, the first are as good as all. */
const crowd = 100;
/** How much that counts beside the query, for finding more articles. */
const followed = 1.1;
const nothing = (_article: number): number => 0;
/** How many candidates each way of finding them brings, at least. */
const pool = 50;
/** What BM25 makes of a word of weight 1 at most. */
const highest = 2.2;

interface Ranked {
  readonly passage: number;
  readonly features: Partial<Features>;
  readonly rank: number;
}

function inOrder(passages: readonly Ranked[]): Ranked[] {
  return passages.toSorted((x, y) => y.rank - x.rank || x.passage - y.passage);
}

/** The first passage of each article, for some articles. */
function firstOfArticles(passages: readonly Ranked[], searchable: Searchable, articles: number): Ranked[] {
  const firsts = new Map<number, Ranked>();
  for (const one of passages) {
    const article = searchable.articleOf(one.passage);
    if (!firsts.has(article)) firsts.set(article, one);
    if (firsts.size === articles) break;
  }
  return [...firsts.values()];
}

/** The first of the best passages by BM25, and the best passage of each of the best articles. */
function* candidates(
  leads: readonly number[],
  score: (article: number) => number,
  searchable: Searchable,
  depth: number,
): Generator<number> {
  yield* leads.slice(0, depth);
  const first = new Map<number, number>();
  for (const passage of leads) {
    const article = searchable.articleOf(passage);
    if (!first.has(article)) first.set(article, passage);
  }
  yield* [...first]
    .sort(([a], [b]) => score(b) - score(a))
    .slice(0, depth)
    .map(([, passage]) => passage);
}

/** Whether a passage is of another article and not a copy, relay or summary of what the first one says. */
function tellsElse(searchable: Searchable, first: number, passage: number): boolean {
  if (searchable.articleOf(first) === searchable.articleOf(passage)) return false;
  const [a, b] = [first, passage].map((number) => new Set(searchable.words.forward(number).forms));
  const shared = a!.intersection(b!).size;
  return shared / (a!.size + b!.size - shared) < 0.3;
}

function cosine(a: ArrayLike<number>, b: Float32Array): number {
  let sum = 0;
  let square = 0;
  for (let i = 0; i < b.length; i++) {
    sum += a[i]! * b[i]!;
    square += a[i]! ** 2;
  }
  return square === 0 ? 0 : sum / Math.sqrt(square);
}

const preparations = new WeakMap<Searchable, ReturnType<typeof prepare>>();

/** What is made once for each index version. */
function prepare(searchable: Searchable, similarity: Similarity) {
  return {
    reader: new QueryReader(searchable.words, searchable.languages, similarity),
    matcher: new Matcher(searchable, similarity),
    passages: new Bm25(searchable.words),
    articles: new ArticleBm25(searchable),
  };
}

function prepared(searchable: Searchable, similarity: Similarity) {
  let known = preparations.get(searchable);
  if (!known) {
    known = prepare(searchable, similarity);
    preparations.set(searchable, known);
  }
  return known;
}
