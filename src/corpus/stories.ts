import type { Article } from "./article.ts";
import { averageLink } from "./average-link.ts";
import { Spread } from "./spread.ts";
import { countTerms, neighbours, type Terms } from "./terms.ts";

/** How many articles most like it an article is known by, how alike they must be, and how many are looked at. */
const nearest = 6;
const akin = 0.25;
const candidates = 40;
/** What an article itself weighs in its own neighbourhood. */
const self = 0.5;
/** How much likeness of neighbourhoods counts, beside that of the texts themselves. */
const shared = 0.5;
/** Two groups are one story where their articles are, on average, at least this much alike. */
const alike = 0.27;

/**
 * Groups articles that tell the same story: average-link clustering of how alike they are, by their words and by which
 * other articles they are like (shared nearest neighbours, Jarvis and Patrick 1973): that tells two fires apart whose
 * words alone would not. Returns, by article, the number of its story, from 0 in order of appearance.
 */
export function stories(
  articles: readonly Pick<Article, "title" | "text" | "language">[],
  terms: Terms = countTerms(articles),
): number[] {
  return averageLink(likeness(terms), alike);
}

/** By article: how much alike others are to it, 0 to 1, where they are at all. Symmetric. */
function likeness(terms: Terms): Map<number, number>[] {
  const vectors = terms.docs.map((_, doc) => vector(terms, doc));
  const looked = vectors.map((_, doc) => neighbours(terms, doc, candidates));
  const { spread } = terms;
  const hoods = looked.map((others, doc) => {
    lay(spread, vectors[doc]!);
    const near = others
      .map((other) => [other, dot(spread, vectors[other]!)] as const)
      .filter(([, likeness]) => likeness >= akin)
      .sort((a, b) => b[1] - a[1]);
    return neighbourhood([[doc, self], ...near.slice(0, nearest)]);
  });
  const inHood = vectors.map((): number[] => []);
  hoods.forEach(({ ids }, doc) => {
    for (const id of ids) inHood[id]!.push(doc);
  });
  const pairs = vectors.map(() => new Map<number, number>());
  const spreadHood = new Spread();
  const compare = (doc: number, others: readonly number[]): void => {
    lay(spread, vectors[doc]!);
    lay(spreadHood, hoods[doc]!);
    for (const other of others) {
      if (doc === other || pairs[doc]!.has(other)) continue;
      const value = (1 - shared) * dot(spread, vectors[other]!) + shared * dot(spreadHood, hoods[other]!);
      pairs[doc]!.set(other, value);
      pairs[other]!.set(doc, value);
    }
  };
  looked.forEach((others, doc) => {
    compare(doc, others);
  });
  for (const docs of inHood) for (const doc of docs) compare(doc, docs);
  return pairs;
}

/** A sparse vector of length 1: weights by number, numbers ascending. */
interface Vector {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * What a document is about: salience by idf. Terms that no other document has tell few documents apart, and are noise
 * among many.
 */
function vector({ docs, idf, postings }: Terms, doc: number): Vector {
  const { ids, salience } = docs[doc]!;
  const alone = Math.sqrt(50 / (50 + docs.length));
  return unit(
    ids,
    salience.map((value, i) => value * idf[ids[i]!]! * (postings[ids[i]!]!.length > 1 ? 1 : alone)),
  );
}

function neighbourhood(entries: (readonly [number, number])[]): Vector {
  const sorted = entries.sort((a, b) => a[0] - b[0]);
  return unit(
    Uint32Array.from(sorted, ([id]) => id),
    Float32Array.from(sorted, ([, weight]) => weight),
  );
}

function unit(ids: Uint32Array, weights: Float32Array): Vector {
  const length = Math.hypot(...weights) || 1;
  return { ids, weights: weights.map((weight) => weight / length) };
}

function lay(spread: Spread, { ids, weights }: Vector): void {
  spread.lay(ids, (i) => weights[i]!);
}

function dot(spread: Spread, { ids, weights }: Vector): number {
  return spread.dot(ids, weights);
}
