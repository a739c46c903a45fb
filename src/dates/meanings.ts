import { daysInMonth, padded } from "./calendar.ts";
import {
  day,
  firstDay,
  type Grain,
  lastDay,
  month,
  part,
  shifted,
  timexValue,
  type Unit,
  weekday as weekdayOfGrain,
  within,
  year,
  yearOf,
} from "./grain.ts";
import type { Context, Measure, Parts, Reading } from "./rule.ts";

/** What the rules of every language can mean: word classes and context in, TIMEX3 attributes out. */

/** A date that names calendar units: "Friday, Oct. 23", "late last summer", "fiscal 1989", "the third quarter of 2024". */
export function date(parts: Parts, context: Context): Reading | null {
  const at = calendarDate(parts, context);
  if (at === null) return null;
  if (typeof at === "string") return withTime({ type: "DATE", value: at, mod: parts.mod }, parts);
  return withTime({ type: "DATE", value: timexValue(at), grain: at, mod: parts.mod }, parts);
}

function calendarDate(parts: Parts, context: Context): Grain | string | null {
  const { month: m, day: d, season, quarter, half } = parts;
  if (m !== undefined && d !== undefined) {
    if (d < 1 || d > daysInMonth(parts.year === undefined ? 2000 : fullYear(parts.year), m)) return null;
    return inYear(
      (y) => day(y, m, Math.min(d, daysInMonth(y, m))),
      `${padded(m, 2)}-${padded(d, 2)}`,
      parts,
      context,
    );
  }
  if (m !== undefined) return inYear((y) => month(y, m), padded(m, 2), parts, context);
  if (season !== undefined)
    return inYear((y) => part("season", y, season), ["SP", "SU", "FA", "WI"][season - 1]!, parts, context);
  if (quarter !== undefined) return inYear((y) => part("quarter", y, quarter), `Q${quarter}`, parts, context);
  if (half !== undefined) return inYear((y) => part("half", y, half), `H${half}`, parts, context);
  if (parts.holiday !== undefined) {
    const { holiday } = parts;
    return inYear(holiday, timexValue(holiday(2000)).slice(5), parts, context);
  }
  if (parts.weekday !== undefined) return weekday(parts, context);
  if (parts.daysOff !== undefined) return daysOff(parts.daysOff, context);
  if (parts.decade !== undefined) return decade(parts.decade, context);
  if (parts.century !== undefined) return { unit: "century", n: parts.century - 1 };
  if (parts.year !== undefined) return year(fullYear(parts.year));
  return null;
}

/** A date that comes every year, in the year that its words or its context say. `rest` is its value after the year. */
function inYear(at: (year: number) => Grain, rest: string, parts: Parts, context: Context): Grain | string {
  if (parts.year !== undefined) return at(fullYear(parts.year));
  const { published } = context;
  if (!published) return `XXXX-${rest}`;
  const y = yearOf(published);
  if (parts.yearWay !== undefined) return at(y + parts.yearWay);
  const near = [at(y - 1), at(y), at(y + 1)];
  const [from, to] = [firstDay(published), lastDay(published)];
  if (parts.way === 0) return near[1]!;
  // In September, the summer just over is still "this summer": "last summer" is the one before.
  const gap = parts.season === undefined ? 0 : 45;
  if (parts.way === -1) return near.findLast((grain) => lastDay(grain) + gap < from) ?? near[0]!;
  if (parts.way === 1) return near.find((grain) => firstDay(grain) > to) ?? near[2]!;
  const tense = context.tense();
  const doubts = near[1]!.unit === "day" ? doubtOfDays : doubtOfPeriods;
  const doubt = (grain: Grain) => {
    const ahead = (firstDay(grain) + lastDay(grain) - from - to) / 2;
    const otherDay = parts.weekday !== undefined && weekdayOfGrain(grain) !== parts.weekday;
    const against =
      firstDay(grain) > to && tense !== "future"
        ? doubts[tense ?? "unknown"]
        : lastDay(grain) < from && tense === "future"
          ? doubts.future
          : 0;
    return Math.abs(ahead) + against + (otherDay ? 1000 : 0);
  };
  return near.reduce((best, grain) => (doubt(grain) < doubt(best) ? grain : best));
}

/**
 * How many days further off a date counts that the tense around speaks against. A tense found by word lists may be wrong,
 * so a date close by wins all the same; chosen on half of TimeBank and AQUAINT, and flat around these values.
 */
const doubtOfDays = { past: 90, future: 90, unknown: 0 } as const;
const doubtOfPeriods = { past: 200, future: 100, unknown: 60 } as const;

/** The last or next such weekday by tense; the day of publication itself where it is one. */
function weekday(parts: Parts, context: Context): Grain | string {
  const { published } = context;
  if (published?.unit !== "day") return `XXXX-WXX-${parts.weekday}`;
  const back = (weekdayOfGrain(published) - parts.weekday! + 7) % 7;
  if (parts.way === -1) return shifted(published, back === 0 ? -7 : -back);
  if (parts.way === 1) return shifted(published, 7 - back);
  if (back === 0) return published;
  return shifted(published, parts.way === 0 || context.tense() === "future" ? 7 - back : -back);
}

