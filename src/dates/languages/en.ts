import { around, clock, date, duration, fromNow, fromThen, reference, relative, set } from "../meanings.ts";
import type { Language, Rule } from "../rule.ts";
import { tense } from "./en-tense.ts";
import { classes } from "./en-words.ts";
import { numericRules } from "./numeric.ts";

const past = reference("PAST_REF");
const present = reference("PRESENT_REF");
const future = reference("FUTURE_REF");

/** Units that stand alone after "last", "this", "next". */
const span = "(?<unit>years?|months?|weeks?|weekends?|decades?|centur(?:y|ies)|quarters?)";
const wide =
  "(?<unit>years?|months?|weeks?|days?|decades?|centur(?:y|ies)|quarters?|hours?|minutes?|weekends?|millenni(?:um|a)|seconds)";
const one = "(?<unit>year|month|week|day|decade|century|hour|minute)";

const calendar: readonly Rule[] = [
  ...numericRules,
  // 11/02/89, 02/13/1998 14:26:00
  {
    pattern:
      "(?<month>1[0-2]|0?[1-9])/(?<day>3[01]|[12]\\d|0?[1-9])/(?<year>(?:1\\d|20)?\\d\\d)(?: (?<hour>[01]\\d|2[0-3]):?(?<minute>[0-5]\\d)(?::\\d\\d)?(?: ?[ECMP][SD]T)?)?",
    means: (parts, context) => (parts.hour === undefined ? date(parts, context) : clock(parts, context)),
  },
  { pattern: "(?:{weekday},? )?(?:{mod}[ -])?{month} {day}(?:,? {year})?(?:,? {daypart})?", means: date },
  { pattern: "(?:{weekday},? )?(?:the )?{day}(?: of)? {month}(?:,? {year})?", means: date },
  { pattern: "(?:{mod}[ -])?(?:in )?{month},? (?:of )?{year}", means: date },
  { pattern: "(?:{mod}[ -])?(?:{way} )?{month}(?: {daypart})?", means: date },
  { pattern: "(?:{mod}[ -])?(?:{way} )?{weekday}(?: {daypart})?", means: date },
  { pattern: "(?<way>next|last|this)? ?{month} {day}", means: date },
  {
    pattern: "(?:the )?(?:{mod}[ -])?(?:the )?(?:(?<way>last|this|next|the same) )?{season}(?: of)? {year}",
    means: date,
  },
  {
    pattern: "(?:the )?(?:{mod}[ -])?(?<way>last|this|next|past) (?:{mod2} )?{season}".replace(
      "(?:{mod2} )?",
      "",
    ),
    means: date,
  },
  {
    pattern: "(?:in|during|over|throughout|since|by|until|through|into) the (?:{mod}[ -])?{season}",
    means: date,
  },
  {
    pattern: "(?:the )?(?:{mod}[ -])?(?:fiscal )?{quarter}[- ]quarter(?: of)?(?: fiscal)? {year}",
    means: date,
  },
  { pattern: "(?:the )?(?:{mod}[ -])?(?:fiscal[- ])?{quarter}[- ]quarter", means: date },
  { pattern: "(?<quarter>q[1-4])(?: {year})?", means: date },
  { pattern: "(?:the )?{half} half(?: of)? {year}", means: date },
  { pattern: "(?:the )?(?:{mod}[ -])?{holiday}(?:,? {year})?", means: date },
  { pattern: "(?:the )?(?:{mod}[ -])?(?:the )?{decade}", means: date },
  { pattern: "(?:the )?(?:{mod}[ -])?{century}[- ]century", means: date },
  {
    pattern:
      "(?:{mod}[ -])?(?:the )?(?:fiscal |calendar )?(?<year>(?:19|20)\\d\\d)(?! ?(?:people|percent|points|shares|%|[a-z]+s ago))(?![.,]\\d|-\\d|:\\d)",
    means: date,
  },
  {
    pattern:
      "(?<=(?:in|since|by|until|from|of|during|before|after|around) )(?<year>1[0-8]\\d\\d)(?![.,]\\d|-\\d| ?%)",
    means: date,
  },
  { pattern: "(?:the year )?(?<year>nineteen [a-z]+(?:-[a-z]+)?|two thousand)", means: date },
];

