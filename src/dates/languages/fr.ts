import { duration, set } from "../lengths.ts";
import { date } from "../named.ts";
import { fromNow, fromThen, reference, relative } from "../relative.ts";
import { type Group, type Language, type Measure, orFigures, type Quantity, wordClass } from "../rule.ts";
import { tenseByWords } from "../tense.ts";
import { dayFirst, numericRules } from "./numeric.ts";

const classes = {
  year: { source: "(?:1\\d|20)\\d\\d", read: Number },
  day: { source: "1er|3[01]|[12]\\d|0?[1-9]", read: (text: string) => Number.parseInt(text, 10) },
  month: orFigures(
    wordClass({
      "janv(?:ier|\\.)": 1,
      "févr(?:ier|\\.)": 2,
      mars: 3,
      avril: 4,
      mai: 5,
      juin: 6,
      "juil(?:let|\\.)": 7,
      août: 8,
      "sept(?:embre|\\.)": 9,
      "oct(?:obre|\\.)": 10,
      "nov(?:embre|\\.)": 11,
      "déc(?:embre|\\.)": 12,
    }),
  ),
  weekday: wordClass({ lundi: 1, mardi: 2, mercredi: 3, jeudi: 4, vendredi: 5, samedi: 6, dimanche: 7 }),
  season: wordClass({ printemps: 1, été: 2, automne: 3, hiver: 4 }),
  quarter: wordClass({ "premier|1er": 1, "deuxième|2e": 2, "troisième|3e": 3, "quatrième|4e": 4 }),
  decade: { source: "(?:19|20)?\\d0", read: Number },
  century: wordClass({ xviie: 17, xviiie: 18, xixe: 19, xxe: 20, xxie: 21 }),
  daysOff: wordClass({ "aujourd['’]hui": 0, hier: -1, "avant-hier": -2, demain: 1, "après-demain": 2 }),
  n: orFigures(
    wordClass<Quantity>({
      "\\d+": 0,
      une: 1,
      un: 1,
      deux: 2,
      trois: 3,
      quatre: 4,
      cinq: 5,
      six: 6,
      sept: 7,
      huit: 8,
      neuf: 9,
      dix: 10,
      onze: 11,
      douze: 12,
      quinze: 15,
      vingt: 20,
      trente: 30,
      "quelques|plusieurs": "X",
    }),
  ),
  unit: wordClass<Measure>({
    "ann?ée?s?|ans?": "year",
    mois: "month",
    "semaines?": "week",
    "jour(?:née)?s?": "day",
    "décennies?": "decade",
    "siècles?": "century",
    "trimestres?": "quarter",
    "week-ends?": "weekend",
    "heures?": "hour",
    "minutes?": "minute",
    "secondes?": "second",
  }),
  way: wordClass<-1 | 0 | 1>({
    "derni(?:er|ère)s?|passée?s?": -1,
    "cet(?:te)?|ce": 0,
    "prochaine?s?": 1,
    "plus tôt|auparavant": -1,
    "plus tard|après": 1,
  }),
  mod: wordClass({
    "début|au début de": "START",
    "mi|au milieu de": "MID",
    "fin|à la fin de": "END",
    "environ|près de": "APPROX",
    "plus de": "MORE_THAN",
    "moins de": "LESS_THAN",
  }),
  daypart: wordClass({ matin: "MO", "après-midi": "AF", soir: "EV", nuit: "NI" }),
} satisfies Language["classes"];

const pieces = {
  phase: "(?:(?<mod>début|mi|fin)[ -])?",
  approx: "(?:(?<mod>environ|près de|plus de|moins de) )?",
  which: "(?<way>derni(?:er|ère)|passée?|prochaine?)",
} as const;

