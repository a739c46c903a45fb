import type { Article, Passage } from "../corpus/article.ts";
import type { Span } from "../text/span.ts";
import type { WordIndex } from "./words/word-index.ts";

/**
 * What scoring reads of one index version. Passages are numbered from 0, articles too; the numbers are the same
 * in every part. Everything answers at once: words and vectors from memory, texts by one positioned read.
 */
export interface Searchable {
  readonly words: WordIndex;
  readonly vectors: VectorIndex;
  /** How many passages there are; passage numbers are below it. */
  readonly passages: number;
  /** How many articles there are; article numbers are below it. */
  readonly articles: number;
  passage(passage: number): Passage;
  /** The number of the article that a passage belongs to. Passages of one article are neighbours, in order of text. */
  articleOf(passage: number): number;
  /** The numbers of an article's passages: `[first, past the last)`. */
  passagesOf(article: number): Span;
  /** `article.text.slice(passage.start, passage.end)`. */
  textOf(passage: number): string;
  article(article: number): Article;
  /** BCP 47 primary tag of the article that a passage belongs to. */
  languageOf(passage: number): string;
  /** BCP 47 primary tags of the articles, each once. */
  readonly languages: readonly string[];
}

/** The vectors of one index version: one for each passage, of unit length (or zero, where the embedder knew no word of it). */
export interface VectorIndex {
  readonly dimensions: number;
  /** The `k` passages nearest to a vector by cosine, best first: among the `allowed`, where given; none for a zero vector. */
  search(vector: ArrayLike<number>, k: number, allowed?: PassageSet): Nearest;
  /** The vector of a passage; a copy. */
  vector(passage: number): Float32Array;
}

/** Passage numbers and their cosines, best first. */
export interface Nearest {
  readonly passages: Uint32Array;
  readonly scores: Float32Array;
}

/** A set of passage numbers: what a filter lets through. */
export interface PassageSet extends Iterable<number> {
  readonly size: number;
  has(passage: number): boolean;
}
