import { duration, set } from "../lengths.ts";
import { date } from "../named.ts";
import { fromNow, fromThen, reference, relative } from "../relative.ts";
import { type Group, type Language, type Measure, orFigures, type Quantity, wordClass } from "../rule.ts";
import { tenseByWords } from "../tense.ts";
import { dayFirst, numericRules } from "./numeric.ts";

const numbers = wordClass<Quantity>({
  "ein(?:e[mnrs]?)?": 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  zwanzig: 20,
  dreißig: 30,
  vierzig: 40,
  fünfzig: 50,
  hundert: 100,
  "einige[nr]?|mehrere[nr]?|wenige[nr]?|viele[nr]?": "X",
});

const classes = {
  year: { source: "(?:1\\d|20)\\d\\d", read: Number },
  day: { source: "3[01]|[12]\\d|0?[1-9]", read: Number },
  month: orFigures(
    wordClass({
      "j[aä]n(?:uar|ner|\\.)": 1,
      "feb(?:ruar|\\.)": 2,
      "märz|mrz\\.?": 3,
      "apr(?:il|\\.)": 4,
      mai: 5,
      "juni?": 6,
      "juli?": 7,
      "aug(?:ust|\\.)": 8,
      "sept?(?:ember|\\.)": 9,
      "okt(?:ober|\\.)": 10,
      "nov(?:ember|\\.)": 11,
      "dez(?:ember|\\.)": 12,
    }),
  ),
  weekday: wordClass({
    montag: 1,
    dienstag: 2,
    mittwoch: 3,
    donnerstag: 4,
    freitag: 5,
    "samstag|sonnabend": 6,
    sonntag: 7,
  }),
  season: wordClass({ "frühjahrs?|frühling": 1, sommer: 2, herbst: 3, winter: 4 }),
  quarter: wordClass({ "erste[ns]?": 1, "zweite[ns]?": 2, "dritte[ns]?": 3, "vierte[ns]?": 4 }),
  decade: {
    source: "(?:1\\d|20)?\\d0er",
    read: (text: string) => Number.parseInt(text, 10),
  },
  century: { source: "\\d\\d?(?=\\.)", read: Number },
  daysOff: wordClass({ heute: 0, gestern: -1, vorgestern: -2, morgen: 1, übermorgen: 2 }),
  n: { source: `\\d+|${numbers.source}`, read: orFigures(numbers).read },
  unit: wordClass<Measure>({
    "jahr(?:e[ns]?|s)?": "year",
    "monat(?:e[ns]?|s)?": "month",
    "wochen?": "week",
    "tag(?:e[ns]?|s)?": "day",
    "jahrzehnt(?:e[ns]?|s)?": "decade",
    "jahrhundert(?:e[ns]?|s)?": "century",
    "quartals?": "quarter",
    "wochenendes?": "weekend",
    "stunden?": "hour",
    "minuten?": "minute",
    "sekunden?": "second",
  }),
  way: wordClass<-1 | 0 | 1>({
    "letzte[nmrs]?|vergangene[nmrs]?|vorige[nmrs]?": -1,
    "diese[nmrs]?|laufende[nmrs]?": 0,
    "nächste[nmrs]?|kommende[nmrs]?": 1,
    "zuvor|vorher|früher": -1,
    "später|danach": 1,
  }),
  mod: wordClass({
    anfang: "START",
    mitte: "MID",
    ende: "END",
    "rund|etwa|ungefähr|circa|ca\\.|gut": "APPROX",
    "mehr als|über": "MORE_THAN",
    "fast|knapp": "LESS_THAN",
  }),
  daypart: wordClass({ "(?:vor)?mittag|morgen|früh": "MO", nachmittag: "AF", abend: "EV", nacht: "NI" }),
} satisfies Language["classes"];

const pieces = {
  phase: "(?:(?<mod>anfang|mitte|ende) )?",
  approx: "(?:(?<mod>rund|etwa|ungefähr|circa|ca\\.|gut|mehr als|über|fast|knapp) )?",
  which:
    "(?<way>letzte[nmrs]?|vergangene[nmrs]?|vorige[nmrs]?|diese[nmrs]?|laufende[nmrs]?|nächste[nmrs]?|kommende[nmrs]?)",
} as const;

