import { bounds } from "../dates/edtf.ts";
import { formatEdtf } from "../dates/edtf-format.ts";
import { type Axis, type Period, periodOf, timeAxis } from "../drawing/axis.ts";
import { card, drawnAxis, type Key, legend, px, smallSize } from "../drawing/card.ts";
import { escaped, oneLine } from "../drawing/svg-text.ts";
import { type Theme, themes } from "../drawing/theme.ts";
import type { Event, Timeline } from "./event.ts";

/** On a phone the picture is about 360 points wide: the smallest letters are then some 10 points high. */
const width = 800;
const margin = 44;
const size = { title: 34, number: 21, small: smallSize };
const radius = 20;
const laneHeight = 66;
/** Lanes that many events may fill, at least, and how many events make one more. */
const lanes = { least: 5, perEvents: 6 };
/** How far aside a mark may stand where its own place is taken: as much as it takes, but a higher lane is cheaper. */
const shifts = Array.from({ length: 81 }, (_, i) => (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2) * 8);
const laneCost = 8;
/** More voices than this are given as a number, fewer as dots. */
const mostDots = 5;

/** An event with its place in the picture. */
interface Entry {
  readonly event: Event;
  /** As in the list: from 1, in order of time. */
  readonly number: number;
  /** Where its period lies on the axis, and where its mark stands above it. */
  readonly x0: number;
  readonly x1: number;
  readonly x: number;
  readonly lane: number;
}

/**
 * A timeline as an SVG document: a numbered mark for each event over a time axis, one dot around it for each voice,
 * a bar for what is known only to the month or year, breaks where time is left out. Its letters need DejaVu Sans.
 */
export function renderTimeline(
  timeline: Timeline,
  { theme = "dark" }: { theme?: keyof typeof themes } = {},
): string {
  const colours = themes[theme];
  const periods = timeline.events.map(({ date }) => periodOf(date));
  const axis = timeAxis(periods, margin + 10, width - 2 * margin - 20);
  const entries = placed(timeline.events, periods, axis);
  const base = 158 + Math.max(1, ...entries.map(({ lane }) => lane + 1)) * laneHeight;
  const legendTop = base + 92;
  const parts = [
    ...heading(timeline, colours),
    ...drawnAxis(axis, base, colours),
    ...entries.map((entry) => stem(entry, base, colours)),
    ...entries.map((entry) => mark(entry, base, colours)),
  ];
  const key = legend(keys(timeline.events, colours), margin, width, legendTop, colours);
  return card(width, legendTop + key.height, [...parts, ...key.parts], colours);
}

/**
 * Gives each event a free place near its own, the first in the lowest lane. Where many stand close together, marks
 * move aside rather than pile up, and their stems lean.
 */
function placed(events: readonly Event[], periods: readonly Period[], axis: Axis): Entry[] {
  const most = Math.max(lanes.least, Math.ceil(events.length / lanes.perEvents));
  const entries: Entry[] = [];
  for (const [i, event] of events.entries()) {
    const { x0, x1 } = axis.place(periods[i]!);
    const places = Array.from({ length: most }, (_, at) => at).flatMap((at) =>
      shifts.map((shift) => ({ lane: at, x: (x0 + x1) / 2 + shift, cost: Math.abs(shift) + at * laneCost })),
    );
    const free = places
      .filter(({ x }) => x >= margin && x <= width - margin)
      .sort((a, b) => a.cost - b.cost)
      .find((place) =>
        entries.every(
          (other) =>
            other.lane !== place.lane || Math.abs(other.x - place.x) >= reach(other.event) + reach(event),
        ),
      );
    const { lane, x } = free ?? { lane: most, x: (x0 + x1) / 2 };
    entries.push({ event, number: i + 1, x0, x1, x, lane });
  }
  return entries;
}

/** Half the width of a mark with the dots around it. */
function reach({ voices }: Event): number {
  return radius + (voices > 3 && voices <= mostDots ? 8 : 3);
}

function heading({ topic, events }: Timeline, { text, muted }: Theme): string[] {
  const title = (topic && oneLine(topic, size.title, width - 2 * margin)) || "Timeline";
  const [first, last] = [events[0], events.at(-1)];
  const span =
    first && last ? [...new Set([first, last].map(({ date }) => formatEdtf(date)))].join(" – ") : "";
  const count = `${events.length} ${events.length === 1 ? "event" : "events"}`;
  return [
    `<text x="${margin}" y="66" font-size="${size.title}" font-weight="bold" fill="${text}">${escaped(title)}</text>`,
    `<text x="${margin}" y="104" fill="${muted}">${escaped([count, span].filter(Boolean).join(" · "))}</text>`,
  ];
}

