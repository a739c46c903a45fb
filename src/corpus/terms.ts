import { isFunctionWord } from "../text/function-words.ts";
import { stemmer } from "../text/stem.ts";
import { words } from "../text/words.ts";
import type { Article } from "./article.ts";
import { hashOf } from "./hash.ts";
import { Lists } from "./lists-of-numbers.ts";
import { Numbering } from "./numbering.ts";
import { Spread } from "./spread.ts";

/** What an article's words come to, whatever the other articles say. */
export interface ArticleTerms {
  /** A hash of each distinct stem, ascending. */
  readonly terms: Uint32Array;
  /** By place in `terms`: how much the article is about it, in steps of {@link step}. Names, and what the lead says, count half as much again, numbers twice. */
  readonly salience: Uint8Array;
}

/** The words of a set of articles: what finds copies, summaries and same stories among them. */
export interface Terms {
  readonly docs: readonly DocumentTerms[];
  /** By term: how much it tells, about ln((N + B) / articles that have it): as if among B others that have not, at most 1000. */
  readonly idf: Float64Array;
  /** By term: how many articles have it. */
  readonly frequency: Uint32Array;
  /** The articles that have a term, ascending. */
  postings(term: number): Uint32Array;
  /** The number of a term by its hash, or -1. */
  number(hash: number): number;
  /** Room to lay out one document in. */
  readonly spread: Spread;
}

export interface DocumentTerms {
  /** Distinct term numbers, ascending; terms are numbered in the order of their hashes. */
  readonly ids: Uint32Array;
  readonly salience: Uint8Array;
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
const step = 1 / 24;

/**
 * Counts are taken by the power of two: so that what some articles are to each other stays as it is while few others
 * come and go.
 */
const doubling = { terms: 4, articles: 256 };

/** How common a term is, as far as it is told apart: equal for counts between one power of two and the next. */
export function levelOf(count: number): number {
  return count < doubling.terms ? count : Math.floor(Math.log2(count)) + doubling.terms - 2;
}

/** Among how many articles terms are taken to be, of a number of them. */
export function among(articles: number): number {
  return articles <= doubling.articles ? articles : 2 ** Math.ceil(Math.log2(articles));
}

/** The stems of what says something in an article's title and text; function words are left out. */
export function termsOf(article: Pick<Article, "title" | "text" | "language">): ArticleTerms {
  const { terms: found, length } = occurrences(article);
  const terms = Uint32Array.from(found.keys()).sort();
  return {
    terms,
    salience: Uint8Array.from(terms, (term) => Math.round(salienceOf(found.get(term)!, length) / step)),
  };
}

/** Counts the stems of each article. */
export function countTerms(articles: readonly Pick<Article, "title" | "text" | "language">[]): Terms {
  return indexTerms(articles.map(termsOf));
}

/** Numbers terms, and finds the articles that have each. */
export function indexTerms(articles: readonly ArticleTerms[]): Terms {
  const numbering = new Numbering(articles.map(({ terms }) => terms));
  const frequency = new Uint32Array(numbering.size);
  const docs = articles.map(({ terms, salience }): DocumentTerms => {
    const ids = terms.map((term) => numbering.of(term));
    for (const id of ids) frequency[id]!++;
    return { ids, salience };
  });
  const postings = Lists.holding(
    docs.map(({ ids }) => ids),
    numbering.size,
  );
  const all = among(docs.length);
  const idf = Float64Array.from(frequency, (count) => Math.log((all + background(all)) / rounded(count)));
  return {
    docs,
    idf,
    frequency,
    postings: (term) => postings.of(term),
    number: (hash) => numbering.of(hash),
    spread: new Spread(),
  };
}

/** What stands for all counts of a level: the middle of them. */
function rounded(count: number): number {
  return count < doubling.terms ? count : Math.SQRT2 * 2 ** Math.floor(Math.log2(count));
}

interface Occurrences {
  count: number;
  /** How often with a capital where no sentence begins. */
  named: number;
  lead: boolean;
  /** It is written in digits. */
  readonly number: boolean;
}

function occurrences({ title, text, language }: Pick<Article, "title" | "text" | "language">): {
  terms: Map<number, Occurrences>;
  length: number;
} {
  const stem = stemmer(language);
  const whole = title ? `${title}\n${text}` : text;
  const terms = new Map<number, Occurrences>();
  const all = words(whole);
  all.forEach(({ form, start }, i) => {
    if (isFunctionWord(form)) return;
    const id = hashOf(stem(form));
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
