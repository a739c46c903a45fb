import { civil, dayNumber, isoDay, padded, weekdayOf } from "./calendar.ts";

/** The calendar units that a date can be as wide as. */
export type Unit =
  | "millennium"
  | "century"
  | "decade"
  | "year"
  | "half"
  | "season"
  | "quarter"
  | "month"
  | "week"
  | "weekend"
  | "day";

/**
 * One calendar period, as the `n`th of its unit: year 2025 is `{ unit: "year", n: 2025 }`, the nineties are decade 199,
 * January of year 0 is month 0, the week and the weekend that hold 1970-01-05 are 0, 1970-01-01 is day 0.
 * So "two months later" is `n + 2`. Seasons count from spring, on the northern hemisphere; winter belongs to the year it begins in.
 */
export interface Grain {
  readonly unit: Unit;
  readonly n: number;
}

/** TIMEX3 codes of the seasons, from spring. */
export const seasonCodes = ["SP", "SU", "FA", "WI"] as const;

/** How each unit counts: which of them a day falls in, the day each begins on, and its TIMEX3 value. */
const units: Record<Unit, { of(day: number): number; first(n: number): number; value(n: number): string }> = {
  millennium: years(1000, 1),
  century: years(100, 2),
  decade: years(10, 3),
  year: years(1, 4),
  half: months(6, (year, k) => `${year}-H${k + 1}`),
  quarter: months(3, (year, k) => `${year}-Q${k + 1}`),
  season: months(3, (year, k) => `${year}-${seasonCodes[k]!}`, 2),
  month: months(1, (year, k) => `${year}-${padded(k + 1, 2)}`),
  week: {
    of: (day) => Math.floor((day - 4) / 7),
    first: (n) => n * 7 + 4,
    value: isoWeek,
  },
  weekend: {
    of: (day) => Math.floor((day - 4) / 7),
    first: (n) => n * 7 + 9,
    value: (n) => `${isoWeek(n)}-WE`,
  },
  day: { of: (day) => day, first: (n) => n, value: isoDay },
};

/** The period of a unit that a day falls in. */
export function grainOf(unit: Unit, day: number): Grain {
  return { unit, n: units[unit].of(day) };
}

/** The period of another unit that a period begins in: the year of a month, the first month of a year. */
export function within(unit: Unit, grain: Grain): Grain {
  return grain.unit === unit ? grain : grainOf(unit, firstDay(grain));
}

export function shifted(grain: Grain, by: number): Grain {
  return { unit: grain.unit, n: grain.n + by };
}

export function year(n: number): Grain {
  return { unit: "year", n };
}

export function month(inYear: number, m: number): Grain {
  return { unit: "month", n: inYear * 12 + m - 1 };
}

export function day(inYear: number, m: number, d: number): Grain {
  return { unit: "day", n: dayNumber(inYear, m, d) };
}

/** The `k`th (from 1) quarter, half, season or month of a year. */
export function part(unit: "quarter" | "half" | "season" | "month", inYear: number, k: number): Grain {
  return { unit, n: inYear * { quarter: 4, half: 2, season: 4, month: 12 }[unit] + k - 1 };
}

/** Day number of a period's first day. */
export function firstDay({ unit, n }: Grain): number {
  return units[unit].first(n);
}

/** Day number of a period's last day. */
export function lastDay(grain: Grain): number {
  return grain.unit === "weekend" ? firstDay(grain) + 1 : firstDay(shifted(grain, 1)) - 1;
}

/** Its year; for a week, the ISO year. */
export function yearOf(grain: Grain): number {
  return civil(grain.unit === "week" || grain.unit === "weekend" ? grain.n * 7 + 7 : firstDay(grain)).year;
}

/** Its TIMEX3 value: `2025`, `2025-12`, `2025-W31`, `2024-SU`, `199`. */
export function timexValue({ unit, n }: Grain): string {
  return units[unit].value(n);
}

/** ISO weekday of a day grain. */
export function weekday(grain: Grain): number {
  return weekdayOf(firstDay(grain));
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

/** Whether a unit is wider than another. */
export function isWider(a: Unit, b: Unit): boolean {
  return byWidth.indexOf(a) > byWidth.indexOf(b);
}

/** The TIMEX3 value of some unnamed period of a unit within a wider one: `2025-WXX`, `2025-12-XX`. */
export function unknownIn(unit: Unit, base: Grain): string {
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

function years(size: number, width: number) {
  return {
    of: (day: number) => Math.floor(civil(day).year / size),
    first: (n: number) => dayNumber(n * size, 1, 1),
    value: (n: number) => padded(n, width),
  };
}

function months(size: number, value: (year: string, k: number) => string, offset = 0) {
  const perYear = 12 / size;
  return {
    of(day: number) {
      const { year, month } = civil(day);
      return Math.floor((year * 12 + month - 1 - offset) / size);
    },
    first(n: number) {
      const m = n * size + offset;
      return dayNumber(Math.floor(m / 12), (((m % 12) + 12) % 12) + 1, 1);
    },
    value(n: number) {
      const year = Math.floor(n / perYear);
      return value(padded(year, 4), n - year * perYear);
    },
  };
}

function isoWeek(n: number): string {
  const thursday = n * 7 + 7;
  const { year } = civil(thursday);
  return `${padded(year, 4)}-W${padded(Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1, 2)}`;
}
