import type { Similarity } from "../index/search/similarity.ts";
import { words } from "../text/words.ts";
import type { Test } from "./sought.ts";

const toCome =
  /^\W*(?:(?:and|but|so|then)\W+)?(?:when|who|whom|where|which \p{L}+)(?: else)? (?:will|shall|is \p{L}+ going to|are \p{L}+ going to)\b/iu;
const comes =
  /\b(?:will|would|shall|may|might|could|can|won['’]t|plans?|planned|planning|due|expects?|expected|set to|scheduled|slated|hopes?|intends?|intended|aims?|going to|poised|upcoming|coming|soon|next|proposes?|proposed|promise[sd]?|pledge[sd]?|vow(?:s|ed)?|likely|by (?:the )?(?:end|\p{N}{4})|in future|future)\b/iu;

/** For what will be, a word for what is to come. */
export function future(question: string): Test | null {
  return toCome.test(question) ? (sentence) => comes.test(sentence) : null;
}

const theNext = /\b(?:next|upcoming|forthcoming) (?<what>(?!to\b)\p{L}[^?,]*)/iu;
/** How far, in words, what is to come stands from a word that says so. */
const near = 5;

/** For the next of its kind, a word for it beside one for what is to come. */
export function next(question: string, similarity: Similarity): Test | null {
  const head = words(theNext.exec(question)?.groups?.what?.replace(before, "") ?? "").at(-1);
  if (!head) return null;
  const thing = similarity.word(head.form);
  return (sentence) => {
    const said = words(sentence);
    return said.some(({ form }, i) => {
      const [from, to] = [said[Math.max(0, i - near)]!, said[Math.min(said.length - 1, i + near)]!];
      return (
        similarity.between(thing, similarity.word(form)) > alike &&
        comes.test(sentence.slice(from.start, to.end))
      );
    });
  };
}

const whatName =
  /\bwhat (?:is|was|are|were) the (?:\p{L}+ )?names? of (?:the |an? |one |his |her |its |their )?(?<what>[^?,]+)/iu;
const naming = /\b(?:called|named|known as|titled|dubbed|nicknamed)\b/iu;
const before = /\s(?:of|to|for|in|on|at|with|from|by|who|that|which|the|an?|outside|is|was)\s.*/su;
/** How far, in words, a name stands from what it names. */
const beside = 8;

/** For a thing's name, a word for naming, or, beside a word for the thing, a name that the question does not give. */
export function called(question: string, similarity: Similarity): Test | null {
  const what = whatName.exec(question)?.groups?.what?.replace(before, "") ?? "";
  const head = words(what).at(-1);
  if (!head) return null;
  const thing = similarity.word(head.form);
  const asked = new Set(words(question).map(({ form }) => form));
  return (sentence) => {
    if (naming.test(sentence)) return true;
    const said = words(sentence);
    const names = said.map(
      ({ form, start, end }) =>
        !asked.has(form) &&
        /^\p{Lu}/u.test(sentence.slice(start, end)) &&
        (start > 0 || similarity.word(form).proper),
    );
    return said.some(
      ({ form }, i) =>
        similarity.between(thing, similarity.word(form)) > alike &&
        names.slice(Math.max(0, i - beside), i + beside + 1).includes(true),
    );
  };
}

/** From here on a word can stand for another. */
const alike = 0.75;
