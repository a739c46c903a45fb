import { timexes } from "../dates/timexes.ts";
import type { KnownWord, Similarity } from "../index/search/similarity.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { holds } from "../text/question.ts";
import { folded, words } from "../text/words.ts";
import { hasOneOf } from "./kind-asked.ts";
import { perhaps, type Test } from "./sought.ts";

/** For a count, an amount, a time or a place, that: null where a question asks for none of them. */
export function measure(question: string, asked: ReadonlySet<string>, similarity: Similarity): Test | null {
  const measure = measures.find(([asks]) => asks.test(question))?.[1];
  if (measure) return measure;
  const [, counted] = /\bhow many\s+(.+)/iu.exec(question) ?? [];
  if (counted !== undefined) return countOf(counted, asked, similarity);
  return /^\W*(?:(?:and|but|so|then)\W+)?where\b/iu.test(question) ? placeBeside(asked, similarity) : null;
}

/** A place that the question does not name itself; perhaps one without a name. */
function placeBeside(asked: ReadonlySet<string>, similarity: Similarity): Test {
  const sorts = ["location", "structure", "organization", "land", "formation", "road"];
  const sited = hasOneOf(sorts, asked, similarity);
  return (sentence) => {
    const named = sentence.matchAll(place).some(
      ([, name]) =>
        !folded(name!)
          .split(" ")
          .every((form) => asked.has(form)),
    );
    return named || (sentence.matchAll(within).some(([, stretch]) => sited(stretch!)) && perhaps);
  };
}

const count =
  "(?:\\p{N}[\\p{N}.,]*|\\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|dozens? of|hundreds? of|thousands? of))";
const matched =
  (pattern: RegExp): Test =>
  (sentence) =>
    pattern.test(sentence);

/** What a number, a date or a time must look like to answer: the first pattern that a question meets counts. */
const measures: readonly (readonly [asks: RegExp, holds: Test])[] = [
  [
    /\bhow old\b|\b(?:what|which) age\b/iu,
    matched(
      /\p{N}[\p{N}.,]*[- ](?:(?:thousand|million|billion)[- ])?years?\b|\baged?\s+\p{N}+|\bage of \p{N}+|years of age/iu,
    ),
  ],
  [/\bhow long ago\b/iu, dated],
  [/\bhow (?:long|much (?:time|longer))\b/iu, lasts],
  [
    /\bhow much\b/iu,
    matched(
      /[$€£¥₽#]\s?\p{N}|\p{N}[\p{N}.,]*\s*(?:%|(?:per ?cent|percent|dollars?|euros?|pounds?|roubles?|rubles?|yuan|thousand|million|billion|trillion|bn|tonn?e?s?|tons?|kilo\w*|gigaton\w*|barrels?|gallons?|lit(?:er|re)s?|(?:kilo|centi|milli)?met(?:er|re)s?|k?m|ft|feet|miles?|USD|EUR|times)\b|°)|\b(?:half|twice|double[ds]?|(?:a|one|two|three)[- ](?:thirds?|quarters?|fifths?)|majority|(?:two|three|four|five|six|seven|eight|nine|ten|many) times)\b/iu,
    ),
  ],
  [
    /\bhow (?:deep|strong|fast|tall|high|wide|heavy|hot|cold|thick|powerful)\b/iu,
    matched(
      /\p{N}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|double|twice|hundreds?|thousands?)\b/iu,
    ),
  ],
  [
    /\bhow (?:many times|often)\b/iu,
    matched(
      new RegExp(
        `${count}[- ]times?\\b|\\b(?:once|twice|thrice|never|(?:every|each|per|a)(?: \\p{L}+)? (?:second|minute|hour|day|week|month|year|decade|time)s?|daily|weekly|monthly|yearly|annual\\p{L}*|(?:first|second|third|fourth|fifth|sixth|\\p{N}+(?:st|nd|rd|th)) time|regularly|often|repeatedly|rarely|sometimes|always|usually)\\b`,
        "iu",
      ),
    ),
  ],
  [
    /\bwhen\b(?=\s+(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)\b)|\b(?:what|which) (?:(?:is|was|are|were) the )?(?:exact |specific )?(?:year|date|day|month|century|decade)s?\b/iu,
    (sentence) => dated(sentence) || (besideEvent.test(sentence) && perhaps),
  ],
];

