import type { Features } from "./features.ts";

/**
 * How much each signal counts in a passage's rank. Chosen on questions on XQuAD's paragraphs and single sentences, XQuAD
 * in Russian, claims and questions of AttributionBench, news of ECB+ and Timeline17, and SciFact, each step kept where it
 * helped on most. The optimum is flat: weights learned by bench/train-ranking.ts do no better on sets left out.
 */
export const weights: Readonly<Record<keyof Features, number>> = {
  lexical: 1.5,
  article: 1,
  dense: 1,
  soft: 1,
  window: 2,
  title: 1,
  around: 1.1,
  wanted: 0.4,
  phrase: 1.2,
  feedback: 2.5,
  length: -0.15,
};
/**
 * The same for queries in characters that are searched by pairs. Pairs overlap, and no vectors or synonyms are known of
 * them: that they stand close together or in order tells next to nothing there, and BM25 of the whole article most. Found
 * on 23 sets in Chinese, Japanese and Korean: questions put by hand, headings and first sentences of manuals and stories.
 */
export const weightsOfPairs: typeof weights = {
  ...weights,
  lexical: 1,
  article: 7,
  window: 0.5,
  around: 1,
  phrase: 0,
  feedback: 0.75,
  length: 0,
};
/** The signals that are weighed. */
export const signalNames = Object.keys(weights) as (keyof Features)[];

/** What a passage is ranked by, as far as it is measured. */
export function rankScore(features: Partial<Features>, by = weights): number {
  let score = 0;
  for (const name of signalNames) score += by[name] * (features[name] ?? 0);
  return score;
}

/**
 * Logistic regression for whether the first passage holds what the query asks for: over the first passage's signals,
 * and by how much it stands above the first passage that tells something else. Fitted on XQuAD (paragraphs and
 * sentences in English, paragraphs in Russian), each question once with and once without the passage that answers it.
 * Two are set by hand: `absent`, since in those sets no question asks for a name that the corpus lacks; and `margin`,
 * at half its fitted value, since in news several articles tell the same, and none stands above the others.
 */
const answerable: Readonly<Record<keyof Signals, number>> = {
  soft: 1.3,
  around: 3.4,
  margin: 2.05,
  absent: -5,
};
const intercept = -4.6;
/**
 * The same where characters are searched by pairs and singly: parts of words are easily spoken of by chance, and say
 * less. Fitted on questions in Chinese put by hand, with and without the passage that answers.
 */
const answerableOfPairs: typeof answerable = { soft: 0, around: 1.6, margin: 1.8, absent: -5 };
const interceptOfPairs = -2.45;
const signs = Object.keys(answerable) as (keyof Signals)[];

/** What the first passage's probability hangs on; `around` is the most that any of the first few has. */
export interface Signals extends Pick<Features, "soft" | "around"> {
  /** By how much it stands above the first passage that tells something else, by what is known of the two themselves. */
  readonly margin: number;
  /** Share of the query that names and numbers make up which no candidate speaks of. */
  readonly absent: number;
}

/**
 * The probability that a passage holds what the query asks for, by the first one's signals and its rank behind that.
 *
 * @param inPairs whether the query is searched by pairs of characters
 */
export function probability(first: Signals, behind: number, inPairs = false): number {
  const by = inPairs ? answerableOfPairs : answerable;
  let logit = (inPairs ? interceptOfPairs : intercept) - by.margin * behind;
  for (const sign of signs) logit += by[sign] * first[sign];
  return 1 / (1 + Math.exp(-logit));
}