function daysOff(by: number, { published }: Context): Grain | string {
  if (published?.unit === "day") return shifted(published, by);
  if (by === 0) return published ?? "PRESENT_REF";
  return published ? unknownIn("day", published) : by < 0 ? "PAST_REF" : "FUTURE_REF";
}

/** Tens alone mean the latest such decade that has begun. */
function decade(first: number, { published }: Context): Grain {
  if (first >= 100) return { unit: "decade", n: Math.floor(first / 10) };
  const now = published ? Math.floor(yearOf(published) / 10) : 199;
  return { unit: "decade", n: now - ((((now - first / 10) % 10) + 10) % 10) };
}

/** "last week", "this month", "next year", "the current quarter". */
export function relative(parts: Parts, context: Context): Reading | null {
  const unit = calendarUnit(parts.unit!);
  const way = parts.way ?? 0;
  const { published } = context;
  if (!unit) return null;
  if (!published) return reference((["PAST_REF", "PRESENT_REF", "FUTURE_REF"] as const)[way + 1]!)();
  return at(published, unit, way, parts);
}

/** "two months ago", "in three days": counted from publication. */
export function fromNow(parts: Parts, context: Context): Reading | null {
  return yearBefore(parts, context.quarter) ?? counted(context.published, parts);
}

/** "a month later", "two years earlier": counted from the date named before, else from publication. */
export function fromThen(parts: Parts, context: Context): Reading | null {
  const { anchor, published, quarter } = context;
  if (!calendarUnit(parts.unit!) || (parts.n === "X" && parts.way === 1)) return duration(parts);
  const before = yearBefore(parts, quarter ?? (anchor?.unit === "month" ? anchor : null));
  if (before) return before;
  const reading = counted(anchor ?? published, parts);
  return reading && withTime({ ...reading, aside: parts.way === -1 }, parts);
}

/** "a year ago" beside the figures of a quarter: the same quarter, a year before. */
function yearBefore({ way, unit, n }: Parts, period: Grain | null): Reading | null {
  if (way !== -1 || unit !== "year" || typeof n !== "number" || !period) return null;
  const grain = shifted(period, -n * (period.unit === "quarter" ? 4 : 12));
  return { type: "DATE", value: timexValue(grain), grain, aside: true };
}

/** "the week of March 6". */
export function weekOf({ unit: _, ...parts }: Parts, context: Context): Reading | null {
  const { grain } = date(parts, context) ?? {};
  return grain ? at(grain, "week", 0, {}) : null;
}

/** "the quarter": the one named last, else the last that was over at publication. */
export function latestQuarter(_: Parts, { anchor, published }: Context): Reading | null {
  if (anchor?.unit === "quarter") return { type: "DATE", value: timexValue(anchor), grain: anchor };
  return published && at(published, "quarter", -1, {});
}

/** "the weekend": the one that holds or was before publication, or that comes, where the tense or "this" says so. */
export function weekend(parts: Parts, context: Context): Reading | null {
  const { published } = context;
  if (published?.unit !== "day") return relative(parts, context);
  const inIt = weekdayOfGrain(published) > 5;
  const ahead = parts.way === 0 || (parts.way === undefined && context.tense() === "future");
  if (parts.way === 1) return at(published, "weekend", inIt ? 1 : 0, parts);
  return at(published, "weekend", ahead || (inIt && parts.way === undefined) ? 0 : -1, parts);
}

/** "that year", "later that day": the period around the date named before. */
export function around(parts: Parts, context: Context): Reading | null {
  const unit = calendarUnit(parts.unit!);
  if (!unit || !context.anchor || wider(context.anchor.unit, unit)) return null;
  return at(context.anchor, unit, 0, parts);
}

function counted(base: Grain | null, parts: Parts): Reading | null {
  const way = parts.way ?? -1;
  const unit = calendarUnit(parts.unit!);
  if (parts.n === undefined || parts.n === "X" || !base || !unit)
    return { type: "DATE", value: way < 0 ? "PAST_REF" : "FUTURE_REF" };
  const years = { millennium: 1000, century: 100, decade: 10, year: 1 }[unit as string];
  if (years === undefined) return at(base, unit, Math.trunc(way * parts.n), parts);
  const by = way * parts.n * years;
  return Number.isInteger(by) ? at(base, "year", by, parts) : at(base, "month", Math.trunc(by * 12), parts);
}

/** The period `by` units away from the one that holds `base`; as much of it as a wider base lets one say. */
function at(base: Grain, unit: Unit, by: number, { mod }: Parts): Reading {
  if (wider(base.unit, unit)) return { type: "DATE", value: unknownIn(unit, base), mod };
  const grain = shifted(within(unit, base), by);
  return { type: "DATE", value: timexValue(grain), grain, mod };
}

const byWidth: readonly Unit[] = [
  "day",
  "weekend",
  "week",
  "month",
  "quarter",
  "season",
  "half",
  "year",
  "decade",
  "century",
  "millennium",
];