const groups: readonly Group[] = [
  { near: /\d[./-]\d/g, rules: [...numericRules, dayFirst] },
  {
    near: /(?<!\p{L})(?:janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc)/giu,
    rules: [
      ["(?:{weekday} )?{day} {month}(?: {year})?", date],
      [
        "{phase}(?<month>janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)(?: {year}| {which})?",
        date,
      ],
      ["(?<=(?:en|de|depuis|mi-|fin|début) ?)(?<month>mai)(?: {year}| {which})?", date],
    ],
  },
  {
    near: /(?:lun|mar|mercre|jeu|vendre|same)di|dimanche/giu,
    rules: [["{weekday}(?: {which})?(?: {daypart})?", date]],
  },
  {
    near: /printemps|été|automne|hiver/giu,
    rules: [
      ["(?:{phase}|l['’])?{season} (?:{year}|{which})", date],
      ["(?<=à l['’]|au |en ){season}(?: {year})?(?! (?:un|le|la|de|très|plus|\\p{L}+é))", date],
    ],
  },
  {
    near: /(?<!\d)(?:1\d|20)\d\d(?!\d)|années|siècle|trimestre/giu,
    rules: [
      ["(?:les )?années {decade}", date],
      ["{century} siècle", date],
      ["{quarter} trimestre(?: (?:de )?{year})?", date],
      [
        "{phase}(?:l['’]année )?(?<year>(?:19|20)\\d\\d)(?! ?(?:%|euros|personnes|dollars))(?![.,:/-]\\d)",
        date,
      ],
      ["(?<=(?:en|depuis|vers|dès) )(?<year>1[0-8]\\d\\d)(?![.,:/-]\\d)", date],
    ],
  },
  { near: /aujourd|hier|demain/giu, rules: [["{daysOff}(?: {daypart})?", date]] },
  {
    near: /(?<!\p{L})(?:an|année|mois|semaine|jour|journée|décennie|siècle|trimestre|week-end|heure|minute|seconde)s?(?!\p{L})/giu,
    rules: [
      [
        "(?:l['’]|la |le )?(?<unit>an|année|mois|semaine|week-end|décennie|siècle|trimestre) {which}",
        relative,
      ],
      ["(?<way>cette|ce) (?<unit>année|mois|semaine|week-end|trimestre)(?:-ci)?", relative],
      ["il y a {approx}{n} {unit}", (parts, context) => fromNow({ ...parts, way: -1 }, context)],
      ["(?<=dans ){approx}{n} {unit}", (parts, context) => fromNow({ ...parts, way: 1 }, context)],
      ["{approx}{n} {unit} (?<way>plus tôt|auparavant|plus tard|après)", fromThen],
      ["{approx}{n} {unit}", duration],
      ["(?:les |ces |des )?{n} (?:derni(?:er|ère)s|prochaine?s) {unit}", duration],
      ["chaque {unit}|chaque {weekday}|tous les (?<unit>jours|mois|ans)", set],
    ],
  },
  {
    near: /quotidien|hebdomadaire|mensuel|actuel|maintenant|récemment|désormais|à l['’]avenir|passé/giu,
    rules: [
      ["quotidien(?:ne)?(?:s|ment)?", () => set({ unit: "day" })],
      ["hebdomadaires?", () => set({ unit: "week" })],
      ["mensuel(?:le)?(?:s|ment)?", () => set({ unit: "month" })],
      ["maintenant|actuellement|désormais", reference("PRESENT_REF")],
      ["récemment|dans le passé|par le passé", reference("PAST_REF")],
      ["à l['’]avenir", reference("FUTURE_REF")],
    ],
  },
];

/** French. */
export const french: Language = {
  classes,
  pieces,
  groups,
  tense: tenseByWords(
    /^(?:a|ont|est|sont|était|étaient|avait|avaient|\p{L}+(?:aient|ait)|(?:s['’]|n['’])est)$/iu,
    /^(?:va|vont|devrait|devraient|doit|doivent|prévue?s?|\p{L}{2,}(?:era|eront|ira|iront|dra|dront))$/iu,
  ),
  deadline: /(?:^|\s)(?:d['’]ici|jusqu['’]en|avant)\s*(?:à\s+)?$/iu,
  tellings: [{ pattern: /l['’]année (?:touche à sa fin|s['’]achève)/iu, months: [12, 12] }],
  runningYear: /(?:tout au long de|depuis le début de|au cours de) (?:l['’]année )?(?<year>20\d\d)/iu,
};
