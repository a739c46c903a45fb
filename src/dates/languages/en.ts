import {
  around,
  clock,
  date,
  duration,
  fromNow,
  fromThen,
  latestQuarter,
  reference,
  relative,
  set,
  weekend,
} from "../meanings.ts";
import type { Language, Rule } from "../rule.ts";
import { tense } from "./en-tense.ts";
import { classes } from "./en-words.ts";
import { numericRules } from "./numeric.ts";

const past = reference("PAST_REF");
const present = reference("PRESENT_REF");
const future = reference("FUTURE_REF");

/** Pieces of patterns: word classes narrowed to what can stand at that place. */
const pieces = {
  /** Which part of a period. */
  phase:
    "(?:(?<mod>earl(?:y|ier)|late(?:r)?|mid|(?:the )?(?:beginning|start|middle|end|close) of)(?: in)?(?: the)?[ -])?",
  /** How near a number is meant. */
  approx:
    "(?:(?<mod>about|around|approximately|roughly|some|nearly|almost|more than|over|at least|less than|up to|no more than|under) )?",
  years: "(?<year>(?:19|20)\\d\\d)",
  zone: "(?: (?:[ECMP][SD]?T|GMT|UTC|BST|CET|local time|Eastern(?: time)?))?",
  onDay: "(?:,? (?:on )?(?:{weekday}(?:,? {month} {day})?|{month} {day}(?:,? {year})?|{daysOff}))?",
  /** Months that nothing else need tell to be such. */
  fullMonth:
    "(?<month>january|february|march|april|june|july|august|september|october|november|december|(?:jan|feb|aug|sept?|oct|nov|dec)\\.)",
  period: "(?<unit>year|month|week|decade|century)",
  rate: "(?<=(?:[\\d%]|(?:m|b|tr)illion|hundred|thousand)(?: \\p{L}+)? )",
  one: "(?<unit>year|month|week|day|decade|century|hour|minute)",
  many: "(?<unit>years|months|weeks|days|decades|centuries|hours|minutes)",
  span: "(?<unit>years?|months?|weeks?|days?|decades?|centur(?:y|ies)|quarters|hours?|minutes?|weekends?|millenni(?:um|a)|seconds)",
} as const;

const named: readonly Rule[] = [
  ...numericRules,
  // 11/02/89, and the stamps of wires: 02/13/1998 14:26:00, 11/02/89 1345EST
  {
    pattern:
      "(?<month>1[0-2]|0?[1-9])/(?<day>3[01]|[12]\\d|0?[1-9])/(?<year>(?:1\\d|20)?\\d\\d)(?: (?<hour>[01]\\d|2[0-3]):?(?<minute>[0-5]\\d)(?::\\d\\d)?(?: ?[ECMP][SD]T)?)?",
    means: (parts, context) => (parts.hour === undefined ? date(parts, context) : clock(parts, context)),
  },
  { pattern: "(?:{weekday},? )?{approx}{month} {day}(?:,? {year})?(?:,? {daypart})?", means: date },
  { pattern: "(?:{weekday},? )?(?:the )?{day}(?: of)? {month}(?:,? {year})?", means: date },
  { pattern: "{phase}{month},? (?:of )?{year}", means: date },
  { pattern: "{month}(?: {day}|,)?(?: of)? (?<yearWay>last|this|next) year", means: date },
  { pattern: "{phase}(?<way>last|this|next|this past|this coming) {month}(?: {day})?", means: date },
  { pattern: "{phase}{fullMonth}", means: date },
  {
    pattern:
      "(?<=(?:in|of|since|by|until|till|through|from|to|and|during|before|after|last|mid|early|late|for)[ -])(?<month>may)(?! (?:be|have|not) )",
    means: date,
  },
  {
    pattern: "{phase}(?:(?<way>last|this|next|this past|this coming) )?{weekday}(?: {daypart})?",
    means: date,
  },
  { pattern: "the (?<way>previous|following) {weekday}", means: date },
  {
    pattern: "(?:the )?{phase}(?:the )?(?:(?<way>last|this|next|the same) )?{season}(?: of)? {year}",
    means: date,
  },
  { pattern: "(?:the )?{phase}(?<way>last|this|next|this past|this coming) {season}", means: date },
  {
    pattern: "(?<=(?:in|during|over|throughout|since|by|until|through|into|of|for) )the {phase}{season}",
    means: date,
  },
  { pattern: "(?:the )?{phase}(?:fiscal )?{years}(?:'s)? (?:fiscal )?{quarter}[- ]quarter", means: date },
  {
    pattern:
      "(?:the |its |their )?{phase}(?:(?:fiscal|calendar|latest)[- ])?{quarter}[- ]quarter(?: of)?(?: fiscal)?(?: {years})?",
    means: date,
  },
  { pattern: "(?:{years} )?(?<quarter>q[1-4])", means: date },
  { pattern: "(?<quarter>q[1-4]) (?:of )?{years}", means: date },
  { pattern: "(?:the )?{half} half(?: of)?(?: fiscal)? {years}", means: date },
  { pattern: "(?:the )?{half} half of (?:the|this) year", means: date },
  { pattern: "(?:the )?{phase}{holiday}(?:,? {year})?", means: date },
  { pattern: "(?:the )?{phase}{decade}", means: date },
  { pattern: "(?:the )?{phase}{century}[- ]century", means: date },
  {
    pattern:
      "(?:the )?{phase}(?:(?:the )?(?:fiscal|calendar)(?: year)? |the year )?{years}(?! ?(?:%|percent|points|people|shares|troops|dollars))(?:(?= ?-)|(?![.,:/-]\\d))",
    means: date,
  },
  {
    pattern:
      "(?<=(?:in|since|by|until|from|of|during|before|after|around|circa) )(?<year>1[0-8]\\d\\d)(?![.,:/-]\\d| ?%)",
    means: date,
  },
  { pattern: "(?<=(?:in|since|by|of|summer|fall|winter|spring|year) )(?<year>['’]\\d\\d)", means: date },
  { pattern: "(?:the year )?(?<year>nineteen [a-z]+(?:-[a-z]+)?|two thousand)(?! [a-z]+s )", means: date },
];

