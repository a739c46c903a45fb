import { formatEdtf } from "../dates/edtf-format.ts";
import { type Axis, periodOf, timeAxis } from "../drawing/axis.ts";
import { card, drawnAxis, type Key, legend, px, smallSize } from "../drawing/card.ts";
import { escaped, oneLine } from "../drawing/svg-text.ts";
import { type Theme, themes } from "../drawing/theme.ts";
import type { Article } from "./article.ts";
import { nameOf } from "./citation.ts";
import {
  countOf,
  nameOfStory,
  otherBadges,
  type Report,
  reportsIn,
  type StoryTree,
  type Tie,
} from "./story-tree.ts";

const width = 800;
const margin = 44;
const size = { title: 30, name: 21, number: 17, small: smallSize };
/** Where the names end and time begins; what nobody can date stands between the two. */
const plot = { undated: 512, left: 566, right: width - margin - 24 };
const row = 88;
const step = 24;
const radius = 15;
/** No deeper step is drawn: the names need their room. */
const deepest = 5;
/** A story of more reports shows its first ones, and says how many it leaves out. */
const mostRows = 40;
/** A picture of several stories holds so many reports: what is higher, no viewer shows well. */
const mostInAll = 60;

/** A report with its place in the picture. */
interface Entry {
  readonly report: Report;
  readonly above: Entry | null;
  readonly depth: number;
  /** As in the list: articles alone are numbered, from 1. */
  readonly number: number | null;
  readonly x: number;
  readonly y: number;
}

/**
 * The family trees of stories as an SVG document, one below the other: a line of text and a mark over a time axis for
 * each report, and an arrow from it to whatever repeats it.
 */
export function renderStories(
  trees: readonly StoryTree[],
  { theme = "light" }: { theme?: keyof typeof themes } = {},
): string {
  const colours = themes[theme];
  const parts: string[] = [];
  const shown = fitting(trees);
  let top = 0;
  for (const tree of shown) {
    const drawn = storyAt(tree, top, colours);
    parts.push(...drawn.parts);
    top = drawn.bottom;
  }
  const left = trees.length - shown.length;
  if (left > 0) {
    const stories = left === 1 ? "story" : "stories";
    parts.push(line(`and ${left} more ${stories}`, margin, top + 40, { fill: colours.muted }));
    top += 40;
  }
  const key = legend(keys(shown, colours), margin, width, top + 24, colours);
  return card(width, top + 24 + key.height, [...parts, ...key.parts], colours);
}

/** The first stories, as many as one picture holds. */
function fitting(trees: readonly StoryTree[]): readonly StoryTree[] {
  let reports = 0;
  const full = trees.findIndex(({ roots }, i) => {
    reports += Math.min(mostRows, [...reportsIn(roots)].length);
    return reports > mostInAll && i > 0;
  });
  return full < 0 ? trees : trees.slice(0, full);
}

function storyAt(tree: StoryTree, top: number, theme: Theme): { parts: string[]; bottom: number } {
  const all = [...reportsIn(tree.roots)];
  const shown = all.slice(0, mostRows);
  const dates = shown.flatMap(({ report }) => report.article?.published?.date ?? []);
  const axis = timeAxis(dates.map(periodOf), plot.left, plot.right - plot.left);
  const entries = placed(shown, axis, top + 150);
  const namesEnd = (entries.some(isUndated) ? plot.undated : plot.left) - radius - 36;
  const left = all.length - shown.length;
  const base = top + 150 + shown.length * row + (left > 0 ? 10 : -20);
  const parts = [
    line(oneLine(nameOfStory(tree), size.title, width - 2 * margin) ?? "Story", margin, top + 62, {
      size: size.title,
      weight: "bold",
      fill: theme.text,
    }),
    line(countOf(tree), margin, top + 98, { fill: theme.muted }),
    ...(dates.length > 0 ? drawnAxis(axis, base, theme) : []),
    ...(entries.some(isUndated)
      ? [line("?", plot.undated, base + 36, { anchor: "middle", fill: theme.muted })]
      : []),
    ...entries.map((entry) => arrow(entry, theme)),
    ...entries.flatMap((entry) => [...words(entry, namesEnd, theme), mark(entry, theme)]),
    ...(left > 0 ? [line(`and ${left} more`, margin, base - 20, { fill: theme.muted })] : []),
  ];
  return { parts, bottom: base + 64 };
}

function placed(
  shown: readonly { report: Report; above: Report | null; depth: number }[],
  axis: Axis,
  top: number,
): Entry[] {
  const known = new Map<Report, Entry>();
  let number = 0;
  for (const [i, { report, above, depth }] of shown.entries()) {
    const date = report.article?.published?.date;
    const place = date === undefined ? undefined : axis.place(periodOf(date));
    known.set(report, {
      report,
      above: (above && known.get(above)) ?? null,
      depth: Math.min(depth, deepest),
      number: report.article ? ++number : null,
      x: place ? (place.x0 + place.x1) / 2 : plot.undated,
      y: top + i * row,
    });
  }
  return [...known.values()];
}

