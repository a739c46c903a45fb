import { clock, date } from "../named.ts";
import { periodOf } from "../relative.ts";
import type { Group } from "../rule.ts";
import { numericRules } from "./numeric.ts";

/** Dates that name calendar units, and times of day. */
export const dates: readonly Group[] = [
  {
    near: /\d[:/.-]\d/g,
    rules: [
      ...numericRules,
      // 22/03/2013: no month.
      ["(?<day>3[01]|2\\d|1[3-9])/(?<month>1[0-2]|0?[1-9])/(?<year>(?:1\\d|20)?\\d\\d)", date],
      // 11/02/89, and the stamps of wires: 02/13/1998 14:26:00, 11/02/89 1345EST
      [
        "(?<month>1[0-2]|0?[1-9])/(?<day>3[01]|[12]\\d|0?[1-9])/(?<year>(?:1\\d|20)?\\d\\d)(?: (?<hour>[01]\\d|2[0-3]):?(?<minute>[0-5]\\d)(?::\\d\\d)?(?: ?[ECMP][SD]T)?)?",
        (parts, context) => (parts.hour === undefined ? date(parts, context) : clock(parts, context)),
      ],
    ],
  },
  {
    near: /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)/g,
    rules: [
      // Ranges, of which each end is read with the month and the year of both: "March 12-14, 2013", "10 to 12 June".
      ["{month} {day}(?={through}\\d\\d?(?:,? {year})?(?!\\d))", date],
      ["(?<={month} \\d\\d?{through}){day}(?:,? {year})?(?=[,.;:)]|\\s*$|{goesOn})", date],
      ["{day}(?={through}\\d\\d?(?:st|nd|rd|th)?(?: of)? {month}(?!\\p{L})(?:,? {year})?)", date],
      ["(?:{weekday},? )?{approx}{month} {day}(?:,? {year})?(?:,? {daypart})?", date],
      ["(?:{weekday},? )?(?:the )?{day}(?: of)? {month}(?:,? {year})?", date],
      ["{phase}{month},? (?:of )?{year}", date],
      // "from February until May 2010": the year is of both.
      [
        "{month}(?: {day})?(?= ?(?:to|until|till|and|or|through|[-–]) ?\\p{Lu}\\p{L}+\\.? (?:\\d\\d?,? )?{year}\\b)",
        date,
      ],
      ["(?:the )?(?<mod>(?:first|last|final) (?:week|days) of) {month}(?: {year})?", date],
      ["the (?<unit>week) of {month} {day}(?:,? {year})?", periodOf],
      ["{month}(?: {day}|,)?(?: of)? (?<yearWay>last|this|next) year", date],
      ["{phase}{which} {month}(?: {day})?", date],
      ["{phase}{fullMonth}", date],
      [
        "(?<=(?:in|of|since|by|until|till|through|from|to|and|during|before|after|mid|early|late|for)[ -])(?<month>may)(?! (?:be|have|not) )",
        date,
      ],
    ],
  },
  {
    near: /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)/g,
    rules: [
      ["{phase}(?:{which} )?{weekday}(?: {daypart})?(?! (?:of|in) {month})", date],
      ["the (?<way>previous|following) {weekday}", date],
    ],
  },
  {
    near: /\b(?:spring|summer|fall|autumn|winter)/gi,
    rules: [
      ["(?:the )?{phase}(?:the )?(?:(?<way>last|this|next|the same) )?{season}(?: of)? {year}", date],
      ["(?:the )?{phase}{which} {season}", date],
      ["(?:the )?{phase}{season} of (?<yearWay>last|this|next) year", date],
      ["(?<=(?:in|during|over|throughout|since|by|until|through|into|of|for) )the {phase}{season}", date],
    ],
  },
  {
    near: /\b(?:quarter|half|[qh][1-4]\b)/gi,
    rules: [
      ["(?:the )?{phase}(?:fiscal )?{years}(?:['’]s)? (?:fiscal )?{quarter}[- ]quarter", date],
      [
        "(?:the |its |their )?{phase}(?:(?:fiscal|calendar|latest)[- ])?{quarter}[- ]quarter(?: of)?(?: fiscal)?(?: {years})?",
        date,
      ],
      ["(?:{years} )?(?<quarter>q[1-4])", date],
      ["(?<quarter>q[1-4]) (?:of )?{years}|(?<half>h[12]) (?:of )?{years}|{years} (?<half>h[12])", date],
      ["(?:the )?{half} half(?: of)?(?: fiscal)? {years}", date],
      ["(?:the )?{half} half of (?:the|this) year", date],
      ["(?:the )?{phase}(?:{quarter}[- ]quarter|{half} half) of (?<yearWay>last|this|next) year", date],
    ],
  },
  {
    near: /\b(?:FY ?)?(?:1\d|20)\d\d\b|\d0['’]?s\b|\b(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b|\bcentury|['’]\d\d\b|\b(?:nineteen|two thousand)\b/gi,
    rules: [
      ["(?:the )?{phase}(?<decade>(?:1\\d|20)\\d0['’]?s|['’‘`][1-9]0['’]?s)", date],
      ["the {phase}{decade}|(?<=\\d0['’]?s (?:and|or|to) ){decade}", date],
      ["(?:the )?{phase}{century}[- ]century", date],
      [
        "(?<!\\d[.,]|[$£€¥#] ?){phase}(?:(?:the )?(?:fiscal|calendar)(?: year)? |the year )?{years}(?! ?(?:%|{counted}))(?![.,:]\\d|[-/]\\d\\d?[-/])",
        date,
      ],
      [
        "(?<=(?:in|since|by|until|from|of|during|before|after|around|circa) )(?<year>1[0-8]\\d\\d)(?![.,:/-]\\d| ?%)",
        date,
      ],
      ["fy ?{years}", date],
      ["(?<=(?:in|since|by|of|summer|fall|winter|spring|year) )(?<year>['’]\\d\\d)", date],
      // As spoken: "nineteen ninety-one", "the year two thousand".
      ["(?:the year )?(?<year>nineteen (?:[a-z]+ty(?:-[a-z]+)?|[a-z]+teen))", date],
      ["(?:the year |(?<=(?:in|by|since|until) ))(?<year>two thousand(?: (?:and )?[a-z]+)?)", date],
      [
        "(?:the year |(?<=(?:in|by|since|until) ))(?<year>two thousand)(?! (?:years|people|dollars|men|troops))",
        date,
      ],
    ],
  },
  {
    near: /\b(?:new year|day|eve|easter|christmas|thanksgiving|halloween|fourth of july|(?:black|good) friday|(?:easter|palm|ash) \w+day)\b/gi,
    rules: [
      ["(?:the )?{phase}{holiday}(?:,? {year})?", date],
      ["(?:the )?{holiday} (?<unit>week|weekend)", periodOf],
    ],
  },
  {
    near: /\d ?[ap]\.?m\b|\d (?:o['’]clock|in the|at) |\d\d (?:GMT|UTC|BST|CET|[ECMP][SD]T)\b|\d:\d\d|\b(?:noon|mid(?:day|night))\b/gi,
    rules: [
      ["{approx}{hour}(?:[:.]{minute})? ?{meridiem}{zone}{onDay}", clock],
      ["{approx}{hour}(?:[:.]{minute})?(?: o['’]clock)?(?: (?:in the|at) {daypart})", clock],
      [
        "(?:{weekday}(?:,? {month} {day})?|{month} {day}(?:,? {year})?|{daysOff})(?:,| at)? {hour}(?:[:.]{minute})? ?{meridiem}{zone}",
        clock,
      ],
      ["(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d) (?:GMT|UTC|BST|CET|[ECMP][SD]T){onDay}", clock],
      ["{approx}(?<!high )(?<hour>noon|midday|midnight){onDay}", clock],
      ["{approx}{hour}:{minute}(?::\\d\\d)?{zone}{onDay}", clock],
    ],
  },
];
