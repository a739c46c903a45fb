import { daysInMonth, padded } from "./calendar.ts";
import {
  day,
  firstDay,
  type Grain,
  lastDay,
  month,
  part,
  seasonCodes,
  shifted,
  timexValue,
  unknownIn,
  weekday as weekdayOfGrain,
  year,
  yearOf,
} from "./grain.ts";
import type { Context, Parts, Reading } from "./rule.ts";

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
    return inYear((y) => part("season", y, season), seasonCodes[season - 1]!, parts, context);
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
  // "This winter" is the one that began last year as long as it lasts, and while it is fresh.
  if (parts.way === 0) return near[parts.season === 4 && lastDay(near[0]!) + 60 > from ? 0 : 1]!;
  // In September, the summer just over is still "this summer": "last summer" is the one before.
  const gap = parts.season === undefined ? 0 : 45;
  if (parts.way === -1) return near.findLast((grain) => lastDay(grain) + gap < from) ?? at(y - 2);
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
const doubtOfDays = { past: 90, future: 90, unknown: 40 } as const;
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

/** A time of day, on the day that its words or its sentence name, else on that of publication. */
export function clock(parts: Parts, context: Context): Reading | null {
  const named = calendarDate(parts, context);
  const on = named ?? context.day ?? (context.published?.unit === "day" ? context.published : "XXXX-XX-XX");
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

/** A reading with the part of the day that its words name. */
export function withTime(reading: Reading, { daypart }: Parts): Reading {
  return daypart ? { ...reading, type: "TIME", value: `${reading.value}T${daypart}` } : reading;
}

/** A year in full: of two digits, those from 50 are of the 20th century. */
export function fullYear(written: number): number {
  return written >= 100 ? written : written + (written < 50 ? 2000 : 1900);
}
