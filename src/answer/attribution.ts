import { glove } from "../index/embedders/glove.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { sentences } from "../text/sentences.ts";
import { words } from "../text/words.ts";
import type { Similarity } from "./align.ts";
import { lemma } from "./lexicon.ts";

/**
 * A logistic model of whether evidence supports a claim, over what {@link features} measures. Trained by
 * `node bench/attribution.ts` on the dev split of AttributionBench (Li et al. 2024; 1,198 claims with evidence), where
 * it reaches a macro-F1 of .69 (cross-validated), and .50 to .81 on a source that it was not trained on.
 */
const weights: Readonly<Record<Feature, number>> = {
  bias: -2.542,
  words: 0.453,
  pairs: 1.219,
  triples: 0.905,
  likeness: 1.621,
  weakest: 0.956,
  numbers: 1.004,
  names: 0.29,
  length: -0.28,
};

/**
 * What of a claim stands in the best place (two sentences) of the evidence, each 0 to 1: its words of content by
 * rarity, its pairs of words, its words or words like them, the third of them that is least like any. Of all the
 * evidence, its triples of words, its numbers and its names; and the log of the number of words in it.
 */
export type Feature =
  | "bias"
  | "words"
  | "pairs"
  | "triples"
  | "likeness"
  | "weakest"
  | "numbers"
  | "names"
  | "length";

/** The probability, 0 to 1, that a text of any length supports a claim: coarse, but blind to no kind of difference. */
export function attributable(claim: string, evidence: string, similarity: Similarity): number {
  const measured = features(claim, evidence, similarity);
  const logit = Object.entries(measured).reduce(
    (sum, [name, value]) => sum + weights[name as Feature] * value,
    0,
  );
  return 1 / (1 + Math.exp(-logit));
}

interface Word {
  readonly form: string;
  readonly base: string;
  readonly weight: number;
  readonly capital: boolean;
}

export function features(claim: string, evidence: string, similarity: Similarity): Record<Feature, number> {
  const ours = read(claim);
  const spans = sentences(evidence);
  const places = spans.map(({ start }, i) => read(evidence.slice(start, (spans[i + 1] ?? spans[i]!).end)));
  const all = read(evidence);
  const content = ours.filter(({ form }) => !isFunctionWord(form));
  const total = content.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const share = (value: (word: Word) => number): number =>
    content.reduce((sum, word) => sum + word.weight * value(word), 0) / total;
  let [best, most] = [places[0] ?? [], -1];
  for (const place of places) {
    const bases = new Set(place.map(({ base }) => base));
    const found = share(({ base }) => (bases.has(base) ? 1 : 0));
    if (found > most) [best, most] = [place, found];
  }
  const bases = new Set(best.map(({ base }) => base));
  const forms = [...new Set(best.map(({ form }) => form))];
  const like = new Map(
    content.map((word) => [
      word.form,
      bases.has(word.base) ? 1 : Math.max(0, ...forms.map((form) => similarity(word.form, form))),
    ]),
  );
  const sorted = content.map(({ form }) => like.get(form)!).sort((a, b) => a - b);
  const third = sorted.slice(0, Math.ceil(sorted.length / 3));
  return {
    bias: 1,
    words: Math.max(0, most),
    pairs: overlap(2, ours, best),
    triples: overlap(3, ours, all),
    likeness: share(({ form }) => like.get(form)!),
    weakest: third.reduce((sum, value) => sum + value, 0) / (third.length || 1),
    numbers: carried(
      ours.filter(({ form }) => /^\d/.test(form)),
      all,
    ),
    names: carried(
      ours.slice(1).filter(({ capital, form }) => capital && !isFunctionWord(form)),
      all,
    ),
    length: Math.log(1 + all.length),
  };
}

function read(text: string): Word[] {
  const vectors = glove();
  return words(text).map(({ form, start }) => {
    const rank = vectors.find(form);
    return {
      form,
      base: lemma(form),
      weight: rank < 0 ? 12 : Math.min(12, Math.log(rank + 2)),
      capital: /^\p{Lu}/u.test(text.slice(start, start + 2)),
    };
  });
}

/** The share of some words that others have too; 1 of none. */
function carried(list: readonly Word[], others: readonly Word[]): number {
  const bases = new Set(others.map(({ base }) => base));
  return list.length === 0 ? 1 : list.filter(({ base }) => bases.has(base)).length / list.length;
}

/** The share of a text's runs of `n` words that another has too. */
function overlap(n: number, of: readonly Word[], others: readonly Word[]): number {
  const runs = (list: readonly Word[]): string[] =>
    list.slice(n - 1).map((_, i) =>
      list
        .slice(i, i + n)
        .map(({ base }) => base)
        .join(" "),
    );
  const theirs = new Set(runs(others));
  const mine = runs(of);
  return mine.length === 0 ? 0 : mine.filter((run) => theirs.has(run)).length / mine.length;
}
