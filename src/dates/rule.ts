import type { Grain, Unit } from "./grain.ts";
import type { Timex } from "./timex.ts";

/** How many; `X` for "several", "a few", or a plural without a number. */
export type Quantity = number | "X";
/** Units of durations and sets beyond the calendar's. */
export type Measure = Exclude<Unit, "weekend"> | "hour" | "minute" | "second" | "weekend";
/** Where an event stands towards the telling: what a verb's tense says. */
export type Tense = "past" | "future" | null;

/** What the words of one expression say, by kind. A rule's pattern names them: `{month} {day}`. */
export interface Parts {
  /** A full year, or one of two digits as it was written. */
  year?: number;
  month?: number;
  day?: number;
  weekday?: number;
  season?: number;
  quarter?: number;
  half?: number;
  /** First year of a decade, or its tens alone (`90` for "the '90s"). */
  decade?: number;
  century?: number;
  holiday?: (year: number) => Grain;
  /** Days from today: yesterday is -1. */
  daysOff?: number;
  n?: Quantity;
  /** A second number, of "two to three weeks" or "March 12-14". */
  m?: Quantity;
  unit?: Measure;
  /** -1 last, 0 this, 1 next. */
  way?: -1 | 0 | 1;
  /** Of a year beside a month: "July last year" is -1. */
  yearWay?: -1 | 0 | 1;
  /** A TIMEX3 `mod`. */
  mod?: string;
  /** Part of the day: `MO`, `AF`, `EV`, `NI`. */
  daypart?: string;
  hour?: number;
  minute?: number;
  /** 12 after noon, 0 before it. */
  meridiem?: 0 | 12;
  /** How often, of a set. */
  freq?: string;
  quant?: string;
}

/** Reads one word class: what a matched text is worth, or undefined where it is not of the class after all. */
export interface WordClass<K extends keyof Parts = keyof Parts> {
  readonly source: string;
  /** `first`: nothing of the expression stands before it. */
  readonly read: (text: string, first: boolean) => Parts[K] | undefined;
}

/** What an expression's reading depends on beside its own words. */
export interface Context {
  /** When the text was published: a day, or as near as it is known. */
  readonly published: Grain | null;
  /** The last date that the text itself named before: where "a month later" starts. */
  readonly anchor: Grain | null;
  /** A day named before in the same sentence: what "at 10 p.m." is of. */
  readonly day: Grain | null;
  /** The quarter named last, where that was close by: what figures "a year ago" are of. */
  readonly quarter: Grain | null;
  /** Tense of the clause that holds the expression. */
  tense(): Tense;
}

/** A read expression: TIMEX3 attributes, and the period it stands for where there is one. */
export interface Reading extends Omit<Timex, "start" | "end" | "text"> {
  readonly grain?: Grain | undefined;
  /** A date only compared with: "a month later" does not count from it. */
  readonly aside?: boolean | undefined;
}

/** What the words of an expression mean in their context; null where they are none after all. */
export type Means = (parts: Parts, context: Context) => Reading | null;

/**
 * A pattern of words, and what it means. The pattern is a regular expression in which `{class}` stands for any word of
 * a class or a named piece, and a space for any white space. It matches whole words, whatever their case;
 * classes that care for case reject what they read.
 */
export type Rule = readonly [pattern: string, means: Means];

/** Rules whose every match holds, or stands close to, some word that `near` finds: the rest of a text is not looked at. */
export interface Group {
  /** Global. */
  readonly near: RegExp;
  readonly rules: readonly Rule[];
}

/** All that is known of one language. */
export interface Language {
  /** Word classes by the part they fill; `{day}` in a pattern is the class `day`. */
  readonly classes: { readonly [K in keyof Parts]?: WordClass<K> };
  /** Pieces of patterns by name, for `{name}` where there is no class of that name. */
  readonly pieces?: Readonly<Record<string, string>>;
  readonly groups: readonly Group[];
  /** The tense at a place of a text; null where the language has no such rule. */
  readonly tense: (text: string, start: number, end: number) => Tense;
  /** Words that tell the time of year a text was written in, as its first and last month: "as the year nears its end". */
  readonly tellings?: readonly { readonly pattern: RegExp; readonly months: readonly [number, number] }[];
  /** Words that name, as `year`, a year not over when the text was written: "Throughout 2025". */
  readonly runningYear?: RegExp;
  /** Ends the words before a date that may not be over: "by 2030". */
  readonly deadline?: RegExp;
  /** Scripts without spaces: patterns match anywhere, not at word edges only. */
  readonly unspaced?: boolean;
}

/**
 * A class from a list of words: the longest that matches wins. Keys are regular expressions, lower case.
 * `capital` `always`: no word of it is in lower case; `first`: none has a capital but where it begins the expression.
 */
export function wordClass<T>(
  words: Readonly<Record<string, T>>,
  { capital }: { capital?: "always" | "first" } = {},
): { readonly source: string; readonly read: (text: string, first: boolean) => T | undefined } {
  const keys = Object.keys(words).sort((a, b) => b.length - a.length);
  const tests = keys.map(
    (key) => [new RegExp(`^(?:${key.replaceAll(" ", "\\s+")})$`, "u"), words[key]!] as const,
  );
  const known = new Map<string, T | undefined>();
  return {
    source: keys.join("|").replaceAll(" ", "\\s+"),
    read(text, first) {
      if (capital === "always" && /^\p{Ll}/u.test(text)) return undefined;
      if (capital === "first" && !first && /^\p{Lu}\p{Ll}/u.test(text)) return undefined;
      const form = text.toLowerCase();
      if (!known.has(form)) known.set(form, tests.find(([test]) => test.test(form))?.[1]);
      return known.get(form);
    },
  };
}

/** A class of words that may also be written in figures. */
export function orFigures<T>(words: {
  source: string;
  read: (text: string, first: boolean) => T | undefined;
}) {
  return {
    source: words.source,
    read: (text: string, first = false) =>
      /^\d/.test(text) ? Number.parseInt(text, 10) : words.read(text, first),
  };
}
