import { UserError } from "../ops/user-error.ts";
import { daysInMonth, isoDay, padded } from "./calendar.ts";
import {
  day,
  firstDay,
  type Grain,
  grainOf,
  lastDay,
  month,
  part,
  seasonCodes,
  within,
  year,
} from "./grain.ts";
import type { Timex } from "./timex.ts";

/**
 * Extended Date/Time Format, levels 0 and 1 (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/), as news needs it:
 * `2025-12-01`, `2025-12`, `2025`, a time of day after a day, seasons `2024-21` spring to `2024-24` winter,
 * `199X`, `2025-12-XX`, qualifiers `?` `~` `%`, intervals with `/`, open (`..`) or unknown (empty) at an end.
 * A season may be qualified too.
 */

/** One date of an EDTF expression. */
export interface EdtfDate {
  readonly grain: Grain;
  /** `?` or `%`: the source may be wrong. */
  readonly uncertain: boolean;
  /** `~` or `%`: it is near that date. */
  readonly approximate: boolean;
}

/** A date (`from` and `to` the same), or an interval; null is an open or unknown end. */
export interface Edtf {
  readonly from: EdtfDate | null;
  readonly to: EdtfDate | null;
  readonly interval: boolean;
}

/** First and last day, `YYYY-MM-DD`, that an expression can mean; null where an interval does not end. */
export interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

const shape =
  /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX)(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?([?~%])?$/;

/** The parts of an EDTF expression; null where it is none. */
export function parseEdtf(edtf: string): Edtf | null {
  const sides = edtf.trim().split("/");
  if (sides.length === 1) {
    const only = parseDate(sides[0]!);
    return only && { from: only, to: only, interval: false };
  }
  if (sides.length > 2) return null;
  const [from, to] = sides.map((side) =>
    side === "" || side === ".." ? null : (parseDate(side) ?? undefined),
  );
  if (from === undefined || to === undefined || (from === null && to === null)) return null;
  if (from && to && firstDay(from.grain) > lastDay(to.grain)) return null;
  return { from, to, interval: true };
}

/** The same expression, trimmed, once it is sure to be EDTF; a {@link UserError} that names `what` where it is not. */
export function checkedEdtf(edtf: string, what = "date"): string {
  if (parseEdtf(edtf)) return edtf.trim();
  throw new UserError(
    "dates.edtf",
    `The ${what} "${edtf}" is no date. Write a year, month or day (2025, 2025-12, 2025-12-01), ` +
      "a season (2024-21 spring, 22 summer, 23 autumn, 24 winter), or a period (2024-06/2024-08, 2024-06/..).",
    { exitCode: 2 },
  );
}

/**
 * A period between two expressions, either of which may be left out.
 *
 * @throws {UserError} `dates.edtf` where one is no EDTF; `dates.order` where it ends before it begins
 */
export function checkedPeriod({
  from,
  to,
}: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): { first: string | null; last: string | null } {
  const first = from === undefined ? null : bounds(checkedEdtf(from, "from date")).earliest;
  const last = to === undefined ? null : bounds(checkedEdtf(to, "to date")).latest;
  if (first !== null && last !== null && first > last) {
    const what = `The period from "${from}" to "${to}" ends before it begins: change the two round.`;
    throw new UserError("dates.order", what, { exitCode: 2 });
  }
  return { first, last };
}

/** The days that an expression spans. Its `~` and `?` do not widen it. Throws {@link UserError} on what is no EDTF. */
export function bounds(edtf: string): Bounds {
  const { from, to } = parseEdtf(checkedEdtf(edtf))!;
  return {
    earliest: from && isoDay(firstDay(from.grain)),
    latest: to && isoDay(lastDay(to.grain)),
  };
}

/** Whether two expressions can mean the same day. */
export function overlaps(a: string, b: string): boolean {
  const [x, y] = [bounds(a), bounds(b)];
  return startKey(x) <= endKey(y) && startKey(y) <= endKey(x);
}

/** Sorts by earliest day; of those that begin together, the narrower first. */
export function compareEdtf(a: string, b: string): number {
  const [x, y] = [bounds(a), bounds(b)];
  return ordered(startKey(x), startKey(y)) || ordered(endKey(x), endKey(y));
}

/**
 * The period that a text published then speaks from: of an interval, the month or year that holds it all.
 * Null where it is open, spans years, or is no EDTF.
 */
export function grainOfEdtf(edtf: string): Grain | null {
  const { from, to } = parseEdtf(edtf) ?? {};
  if (!from || !to) return null;
  if (from === to) return from.grain;
  const wide = (["month", "year"] as const).find(
    (unit) => within(unit, from.grain).n === grainOf(unit, lastDay(to.grain)).n,
  );
  return wide ? within(wide, from.grain) : null;
}

/** EDTF of a resolved expression; null for durations, sets, and dates that the text leaves open. */
export function timexToEdtf({ type, value, mod }: Pick<Timex, "type" | "value" | "mod">): string | null {
  if (type !== "DATE" && type !== "TIME") return null;
  const known = value
    .split("T")[0]!
    .replace(/-W(?:XX|\d\d-WE$)/, (tail) => (tail === "-WXX" ? "" : tail))
    .replace(/(?:-(?:XX|QX|HX))+$/, "");
  const edtf = spelled(known);
  if (edtf === null) return null;
  return mod === "APPROX" ? edtf.replace(/[^/]+/g, "$&~") : edtf;
}

function spelled(value: string): string | null {
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)) return value;
  if (/^\d{2,3}$/.test(value)) return value.padEnd(4, "X");
  const [, inYear, kind, count] = /^(\d{4})-(SP|SU|FA|WI|Q|H|W)(\d\d?)?(?:-WE)?$/.exec(value) ?? [];
  if (!inYear || !kind) return null;
  const season = (seasonCodes as readonly string[]).indexOf(kind);
  if (season >= 0) return `${inYear}-${21 + season}`;
  const [y, k] = [Number(inYear), Number(count)];
  if (kind === "W") return days(week(y, k), value.endsWith("-WE"));
  const months = kind === "Q" ? 3 : 6;
  return `${inYear}-${padded((k - 1) * months + 1, 2)}/${inYear}-${padded(k * months, 2)}`;
}

