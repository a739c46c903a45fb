import { scaleLog } from "d3-scale";
import type { Row } from "./measure.ts";

const WIDTH = 640;
const HEIGHT = 400;
const MARGIN = { left: 64, right: 190, top: 24, bottom: 44 };
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#999999"];

/** Each measure against the size of the corpus, both on a logarithmic scale, as an SVG. */
export function plot(sizes: readonly number[], results: readonly Record<string, Row>[]): string {
  const lines = [
    ["build, s", "build", "build s"],
    ["load, ms", "search", "load ms"],
    ["hybrid search p50, ms", "search", "hybrid p50 ms"],
    ["words p50, ms", "words", "words p50 ms"],
    ["memory, MB", "search", "MB loaded"],
    ["disk, MB", "build", "disk MB"],
  ].map(([label, run, key]) => ({
    label,
    values: results.map((result) => Number(result[run!]?.[key!] ?? Number.NaN)),
  }));
  const all = lines.flatMap(({ values }) => values).filter((value) => value > 0);
  const x = scaleLog([Math.min(...sizes), Math.max(...sizes)], [MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLog([Math.min(...all), Math.max(...all)], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice();
  const ends = lines.map(({ values }) => y(values.findLast((value) => value > 0) ?? 1));
  // Names of lines that end close together stand below each other.
  const heights = [...ends];
  [...ends.keys()]
    .sort((a, b) => ends[a]! - ends[b]!)
    .reduce((above, i) => {
      heights[i] = Math.max(ends[i]!, above + 14);
      return heights[i];
    }, 0);
  const drawn = lines.map(({ label, values }, i) => {
    const points = values.flatMap((value, j) => (value > 0 ? [[x(sizes[j]!), y(value)] as const] : []));
    const [endX] = points.at(-1) ?? [0];
    const dots = points
      .map(([px, py]) => `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="3"/>`)
      .join("");
    const path = points.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(" ");
    return `<g fill="${COLOURS[i]}" stroke="none">${dots}<polyline points="${path}" fill="none" stroke="${COLOURS[i]}" stroke-width="2"/>
<text x="${endX + 8}" y="${heights[i]! + 4}">${label}</text></g>`;
  });
  const across = sizes.map(
    (size) =>
      `<text x="${x(size)}" y="${HEIGHT - MARGIN.bottom + 18}" text-anchor="middle">${size.toLocaleString("en")}</text>`,
  );
  const up = y
    .ticks(6)
    .filter((tick) => Number.isInteger(Math.log10(tick)))
    .map(
      (tick) =>
        `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y(tick)}" y2="${y(tick)}" stroke="#ddd"/><text x="${MARGIN.left - 6}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`,
    );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>How the index grows with the corpus</title><rect width="100%" height="100%" fill="#fff"/>
${up.join("\n")}
${across.join("\n")}
<text x="${(MARGIN.left + WIDTH - MARGIN.right) / 2}" y="${HEIGHT - 8}" text-anchor="middle">passages</text>
${drawn.join("\n")}
</svg>
`;
}
