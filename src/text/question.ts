/** What a question asks for: something counted, a point in time, somebody or somewhere by name, what may be, or why. */
export type Wanted = "number" | "time" | "name" | "possibility" | "reason";

/** What a question's words ask for, or null where they leave it open. English and Russian. */
export function wanted(question: string): Wanted | null {
  return kinds.find(([, asks]) => asks.test(question))?.[0] ?? null;
}

/** Whether a sentence holds what a question asks for, as far as its words show; `asked` are the question's own folded words. */
export function holds(sentence: string, kind: Wanted, asked: ReadonlySet<string>): boolean {
  const matches = sentence.matchAll(signs[kind]);
  return matches.some(([match]) => !asked.has(match.toLowerCase()));
}

const kinds: readonly (readonly [Wanted, RegExp])[] = [
  [
    "time",
    /\b(?:since )?when\b|\b(?:what|which) (?:exact |specific )?(?:year|date|day|month|decade|century|time)s?\b|\bhow (?:long ago|recently)\b|(?<!\p{L})(?:когда|в каком (?:году|месяце|веке)|какого числа|как давно)(?!\p{L})/iu,
  ],
  [
    "number",
    /\bhow (?:many|much|old|long|far|tall|high|large|big|often|deep|wide|fast|heavy)\b|\b(?:what|which) (?:\w+ )?(?:number|percentage|percent|proportion|share|amount|age|rate|population|price|cost|distance|size|score)\b|(?<!\p{L})(?:сколько|како[ейв]\p{L}* (?:количеств|числ|процент|дол|возраст|цен)\p{L}*|как (?:часто|долго|далеко))(?!\p{L})/iu,
  ],
  ["name", /\b(?:who|whom|whose|where)\b|(?<!\p{L})(?:кто|кого|кому|кем|где|куда|откуда)(?!\p{L})/iu],
  ["reason", /\bwhy\b|\bwhat (?:caused|led|made)\b|(?<!\p{L})(?:почему|зачем|из-за чего)(?!\p{L})/iu],
  ["possibility", /\b(?:could|would|might|may)\b|(?<!\p{L})(?:бы|может|могут|могла?|могли)(?!\p{L})/iu],
];

const numbers =
  "\\p{N}+|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|twice|once)\\b|(?<!\\p{L})(?:од[ин]н\\p{L}*|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|сто|тысяч\\p{L}*|миллион\\p{L}*|миллиард\\p{L}*)(?!\\p{L})";
const times =
  "\\p{N}+|\\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|spring|summer|autumn|winter|today|yesterday|tomorrow|year|month|week|decades?|century)\\b|(?<!\\p{L})(?:январ|феврал|март|апрел|ма[йея]|июн|июл|август|сентябр|октябр|ноябр|декабр|год|месяц|недел|век|вчера|сегодня)\\p{L}*";

/** What shows in a sentence that it may answer such a question. */
const signs: Readonly<Record<Wanted, RegExp>> = {
  number: new RegExp(numbers, "giu"),
  time: new RegExp(times, "giu"),
  // A capital that no sentence's beginning asks for.
  name: /(?<=[\p{Ll}\p{N},;:–—)"“”’] ["“(]?)\p{Lu}[\p{L}\p{M}.'’-]+/gu,
  possibility: /\b(?:could|would|might|may|can)\b|(?<!\p{L})(?:бы|может|могут)(?!\p{L})/giu,
  reason:
    /\b(?:because|since|due|after|following|therefore|reason|so that|in order|caused?|led|prompt\p{L}*)\b|(?<!\p{L})(?:потому|поскольку|из-за|после|чтобы|ради|причин\p{L}*)(?!\p{L})/giu,
};