function days(week: Grain, weekendOnly: boolean): string {
  const monday = firstDay(week);
  return `${isoDay(weekendOnly ? monday + 5 : monday)}/${isoDay(monday + 6)}`;
}

/** ISO week: the first is the one that holds 4 January. */
function week(inYear: number, k: number): Grain {
  return { unit: "week", n: Math.floor((firstDay(day(inYear, 1, 4)) - 4) / 7) + k - 1 };
}

function parseDate(text: string): EdtfDate | null {
  const [, y, m, d, qualifier] = shape.exec(text) ?? [];
  const grain = y === undefined ? null : written(y, m, d);
  return (
    grain && {
      grain,
      uncertain: qualifier === "?" || qualifier === "%",
      approximate: qualifier === "~" || qualifier === "%",
    }
  );
}

function written(y: string, m: string | undefined, d: string | undefined): Grain | null {
  if (y.endsWith("X")) {
    if (m !== undefined) return null;
    const known = y.replaceAll("X", "");
    return { unit: known.length === 3 ? "decade" : "century", n: Number(known) };
  }
  const inYear = Number(y);
  if (m === undefined) return year(inYear);
  if (m === "XX") return d === undefined || d === "XX" ? year(inYear) : null;
  const k = Number(m);
  if (k >= 21 && k <= 24 && d === undefined) return part("season", inYear, k - 20);
  if (k < 1 || k > 12) return null;
  if (d === undefined || d === "XX") return month(inYear, k);
  return Number(d) >= 1 && Number(d) <= daysInMonth(inYear, k) ? day(inYear, k, Number(d)) : null;
}

// Four-digit years sort as text; these stand for no bound.
const startKey = ({ earliest }: Bounds): string => earliest ?? "";
const endKey = ({ latest }: Bounds): string => latest ?? "~";
const ordered = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