const deictic: readonly Rule[] = [
  { pattern: "(?:{mod} )?{daysOff}(?: {daypart})?", means: date },
  {
    pattern:
      "(?:the )?(?:{mod}[ -])?(?<way>last|this|next|current|previous|coming|upcoming|this past|this coming|following) (?:fiscal |calendar )?" +
      span,
    means: relative,
  },
  { pattern: "(?<=(?:over|during|on|for) )the (?<unit>weekend)", means: relative },
  {
    pattern: "this (?<daypart>morning|afternoon|evening)",
    means: (parts, context) => date({ ...parts, daysOff: 0 }, context),
  },
  {
    pattern: "last (?<daypart>night|evening)",
    means: (parts, context) => date({ ...parts, daysOff: -1 }, context),
  },
  { pattern: `(?:{mod} )?{n} (?:more )?${wide} (?<way>ago)`, means: fromNow },
  {
    pattern: `(?:{mod} )?{n}[- ]${wide} (?<way>earlier|later|before|after|afterwards|hence)`,
    means: fromThen,
  },
  { pattern: `(?:{mod} )?{n} ${wide} (?<way>from now)`, means: fromNow },
  {
    pattern: "(?:the )?year[- ](?:ago|earlier)(?: (?:period|quarter))?",
    means: (_, context) => fromThen({ n: 1, unit: "year", way: -1 }, context),
  },
  { pattern: "(?:later|earlier) that (?<unit>day|week|month|year)", means: around },
  { pattern: "that (?:same )?(?<unit>day|week|month|year)", means: around },
  {
    pattern: "(?:the )?(?<way>next|following) (?<unit>day)",
    means: (parts, context) => fromThen({ ...parts, n: 1 }, context),
  },
  {
    pattern: "(?:the )?(?<way>previous|preceding) (?<unit>day)",
    means: (parts, context) => fromThen({ ...parts, n: 1 }, context),
  },
  {
    pattern: "the (?<unit>year) (?:nears its end|draws to a close|comes to an end)",
    means: (parts, context) => relative({ ...parts, mod: "END" }, context),
  },
  {
    pattern: "(?:the )?year[- ]end|(?:the )?end of the year",
    means: (_, context) => relative({ unit: "year", mod: "END" }, context),
  },
  {
    pattern: "now|currently|at present|right now|these days|nowadays|at this moment|presently",
    means: present,
  },
  { pattern: "current", means: present },
  {
    pattern:
      "recently|in the past|the past|in recent (?:years|months|weeks|days|decades)|recent (?:years|months|weeks|days|decades)",
    means: past,
  },
  {
    pattern: "the (?:near |not-too-distant |foreseeable )?future|coming (?:years|months|weeks|days|decades)",
    means: future,
  },
];

const spans: readonly Rule[] = [
  {
    pattern:
      "(?:{mod} )?{n}(?: (?:to|or|and) {m}|-{m})?(?:[- ]full|[- ]more|[- ]straight|[- ]consecutive|[- ]long)?[- ]" +
      wide +
      "(?:-long|-old|[- ]period)?",
    means: duration,
  },
  {
    pattern:
      "(?:{mod} )?(?:the )?(?:last|past|next|first|previous|coming|following|final) (?:{n}(?: (?:to|or) {m}|-{m})?) " +
      wide,
    means: duration,
  },
  { pattern: `the (?:past|last) ${one}`, means: duration },
  {
    pattern:
      "(?<=for |within |in |over |after |take |took )(?<unit>years|months|weeks|days|decades|centuries|hours|minutes)",
    means: (parts) => duration({ ...parts, n: "X" }),
  },
  {
    pattern: "(?<unit>years|months|weeks|days|decades|centuries|hours)(?= (?:of|after|before|later))",
    means: (parts) => duration({ ...parts, n: "X" }),
  },
];

const sets: readonly Rule[] = [
  { pattern: `{quant} {n} ${wide}`, means: set },
  { pattern: `{quant} ${one}`, means: set },
  { pattern: "{quant} (?:{weekday}|{month}|{season}|{daypart})", means: set },
  { pattern: "(?<unit>daily|weekly|monthly|quarterly|annually|yearly|nightly|hourly)", means: set },
];

const times: readonly Rule[] = [
  {
    pattern:
      "(?:{mod} )?{hour}(?::{minute})?(?: ?{meridiem})(?: (?:[ECMP][SD]T|GMT|local time|Eastern|BST))?(?:,? (?:on )?(?:{weekday}|{month} {day}|{daysOff}))?",
    means: clock,
  },
  {
    pattern: "(?:{mod} )?(?<hour>noon|midday|midnight)(?:,? (?:on )?(?:{weekday}|{month} {day}|{daysOff}))?",
    means: clock,
  },
  { pattern: "{hour}:{minute}(?: (?:GMT|[ECMP][SD]T|local time|BST))?", means: clock },
];

const trigger =
  /(?<![\p{L}])(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\p{L}{0,6}|(?:year|month|week|weekend|day|decade|centur|quarter|hour|minute|second)(?:s|y|ies)?|millenni\p{L}+|spring|summer|autumn|fall|winter|today|tonight|tomorrow|yesterday|now|currently?|recent(?:ly)?|future|past|daily|weekly|monthly|quarterly|annually|yearly|nightly|hourly|nowadays|present(?:ly)?|moment|morning|afternoon|evening|night|noon|midday|midnight|[a-z]+ies|christmas|easter|thanksgiving|halloween|nineteen|two thousand|q[1-4])(?![\p{L}])|\d\d\d\d|\d0['’]?s|\d\d?[:/.]\d\d|\d ?[ap]\.?m/giu;

/** English, by the habits of news. */
export const english: Language = {
  classes,
  trigger,
  rules: [...calendar, ...deictic, ...spans, ...sets, ...times],
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