function stem({ event, x0, x1, x, lane: at }: Entry, base: number, theme: Theme): string {
  const foot = px((x0 + x1) / 2);
  const colour = event.status === "announced" ? theme.announced : theme.happened;
  const bar = isLongerThanADay(event)
    ? `<line x1="${px(x0 + 5)}" y1="${base}" x2="${px(x1 - 5)}" y2="${base}" stroke="${colour}" stroke-width="9" stroke-linecap="round"/>`
    : `<circle cx="${foot}" cy="${base}" r="6" fill="${colour}"/>`;
  return `<line x1="${px(x)}" y1="${laneY(base, at)}" x2="${foot}" y2="${base}" stroke="${colour}" stroke-opacity="0.55" stroke-width="2.5"/>${bar}`;
}

function mark({ event, number, x, lane: at }: Entry, base: number, theme: Theme): string {
  const y = laneY(base, at);
  const announced = event.status === "announced";
  const ring = announced
    ? `fill="${theme.ground}" stroke="${theme.announced}" stroke-width="3" stroke-dasharray="6 4"`
    : `fill="${theme.happened}"`;
  return [
    `<circle cx="${px(x)}" cy="${y}" r="${radius}" ${ring}/>`,
    `<text x="${px(x)}" y="${y + 7.5}" text-anchor="middle" font-size="${size.number}" font-weight="bold" fill="${announced ? theme.announced : theme.number}">${number}</text>`,
    voiceMarks(event.voices, x, y, theme),
    event.conflicts.length > 0 ? conflictMark(x + radius - 3, y + radius - 3, theme) : "",
  ].join("");
}

/** A dot for each voice, in an arc above the mark; their number where they are many. */
function voiceMarks(voices: number, x: number, y: number, { voice, ground }: Theme): string {
  if (voices > mostDots) {
    return `<text x="${px(x)}" y="${y - radius - 4}" text-anchor="middle" font-size="${size.small}" font-weight="bold" fill="${voice}" stroke="${ground}" stroke-width="5" paint-order="stroke">${voices}</text>`;
  }
  return Array.from({ length: voices }, (_, i) => {
    const angle = ((i - (voices - 1) / 2) * 27 - 90) * (Math.PI / 180);
    const [cx, cy] = [x + Math.cos(angle) * (radius + 9), y + Math.sin(angle) * (radius + 9)];
    return `<circle cx="${px(cx)}" cy="${px(cy)}" r="4.2" fill="${voice}"/>`;
  }).join("");
}

function conflictMark(x: number, y: number, { conflict, ground }: Theme): string {
  return `<circle cx="${px(x)}" cy="${px(y)}" r="10" fill="${conflict}" stroke="${ground}" stroke-width="2"/><text x="${px(x)}" y="${px(y + 5.5)}" text-anchor="middle" font-size="15" font-weight="bold" fill="${ground}">!</text>`;
}

/** What the marks mean, as far as they are used. */
function keys(events: readonly Event[], theme: Theme): Key[] {
  const used = [
    {
      shown: true,
      words: "independent voices",
      sign: (x: number, y: number) => `<circle cx="${x + 8}" cy="${y}" r="5.5" fill="${theme.voice}"/>`,
    },
    {
      shown: events.some(isLongerThanADay),
      words: "day not known",
      sign: (x: number, y: number) =>
        `<line x1="${x + 1}" y1="${y}" x2="${x + 19}" y2="${y}" stroke="${theme.happened}" stroke-width="9" stroke-linecap="round"/>`,
    },
    {
      shown: events.some(({ status }) => status === "announced"),
      words: "announced",
      sign: (x: number, y: number) =>
        `<circle cx="${x + 9}" cy="${y}" r="9" fill="none" stroke="${theme.announced}" stroke-width="3" stroke-dasharray="5 3"/>`,
    },
    {
      shown: events.some(({ conflicts }) => conflicts.length > 0),
      words: "sources disagree",
      sign: (x: number, y: number) => conflictMark(x + 9, y, theme),
    },
  ];
  return used.filter(({ shown }) => shown);
}

function isLongerThanADay({ date }: Event): boolean {
  const { earliest, latest } = bounds(date);
  return earliest !== latest;
}

function laneY(base: number, at: number): number {
  return base - 44 - at * laneHeight;
}
