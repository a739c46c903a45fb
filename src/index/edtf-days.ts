/** The first and the last day that an EDTF date may mean, each as a number: 2025-12-03 is 20251203. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** Any day: what is known of an article without a date. */
export const anyDay: Days = { first: -99991231, last: 99991231 };

/** Reads EDTF level 1 (ISO 8601-2:2019 annex A): years, months, days, seasons, unspecified digits, intervals. */
export function daysOf(edtf: string): Days {
  const [from = "", to] = edtf.split("/");
  const first = simple(from);
  return to === undefined ? first : { first: first.first, last: simple(to).last };
}

function simple(date: string): Days {
  const match = /^(-?[\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?[~?%]?$/.exec(date.trim());
  if (!match) return anyDay;
  const [, year = "", month = "XX", day = "XX"] = match;
  const years = range(year, 0, 9999);
  if (/^2[1-4]$/.test(month)) return season(years.first, Number(month));
  const months = range(month, 1, 12);
  const days = range(day, 1, 31);
  return {
    first: years.first * 10_000 + months.first * 100 + days.first,
    last: years.last * 10_000 + months.last * 100 + days.last,
  };
}

/** `X` stands for any digit. */
function range(digits: string, least: number, most: number): Days {
  return {
    first: Math.max(least, Number(digits.replaceAll("X", "0"))),
    last: Math.min(most, Number(digits.replaceAll("X", "9"))),
  };
}

/** Spring 21, summer 22, autumn 23; winter 24 may be either end of the year, and reaches into the next. */
function season(year: number, code: number): Days {
  if (code === 24) return { first: year * 10_000 + 101, last: (year + 1) * 10_000 + 229 };
  const month = (code - 20) * 3;
  return { first: year * 10_000 + month * 100 + 1, last: year * 10_000 + (month + 2) * 100 + 31 };
}
