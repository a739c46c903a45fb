import { type Axis, labelSize } from "./axis.ts";
import { escaped, textWidth } from "./svg-text.ts";
import type { Theme } from "./theme.ts";

/** Height of the smallest letters: on a phone, which shows a picture some 360 points wide, they are 8 points high. */
export const smallSize = 18;
const keySize = 20;
const keyHeight = 36;

/** A picture as an SVG document, on a ground of its own. Its letters need DejaVu Sans. */
export function card(
  width: number,
  height: number,
  parts: readonly string[],
  { ground, edge }: Theme,
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans, sans-serif" font-size="${labelSize}">`,
    `<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="22" fill="${ground}" stroke="${edge}" stroke-width="2"/>`,
    ...parts,
    "</svg>",
  ].join("\n");
}

/** A time axis at height `y`. */
export function drawnAxis({ lines, ticks, breaks }: Axis, y: number, { line, text, muted }: Theme): string[] {
  return [
    ...lines.map(
      ({ x0, x1 }) =>
        `<line x1="${px(x0 - 10)}" y1="${y}" x2="${px(x1 + 10)}" y2="${y}" stroke="${line}" stroke-width="3" stroke-linecap="round"/>`,
    ),
    ...ticks.flatMap(({ x, lines: words }) => [
      `<line x1="${px(x)}" y1="${y}" x2="${px(x)}" y2="${y + 10}" stroke="${line}" stroke-width="3"/>`,
      ...words.map(
        (word, i) =>
          `<text x="${px(x)}" y="${y + 36 + i * 27}" text-anchor="middle" fill="${i === 0 ? text : muted}">${escaped(word)}</text>`,
      ),
    ]),
    ...breaks.flatMap(({ x, omitted }) => [
      ...[-6, 6].map(
        (shift) =>
          `<line x1="${px(x + shift - 5)}" y1="${y + 11}" x2="${px(x + shift + 5)}" y2="${y - 11}" stroke="${line}" stroke-width="3" stroke-linecap="round"/>`,
      ),
      `<text x="${px(x)}" y="${y - 16}" text-anchor="middle" font-size="${smallSize}" fill="${muted}">${escaped(omitted)}</text>`,
    ]),
  ];
}

/** One entry of a legend: a sign some 20 pixels wide, and what it means. */
export interface Key {
  readonly words: string;
  readonly sign: (x: number, y: number) => string;
}

/** What the marks of a picture mean, in as many rows as its width asks for. */
export function legend(
  keys: readonly Key[],
  margin: number,
  width: number,
  top: number,
  { muted }: Theme,
): { readonly parts: readonly string[]; readonly height: number } {
  const parts: string[] = [];
  let x = margin;
  let row = 0;
  for (const { words, sign } of keys) {
    const wide = 34 + textWidth(words, keySize) + 26;
    if (x + wide > width - margin + 26 && x > margin) [x, row] = [margin, row + 1];
    const y = top + row * keyHeight + 14;
    parts.push(
      sign(x, y),
      `<text x="${x + 30}" y="${y + 7}" font-size="${keySize}" fill="${muted}">${escaped(words)}</text>`,
    );
    x += wide;
  }
  return { parts, height: (row + 1) * keyHeight + 14 };
}

/** A length as it is written in SVG: to a tenth of a pixel. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}