const deictic: readonly Rule[] = [
  { pattern: "the (?:fiscal )?(?<unit>year|quarter|month|week)(?= end(?:ed|ing)\\b)", means: duration },
  { pattern: "{phase}{daysOff}(?: {daypart})?", means: date },
  {
    pattern:
      "(?:the )?{phase}(?<way>last|this|next|current|coming|upcoming|this past|this coming)(?: (?:fiscal|calendar))? {period}",
    means: relative,
  },
  {
    pattern: "(?:the )?{phase}(?<way>this|current|last|next)(?: (?:fiscal|calendar))? (?<unit>quarter)",
    means: relative,
  },
  {
    pattern: "(?:the )?{phase}(?:(?<way>this|last|next|past|coming|this past|this coming) )?(?<unit>weekend)",
    means: weekend,
  },
  {
    pattern:
      "(?<=(?:in|for|of|during|throughout|over|through) )the (?:full |whole |fiscal |entire )?(?<unit>year)",
    means: relative,
  },
  { pattern: "(?<=(?:for|of|during) )the (?<unit>week|month)", means: relative },
  { pattern: "the (?:(?:latest|most recent) )?(?<unit>quarter)", means: latestQuarter },
  { pattern: "(?<=(?:later|earlier) in )the (?<unit>day|week|month|year)", means: relative },
  {
    pattern:
      "this (?<daypart>morning|afternoon|evening)|(?<daypart>tonight)|(?:the )?(?<mod>mid|early|late)[ -]{daypart}",
    means: (parts, context) => date({ ...parts, daysOff: 0 }, context),
  },
  {
    pattern: "last (?<daypart>night|evening)",
    means: (parts, context) => date({ ...parts, daysOff: -1 }, context),
  },
  { pattern: "{approx}{n} (?:more )?{span}(?: or so)? (?<way>ago)", means: fromNow },
  { pattern: "{approx}{n} {span} (?<way>from now|hence)", means: fromNow },
  {
    pattern: "(?<=\\bin )(?:{approx}{n}) {span}(?='s? time\\b)",
    means: (parts, context) => fromNow({ ...parts, way: 1 }, context),
  },
  { pattern: "{approx}{n}[- ]{span} (?<way>earlier|later|afterwards)", means: fromThen },
  {
    pattern:
      "(?:the )?(?:comparable )?(?:year[- ](?:ago|earlier))(?: (?:period|quarter|{quarter} quarter|month|level|figure))?",
    means: (_, context) => fromThen({ n: 1, unit: "year", way: -1 }, context),
  },
  { pattern: "(?:later|earlier) that (?<unit>day|week|month|year)", means: around },
  { pattern: "that (?:same )?(?<unit>day|week|month|year)(?! of)", means: around },
  { pattern: "the (?:same) (?<unit>day|month|year)", means: around },
  {
    pattern: "the (?<way>following|previous|preceding|next) (?<unit>day|week|month|year|quarter)",
    means: (parts, context) => fromThen({ ...parts, n: 1 }, context),
  },
  {
    pattern: "the (?<unit>year) (?:nears its end|draws to a close|comes to an end)",
    means: (parts, context) => relative({ ...parts, mod: "END" }, context),
  },
  {
    pattern: "(?:the )?year[- ]end|(?:the )?(?<mod>end) of the (?:fiscal )?year",
    means: (_, context) => relative({ unit: "year", mod: "END" }, context),
  },
  {
    pattern: "(?:the )?{phase}(?:the )?(?<unit>month|week|year|decade|century)",
    means: (parts, context) => (parts.mod ? relative(parts, context) : null),
  },
];

