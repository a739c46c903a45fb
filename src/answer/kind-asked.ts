import { kinds } from "../index/search/kinds.ts";
import type { Similarity } from "../index/search/similarity.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { stemmer } from "../text/stem.ts";
import { type Word, words } from "../text/words.ts";
import type { Test } from "./sought.ts";

const stem = stemmer("en");
const asks = /^(?:what|which|whose)$/;
const being = /^(?:is|was|are|were|be|been|would|will)$/;
const doing = /^(?:did|does|do|has|have|had|can|could|must|should|may|might)$/;
const determiner = /^(?:the|an?|another|one|other|some|any|first|last|main|only|his|her|its|their)$/;
/** Nouns that say nothing of the kind: "the name of the poet", "what type of plea". */
const light =
  /^(?:name|type|kind|sort|term|example|form|part|word|title|nickname|majority|way|thing|group)s?$/;
/** What is told by a number or a date shows otherwise. */
const measured =
  /^(?:percentage|percent|number|amount|population|age|rate|date|share|size|price|cost|distance)$/;

/**
 * For "which river …" and "what is the name of the poet …": the noun with a word beside it that the question lacks
 * ("the binary alphabet"), or something that WordNet knows as one of the kind (the Rhine). English; null for questions
 * that name no kind.
 */
export function kindAsked(question: string, similarity: Similarity): Test | null {
  const head = headOf(question, similarity);
  if (head === null) return null;
  const { vector } = similarity.word(head);
  if (measured.test(head) || kinds().isMostly(vector, similarity.word("time").vector)) return null;
  const asked = new Set(words(question).map(({ form }) => stem(form)));
  const stemmed = stem(head);
  const instances = new Map<string, boolean>();
  const isOne = (form: string) => {
    const known = instances.get(form) ?? kinds().isA(similarity.word(form).vector, vector);
    instances.set(form, known);
    return known;
  };
  return (sentence) => {
    const said = words(sentence).map(({ form, start }) => ({
      form,
      stem: stem(form),
      capital: /^\p{Lu}/u.test(sentence.slice(start)),
    }));
    const fresh = said.map(({ form, stem }) => !isFunctionWord(form) && !asked.has(stem));
    return said.some(({ form, stem }, i) => {
      if (stem === stemmed)
        return (
          (fresh[i - 1] ?? false) ||
          [i - 2, i + 1, i + 2].some((beside) => fresh[beside] && said[beside]!.capital)
        );
      return fresh[i] && isOne(form);
    });
  };
}

/** Whether a text has a word, none of those `asked`, that most often means something of one of some sorts. */
export function hasOneOf(
  sorts: readonly string[],
  asked: ReadonlySet<string>,
  similarity: Similarity,
): (text: string) => boolean {
  const sought = sorts.map((sort) => similarity.word(sort).vector);
  return (text) =>
    words(text).some(({ form }) => {
      const { vector } = similarity.word(form);
      return !asked.has(form) && sought.some((sort) => kinds().isMostly(vector, sort));
    });
}

function headOf(question: string, similarity: Similarity): string | null {
  const asked = words(question);
  let at = asked.findIndex(({ form }) => asks.test(form)) + 1;
  if (at === 0 || doing.test(asked[at]?.form ?? "")) return null;
  const predicate = being.test(asked[at]?.form ?? "");
  while (being.test(asked[at]?.form ?? "")) at++;
  for (let phrase = nounPhrase(asked, at); phrase; phrase = nounPhrase(asked, phrase.end + 1)) {
    if (!light.test(phrase.head)) return phrase.head;
    if (!/^(?:of|for)$/.test(asked[phrase.end]?.form ?? "")) return null;
  }
  return null;

  /** The last noun before a function word or a participle, and where it ends; a name, of which more is asked, is none. */
  function nounPhrase(asked: readonly Word[], from: number): { head: string; end: number } | null {
    let head: string | null = null;
    let end = from;
    while (determiner.test(asked[end]?.form ?? "")) end++;
    for (; end < asked.length; end++) {
      const { form, start } = asked[end]!;
      const noun = kinds().knows(similarity.word(form).vector);
      if (isFunctionWord(form) || (/(?:ed|ing)$/.test(form) && (head !== null || !noun))) break;
      const capital = /\p{Lu}/u.test(question[start]!);
      if (capital && predicate) return null;
      if (noun) head = form;
      else if (head !== null && !capital) break;
    }
    return head === null ? null : { head, end };
  }
}
