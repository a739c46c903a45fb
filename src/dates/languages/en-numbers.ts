import type { Quantity } from "../rule.ts";

const ones = counted(
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
);
const tens = counted("twenty thirty forty fifty sixty seventy eighty ninety", (i) => (i + 2) * 10);

/** Ordinals up to the days of a month. */
export const ordinals: Readonly<Record<string, number>> = {
  ...counted(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
  ),
  ...counted(
    "twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first",
    (i) => i + 21,
  ),
};

/** A pattern for the numbers below twenty. */
export const onesSource = Object.keys(ones)
  .sort((a, b) => b.length - a.length)
  .join("|");
/** A pattern for the numbers below a hundred. */
export const spelled = `(?:${Object.keys(tens).join("|")})(?:[- ](?:${onesSource}))?|${onesSource}`;
/** A pattern for what {@link quantity} reads. */
export const quantitySource =
  `half an?|\\d+ [1-9]/[2-9]|\\d[\\d,]*(?:\\.\\d+)?|(?:(?:${spelled}|a) hundred(?: (?:and )?(?:${spelled}))?)|(?:${spelled}|a) thousand|(?:\\d+|${onesSource})[- ]and[- ]a[- ]half|${spelled}|(?:a )?couple(?: of)?|(?:several|(?:a )?few|many)(?: (?:hundred|thousand))?|dozens of|hundreds of|thousands of|a number of|another|an?`.replaceAll(
    " ",
    "\\s+",
  );

/** The value of a number below a hundred in words, "twenty-five"; undefined where it is none. */
export function small(words: string): number | undefined {
  const [first = "", second = ""] = words.split(/[-\s]+/);
  const ten = tens[first];
  return ten === undefined ? ones[first] : ten + (ones[second] ?? 0);
}

/** How many: "3", "two hundred", "two and a half", "2 1/2", "a couple of"; `X` for "several" and the like. */
export function quantity(text: string): Quantity | undefined {
  const form = text.toLowerCase().replace(/\s+/g, " ");
  if (/^[\d,]+(?:\.\d+)?$/.test(form)) return Number(form.replaceAll(",", ""));
  if (/^half an?$/.test(form)) return 0.5;
  if (/^(?:an?|another)$/.test(form)) return 1;
  if (/^(?:a )?couple(?: of)?$/.test(form)) return 2;
  if (/^(?:(?:several|(?:a )?few|many)(?: (?:hundred|thousand))?|.* of)$/.test(form)) return "X";
  const fraction = /^(\d+) ([1-9])\/([2-9])$/.exec(form);
  if (fraction) return Number(fraction[1]) + Number(fraction[2]) / Number(fraction[3]);
  const half = /^(\d+|[a-z]+)[- ]and[- ]a[- ]half$/.exec(form);
  if (half) return (/^\d/.test(half[1]!) ? Number(half[1]) : (small(half[1]!) ?? Number.NaN)) + 0.5;
  const many = /^(.+?) (hundred|thousand)(?: (?:and )?(.+))?$/.exec(form);
  if (!many) return small(form);
  const [, head, unit, tail] = many;
  const times = head === "a" ? 1 : (small(head!) ?? Number.NaN);
  return times * (unit === "hundred" ? 100 : 1000) + (tail ? (small(tail) ?? 0) : 0);
}

/** Years in words, as spoken. */
export const yearSource = `(?:1\\d|20)\\d\\d|['’‘\`]\\d\\d|two\\s+thousand(?:\\s+(?:and\\s+)?(?:${spelled}))?|(?:nineteen|eighteen)\\s+(?:${spelled})`;

/** A year: "1994", "'94", "nineteen ninety-four", "two thousand and four". */
export function yearOf(text: string): number | undefined {
  const form = text.toLowerCase();
  if (/^['’‘`]?\d+$/.test(form)) return Number(form.replace(/\D/, ""));
  const [, head = "", tail = ""] =
    /^(two thousand|\w+)(?: (?:and )?(.+))?$/.exec(form.replace(/\s+/g, " ")) ?? [];
  const rest = tail === "" ? 0 : small(tail);
  if (rest === undefined) return undefined;
  return head === "two thousand" ? 2000 + rest : small(head)! * 100 + rest;
}

/** Words in order, each with its number: from one, or as `value` says of its place. */
function counted(words: string, value = (i: number) => i + 1): Readonly<Record<string, number>> {
  return Object.fromEntries(words.split(" ").map((word, i) => [word, value(i)]));
}
