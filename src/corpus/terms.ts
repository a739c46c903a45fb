import { isFunctionWord } from "../text/function-words.ts";
import { stemmer } from "../text/stem.ts";
import { words } from "../text/words.ts";
import type { Article } from "./article.ts";
import { Spread } from "./spread.ts";

/** The words of a set of articles: what finds copies, summaries and same stories among them. */
export interface Terms {
  readonly docs: readonly DocumentTerms[];
  /** By term: how much it tells, ln((N + B) / articles that have it): as if among B others that have not, at most 1000. */
  readonly idf: Float64Array;
  /** By term: the articles that have it, ascending. */
  readonly postings: readonly Uint32Array[];
  /** Room to lay out one document in. */
  readonly spread: Spread;
}

export interface DocumentTerms {
  /** Distinct term numbers, ascending. */
  readonly ids: Uint32Array;
  /** By place in `ids`: how much the document is about the term. Names, and what the lead says, count half as much again, numbers twice. */
  readonly salience: Float32Array;
}

/**
 * Others that no term is counted in: among hundreds of articles on one subject its words still tell something, while
 * a handful can only be told apart by what they do not share.
 */
const background = (articles: number): number => Math.min(1000, articles ** 2 / 5);
/** Okapi BM25's saturation of term frequency, for documents about 300 words long (Robertson and Zaragoza 2009). */
const bm25 = { k1: 1.2, b: 0.75, length: 300 };
/** Words of a lead. */
const leadLength = 60;
const emphasis = 1.5;
/** Dates, ages and sums tell two events of one kind apart. */
const numeric = 2;

/** Counts the stems of what says something in each article's title and text; function words are left out. */
export function countTerms(articles: readonly Pick<Article, "title" | "text" | "language">[]): Terms {
  const numbers = new Map<string, number>();
  const df: number[] = [];
  const docs = articles.map((article): DocumentTerms => {
    const found = occurrences(article, (term) => {
      const id = numbers.get(term) ?? numbers.size;
      if (id === numbers.size) numbers.set(term, id);
      return id;
    });
    const ids = Uint32Array.from(found.terms.keys()).sort();
    for (const id of ids) df[id] = (df[id] ?? 0) + 1;
    return { ids, salience: Float32Array.from(ids, (id) => salienceOf(found.terms.get(id)!, found.length)) };
  });
  const postings = df.map((count) => new Uint32Array(count));
  const filled = new Uint32Array(df.length);
  docs.forEach(({ ids }, doc) => {
    for (const id of ids) postings[id]![filled[id]!++] = doc;
  });
  const idf = Float64Array.from(df, (count) => Math.log((docs.length + background(docs.length)) / count));
  return { docs, idf, postings, spread: new Spread() };
}

interface Occurrences {
  count: number;
  /** How often with a capital where no sentence begins. */
  named: number;
  lead: boolean;
  /** It is written in digits. */
  readonly number: boolean;
}

function occurrences(
  { title, text, language }: Pick<Article, "title" | "text" | "language">,
  number: (term: string) => number,
): { terms: Map<number, Occurrences>; length: number } {
  const stem = stemmer(language);
  const whole = title ? `${title}\n${text}` : text;
  const terms = new Map<number, Occurrences>();
  const all = words(whole);
  all.forEach(({ form, start }, i) => {
    if (isFunctionWord(form)) return;
    const id = number(stem(form));
    const seen = terms.get(id) ?? { count: 0, named: 0, lead: false, number: /^\p{N}/u.test(form) };
    seen.count++;
    if (
      /\p{Lu}/u.test(whole[start]!) &&
      /[\p{L}\p{N},;:)] $/u.test(whole.slice(Math.max(0, start - 2), start))
    )
      seen.named++;
    seen.lead ||= i < leadLength;
    terms.set(id, seen);
  });
  return { terms, length: all.length };
}

function salienceOf({ count, named, lead, number }: Occurrences, length: number): number {
  const { k1, b } = bm25;
  const frequency = (count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / bm25.length));
  return frequency * (named * 2 > count ? emphasis : 1) * (lead ? emphasis : 1) * (number ? numeric : 1);
}

/** The share of document `doc`'s terms, weighted by idf, that each of others holds too: 1 where it says all that `doc` says. */
export function containments({ docs, idf, spread }: Terms, doc: number, others: readonly number[]): number[] {
  const { ids } = docs[doc]!;
  let all = 0;
  for (const id of ids) all += idf[id]!;
  spread.lay(ids, (i) => idf[ids[i]!]!);
  return others.map((other) => (all === 0 ? 0 : spread.sum(docs[other]!.ids) / all));
}

/** How many of a document's rarest terms look for others, and in how many documents a term may be to count as rare. */
const rarest = 40;
const rareIn = 400;

/** How many neighbours are found at once; whoever wants fewer takes the first of them. */
const mostNeighbours = 60;

/** Documents that share rare terms with `doc`, those that share most weight first, at most `top`. */
export function neighbours(terms: Terms, doc: number, top = mostNeighbours): readonly number[] {
  let finder = finders.get(terms);
  if (!finder) {
    finder = new NeighbourFinder(terms);
    finders.set(terms, finder);
  }
  return finder.of(doc).slice(0, top);
}

const finders = new WeakMap<Terms, NeighbourFinder>();

/** Finds each document's neighbours once: three questions are asked of them. */
class NeighbourFinder {
  readonly #terms: Terms;
  readonly #found: (readonly number[] | undefined)[] = [];
  /** Weight shared with the document in hand, by document; zero between calls. */
  readonly #weights: Float64Array;

  constructor(terms: Terms) {
    this.#terms = terms;
    this.#weights = new Float64Array(terms.docs.length);
  }

  of(doc: number): readonly number[] {
    this.#found[doc] ??= this.#find(doc);
    return this.#found[doc];
  }

  #find(doc: number): number[] {
    const { docs, idf, postings } = this.#terms;
    const weights = this.#weights;
    const rare = [...docs[doc]!.ids]
      .filter((id) => postings[id]!.length > 1 && postings[id]!.length <= rareIn)
      .sort((a, b) => idf[b]! - idf[a]!)
      .slice(0, rarest);
    const touched: number[] = [];
    for (const id of rare) {
      for (const other of postings[id]!) {
        if (other === doc) continue;
        if (weights[other] === 0) touched.push(other);
        weights[other]! += idf[id]!;
      }
    }
    const best = heaviest(touched, weights);
    for (const other of touched) weights[other] = 0;
    return best;
  }
}

/** The documents of most weight, heaviest first, by insertion: nearly all are lighter than the least of the best. */
function heaviest(docs: readonly number[], weights: Float64Array): number[] {
  const best: number[] = [];
  for (const doc of docs) {
    const weight = weights[doc]!;
    if (best.length === mostNeighbours && weight <= weights[best.at(-1)!]!) continue;
    let at = best.length;
    while (at > 0 && weights[best[at - 1]!]! < weight) at--;
    best.splice(at, 0, doc);
    if (best.length > mostNeighbours) best.pop();
  }
  return best;
}
