import { easter, fixed, nthWeekday } from "../holidays.ts";
import { type Language, type Measure, orFigures, type Quantity, wordClass } from "../rule.ts";

const ones = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
} as const;
const tens = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
} as const;
const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  "twenty-first": 21,
  thirtieth: 30,
};

const onesSource = Object.keys(ones)
  .sort((a, b) => b.length - a.length)
  .join("|");
const tensSource = Object.keys(tens).join("|");
const spelled = `(?:${tensSource})(?:[- ](?:${onesSource}))?|${onesSource}`;

/** The value of a number below a hundred in words, "twenty-five"; undefined where it is none. */
function small(words: string): number | undefined {
  const [first = "", second] = words.split(/[-\s]+/);
  const ten = tens[first as keyof typeof tens];
  if (ten === undefined) return ones[first as keyof typeof ones];
  return ten + (second === undefined ? 0 : (ones[second as keyof typeof ones] ?? 0));
}

function quantity(text: string): Quantity | undefined {
  const form = text.toLowerCase().replace(/\s+/g, " ");
  if (/^[\d,]+(?:\.\d+)?$/.test(form)) return Number(form.replaceAll(",", ""));
  if (/^half an?$/.test(form)) return 0.5;
  const fraction = /^(\d+) ([1-9])\/([2-9])$/.exec(form);
  if (fraction) return Number(fraction[1]) + Number(fraction[2]) / Number(fraction[3]);
  if (/^(?:a|an|another)$/.test(form)) return 1;
  if (/^(?:a )?couple(?: of)?$/.test(form)) return 2;
  const [, head, hundred, tail] = /^(.*?) ?(hundred|thousand)?(?: (?:and )?(.*))?$/.exec(form) ?? [];
  if (hundred) {
    const times = head === "a" || head === "" ? 1 : small(head!);
    return times === undefined
      ? undefined
      : times * (hundred === "hundred" ? 100 : 1000) + (tail ? (small(tail) ?? 0) : 0);
  }
  const half = /^(.*?)[- ]and[- ]a[- ]half$/.exec(form);
  if (half) {
    const whole = /^\d+$/.test(half[1]!) ? Number(half[1]) : small(half[1]!);
    return whole === undefined ? undefined : whole + 0.5;
  }
  return (
    small(form) ??
    (/^(?:several|(?:a )?few|many|some|dozens of|hundreds of|thousands of|scores of|recent|a number of)$/.test(
      form,
    )
      ? "X"
      : undefined)
  );
}

