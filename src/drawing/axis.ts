import { type ScaleTime, scaleUtc } from "d3-scale";
import { bounds } from "../dates/edtf.ts";
import { textWidth } from "./svg-text.ts";

/** A period of time, in milliseconds: first moment, and the moment after its last. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** A stretch of the axis that time runs along without a break. */
interface Stretch extends Period {
  readonly x0: number;
  readonly x1: number;
  /** The periods that lie in it; one alone has no scale, and is as wide as its name needs. */
  readonly periods: readonly Period[];
}

export interface Tick {
  readonly x: number;
  /** One or two lines: a month or day, and its year where it is new. */
  readonly lines: readonly string[];
}

/** A time axis whose long empty stretches are cut out, and marked. */
export interface Axis {
  /** Where a period lies, in pixels. */
  place(period: Period): { readonly x0: number; readonly x1: number };
  readonly ticks: readonly Tick[];
  /** Where time was cut out, and how much. */
  readonly breaks: readonly { readonly x: number; readonly omitted: string }[];
  /** The drawn stretches, in pixels. */
  readonly lines: readonly { readonly x0: number; readonly x1: number }[];
}

/** A gap is cut out when it takes more than this share of the time that is left, and is so much longer than most gaps. */
const cut = { share: 0.35, timesMedian: 3 };
const mostStretches = 6;
const breakWidth = 54;
/** Of a stretch, at least. */
const leastWidth = 58;
/** Between two labels, at least. */
const labelGap = 12;
/** Height of the labels' letters. */
export const labelSize = 23;
const day = 86_400_000;

/**
 * An axis `width` pixels wide, from `left`. Between breaks time runs at one scale, except where a single date stands
 * between two breaks: it has a slot of its own. Every break says how much time it leaves out.
 */
export function timeAxis(periods: readonly Period[], left: number, width: number): Axis {
  const extents = cutAtGaps(distinct(periods)).map((group) => ({
    start: Math.min(...group.map(({ start }) => start)),
    end: Math.max(...group.map(({ end }) => end)),
    periods: group,
  }));
  const stretches = laidOut(extents, left, width);
  const scales = stretches.map(({ start, end, x0, x1 }) => scaleUtc([start, end], [x0, x1]));
  return {
    place(period) {
      const middle = (period.start + period.end) / 2;
      const i = stretches.findIndex(({ end }) => middle <= end);
      const scale = scales[i]!;
      return { x0: scale(period.start), x1: scale(period.end) };
    },
    ticks: stretches.flatMap((stretch, i) =>
      fitting(ticks(scales[i]!, stretch).filter(({ x }) => x <= stretch.x1)),
    ),
    breaks: stretches.slice(1).map((stretch, i) => {
      const before = stretches[i]!;
      return { x: (before.x1 + stretch.x0) / 2, omitted: duration(stretch.start - before.end) };
    }),
    lines: stretches.map(({ x0, x1 }) => ({ x0, x1 })),
  };
}

/** The days that an EDTF expression may mean; of one with an open end, its one day. */
export function periodOf(date: string): Period {
  const { earliest, latest } = bounds(date);
  const start = Date.parse(earliest ?? latest!);
  return { start, end: Date.parse(latest ?? earliest!) + 86_400_000 };
}

function distinct(periods: readonly Period[]): Period[] {
  const byName = new Map(periods.map((period) => [`${period.start}-${period.end}`, period]));
  return [...byName.values()].sort((a, b) => a.start + a.end - b.start - b.end);
}

/** Cuts the periods at the longest gaps between their middles, longest first, while one takes too much of what is left. */
function cutAtGaps(periods: readonly Period[]): Period[][] {
  const middles = periods.map(({ start, end }) => (start + end) / 2);
  const gaps = middles.slice(1).map((middle, i) => ({ after: i, length: middle - middles[i]! }));
  let left = gaps.reduce((sum, { length }) => sum + length, 0);
  const median = gaps.map(({ length }) => length).sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
  const cuts = new Set<number>();
  for (const { after, length } of gaps.toSorted((a, b) => b.length - a.length)) {
    const before = Math.max(...periods.slice(0, after + 1).map(({ end }) => end));
    const empty = periods.slice(after + 1).every(({ start }) => start > before);
    if (!empty || length <= Math.max(cut.share * left, cut.timesMedian * median)) continue;
    if (cuts.size === mostStretches - 1) break;
    cuts.add(after);
    left -= length;
  }
  const groups: Period[][] = [];
  for (const [i, period] of periods.entries()) {
    if (i === 0 || cuts.has(i - 1)) groups.push([]);
    groups.at(-1)!.push(period);
  }
  return groups;
}

