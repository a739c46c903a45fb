import type { Similarity } from "../index/search/similarity.ts";
import { holds, wanted } from "../text/question.ts";
import { words } from "../text/words.ts";
import { fact } from "./facts.ts";
import { countedInCharacters, personInChinese } from "./in-characters.ts";
import { kindAsked } from "./kind-asked.ts";
import { measure } from "./measures.ts";
import { perhaps } from "./sought.ts";
import { called, future, next } from "./told.ts";
import { office, relative, sayer, somebody, topic } from "./who.ts";

/** What a question expects of a sentence that answers it. */
export interface Expected {
  /** Whether a sentence holds that: 0 to 1, ½ where it may, or where the question leaves it open. */
  readonly met: (sentence: string) => number;
  /** Whether a sentence without it is no answer, rather than a worse one. */
  readonly strict: boolean;
}

/**
 * What a question asks for, as tests of sentences: a count, an amount, a time, a place or a person; somebody's office,
 * relative or words; what a thing is called; what is to come; a fact of a life or a price list. English;
 * of Chinese, Japanese and Korean, what is counted, and who.
 */
export function expected(question: string, similarity: Similarity): Expected {
  const asked = new Set(words(question).map(({ form }) => form));
  const tests = [
    relative(question, similarity),
    office(question, similarity),
    sayer(question, similarity),
    topic(question, similarity),
    called(question, similarity),
    future(question),
    next(question, similarity),
    fact(question),
    measure(question, asked, similarity) ??
      somebody(question, asked, similarity) ??
      countedInCharacters(question),
  ].filter((test) => test !== null);
  if (tests.length > 0) {
    return { strict: true, met: (sentence) => Math.min(...tests.map((test) => Number(test(sentence)))) };
  }
  const person = personInChinese(question);
  if (person) return { strict: false, met: (sentence) => Number(person(sentence)) };
  const kind = wanted(question);
  const met =
    kind === null ? kindAsked(question, similarity) : (sentence: string) => holds(sentence, kind, asked);
  return { strict: false, met: (sentence) => Number(met?.(sentence) ?? perhaps) };
}
