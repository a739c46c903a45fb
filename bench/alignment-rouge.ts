import snowball from "snowball-stemmers";
import smart from "stopwords-json/dist/en.json" with { type: "json" };

/** A timeline as it is scored: ISO days, each with its summary, a sentence an item. */
export type DatedSummaries = ReadonlyMap<string, readonly string[]>;

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f: number;
}

/** ROUGE-1.5.5's list is the SMART list with names of agencies, months and days; its tokens carry no apostrophe. */
const stopWords = new Set(
  [
    ...smart,
    ..."reuters ap jan feb mar apr may jun jul aug sep oct nov dec tech news index mon tue wed thu fri sat".split(
      " ",
    ),
  ].flatMap((word) => [word, ...word.split("'")]),
);
const porter = snowball.newStemmer("porter");

/**
 * Alignment-based ROUGE, many to one (`align+ m:1` of Martschat and Markert 2017, "Improving ROUGE for Timeline
 * Summarization"): each date is aligned with the date of the other timeline that costs least by distance and
 * content, and the n-grams it shares count 1 / (days apart + 1). Precision aligns the predicted dates, recall the
 * reference's. ROUGE runs with stop words left out and stems, as published; the differences: the ROUGE script
 * also maps irregular forms through WordNet's exception lists before stemming, which is left out here.
 */
export function alignmentRouge(predicted: DatedSummaries, reference: DatedSummaries, n: 1 | 2): Score {
  const precision = alignedShare(predicted, reference, n);
  const recall = alignedShare(reference, predicted, n);
  return { precision, recall, f: f1(precision, recall) };
}

/** Precision, recall and F1 of the predicted days, by exact match. */
export function dateScore(predicted: Iterable<string>, reference: Iterable<string>): Score {
  const theirs = new Set(reference);
  const ours = new Set(predicted);
  const shared = ours.intersection(theirs).size;
  const precision = ours.size === 0 ? 0 : shared / ours.size;
  const recall = theirs.size === 0 ? 0 : shared / theirs.size;
  return { precision, recall, f: f1(precision, recall) };
}

export function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** The share of `from`'s n-grams that the dates of `to` it is aligned with hold too, weighted by closeness. */
function alignedShare(from: DatedSummaries, to: DatedSummaries, n: 1 | 2): number {
  const targets = [...to].sort(([a], [b]) => (a < b ? -1 : 1));
  let shared = 0;
  let all = 0;
  for (const [date, summary] of from) {
    const grams = ngrams(summary, n);
    all += size(grams);
    let best: { cost: number; closeness: number; summary: readonly string[] } | null = null;
    for (const [otherDate, otherSummary] of targets) {
      const closeness = 1 / (daysApart(date, otherDate) + 1);
      const cost = (1 - closeness) * (1 - tokenOverlap(summary, otherSummary));
      if (!best || cost < best.cost) best = { cost, closeness, summary: otherSummary };
    }
    if (best) shared += best.closeness * overlap(grams, ngrams(best.summary, n));
  }
  return all === 0 ? 0 : shared / all;
}

/** The alignment's content cost: F1 over white-space tokens as they stand, an approximation of ROUGE-1. */
function tokenOverlap(a: readonly string[], b: readonly string[]): number {
  const left = counts(a.flatMap((sentence) => sentence.split(/\s+/).filter(Boolean)));
  const right = counts(b.flatMap((sentence) => sentence.split(/\s+/).filter(Boolean)));
  const shared = overlap(left, right);
  return f1(shared / Math.max(1, size(left)), shared / Math.max(1, size(right)));
}

/** ROUGE-1.5.5's n-grams of a summary: letters and digits, lower case, no stop words, Porter stems past 3 letters. */
function ngrams(summary: readonly string[], n: number): Map<string, number> {
  const tokens = summary
    .join(" ")
    .replace(/[^A-Za-z0-9]+/g, " ")
    .toLowerCase()
    .split(" ")
    .filter((token) => token && !stopWords.has(token))
    .map((token) => (token.length > 3 ? porter.stem(token) : token));
  return counts(tokens.slice(n - 1).map((_, i) => tokens.slice(i, i + n).join(" ")));
}

function counts(items: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const item of items) found.set(item, (found.get(item) ?? 0) + 1);
  return found;
}

function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [item, count] of a) shared += Math.min(count, b.get(item) ?? 0);
  return shared;
}

function size(items: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of items.values()) sum += count;
  return sum;
}

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