/** A point in time that is told by what happened then. */
const besideEvent =
  /\b(?:at the (?:end|beginning|start|outbreak|height|time) of|before|after|during|until|once|when|while|following|prior to)\b/iu;

/** Whether a sentence tells of a point in time, or of one beside another event. */
function dated(sentence: string): boolean {
  if (/\b(?:1\p{N}|20)\p{N}{2}s?\b|\p{N} (?:BP|BCE?)\b|\b(?:years|centuries|decades) ago\b/u.test(sentence))
    return true;
  return timexes(sentence).some(
    ({ type, value }) => (type === "DATE" || type === "TIME") && !/^(?:PAST|PRESENT|FUTURE)_REF$/.test(value),
  );
}

/** Whether a sentence tells how long something lasts. */
function lasts(sentence: string): boolean {
  if (/\b(?:since|until|till|decades|centuries|into the)\b|\p{N}:\p{N}{2}\b/iu.test(sentence)) return true;
  const found = timexes(sentence);
  return (
    found.some(({ type }) => type === "DURATION") || found.filter(({ type }) => type === "DATE").length > 1
  );
}

/** A name after a word for a place in space, but no month and nobody's possession. */
const place =
  /\b(?:in|at|to|into|from|near|towards?|across|through|outside|inside|of) (?:the )?(?:(?:far|north|south|east|west|northern|southern|eastern|western|central|neighbou?ring|presidential) )?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*)(?!\p{L}|['’]s)/gu;

/** Up to four words after a word for a place in space. */
const within =
  /\b(?:in|at|on|to|into|from|near|along|towards?|across|through|throughout|outside|inside|within|between|under|around) ((?:[\p{L}'’-]+ ?){1,4})/gu;

/** How far, in words, a number stands from what it counts. */
const beside = { before: 2, after: 4 };
/** From here on a word stands for what is counted; people are counted as many things. */
const alike = { things: 0.6, people: 0.35, others: 0.75 };
/** Counts as much as a numeral does. */
const vague = /^(?:hundreds|thousands|millions|billions|dozens|none|both)$/;

/** For "how many X …": a number, not a year, with X or a word for it close by; perhaps another word of the question. */
function countOf(counted: string, asked: ReadonlySet<string>, similarity: Similarity): Test {
  const things: KnownWord[] = [];
  for (const { form } of words(counted)) {
    if (auxiliary.has(form)) break;
    if (!isFunctionWord(form)) things.push(similarity.word(form));
  }
  const enough = /^(?:people|persons)\b/iu.test(counted) ? alike.people : alike.things;
  if (things.length === 0) return (sentence) => holds(sentence, "number", new Set());
  const others = [...asked].map((form) => similarity.word(form)).filter(({ empty }) => !empty);
  return (sentence) => {
    const said = words(sentence).map(({ form }) => similarity.word(form));
    const counted = said.flatMap(({ number, form }, i) =>
      (number && !/^(?:1[5-9]|20)\p{N}{2}$/u.test(form)) || vague.test(form)
        ? [said.slice(Math.max(0, i - beside.before), i + beside.after + 1).filter((word) => !word.number)]
        : [],
    );
    const speaks = (of: readonly KnownWord[], from: number) =>
      counted.some((near) => near.some((word) => of.some((one) => similarity.between(one, word) >= from)));
    return speaks(things, enough) || (speaks(others, alike.others) && perhaps);
  };
}

const auxiliary = new Set(
  "is are was were do does did has have had will would can could may might of in on at from by for with to".split(
    " ",
  ),
);
