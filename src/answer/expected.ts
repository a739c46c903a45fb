import type { KnownWord, Similarity } from "../index/search/similarity.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { holds, wanted } from "../text/question.ts";
import { folded, words } from "../text/words.ts";

/** What a question expects of a sentence that answers it. */
export interface Expected {
  /** Whether a sentence holds that: 0 to 1, ½ where the question leaves it open. */
  readonly met: (sentence: string) => number;
  /** Whether a sentence without it is no answer, rather than a worse one. */
  readonly strict: boolean;
}

/**
 * What a question asks for, as a test of sentences: for a count, a number beside what is counted; for an amount, a
 * number with a measure; for a time, a date; for a place or a person, a name or a role that the question does not
 * give itself; for somebody's relative, both in the sentence; for what somebody said of a name, that name; for a fact of a life or a price list, a word for it.
 */
export function expected(question: string, similarity: Similarity): Expected {
  const asked = new Set(words(question).map(({ form }) => form));
  const tests = [
    relative(question, similarity),
    topic(question, similarity),
    fact(question),
    kindOf(question, asked, similarity),
  ].filter((test) => test !== null);
  if (tests.length > 0) {
    return { strict: true, met: (sentence) => Number(tests.every((test) => test(sentence))) };
  }
  const kind = wanted(question);
  return { strict: false, met: (sentence) => (kind === null ? 0.5 : Number(holds(sentence, kind, asked))) };
}

type Test = (sentence: string) => boolean;

function kindOf(question: string, asked: ReadonlySet<string>, similarity: Similarity): Test | null {
  const [, counted] = /\bhow many\s+(.+)/iu.exec(question) ?? [];
  if (counted !== undefined) return countOf(counted, similarity);
  const measure = measures.find(([asks]) => asks.test(question))?.[1];
  if (measure) return (sentence) => measure.test(sentence);
  if (/^\W*(?:(?:and|but|so|then)\W+)?where\b/iu.test(question)) {
    return (sentence) =>
      sentence.matchAll(place).some(
        ([, name]) =>
          !folded(name!)
            .split(" ")
            .every((form) => asked.has(form)),
      );
  }
  if (/^\W*(?:(?:and|but|so|then)\W+)?(?:who|whom|whose)\b/iu.test(question)) {
    return (sentence) => roles.test(sentence) || holds(sentence, "name", asked);
  }
  return null;
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
    /\bwhen\b(?=\s+(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)\b)|\b(?:what|which) (?:exact |specific )?(?:year|date|day|month)s?\b/iu,
    /\b(?:1\p{N}|20)\p{N}{2}\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow)\b|\b(?:this|last|next|early|late|mid|previous|following|coming|past)[- ](?:\w+ )?(?:spring|summer|autumn|fall|winter|day|week|month|year|decade|century)s?\b|\b(?:day|week|month|year|decade|centur)\p{L}* (?:ago|earlier|later|before|after)\b/iu,
  ],
];

/** A name after a word for a place in space, but no month and nobody's possession. */
const place =
  /\b(?:in|at|to|into|from|near|towards?|across|through|outside|inside|of) (?:the )?(?:(?:far|north|south|east|west|northern|southern|eastern|western|central|neighbou?ring|presidential) )?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*)(?!\p{L}|['’]s)/gu;

/** Those who act in the news without a name. */
const roles =
  /\b(?:delegations?|officials?|diplomats?|analysts?|experts?|authorit(?:y|ies)|critics|envoys?|presidents?|ministers?|governments?|administrations?|leaders?|spokes\p{L}+|sources|compan(?:y|ies)|police|courts?|voters|residents|scientists|researchers)\b/iu;

/** Facts that are told in words of their own, or not at all: a sentence about the same people is no answer. */
const facts: readonly (readonly [asks: RegExp, holds: RegExp])[] = [
  [/\b(?:born|birth\p{L}*)\b/iu, /\b(?:born|birth\p{L}*|native)\b/iu],
  [/\b(?:die|died|death|buried)\b/iu, /\b(?:die[ds]?|dead|deaths?|killed|buried|late)\b/iu],
  [/\b(?:cost|price[ds]?|worth)\b/iu, /\b(?:costs?|price[ds]?|worth|expens\p{L}+|paid|pay)\b/iu],
  [
    /\b(?:earn\p{L}*|salar\p{L}+|wages?|income|revenues?|paid)\b/iu,
    /\b(?:earn\p{L}*|salar\p{L}+|wages?|incomes?|revenues?|paid|pays?)\b/iu,
  ],
  [
    /\b(?:universit\p{L}+|college|school|study|studied|graduate[ds]?|degree|educated)\b/iu,
    /\b(?:universit\p{L}+|colleges?|schools?|stud(?:y|ied|ent|ies)|graduate[ds]?|degree|educat\p{L}+|academy)\b/iu,
  ],
  [/\b(?:population|inhabitants)\b/iu, /\b(?:population|inhabitants|residents|people live)\b/iu],
  [
    /\b(?:sentenced|sentence of|convicted)\b/iu,
    /\b(?:sentenc\p{L}+|convict\p{L}+|jail(?:ed)? (?:for|term)|term)\b/iu,
  ],
  [/\b(?:weigh\p{L}*|weight)\b/iu, /\b(?:weigh\p{L}*|kilos?|kilograms?|pounds?|tonn?es?)\b/iu],
  [
    /\b(?:religion|faith)\b/iu,
    /\b(?:religio\p{L}+|faith|church|christian|orthodox|catholic|muslim|jewish)\b/iu,
  ],
  [/\bhotels?\b/iu, /\bhotels?\b/iu],
];

function fact(question: string): Test | null {
  const found = facts.filter(([asks]) => asks.test(question));
  return found.length > 0 ? (sentence) => found.every(([, told]) => told.test(sentence)) : null;
}

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

const somebodySays =
  /\p{Lu}[\p{L}’'-]+ (?:say|said|think|thought|tell|told|write|wrote|claim|claimed) (?:\p{Ll}+ )?(?:about|of|on) (.+)/u;

/** For what somebody said about somebody or some country: that name, in one of its forms. */
function topic(question: string, similarity: Similarity): Test | null {
  const [, about = ""] = somebodySays.exec(question) ?? [];
  const name = about.match(/\p{Lu}[\p{L}’'-]+/gu)?.at(-1);
  if (name === undefined) return null;
  const sought = similarity.word(folded(name));
  return (sentence) =>
    words(sentence).some(({ form }) => similarity.between(sought, similarity.word(form)) > 0.9);
}

const kin =
  "wife|husband|spouse|partner|son|daughter|child|children|father|mother|parents?|brother|sister|widow";
const whoseKin = new RegExp(
  `(\\p{L}+)['’]s? (?:${kin})\\b|\\b(?:${kin}) of (?:\\p{Lu}\\p{L}+ )*?(\\p{Lu}\\p{L}+)|\\bmarried to (?:\\p{Lu}\\p{L}+ )*(\\p{Lu}\\p{L}+)`,
  "u",
);
const anyKin = new RegExp(`\\b(?:${kin}|married)\\b`, "iu");

/** For somebody's relative: a relative, and that somebody, in one sentence. */
function relative(question: string, similarity: Similarity): Test | null {
  const match = whoseKin.exec(question);
  if (!match) return null;
  const whose = words(match[1] ?? match[2] ?? match[3] ?? "").map(({ form }) => similarity.word(form));
  return (sentence) =>
    anyKin.test(sentence) &&
    words(sentence).some(({ form }) =>
      whose.some((name) => similarity.between(name, similarity.word(form)) > 0.9),
    );
}
