import type { KnownWord, Similarity } from "../index/search/similarity.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { holds } from "../text/question.ts";
import { folded, words } from "../text/words.ts";
import type { Test } from "./expected.ts";

/** For a count, an amount, a time or a place, that: null where a question asks for none of them. */
export function measure(question: string, asked: ReadonlySet<string>, similarity: Similarity): Test | null {
  const [, counted] = /\bhow many\s+(.+)/iu.exec(question) ?? [];
  if (counted !== undefined) return countOf(counted, similarity);
  const measure = measures.find(([asks]) => asks.test(question))?.[1];
  if (measure) return (sentence) => measure.test(sentence);
  return /^\W*(?:(?:and|but|so|then)\W+)?where\b/iu.test(question) ? placeBeside(asked) : null;
}

/** A place that the question does not name itself. */
function placeBeside(asked: ReadonlySet<string>): Test {
  return (sentence) =>
    sentence.matchAll(place).some(
      ([, name]) =>
        !folded(name!)
          .split(" ")
          .every((form) => asked.has(form)),
    );
}

/** What a number or a date must look like to answer: the first pattern that a question meets counts. */
const measures: readonly (readonly [asks: RegExp, holds: RegExp])[] = [
  [/\bhow old\b|\b(?:what|which) age\b/iu, /\p{N}+[- ]years?[- ]old|\baged?\s+\p{N}+|\p{N}+ years of age/iu],
  [
    /\bhow much\b/iu,
    /[$€£¥₽]\s?\p{N}|\p{N}[\p{N}.,]*\s*(?:%|(?:per ?cent|percent|dollars?|euros?|pounds?|roubles?|rubles?|yuan|million|billion|trillion|tonn?e?s?|kilo\w*|barrels?|USD|EUR)\b)/iu,
  ],
  [
    /\bhow long\b/iu,
    /(?:\p{N}+|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|few))[- ](?:second|minute|hour|day|week|month|year|decade|centur)|\bsince\b|\bdecades\b|\buntil\b/iu,
  ],
  [
    /\bwhen\b(?=\s+(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)\b)|\b(?:what|which) (?:(?:is|was|are|were) the )?(?:exact |specific )?(?:year|date|day|month)s?\b/iu,
    /\b(?:1\p{N}|20)\p{N}{2}s?\b|\b\p{N}[\p{N},]* (?:BP|BCE?)\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow)\b|\b(?:this|last|next|early|late|mid|previous|following|coming|past)[- ](?:\w+ )?(?:spring|summer|autumn|fall|winter|day|week|month|year|decade|century)s?\b|\b(?:day|week|month|year|decade|centur)\p{L}* (?:ago|earlier|later|before|after)\b/iu,
  ],
];

/** A name after a word for a place in space, but no month and nobody's possession. */
const place =
  /\b(?:in|at|to|into|from|near|towards?|across|through|outside|inside|of) (?:the )?(?:(?:far|north|south|east|west|northern|southern|eastern|western|central|neighbou?ring|presidential) )?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*)(?!\p{L}|['’]s)/gu;

/** How far, in words, a number stands from what it counts. */
const beside = { before: 2, after: 4 };
/** From here on a word stands for what is counted; people are counted as many things. */
const alike = { things: 0.6, people: 0.35 };

/** For "how many X …": a number, not a year, with X or a word for it close by. */
function countOf(counted: string, similarity: Similarity): Test {
  const things: KnownWord[] = [];
  for (const { form } of words(counted)) {
    if (auxiliary.has(form)) break;
    if (!isFunctionWord(form)) things.push(similarity.word(form));
  }
  const enough = /^(?:people|persons)\b/iu.test(counted) ? alike.people : alike.things;
  if (things.length === 0) return (sentence) => holds(sentence, "number", new Set());
  return (sentence) => {
    const said = words(sentence).map(({ form }) => similarity.word(form));
    return said.some(
      ({ number, form }, i) =>
        number &&
        !/^(?:1[5-9]|20)\p{N}{2}$/u.test(form) &&
        said
          .slice(Math.max(0, i - beside.before), i + beside.after + 1)
          .some((word) => !word.number && things.some((thing) => similarity.between(thing, word) >= enough)),
    );
  };
}

const auxiliary = new Set(
  "is are was were do does did has have had will would can could may might of in on at from by for with to".split(
    " ",
  ),
);
