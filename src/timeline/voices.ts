import type { Article } from "../corpus/article.ts";
import { words } from "../text/words.ts";

/** Words a shingle is long; a run that two articles share by chance is shorter. */
const shingleLength = 8;
/** Of its shingles an article keeps those whose hash is a multiple of this. */
const sampling = 8;
/** The share of the shorter article's shingles that makes the two copies. */
const copied = 0.5;
/** A shingle that more articles share is a standing phrase of theirs, not a report. */
const common = 60;

/**
 * Who speaks: a number for each article id, shared by those that repeat one report: a summary and what it sums up,
 * relays of one outlet and that outlet's own report, and texts that copy each other (containment of sampled
 * word shingles, Broder 1997).
 */
export function voices(articles: readonly Article[]): ReadonlyMap<string, number> {
  const parents = articles.map((_, i) => i);
  const root = (i: number): number => {
    while (parents[i] !== i) i = parents[i]!;
    return i;
  };
  const join = (a: number, b: number): void => {
    parents[root(a)] = root(b);
  };
  joinRelated(articles, join);
  joinCopies(articles, join);
  return new Map(articles.map(({ id }, i) => [id, root(i)]));
}

function joinRelated(articles: readonly Article[], join: (a: number, b: number) => void): void {
  const byId = new Map(articles.map(({ id }, i) => [id, i]));
  const relays = new Map<string, number>();
  for (const [i, { provenance }] of articles.entries()) {
    if (provenance.of === null) continue;
    const source = byId.get(provenance.of);
    if (source !== undefined) {
      join(i, source);
      continue;
    }
    const outlet = provenance.of.toLowerCase();
    const before = relays.get(outlet);
    if (before === undefined) relays.set(outlet, i);
    else join(i, before);
  }
}

function joinCopies(articles: readonly Article[], join: (a: number, b: number) => void): void {
  const holders = new Map<number, number[]>();
  const sizes = articles.map((article, i) => {
    const sample = shingles(article.text);
    for (const hash of sample) {
      const known = holders.get(hash);
      if (known) known.push(i);
      else holders.set(hash, [i]);
    }
    return sample.size;
  });
  const shared = new Map<number, number>();
  for (const list of holders.values()) {
    if (list.length < 2 || list.length > common) continue;
    for (let a = 0; a < list.length; a++) {
      for (let b = a + 1; b < list.length; b++) {
        const pair = list[a]! * articles.length + list[b]!;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    }
  }
  for (const [pair, count] of shared) {
    const a = Math.floor(pair / articles.length);
    const b = pair % articles.length;
    if (count >= Math.max(2, copied * Math.min(sizes[a]!, sizes[b]!))) join(a, b);
  }
}

/** A sample of hashes of an article's runs of words: the same run is in the sample of every article or of none. */
function shingles(text: string): Set<number> {
  const hashes = words(text).map(({ form }) => hash(form));
  const sample = new Set<number>();
  for (let i = 0; i + shingleLength <= hashes.length; i++) {
    let run = 0;
    for (let k = 0; k < shingleLength; k++) run = (Math.imul(run, 31) + hashes[i + k]!) | 0;
    run = Math.imul(run ^ (run >>> 15), 0x2c1b3c6d) >>> 0;
    if (run % sampling === 0) sample.add(run);
  }
  return sample;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value | 0;
}
