import { glove } from "../index/embedders/glove.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { sentences } from "../text/sentences.ts";
import { words } from "../text/words.ts";
import type { Similarity } from "./align.ts";
import { lemma } from "./lexicon.ts";

/**
 * A logistic model of whether evidence supports a claim, over what {@link features} measures. Trained by
 * `node bench/attribution.ts` on the dev split of AttributionBench (Li et al. 2024; 1,198 claims with evidence), where
 * it reaches a macro-F1 of .70, cross-validated or on sources that it was not trained on. Boosted trees over a hundred
 * measures of words (alignments, clauses, rarity, style, the question) reach .71 and, on other sources, .64.
 */
const weights: Readonly<Record<Feature, number>> = {
  bias: -3.762,
  likeness: 1.873,
  weakest: 0.981,
  pairs: 2.633,
  numbers: 0.954,
};

/**
 * What of a claim the evidence has, each 0 to 1. In its best place (three sentences): the claim's words of content or
 * words like them, by rarity; the third of them that is least like any; its pairs of words. Anywhere: its numbers.
 * How long the evidence is tells the sources of the training data apart, and misleads on others: it stays out.
 */
export type Feature = "bias" | "likeness" | "weakest" | "pairs" | "numbers";

/** The probability, 0 to 1, that a text of any length supports a claim: coarse, but blind to no kind of difference. */
export function attributable(claim: string, evidence: string, similarity: Similarity): number {
  const measured = features(claim, evidence, similarity);
  const logit = Object.entries(measured).reduce(
    (sum, [name, value]) => sum + weights[name as Feature] * value,
    0,
  );
  return 1 / (1 + Math.exp(-logit));
}

/** Sentences in a place. */
const breadth = 3;

interface Word {
  readonly form: string;
  readonly base: string;
  /** Rarity, by rank among the word vectors. */
  readonly weight: number;
}

export function features(claim: string, evidence: string, similarity: Similarity): Record<Feature, number> {
  const ours = read(claim);
  const lines = sentences(evidence).map(({ start, end }) => read(evidence.slice(start, end)));
  const content = ours.filter(({ form }) => !isFunctionWord(form));
  const total = content.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const found = lines.map((line) => content.map((word) => likeness(word, line, similarity)));
  let [place, likenesses, most] = [[] as Word[], content.map(() => 0), -1];
  for (let at = 0; at < lines.length; at++) {
    const near = found.slice(at, at + breadth);
    const here = content.map((_, i) => Math.max(...near.map((values) => values[i]!)));
    const sum = here.reduce((all, value, i) => all + value * content[i]!.weight, 0);
    if (sum > most) [place, likenesses, most] = [lines.slice(at, at + breadth).flat(), here, sum];
  }
  const least = likenesses.toSorted((a, b) => a - b).slice(0, Math.ceil(likenesses.length / 3));
  const everything = lines.flat();
  return {
    bias: 1,
    likeness: Math.max(0, most) / total,
    weakest: least.reduce((sum, value) => sum + value, 0) / (least.length || 1),
    pairs: paired(ours, place),
    numbers: carried(
      ours.filter(({ form }) => /^\d/.test(form)),
      everything,
    ),
  };
}

/** How well the best word of a sentence stands for a word, 0 to 1. */
function likeness({ form, base }: Word, line: readonly Word[], similarity: Similarity): number {
  return line.reduce(
    (most, other) => (most === 1 || other.base === base ? 1 : Math.max(most, similarity(form, other.form))),
    0,
  );
}

function read(text: string): Word[] {
  const vectors = glove();
  return words(text).map(({ form }) => {
    const rank = vectors.find(form);
    return { form, base: lemma(form), weight: rank < 0 ? 12 : Math.min(12, Math.log(rank + 2)) };
  });
}

/** The share of some words that others have too; 1 of none. */
function carried(list: readonly Word[], others: readonly Word[]): number {
  const bases = new Set(others.map(({ base }) => base));
  return list.length === 0 ? 1 : list.filter(({ base }) => bases.has(base)).length / list.length;
}

/** The share of a text's pairs of words that another has too. */
function paired(of: readonly Word[], others: readonly Word[]): number {
  const pairs = (list: readonly Word[]): string[] =>
    list.slice(1).map(({ base }, i) => `${list[i]!.base} ${base}`);
  const theirs = new Set(pairs(others));
  const mine = pairs(of);
  return mine.length === 0 ? 0 : mine.filter((pair) => theirs.has(pair)).length / mine.length;
}