function wider(a: Unit, b: Unit): boolean {
  return byWidth.indexOf(a) > byWidth.indexOf(b);
}

function unknownIn(unit: Unit, base: Grain): string {
  const tail: Partial<Record<Unit, string>> = {
    week: "WXX",
    weekend: "WXX-WE",
    month: "XX",
    quarter: "QX",
    half: "HX",
  };
  if (unit === "day")
    return base.unit === "month" ? `${timexValue(base)}-XX` : `${padded(yearOf(base), 4)}-XX-XX`;
  return `${padded(yearOf(base), 4)}-${tail[unit] ?? "XX"}`;
}

/** "three weeks", "a decade", "several hours". */
export function duration(parts: Parts): Reading {
  const n = parts.m === undefined ? (parts.n ?? 1) : "X";
  return { type: "DURATION", value: period(n, parts.unit!), mod: parts.mod };
}

/** "every two weeks", "daily", "each July", "every Friday". */
export function set(parts: Parts): Reading {
  const { quant, freq } = parts;
  const value =
    parts.weekday !== undefined
      ? `XXXX-WXX-${parts.weekday}`
      : parts.month !== undefined
        ? `XXXX-${padded(parts.month, 2)}`
        : parts.season !== undefined
          ? `XXXX-${["SP", "SU", "FA", "WI"][parts.season - 1]!}`
          : parts.daypart !== undefined
            ? `XXXX-XX-XXT${parts.daypart}`
            : period(parts.n ?? 1, parts.unit!);
  return { type: "SET", value, quant, freq };
}

function period(n: number | "X", unit: Measure): string {
  const { prefix = "P", letter, times = 1, half } = lengths[unit];
  if (n === "X") return `${prefix}X${lengths[unit].vague ?? letter}`;
  const whole = Math.floor(n * times);
  if (half && n * times - whole === 0.5) return `${prefix}${whole || ""}${whole ? letter : ""}${half}`;
  return `${prefix}${n * times}${letter}`;
}

interface Length {
  readonly prefix?: string;
  readonly letter: string;
  /** How many of the letter's unit one is. */
  readonly times?: number;
  /** What a half is, in the next smaller unit. */
  readonly half?: string;
  /** The letters where no number is known. */
  readonly vague?: string;
}

/** How TIMEX3 writes lengths of time. */
const lengths: Readonly<Record<Measure, Length>> = {
  second: { prefix: "PT", letter: "S" },
  minute: { prefix: "PT", letter: "M", half: "30S" },
  hour: { prefix: "PT", letter: "H", half: "30M" },
  day: { letter: "D" },
  weekend: { letter: "WE" },
  week: { letter: "W" },
  month: { letter: "M" },
  quarter: { letter: "Q" },
  season: { letter: "M", times: 3 },
  half: { letter: "M", times: 6 },
  year: { letter: "Y", half: "6M" },
  decade: { letter: "Y", times: 10, vague: "DE" },
  century: { letter: "Y", times: 100, vague: "CE" },
  millennium: { letter: "Y", times: 1000, vague: "ML" },
};

/** A time of day, on the day its words name, else on that of publication. */
export function clock(parts: Parts, context: Context): Reading | null {
  const named = calendarDate(parts, context);
  const on = named ?? (context.published?.unit === "day" ? context.published : "XXXX-XX-XX");
  const value = typeof on === "string" ? on : timexValue(on);
  const grain = typeof on === "string" ? undefined : on;
  if (parts.hour === undefined)
    return { type: "TIME", value: `${value}T${parts.daypart}`, mod: parts.mod, grain };
  // "3 in the afternoon" is said with words for parts of the day where a language has no p.m.
  const late =
    /^(?:AF|EV|NI)$/.test(parts.daypart ?? "") && parts.hour > 2 && parts.hour < 12 ? 12 : undefined;
  const meridiem = parts.meridiem ?? late;
  const hour = meridiem === undefined ? parts.hour : (parts.hour % 12) + meridiem;
  if (hour > 24 || (parts.minute ?? 0) > 59) return null;
  return {
    type: "TIME",
    value: `${value}T${padded(hour, 2)}:${padded(parts.minute ?? 0, 2)}`,
    mod: parts.mod,
    grain,
  };
}

/** `PAST_REF`, `PRESENT_REF` or `FUTURE_REF`: "recently", "now", "the future". */
export function reference(value: "PAST_REF" | "PRESENT_REF" | "FUTURE_REF"): () => Reading {
  return () => ({ type: "DATE", value });
}

function withTime(reading: Reading, { daypart }: Parts): Reading {
  return daypart ? { ...reading, type: "TIME", value: `${reading.value}T${daypart}` } : reading;
}

/** A year in full: of two digits, those from 50 are of the 20th century. */
export function fullYear(written: number): number {
  return written >= 100 ? written : written + (written < 50 ? 2000 : 1900);
}

/** The calendar unit of a measure; none for those shorter than a day. */
function calendarUnit(unit: Measure): Unit | null {
  return unit === "hour" || unit === "minute" || unit === "second" ? null : unit;
}
