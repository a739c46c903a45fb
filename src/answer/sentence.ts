import type { Hit } from "../index/hit.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { sentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { stemmer } from "../text/stem.ts";
import { words } from "../text/words.ts";

/** A sentence of a retrieved passage; its span lies in the article's text. */
export interface Sentence extends Span {
  readonly hit: Hit;
  readonly text: string;
  /** Stems of its words that say something, for comparing sentences. */
  readonly stems: ReadonlySet<string>;
}

/** The sentences of a retrieved passage, in order. */
export function sentencesOf(hit: Hit): Sentence[] {
  const { language } = hit.article;
  const stem = stemmer(language);
  return sentences(hit.text, language).map((within) => {
    const text = hit.text.slice(within.start, within.end);
    const stems = new Set(words(text).flatMap(({ form }) => (isFunctionWord(form) ? [] : [stem(form)])));
    return { hit, text, stems, ...moved(within, hit.passage.start) };
  });
}

export function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
