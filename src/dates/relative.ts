import { type Grain, isWider, shifted, timexValue, type Unit, unknownIn, weekday, within } from "./grain.ts";
import { calendarUnit, duration } from "./lengths.ts";
import { date, withTime } from "./named.ts";
import type { Context, Parts, Reading } from "./rule.ts";

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

/** "the week of March 6", "Easter weekend": the period around the date that is named. */
export function periodOf({ unit, ...parts }: Parts, context: Context): Reading | null {
  const { grain } = date(parts, context) ?? {};
  const wide = calendarUnit(unit!);
  return grain && wide ? at(grain, wide, 0, {}) : null;
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
  const inIt = weekday(published) > 5;
  const ahead = parts.way === 0 || (parts.way === undefined && context.tense() === "future");
  if (parts.way === 1) return at(published, "weekend", inIt ? 1 : 0, parts);
  return at(published, "weekend", ahead || (inIt && parts.way === undefined) ? 0 : -1, parts);
}

/** "that year", "later that day": the period around the date named before. */
export function around(parts: Parts, context: Context): Reading | null {
  const unit = calendarUnit(parts.unit!);
  if (!unit || !context.anchor || isWider(context.anchor.unit, unit)) return null;
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
  if (Math.abs(by) > maxYears) return { type: "DATE", value: by < 0 ? "PAST_REF" : "FUTURE_REF" };
  return Number.isInteger(by) ? at(base, "year", by, parts) : at(base, "month", Math.trunc(by * 12), parts);
}

/** Further off than this, a year is no date. */
const maxYears = 2000;

/** The period `by` units away from the one that holds `base`; as much of it as a wider base lets one say. */
function at(base: Grain, unit: Unit, by: number, { mod }: Parts): Reading {
  if (isWider(base.unit, unit)) return { type: "DATE", value: unknownIn(unit, base), mod };
  const grain = shifted(within(unit, base), by);
  return { type: "DATE", value: timexValue(grain), grain, mod };
}

/** `PAST_REF`, `PRESENT_REF` or `FUTURE_REF`: "recently", "now", "the future". */
export function reference(value: "PAST_REF" | "PRESENT_REF" | "FUTURE_REF"): () => Reading {
  return () => ({ type: "DATE", value });
}