const groups: readonly Group[] = [
  { near: /\d[./-]\d/g, rules: [...numericRules, dayFirst] },
  {
    near: /(?<!\p{L})(?:j[aä]n|feb|märz|mrz|apr|mai|juni|juli|aug|sep|okt|nov|dez)/giu,
    rules: [
      ["(?:{weekday}(?:,|, den)? )?{day}\\. {month}(?: {year})?", date],
      ["{phase}(?:{which} )?{month}(?: {year})?", date],
    ],
  },
  {
    near: /(?:tag|mittwoch|sonnabend)(?!\p{L})/giu,
    rules: [["(?:{which} )?{weekday}(?: ?{daypart})?", date]],
  },
  {
    near: /(?:früh(?:jahr|ling)|sommer|herbst|winter)(?!\p{L})/giu,
    rules: [
      ["{phase}(?:{which} )?{season} {year}", date],
      ["{phase}{which} {season}", date],
      ["(?<=im ){season}", date],
    ],
  },
  {
    near: /(?<!\d)(?:1\d|20)\d\d(?!\d)|\d0er|jahrhundert|quartal/giu,
    rules: [
      ["(?:den )?{decade}(?:[- ]jahren?)?", date],
      ["{century}\\. jahrhunderts?", date],
      ["{quarter} quartal(?:s)?(?: {year})?", date],
      [
        "{phase}(?:(?:des )?jahre?s? )?(?<year>(?:19|20)\\d\\d)(?! ?(?:%|prozent|euro|menschen|dollar))(?![.,:/-]\\d)",
        date,
      ],
      ["(?<=(?:im jahr|seit|bis|um|von) )(?<year>1[0-8]\\d\\d)(?![.,:/-]\\d)", date],
    ],
  },
  {
    near: /(?<!\p{L})(?:(?:vor)?gestern|heute|(?:über)?morgen)(?!\p{L})/giu,
    rules: [["{daysOff}(?: {daypart})?", date]],
  },
  {
    near: /(?:jahr|monat|woche|tag|jahrzehnt|jahrhundert|quartal|stunde|minute|sekunde)(?:e|es|s|en|n)?(?!\p{L})|wochenende/giu,
    rules: [
      ["{phase}{which} {unit}", relative],
      ["vor {approx}{n} {unit}", (parts, context) => fromNow({ ...parts, way: -1 }, context)],
      [
        "(?<=in ){approx}{n} (?<unit>jahren?|monate?n?|wochen?|tage?n?)",
        (parts, context) => fromNow({ ...parts, way: 1 }, context),
      ],
      ["{approx}{n} {unit} (?<way>zuvor|vorher|früher|später|danach)", fromThen],
      ["{approx}{n} {unit}(?: lang)?", duration],
      ["(?:die |den )?{which} {n} {unit}", duration],
      [
        "(?<=(?:seit|nach|über|für) )(?<unit>jahren|monaten|wochen|tagen|jahrzehnten|jahrhunderten|stunden|minuten)",
        (parts) => duration({ ...parts, n: "X" }),
      ],
      ["jede[nsmr]? {unit}", set],
      ["jede[nsmr]? {weekday}", set],
      [
        "das (?<unit>jahr) (?:geht zu ende|neigt sich dem ende(?: zu)?)",
        (parts, context) => relative({ ...parts, mod: "END" }, context),
      ],
    ],
  },
  {
    near: /(?<!\p{L})(?:täglich|wöchentlich|monatlich|jährlich|stündlich)/giu,
    rules: [
      ["täglich(?:e[nmrs]?)?", () => set({ unit: "day" })],
      ["wöchentlich(?:e[nmrs]?)?", () => set({ unit: "week" })],
      ["monatlich(?:e[nmrs]?)?", () => set({ unit: "month" })],
      ["jährlich(?:e[nmrs]?)?", () => set({ unit: "year" })],
      ["stündlich(?:e[nmrs]?)?", () => set({ unit: "hour" })],
    ],
  },
  {
    near: /(?<!\p{L})(?:jetzt|derzeit|gegenwärtig|momentan|zurzeit|kürzlich|unlängst|neulich|vor kurzem|künftig|demnächst|zukunft)/giu,
    rules: [
      ["jetzt|derzeit|gegenwärtig|momentan|zurzeit", reference("PRESENT_REF")],
      ["kürzlich|unlängst|neulich|vor kurzem", reference("PAST_REF")],
      ["künftig|demnächst|(?:in )?(?:der |naher )?zukunft", reference("FUTURE_REF")],
    ],
  },
];

/** German. */
export const german: Language = {
  classes,
  pieces,
  groups,
  tense: tenseByWords(
    /^(?:war(?:en)?|hatten?|hat|haben|wurden?|worden|gewesen|sagten?|\p{L}{3,}(?:ierten?|elten?|erten?|gten?|kten?|hten?|tigten?)|kam(?:en)?|ging(?:en)?|gab(?:en)?|traf(?:en)?|begann(?:en)?|ließ(?:en)?|nahm(?:en)?|sprach(?:en)?|ge\p{L}{3,}(?:t|en))$/iu,
    /^(?:wird|werden|soll(?:en)?|will|wollen|plant|planen|geplant)$/iu,
    // A comma ends every clause, and the verb often follows the date.
    /[.!?;:,](?=\s|$)|["“”«»„]|\n/g,
  ),
  deadline: /(?:^|\s)bis\s+(?:zum\s+jahr\s+|ende\s+)?$/iu,
  tellings: [
    { pattern: /das Jahr (?:geht zu Ende|neigt sich dem Ende)|(?:zum|gegen) Jahresende/iu, months: [12, 12] },
  ],
  runningYear: /(?:im Laufe des Jahres|das ganze Jahr|seit Anfang|bisher im Jahr) (?<year>20\d\d)/iu,
};
