import { words } from "../text/words.ts";
import type { Article } from "./article.ts";
import { hashOf } from "./hash.ts";

/**
 * By article, its distinct runs of so many words: a hash each, ascending. Of some hundred runs of two articles, two meet
 * by chance once in ten thousand pairs.
 */
export type Runs = (article: number) => Uint32Array;

/** As many articles' runs are kept as are held against each other within a while: some ten megabytes. */
const kept = 10_000;

/** The distinct runs of `length` words of each article's text: found when asked for, and kept a while. */
export function runsOf(textOf: (article: number) => Pick<Article, "text">, length: number): Runs {
  const known = new Map<number, Uint32Array>();
  return (article) => {
    let runs = known.get(article);
    if (!runs) {
      if (known.size >= kept) known.clear();
      runs = distinct(runHashes(wordHashes(textOf(article)), length));
      known.set(article, runs);
    }
    return runs;
  };
}

/** The share of `own` that `other` has too. */
export function shareOf(own: Uint32Array, other: Uint32Array): number {
  let shared = 0;
  let j = 0;
  for (const run of own) {
    while (j < other.length && other[j]! < run) j++;
    if (other[j] === run) shared++;
  }
  return own.length === 0 ? 0 : shared / own.length;
}

/**
 * The share of a text's neighbouring words that stand in another in the same order, not necessarily side by side: what
 * is left of a sentence from which words were dropped (skip-bigrams, Lin 2004).
 */
export function looseShare(own: Pick<Article, "text">, other: Pick<Article, "text">): number {
  const [mine, theirs] = [wordHashes(own), wordHashes(other)];
  const missing = new Map<number, Set<number>>();
  let all = 0;
  let found = 0;
  for (let i = 0; i + 1 < mine.length; i++) {
    const followers = missing.get(mine[i]!) ?? new Set();
    missing.set(mine[i]!, followers);
    if (followers.has(mine[i + 1]!)) continue;
    followers.add(mine[i + 1]!);
    all++;
  }
  for (let i = 0; i < theirs.length && found < all; i++) {
    const followers = missing.get(theirs[i]!);
    if (!followers || followers.size === 0) continue;
    for (let j = i + 1; j <= i + apart && j < theirs.length; j++) if (followers.delete(theirs[j]!)) found++;
  }
  return all === 0 ? 0 : found / all;
}

/** How far apart two words may stand that once were neighbours: half of the words dropped leave most within this. */
const apart = 5;

/** A text is read once, however long the runs are that are asked for. */
const read = new WeakMap<Pick<Article, "text">, Uint32Array>();

function wordHashes(article: Pick<Article, "text">): Uint32Array {
  let hashes = read.get(article);
  if (!hashes) {
    hashes = Uint32Array.from(words(article.text), ({ form }) => hashOf(form));
    read.set(article, hashes);
  }
  return hashes;
}

function runHashes(words: Uint32Array, length: number): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, words.length - length + 1));
  for (let i = 0; i < hashes.length; i++) {
    let h = 0;
    for (let j = 0; j < length; j++) {
      h = Math.imul(h ^ words[i + j]!, 0x9e3779b1);
      h ^= h >>> 15;
    }
    hashes[i] = h;
  }
  return hashes;
}

function distinct(numbers: Uint32Array): Uint32Array {
  numbers.sort();
  let kept = 0;
  for (const number of numbers) if (kept === 0 || number !== numbers[kept - 1]) numbers[kept++] = number;
  return numbers.subarray(0, kept);
}
