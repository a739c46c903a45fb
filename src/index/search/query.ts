import { isFunctionWord } from "../../text/function-words.ts";
import { stemmer } from "../../text/stem.ts";
import { words } from "../../text/words.ts";
import type { WordIndex } from "../words/word-index.ts";
import type { KnownWord, Similarity } from "./similarity.ts";

/** A word of a query as one index knows it. */
export interface QueryWord {
  readonly known: KnownWord;
  /** Stem numbers of the index, one for each language that stems the form to something it holds. */
  readonly stems: readonly number[];
  /** How telling the word is: its inverse document frequency, next to none for function words. */
  readonly weight: number;
}

/** Reads a query against an index: each distinct word once, in order. */
export function readQuery(
  text: string,
  index: WordIndex,
  languages: readonly string[],
  similarity: Similarity,
): QueryWord[] {
  const found = new Map<string, QueryWord>();
  for (const { form } of words(text)) {
    if (found.has(form)) continue;
    const stems = [...new Set(languages.map((language) => index.stem(stemmer(language)(form))))].filter(
      (stem) => stem >= 0,
    );
    const known = similarity.word(form);
    const frequency = Math.max(0, ...stems.map((stem) => index.frequency(stem)));
    const background = known.vector < 0 ? 0 : similarity.vectors.frequency(known.vector);
    const share = isFunctionWord(form) ? 0.05 : 1;
    const weight = share * rarity(frequency, index.passages, background);
    found.set(form, { known, stems, weight });
  }
  return [...found.values()];
}

/**
 * Inverse document frequency (the BM25 form), with a prior: the index counts as if it stood beside `prior` passages
 * of running English. In a corpus of five articles the counts alone would take "did" for a rare word.
 */
function rarity(frequency: number, passages: number, background: number): number {
  const expected = prior * (1 - (1 - background) ** wordsPerPassage);
  const df = frequency + expected;
  return Math.log(1 + (passages + prior - df + 0.5) / (df + 0.5));
}

const prior = 200;
const wordsPerPassage = 100;
