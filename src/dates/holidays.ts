import { dayNumber, daysInMonth, weekdayOf } from "./calendar.ts";
import { day, type Grain } from "./grain.ts";

/** The day of a holiday in a year. */
export type Holiday = (year: number) => Grain;

/** The same date every year. */
export function fixed(month: number, d: number): Holiday {
  return (year) => day(year, month, d);
}

/** The `nth` such weekday (Monday 1) of a month, or its last where `nth` is -1, and `plus` days on. */
export function nthWeekday(month: number, weekday: number, nth: number, plus = 0): Holiday {
  return (year) => {
    const from = nth < 0 ? daysInMonth(year, month) - 6 : (nth - 1) * 7 + 1;
    const earliest = dayNumber(year, month, from);
    return { unit: "day", n: earliest + ((weekday - weekdayOf(earliest) + 7) % 7) + plus };
  };
}

/** Western Easter Sunday, `plus` days on (the anonymous Gregorian computus, Meeus, Astronomical Algorithms, ch. 8). */
export function easter(plus: number): Holiday {
  return (year) => {
    const a = year % 19;
    const b = Math.floor(year / 100);
    const c = year % 100;
    const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
    const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
    const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
    const sunday = dayNumber(year, Math.floor(f / 31), (f % 31) + 1);
    return { unit: "day", n: sunday + plus };
  };
}