const vague: readonly Rule[] = [
  {
    pattern:
      "now|currently|at present|right now|these days|nowadays|at this moment|at the moment|presently|current",
    means: present,
  },
  {
    pattern: "recently|the (?:recent |distant )?past|recent (?:years|decades|history)|the old days",
    means: past,
  },
  {
    pattern:
      "the (?:near |not-too-distant |foreseeable |immediate )?future|(?:the )?coming (?:years|months|weeks|days|decades)|the (?:near|short|long) term",
    means: future,
  },
];

const lengths: readonly Rule[] = [
  {
    // Not "$5 million a year", nor ages, nor parts of a whole.
    pattern:
      "(?!{rate}an? |(?:a|three)[- ]quarters?\\b|one day\\b){approx}{n}(?:(?: to | or | and |-){m})?(?:[- ](?:full|more|straight|consecutive|additional|long|trading|whole))?[- ]{span}(?:-long)?(?![- ]olds?\\b)",
    means: duration,
  },
  {
    pattern:
      "{approx}(?:the )?(?:last|past|next|first|previous|coming|following|final|opening) {n}(?:(?: to | or |-){m})? {span}",
    means: duration,
  },
  { pattern: "the (?:past|last) {one}", means: duration },
  {
    pattern: "(?<=(?:for|within|in|over|after|take|took|takes|taken|last|lasted) ){many}",
    means: (parts) => duration({ ...parts, n: "X" }),
  },
  {
    pattern: "recent (?<unit>months|weeks|days|quarters)|(?:the )?{many} ahead",
    means: (parts) => duration({ ...parts, n: "X" }),
  },
  { pattern: "{many}(?= (?:of|after|before|later)\\b)", means: (parts) => duration({ ...parts, n: "X" }) },
  { pattern: "(?<unit>day|week|month|year|hour|decade)s?-long", means: duration },
];

const sets: readonly Rule[] = [
  { pattern: "(?<quant>every|each) {n} {span}", means: set },
  {
    pattern:
      "(?<quant>every|each) (?:{weekday}|{month}|{season}|{daypart}|(?<unit>year|month|week|day|decade|hour|minute|quarter|weekend))",
    means: set,
  },
  { pattern: "(?<unit>daily|weekly|monthly|annually|yearly|nightly|hourly)", means: set },
  { pattern: "(?<freq>once|twice) an? {one}", means: set },
];

const times: readonly Rule[] = [
  { pattern: "{approx}{hour}(?::{minute})? ?{meridiem}{zone}{onDay}", means: clock },
  { pattern: "{approx}(?<hour>noon|midday|midnight){onDay}", means: clock },
  { pattern: "{approx}{hour}:{minute}(?::\\d\\d)?{zone}{onDay}", means: clock },
];

const trigger =
  /(?<![\p{L}])(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\p{L}{0,6}|(?:year|month|week|weekend|day|decade|centur|quarter|hour|minute|second)(?:s|y|ies)?|millenni\p{L}+|spring|summer|autumn|fall|winter|today|tonight|tomorrow|yesterday|now|currently?|recent(?:ly)?|future|past|daily|weekly|monthly|annually|yearly|nightly|hourly|nowadays|present(?:ly)?|moment|term|morning|afternoon|evening|night|noon|midday|midnight|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies|half|christmas|easter|thanksgiving|halloween|nineteen|two thousand|q[1-4])(?![\p{L}])|\d\d\d\d|\d0['’]?s|\d\d?[:/.]\d\d|\d ?[ap]\.?m|['’]\d\d/giu;

/** English, by the habits of news. */
export const english: Language = {
  classes,
  pieces,
  trigger,
  rules: [...named, ...deictic, ...vague, ...lengths, ...sets, ...times],
  tense,
  deadline: /\b(?:by|until|till|through|before)\s+(?:the\s+\w+\s+of\s+)?$/iu,
  tellings: [
    {
      pattern:
        /\b(?:as|with) (?:the|this) year (?:nears its end|near(?:s|ing) an end|draw(?:s|ing) to (?:a|its) (?:close|end)|(?:comes|coming) to (?:an end|a close)|winds down|(?:almost|nearly) over)|in the (?:final|last|closing) (?:days|weeks) of the year\b/iu,
      months: [12, 12],
    },
    {
      pattern:
        /\b(?:as the (?:new )?year (?:begins|starts|gets under way)|at the start of the new year|so early in the year)\b/iu,
      months: [1, 1],
    },
  ],
  runningYear:
    /\b(?:throughout|so far in|all through|in the course of|since the (?:start|beginning) of) (?<year>20\d\d)\b/iu,
};
