/** A number as a text states it, in digits or in words. */
export interface Quantity {
  readonly value: number;
  /** `percent`, an ISO 4217 code, or null. */
  readonly unit: string | null;
  readonly ordinal: boolean;
  /** UTF-16 offsets of the number without its unit. */
  readonly start: number;
  readonly end: number;
}

const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const tens = "twenty thirty forty fifty sixty seventy eighty ninety";
const ordinals =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth";
const scales: Readonly<Record<string, number>> = {
  decade: 10,
  decades: 10,
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
const small = new Map<string, { value: number; ordinal: boolean }>();
ones.split(" ").forEach((word, i) => {
  small.set(word, { value: i, ordinal: false });
});
ordinals.split(" ").forEach((word, i) => {
  small.set(word, { value: i, ordinal: true });
});
tens.split(" ").forEach((word, i) => {
  small.set(word, { value: 20 + 10 * i, ordinal: false });
  small.set(word.replace(/y$/, "ieth"), { value: 20 + 10 * i, ordinal: true });
});
small.set("dozen", { value: 12, ordinal: false });

const unitsAfter: readonly [RegExp, string][] = [
  [/^(?:\s*(?:%|％)|[\s-]+(?:percent|per\s+cent|pct|percentage\s+points?)\b)/iu, "percent"],
  [/^(?:\s*\$|[\s-]+(?:US\s+)?dollars?\b|\s+USD\b)/u, "USD"],
  [/^(?:\s*€|\s+euros?\b|\s+EUR\b)/u, "EUR"],
  [/^(?:\s*£|\s+pounds?\b|\s+GBP\b)/u, "GBP"],
  [/^(?:\s*¥|\s+yen\b|\s+JPY\b)/u, "JPY"],
  [/^(?:\s*₽|\s+rou?bles?\b|\s+RUB\b)/u, "RUB"],
];
const unitsBefore: Readonly<Record<string, string>> = {
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  "₽": "RUB",
};

const digits =
  /(?<![\p{L}\d.,])\d{1,3}(?:([,\u00a0\u202f' .’])\d{3})(?:\1\d{3})*(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+(?!\.?\d))?/gu;
const numberWord = [
  ...small.keys(),
  "decades?",
  "hundred",
  "thousand",
  "million",
  "billion",
  "trillion",
].join("|");
const spelled = new RegExp(
  `(?<![\\p{L}\\d])(?:${numberWord})(?:(?:[\\s-]+|(?<=hundred|thousand|million)\\s+and\\s+)(?:${numberWord}))*(?![\\p{L}\\d])`,
  "giu",
);

/** The numbers that a text states, in order: digits with separators and scales, and English number words. */
export function quantities(text: string): Quantity[] {
  // A dotted date is three numbers, not one with a decimal mark.
  const undotted = text.replace(/(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{2,4})(?!\d)/g, "$1/$2/$3");
  const found = [...inDigits(undotted), ...inWords(text)];
  return found.sort((a, b) => a.start - b.start);
}

function* inDigits(text: string): Generator<Quantity> {
  for (const match of text.matchAll(digits)) {
    const start = match.index;
    let end = start + match[0].length;
    let value = parseDigits(match[0]);
    const after = text.slice(end);
    const suffix = /^(?:st|nd|rd|th)\b/i.exec(after);
    // "$5m": a bare letter is a scale only where money comes before it; elsewhere it may be metres.
    const money = /[$€£¥₽]\s?$/u.test(text.slice(0, start)) ? /^(?:m|k)\b/i.exec(after) : null;
    const scale = /^[\s-]?(decades?|hundred|thousand|million|billion|trillion|bn|mn|tn)\b/i.exec(after);
    if (money) {
      value *= money[0].toLowerCase() === "m" ? 1e6 : 1e3;
      end += 1;
    } else if (suffix) end += suffix[0].length;
    else if (scale) {
      value *= scales[scale[1]!.toLowerCase()]!;
      end += scale[0].length;
    }
    yield { value, unit: unit(text, start, end), ordinal: suffix !== null, start, end };
  }
}

function* inWords(text: string): Generator<Quantity> {
  for (const match of text.matchAll(spelled)) {
    const start = match.index;
    const end = start + match[0].length;
    // "3 million" is read with its digits.
    if (/\d[\s-]?$/.test(text.slice(0, start))) continue;
    const words = match[0].toLowerCase().split(/[\s-]+(?:and[\s-]+)?/);
    // "one" and "second" alone are a pronoun and a unit of time more often than a count.
    if (words.length === 1 && (words[0] === "one" || words[0] === "zero")) continue;
    let total = 0;
    let group = 0;
    let ordinal = false;
    for (const word of words) {
      const known = small.get(word);
      const scale = scales[word];
      if (known) group = word === "dozen" ? Math.max(1, group) * 12 : group + known.value;
      if (known?.ordinal) ordinal = true;
      if (scale === 10 || scale === 100) group = Math.max(1, group) * scale;
      else if (scale) {
        total += Math.max(1, group) * scale;
        group = 0;
      }
    }
    yield { value: total + group, unit: unit(text, start, end), ordinal, start, end };
  }
}

/** Digits with thousands separators or a decimal mark, in either convention. */
function parseDigits(digits: string): number {
  const grouped = /^\d{1,3}(?:([,\u00a0\u202f' .’])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/u.exec(digits);
  if (grouped) {
    const separator = grouped[1]!;
    const rest = digits.split(separator).join("").replace(",", ".");
    return Number(rest);
  }
  return Number(digits.replace(",", "."));
}

function unit(text: string, start: number, end: number): string | null {
  const after = text.slice(end, end + 24);
  for (const [pattern, name] of unitsAfter) if (pattern.test(after)) return name;
  return unitsBefore[text.slice(0, start).trimEnd().at(-1) ?? ""] ?? null;
}
