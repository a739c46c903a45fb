import type { Article } from "../corpus/article.ts";
import type { Dating } from "./dating.ts";
import type { Lexicon, Vector } from "./lexicon.ts";
import type { Sentence } from "./sentence.ts";

/** One sentence telling of one date: what events are made of. */
export interface Telling {
  readonly sentence: Sentence;
  readonly dating: Dating;
  /** The words of the part that the date governs, the date's own left in: it tells little beside the others. */
  readonly vector: Vector;
}

export function telling(lexicon: Lexicon, sentence: Sentence, dating: Dating): Telling {
  const { text, language } = sentence.article;
  const { start, end } = dating.scope;
  return { sentence, dating, vector: lexicon.vector(lexicon.known(text.slice(start, end), language)) };
}

export function quote({ article, start, end }: Sentence): string {
  return article.text.slice(start, end);
}

/** How long a sentence is, in words, for one that is to be read on its own. */
const readable = { from: 8, to: 42 };

export function isReadable(sentence: Sentence): boolean {
  const words = quote(sentence).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words >= readable.from && words <= readable.to;
}

/**
 * How well a sentence can stand for an event beside others that tell of it too, about 0 to 1:
 * it says the date itself, first and alone, in a sentence of readable length, in a report rather than a summary.
 */
export function standing({ sentence, dating }: Telling): number {
  return (
    sourceStanding(sentence.article) *
    (dating.told === "happened" ? 1 : 0.6) *
    (dating.saidIn ? 0.9 : 1) *
    (sentence.datings.length === 1 ? 1 : 0.9) *
    (sentence.datings[0] === dating ? 1 : 0.85) *
    (isReadable(sentence) ? 1 : 0.7)
  );
}

function sourceStanding({ provenance: { kind, machineGenerated } }: Article): number {
  return { original: 1, relay: 0.95, summary: 0.9 }[kind] * (machineGenerated ? 0.9 : 1);
}