/** Who reports, what, and of what kind and date that is. */
function words({ report, depth, number, y }: Entry, end: number, theme: Theme): string[] {
  const x = margin + depth * step;
  const { article, outlet } = report;
  const name = article ? (article.publisher ?? nameOf(article)) : outlet!;
  const head = oneLine(`${number === null ? "" : `${number} `}${name}`, size.name, end - x);
  const title = article?.publisher ? nameOf(article) : "";
  const facts = article
    ? [kindOf(report), dateOf(article), ...otherBadges(report).filter((badge) => !drawnAlready.test(badge))]
    : [absent];
  return [
    line(head ?? `${number ?? ""} ${article?.id ?? "?"}`, x, y, {
      size: size.name,
      weight: "bold",
      fill: theme.text,
    }),
    ...[title, facts.filter(Boolean).join(" · ")]
      .map((text) => oneLine(text, size.small, end - x))
      .filter(Boolean)
      .map((text, i) => line(text!, x, y + 25 + i * 23, { size: size.small, fill: theme.muted })),
  ];
}

const isUndated = ({ x }: Entry): boolean => x === plot.undated;

const ties: Readonly<Record<Tie, string>> = {
  relay: "relays it",
  summary: "sums it up",
  copy: "copies it",
  excerpt: "excerpts it",
};
/** Badges that the words for kind and date hold already. */
const drawnAlready = /^(?:AI summary|date unknown)$/;
const absent = "its own report is not here";

function kindOf({ article, tie }: Report): string {
  const { kind, machineGenerated } = article!.provenance;
  if (tie === "summary" && machineGenerated) return "AI summary of it";
  return tie ? ties[tie] : kind === "original" ? "original" : "";
}

function dateOf({ published }: Article): string {
  return published ? `${formatEdtf(published.date)}, ${published.basis}` : "date unknown";
}

function mark({ report, number, x, y }: Entry, theme: Theme): string {
  const [cy, colour] = [y + markDrop, colourOf(report, theme)];
  if (number === null) {
    return `<circle cx="${px(x)}" cy="${cy}" r="${radius}" fill="${theme.ground}" stroke="${colour}" stroke-width="3" stroke-dasharray="5 4"/>`;
  }
  return [
    `<circle cx="${px(x)}" cy="${cy}" r="${radius}" fill="${colour}"/>`,
    line(String(number), x, cy + 6, {
      size: size.number,
      weight: "bold",
      anchor: "middle",
      fill: theme.ground,
    }),
  ].join("");
}

/** How far below the name's foot the middle of a mark is. */
const markDrop = 14;

/** From a report, round the marks between, to what repeats it: arrows leave and arrive at the left. */
function arrow({ report, above, x, y }: Entry, theme: Theme): string {
  if (!above) return "";
  const [from, to] = [above.y + markDrop, y + markDrop];
  const bow = Math.min(34, 14 + (10 * (to - from)) / row);
  const tip = x - radius - 2;
  const start = above.x - radius + 2;
  const colour = colourOf(report, theme);
  return [
    `<path d="M${px(start)} ${from} C${px(start - bow)} ${from} ${px(Math.min(start, tip) - bow)} ${to} ${px(tip - 7)} ${to}" fill="none" stroke="${colour}" stroke-width="2.5"/>`,
    `<path d="M${px(tip)} ${to} l-10 -6 v12 z" fill="${colour}"/>`,
  ].join("");
}

function colourOf({ article, tie }: Report, theme: Theme): string {
  const kind = tie ?? article?.provenance.kind ?? "original";
  if (kind === "original") return theme.happened;
  if (kind === "summary") return theme.voice;
  return kind === "relay" ? theme.announced : theme.line;
}

function keys(trees: readonly StoryTree[], theme: Theme): Key[] {
  const reports = trees.flatMap(({ roots }) => [...reportsIn(roots)].map(({ report }) => report));
  const disc = (colour: string) => (x: number, y: number) =>
    `<circle cx="${x + 9}" cy="${y}" r="9" fill="${colour}"/>`;
  const kinds = [
    ["original report", theme.happened],
    ["relays it", theme.announced],
    ["sums it up", theme.voice],
    ["copies or excerpts it", theme.line],
  ] as const;
  return [
    ...kinds
      .filter(([, colour]) => reports.some((each) => each.article && colourOf(each, theme) === colour))
      .map(([words, colour]) => ({ words, sign: disc(colour) })),
    ...(reports.every(({ article }) => article)
      ? []
      : [
          {
            words: "report not here",
            sign: (x: number, y: number) =>
              `<circle cx="${x + 9}" cy="${y}" r="8" fill="none" stroke="${theme.happened}" stroke-width="3" stroke-dasharray="4 3"/>`,
          },
        ]),
  ];
}

interface Looks {
  readonly fill: string;
  readonly size?: number;
  readonly weight?: "bold";
  readonly anchor?: "middle";
}

function line(text: string, x: number, y: number, { fill, size, weight, anchor }: Looks): string {
  const attributes = [
    size && ` font-size="${size}"`,
    weight && ` font-weight="${weight}"`,
    anchor && ` text-anchor="${anchor}"`,
  ];
  return `<text x="${px(x)}" y="${px(y)}"${attributes.filter(Boolean).join("")} fill="${fill}">${escaped(text)}</text>`;
}
