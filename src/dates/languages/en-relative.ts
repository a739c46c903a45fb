import { duration } from "../lengths.ts";
import { date } from "../named.ts";
import { around, fromNow, fromThen, latestQuarter, reference, relative, weekend } from "../relative.ts";
import type { Group, Means } from "../rule.ts";

const yearAgo: Means = (_, context) => fromThen({ n: 1, unit: "year", way: -1 }, context);
const nextToThen: Means = (parts, context) => fromThen({ ...parts, n: 1 }, context);
const yearEnd: Means = (_, context) => relative({ unit: "year", mod: "END" }, context);

/** Dates that hang on when the text was written, or on the date named before. */
export const relatives: readonly Group[] = [
  {
    near: /\b(?:today|tonight|tomorrow|yesterday|morning|afternoon|evening|night)\b/gi,
    rules: [
      ["{phase}{daysOff}(?: {daypart})?", date],
      [
        "this (?<daypart>morning|afternoon|evening)|(?<daypart>tonight)|(?:the )?(?<mod>mid|early|late)[ -]{daypart}(?: (?:on )?(?:{weekday}|{daysOff}))?",
        (parts, context) => date({ daysOff: 0, ...parts }, context),
      ],
      [
        "the (?<way>next|following|previous) {daypart}",
        (parts, context) => fromThen({ ...parts, unit: "day", n: 1 }, context),
      ],
      ["last (?<daypart>night|evening)", (parts, context) => date({ ...parts, daysOff: -1 }, context)],
    ],
  },
  {
    near: /\b(?:year|month|week|day|decade|century|quarter|weekend)\b/gi,
    rules: [
      [
        "(?<=\\b(?:over|during|within|in|for) )the (?:past|last|next|coming) {one}(?! (?:or|of)\\b)",
        duration,
      ],
      ["the (?:fiscal )?(?<unit>year|quarter|month|week)(?= end(?:ed|ing)\\b)", duration],
      [
        "(?:the )?{phase}(?<way>last|this|next|current|coming|upcoming|this past|this coming)(?: (?:fiscal|calendar))? (?<unit>year|month|week|decade|century)",
        relative,
      ],
      ["(?:the )?{phase}(?<way>this|current|last|next)(?: (?:fiscal|calendar))? (?<unit>quarter)", relative],
      [
        "(?:the )?{phase}(?:(?<way>this|last|next|past|coming|this past|this coming) )?(?<unit>weekend)",
        weekend,
      ],
      [
        "(?<=(?:in|for|of|during|throughout|over|through) )the (?:full |whole |fiscal |entire )?(?<unit>year)",
        relative,
      ],
      ["(?<=(?:for|of|during) )the (?<unit>week|month)", relative],
      [
        "the (?<unit>week|month|year) before last|the (?<unit>week|month|year) after (?<way>next)",
        (parts, context) => fromNow({ way: -1, ...parts, n: 2 }, { ...context, quarter: null }),
      ],
      ["(?<=(?:later|earlier) in )the (?<unit>day|week|month|year)", relative],
      ["the (?:(?:latest|most recent) )?(?<unit>quarter)", latestQuarter],
      [
        "(?:(?:later|earlier) )?that (?:same )?(?<unit>day|week|month|year)(?! of)|the same (?<unit>day|month|year)",
        around,
      ],
      ["the (?<way>following|previous|preceding|next) (?<unit>day|week|month|year|quarter)", nextToThen],
      [
        "(?:the )?(?:comparable )?year[- ](?:ago|earlier)(?: (?:period|quarter|{quarter} quarter|month|level|figure))?",
        yearAgo,
      ],
      ["the (?<unit>year) (?:nears its end|draws to a close|comes to an end)", yearEnd],
      ["(?:the )?year(?:[- ]|['’]s )end|(?:the )?end of the (?:fiscal )?year", yearEnd],
      [
        "(?:the )?{phase}(?:the )?(?<unit>month|week|year|decade|century)",
        (parts, context) => (parts.mod ? relative(parts, context) : null),
      ],
    ],
  },
  {
    near: /\b(?:ago|earlier|later|afterwards|from now|hence|time)\b|\bin (?:[a-z\d-]+ ){1,3}(?:year|month|week|day|decade|centur)/gi,
    rules: [
      ["{approx}{n} (?:more )?{span}(?: or so)? (?<way>ago)", fromNow],
      ["{n} (?<unit>hrs?|mins?) (?<way>ago)|{many} (?<way>ago)", fromNow],
      ["{approx}{n} {span} (?<way>from now|hence)", fromNow],
      [
        "(?<=\\bin ){approx}{n} {span}(?=['’]?s? time\\b)",
        (parts, context) => fromNow({ ...parts, way: 1 }, context),
      ],
      // "will be repaid in five years", but "the worst in five years".
      [
        "(?<=\\bin ){approx}{n} {span}",
        (parts, context) =>
          context.tense() === "future" ? fromNow({ ...parts, way: 1 }, context) : duration(parts),
      ],
      ["{approx}{n}[- ]{span} (?<way>earlier|later|afterwards)", fromThen],
    ],
  },
  {
    near: /\b(?:now|nowadays|current|currently|presently|at present|th(?:ese|is|e) (?:days|moment))\b/gi,
    rules: [
      [
        "now|right now|currently|current|presently|at present|these days|nowadays|at (?:this|the) moment",
        reference("PRESENT_REF"),
      ],
    ],
  },
  {
    near: /\b(?:recent|recently|past|old days)\b/gi,
    rules: [
      [
        "recently|the (?:recent |distant )?past|recent (?:years|decades|history)|the old days",
        reference("PAST_REF"),
      ],
    ],
  },
  {
    near: /\b(?:future|coming|term)\b/gi,
    rules: [
      [
        "the (?:near |not-too-distant |foreseeable |immediate )?future|(?:the )?coming (?:years|months|weeks|days|decades)|the (?:near|short|long) term",
        reference("FUTURE_REF"),
      ],
    ],
  },
];