function yearOf(text: string): number | undefined {
  const form = text.toLowerCase();
  if (/^\d+$/.test(form)) return Number(form);
  if (/^['’‘`]\d\d$/.test(form)) return Number(form.slice(1));
  const thousands = /^two thousand(?:\s+(?:and\s+)?(.+))?$/.exec(form);
  if (thousands) return 2000 + (thousands[1] ? (small(thousands[1]) ?? Number.NaN) : 0);
  const [, century = "", rest = ""] = /^(\w+)\s+(.+)$/.exec(form) ?? [];
  return small(century)! * 100 + small(rest)!;
}

const months = wordClass(
  {
    january: 1,
    february: 2,
    march: 3,
    april: 4,
    may: 5,
    june: 6,
    july: 7,
    august: 8,
    september: 9,
    october: 10,
    november: 11,
    december: 12,
    "jan\\.?": 1,
    "feb\\.?": 2,
    "mar\\.?": 3,
    "apr\\.?": 4,
    "jun\\.?": 6,
    "jul\\.?": 7,
    "aug\\.?": 8,
    "sept?\\.?": 9,
    "oct\\.?": 10,
    "nov\\.?": 11,
    "dec\\.?": 12,
  },
  { capital: "always" },
);

const ordinalDay = wordClass<number>(ordinals);

/** English words by what they say of time. */
export const classes = {
  year: {
    source: `(?:1\\d|20)\\d\\d|['’‘\`]\\d\\d|two\\s+thousand(?:\\s+(?:and\\s+)?(?:${spelled}))?|(?:nineteen|eighteen)\\s+(?:${spelled})`,
    read: yearOf,
  },
  month: orFigures(months),
  day: {
    source: `(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?|${ordinalDay.source}`,
    read: orFigures(ordinalDay).read,
  },
  weekday: wordClass(
    {
      "mon(?:day|\\.)": 1,
      "tues?(?:day|\\.)": 2,
      "wed(?:nesday|\\.)": 3,
      "thu(?:rsday|rs?\\.|\\.)": 4,
      "fri(?:day|\\.)": 5,
      "sat(?:urday|\\.)": 6,
      "sun(?:day|\\.)": 7,
    },
    { capital: "always" },
  ),
  season: wordClass({ "spring(?:time)?": 1, "summer(?:time)?": 2, "fall|autumn": 3, "winter(?:time)?": 4 }),
  quarter: wordClass({
    "first|1st": 1,
    "second|2nd": 2,
    "third|3rd": 3,
    "(?:fourth|4th|final|last)": 4,
    q1: 1,
    q2: 2,
    q3: 3,
    q4: 4,
  }),
  half: wordClass({ "first|1st": 1, "second|2nd|latter|last": 2 }),
  decade: {
    source:
      "(?:1\\d|20)\\d0['’]?s|['’‘`]?[1-9]0['’]?s|(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)",
    read: (text) =>
      /\d/.test(text) ? Number(text.replace(/\D/g, "")) : small(text.toLowerCase().replace(/ies$/, "y")),
  },
  century: { source: `\\d\\d?(?:st|nd|rd|th)|${ordinalDay.source}`, read: orFigures(ordinalDay).read },
  daysOff: wordClass({
    today: 0,
    tomorrow: 1,
    yesterday: -1,
    "the day after tomorrow": 2,
    "the day before yesterday": -2,
  }),
  n: {
    source:
      `half an?|\\d+ [1-9]/[2-9]|\\d[\\d,]*(?:\\.\\d+)?|(?:(?:${spelled}|a) hundred(?: (?:and )?(?:${spelled}))?)|(?:${spelled}|a) thousand|(?:\\d+|${onesSource})[- ]and[- ]a[- ]half|${spelled}|(?:a )?couple(?: of)?|several|(?:a )?few|many|dozens of|hundreds of|thousands of|a number of|another|an?`.replaceAll(
        " ",
        "\\s+",
      ),
    read: quantity,
  },
  m: { source: `\\d+|${spelled}`, read: quantity },
  unit: wordClass<Measure>(
    {
      "years?": "year",
      "months?": "month",
      "weeks?": "week",
      "days?": "day",
      "decades?": "decade",
      "centur(?:y|ies)": "century",
      "millenni(?:um|a)": "millennium",
      "quarters?": "quarter",
      "weekends?": "weekend",
      "hours?|hrs?": "hour",
      "minutes?|mins?": "minute",
      "seconds?": "second",
      "daily|nightly": "day",
      weekly: "week",
      monthly: "month",
      quarterly: "quarter",
      "annually|yearly": "year",
      hourly: "hour",
    },
    // "This Week", "60 Minutes": names, not times.
    { capital: "first" },
  ),
  way: wordClass<-1 | 0 | 1>({
    "last|past|previous|prior|preceding": -1,
    "this|current|this past|this coming|the same": 0,
    "next|coming|following|upcoming": 1,
    "ago|earlier|before": -1,
    "later|after|from now|hence|afterwards?": 1,
  }),
  mod: wordClass({
    "earl(?:y|ier)": "START",
    "(?:the )?(?:beginning|start) of|first (?:week|days) of": "START",
    "mid|(?:the )?middle of": "MID",
    "later?|end|(?:the )?(?:end|close) of|(?:last|final) (?:week|days) of": "END",
    "about|around|approximately|roughly|some": "APPROX",
    "more than|over": "MORE_THAN",
    "at least": "EQUAL_OR_MORE",
    "less than|nearly|almost|under": "LESS_THAN",
    "up to|no more than": "EQUAL_OR_LESS",
  }),
  daypart: wordClass({ morning: "MO", afternoon: "AF", evening: "EV", "night|tonight": "NI" }),
  hour: {
    source: "2[0-4]|1\\d|0?\\d|noon|midday|midnight",
    read: (text) => (/^\d/.test(text) ? Number(text) : /^midnight$/i.test(text) ? 24 : 12),
  },
  minute: { source: "[0-5]\\d", read: Number },
  meridiem: wordClass<0 | 12>({ "a\\.?m\\.?": 0, "p\\.?m\\.?": 12 }),
  quant: wordClass({ "every|every other": "EVERY", each: "EACH" }),
  yearWay: wordClass<-1 | 0 | 1>({ last: -1, this: 0, next: 1 }),
  freq: {
    source: `once|twice|(?:\\d+|${onesSource}) times`,
    read: (text) =>
      /^once/i.test(text)
        ? "1X"
        : /^twice/i.test(text)
          ? "2X"
          : `${quantity(text.replace(/\s+times$/i, ""))}X`,
  },
  holiday: wordClass({
    "new year['’]?s(?: day)?": fixed(1, 1),
    "new year['’]?s eve": fixed(12, 31),
    "christmas(?: day)?": fixed(12, 25),
    "christmas eve": fixed(12, 24),
    "boxing day": fixed(12, 26),
    "valentine['’]?s day": fixed(2, 14),
    "st\\.? patrick['’]?s day": fixed(3, 17),
    "april fools['’]?(?: day)?": fixed(4, 1),
    "may day": fixed(5, 1),
    halloween: fixed(10, 31),
    "veterans['’]?(?: day)": fixed(11, 11),
    "independence day|the fourth of july": fixed(7, 4),
    "thanksgiving(?: day)?": nthWeekday(11, 4, 4),
    "martin luther king(?:,? jr\\.?)?(?:['’]s)?(?: birthday| day)": nthWeekday(1, 1, 3),
    "presidents['’]? day": nthWeekday(2, 1, 3),
    "mother['’]?s day": nthWeekday(5, 7, 2),
    "memorial day": nthWeekday(5, 1, -1),
    "labor day": nthWeekday(9, 1, 1),
    "columbus day": nthWeekday(10, 1, 2),
    "election day": nthWeekday(11, 1, 1, 1),
    "black friday": nthWeekday(11, 4, 4, 1),
    "good friday": easter(-2),
    "easter(?: sunday)?": easter(0),
    "easter monday": easter(1),
    "palm sunday": easter(-7),
    "ash wednesday": easter(-46),
  }),
} satisfies Language["classes"];
