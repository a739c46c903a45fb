import { duration, set } from "../lengths.ts";
import { date } from "../named.ts";
import { fromNow, fromThen, reference, relative } from "../relative.ts";
import { type Group, type Language, type Measure, orFigures, type Quantity, wordClass } from "../rule.ts";
import { tenseByWords } from "../tense.ts";
import { dayFirst, numericRules } from "./numeric.ts";

const classes = {
  year: { source: "(?:1\\d|20)\\d\\d", read: Number },
  day: { source: "3[01]|[12]\\d|0?[1-9]", read: Number },
  month: orFigures(
    wordClass({
      enero: 1,
      febrero: 2,
      marzo: 3,
      abril: 4,
      mayo: 5,
      junio: 6,
      julio: 7,
      agosto: 8,
      "septiembre|setiembre": 9,
      octubre: 10,
      noviembre: 11,
      diciembre: 12,
    }),
  ),
  weekday: wordClass({ lunes: 1, martes: 2, miércoles: 3, jueves: 4, viernes: 5, sábado: 6, domingo: 7 }),
  season: wordClass({ primavera: 1, verano: 2, otoño: 3, invierno: 4 }),
  quarter: wordClass({ primer: 1, segundo: 2, tercer: 3, cuarto: 4 }),
  decade: { source: "(?:19|20)?\\d0", read: Number },
  century: wordClass({ xvii: 17, xviii: 18, xix: 19, xx: 20, xxi: 21 }),
  daysOff: wordClass({ hoy: 0, ayer: -1, anteayer: -2, mañana: 1, "pasado mañana": 2 }),
  n: orFigures(
    wordClass<Quantity>({
      "\\d+": 0,
      "una?": 1,
      dos: 2,
      tres: 3,
      cuatro: 4,
      cinco: 5,
      seis: 6,
      siete: 7,
      ocho: 8,
      nueve: 9,
      diez: 10,
      once: 11,
      doce: 12,
      quince: 15,
      veinte: 20,
      treinta: 30,
      "algun[oa]s|vari[oa]s|un[oa]s pocos": "X",
    }),
  ),
  unit: wordClass<Measure>({
    "años?": "year",
    "mes(?:es)?": "month",
    "semanas?": "week",
    "días?": "day",
    "décadas?": "decade",
    "siglos?": "century",
    "trimestres?": "quarter",
    "fin(?:es)? de semana": "weekend",
    "horas?": "hour",
    "minutos?": "minute",
    "segundos?": "second",
  }),
  way: wordClass<-1 | 0 | 1>({
    "pasad[oa]|último": -1,
    "est[ea]": 0,
    "próxim[oa]|que viene": 1,
    "antes|atrás": -1,
    "después|más tarde": 1,
  }),
  mod: wordClass({
    "principios|comienzos|inicios": "START",
    mediados: "MID",
    "finales|fines": "END",
    "unos|unas|cerca de|alrededor de": "APPROX",
    "más de": "MORE_THAN",
    "menos de|casi": "LESS_THAN",
  }),
  daypart: wordClass({ mañana: "MO", tarde: "AF", noche: "NI" }),
} satisfies Language["classes"];

const pieces = {
  phase: "(?:(?:a )?(?<mod>principios|comienzos|inicios|mediados|finales|fines) de )?",
  approx: "(?:(?<mod>unos|unas|cerca de|alrededor de|más de|menos de|casi) )?",
  which: "(?<way>pasad[oa]|próxim[oa]|que viene)",
} as const;