function laidOut(extents: readonly Omit<Stretch, "x0" | "x1">[], left: number, width: number): Stretch[] {
  const free = width - breakWidth * (extents.length - 1);
  const wanted = extents.map(({ periods }) =>
    periods.length > 1
      ? leastWidth
      : Math.max(leastWidth, ...labels(periods[0]!).map((line) => textWidth(line, labelSize))),
  );
  const total = wanted.reduce((sum, wide) => sum + wide, 0);
  const least = wanted.map((wide) => wide * Math.min(1, free / total));
  // What is left over is shared by length of time; between slots alone, evenly.
  const room = Math.max(0, free - total);
  const times = extents.map(({ periods, start, end }) => (periods.length > 1 ? end - start : 0));
  const time = times.reduce((sum, length) => sum + length, 0);
  let x = left;
  return extents.map((extent, i) => {
    const wide = least[i]! + (time > 0 ? (room * times[i]!) / time : room / extents.length);
    const stretch = { ...extent, x0: x, x1: x + wide };
    x += wide + breakWidth;
    return stretch;
  });
}

/** Names the periods of a stretch under them, where they are months or longer; else days or weeks, as the scale sees fit. */
function ticks(scale: ScaleTime<number, number>, { periods, start, x0, x1 }: Stretch): Tick[] {
  if (periods.length === 1 || periods.every(isLong)) {
    return periods.map((period) => ({ x: scale((period.start + period.end) / 2), lines: labels(period) }));
  }
  const dates = scale.ticks(Math.max(1, Math.floor((x1 - x0) / 90)));
  const firsts = dates.every((date) => date.getUTCDate() === 1);
  const years = firsts && dates.length > 1 && dates.every((date) => date.getUTCMonth() === 0);
  return (dates.length > 0 ? dates : [new Date(start)]).map((date) => {
    const year = String(date.getUTCFullYear());
    if (years) return { x: scale(date), lines: [year] };
    if (firsts) return { x: scale(date), lines: [month(date), year] };
    // A day's label stands under the middle of the day.
    return { x: scale(date.getTime() + day / 2), lines: [`${date.getUTCDate()} ${month(date)}`, year] };
  });
}

/** Leaves out ticks whose labels would touch one before them, and a year that stands there already. */
function fitting(all: readonly Tick[]): Tick[] {
  const kept: Tick[] = [];
  let right = Number.NEGATIVE_INFINITY;
  let year = "";
  for (const { x, lines } of all) {
    const half = textWidth(lines[0]!, labelSize) / 2;
    if (x - half < right + labelGap) continue;
    right = x + half;
    kept.push({ x, lines: lines[1] === year ? lines.slice(0, 1) : lines });
    year = lines[1] ?? "";
  }
  return kept;
}

function isLong({ start, end }: Period): boolean {
  return end - start >= 28 * day;
}

/** What a period is called under the axis, in a line or two. */
function labels({ start, end }: Period): string[] {
  const [first, last] = [new Date(start), new Date(end - day)];
  const [year, lastYear] = [String(first.getUTCFullYear()), String(last.getUTCFullYear())];
  if (year !== lastYear) return [`${year}–`, lastYear];
  if (end - start >= 365 * day) return [year];
  if (last.getTime() === start) return [`${first.getUTCDate()} ${month(first)}`, year];
  if (month(first) === month(last)) {
    return [
      isLong({ start, end }) ? month(first) : `${first.getUTCDate()}–${last.getUTCDate()} ${month(first)}`,
      year,
    ];
  }
  return [`${month(first)}–${month(last)}`, year];
}

function month(date: Date): string {
  return date.toLocaleString("en", { month: "short", timeZone: "UTC" });
}

function duration(milliseconds: number): string {
  const days = milliseconds / day;
  if (days >= 730) return `${Math.round(days / 365.25)} yr`;
  if (days >= 60) return `${Math.round(days / 30.44)} mo`;
  if (days >= 21) return `${Math.round(days / 7)} wk`;
  return `${Math.max(1, Math.round(days))} d`;
}