const groups: readonly Group[] = [
  { near: /\d[./-]\d/g, rules: [...numericRules, dayFirst] },
  {
    near: /(?<!\p{L})(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)/giu,
    rules: [
      ["(?:{weekday},? )?{day} de {month}(?:(?: de| del)? {year})?", date],
      ["{phase}{month}(?: (?:de|del) {year}| (?:del )?(?:año )?{which})?", date],
    ],
  },
  {
    near: /lunes|martes|miércoles|jueves|viernes|sábado|domingo/giu,
    rules: [
      ["(?:(?<way>pasado|próximo) )?{weekday}(?: por la {daypart})?", date],
      ["{weekday} {which}", date],
    ],
  },
  {
    near: /primavera|verano|otoño|invierno/giu,
    rules: [
      ["{phase}(?:el |la )?{season} (?:(?:de|del) {year}|{which})", date],
      ["(?<=(?:en|este|esta) )(?:el |la )?{season}", date],
    ],
  },
  {
    near: /(?<!\d)(?:1\d|20)\d\d(?!\d)|años|siglo|trimestre/giu,
    rules: [
      ["(?:los )?años {decade}", date],
      ["siglo {century}", date],
      ["{quarter} trimestre(?: (?:de |del )?{year})?", date],
      ["{phase}(?:el año )?(?<year>(?:19|20)\\d\\d)(?! ?(?:%|euros|personas|dólares))(?![.,:/-]\\d)", date],
      ["(?<=(?:en|desde|hacia) )(?<year>1[0-8]\\d\\d)(?![.,:/-]\\d)", date],
    ],
  },
  {
    near: /(?<!\p{L})(?:hoy|ayer|anteayer|mañana)/giu,
    rules: [["(?<!la ){daysOff}(?: por la {daypart})?", date]],
  },
  {
    near: /(?<!\p{L})(?:año|mes|semana|día|década|siglo|trimestre|hora|minuto|segundo)(?:s|es)?(?!\p{L})/giu,
    rules: [
      ["(?:el |la )?{unit} {which}", relative],
      [
        "(?:el |la )?(?<way>pasado|pasada|último|próximo|próxima) (?<unit>año|mes|semana|trimestre|fin de semana|década)",
        relative,
      ],
      ["(?<way>este|esta) (?<unit>año|mes|semana|trimestre|fin de semana)", relative],
      [
        "hace {approx}{n} {unit}|{approx}{n} {unit} atrás",
        (parts, context) => fromNow({ ...parts, way: -1 }, context),
      ],
      ["(?<=dentro de ){approx}{n} {unit}", (parts, context) => fromNow({ ...parts, way: 1 }, context)],
      ["{approx}{n} {unit} (?<way>antes|después|más tarde)", fromThen],
      ["{approx}{n} {unit}", duration],
      ["(?:los |las )?(?:últimos|últimas|próximos|próximas) {n} {unit}", duration],
      ["cada {unit}|cada {weekday}|todos los (?<unit>días|meses|años)", set],
    ],
  },
  {
    near: /diari|semanal|mensual|actualmente|ahora|recientemente|en el pasado|en el futuro/giu,
    rules: [
      ["diari(?:o|a|os|as|amente)", () => set({ unit: "day" })],
      ["semanal(?:es|mente)?", () => set({ unit: "week" })],
      ["mensual(?:es|mente)?", () => set({ unit: "month" })],
      ["ahora|actualmente", reference("PRESENT_REF")],
      ["recientemente|en el pasado", reference("PAST_REF")],
      ["en el futuro", reference("FUTURE_REF")],
    ],
  },
];

/** Spanish. */
export const spanish: Language = {
  classes,
  pieces,
  groups,
  tense: tenseByWords(
    /^(?:fue(?:ron)?|era[n]?|había[n]?|ha|han|dijo|\p{L}{2,}(?:ó|aron|ieron|aba|aban|ía|ían)|tuvo|hizo|vino|puso|pudo)$/iu,
    /^(?:va|van|debe|deben|prevé|planea|previst[oa]s?|\p{L}{2,}(?:ará|arán|erá|erán|irá|irán|drá|drán))$/iu,
  ),
  deadline: /(?:^|\s)(?:hasta|antes de|para)\s+(?:el año\s+)?$/iu,
  tellings: [{ pattern: /el año (?:llega a su fin|se acerca a su fin|termina)/iu, months: [12, 12] }],
  runningYear: /(?:a lo largo de|durante todo|desde principios de|en lo que va de) (?<year>20\d\d)/iu,
};
