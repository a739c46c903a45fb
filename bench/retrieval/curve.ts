/**
 * A reliability diagram (how often the first passage was right, by the probability it was given) beside the share of
 * questions answered and of answers that are right, by threshold. Plain SVG, that reads on light and dark pages.
 */
export function drawCurve(
  trials: readonly { readonly probability: number; readonly right: boolean }[],
): string {
  const bins = Array.from({ length: 10 }, (_, i) => {
    const within = trials.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === i);
    return { at: (i + 0.5) / 10, right: share(within, ({ right }) => right), count: within.length };
  }).filter(({ count }) => count > 0);
  const answerable = trials.filter(({ right }) => right).length;
  const thresholds = Array.from({ length: 99 }, (_, i) => {
    const answered = trials.filter(({ probability }) => probability >= (i + 1) / 100);
    const right = answered.filter(({ right }) => right).length;
    return { at: (i + 1) / 100, precision: right / Math.max(1, answered.length), recall: right / answerable };
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 340" font-family="sans-serif" font-size="13">`,
    `<rect width="720" height="340" fill="#fff"/>`,
    panel(50, "How often it is right, by probability", [
      line(
        bins.map(({ at, right }) => [at, right]),
        "#1a6",
        "first passage holds the answer",
      ),
      `<path d="M0 240L280 0" stroke="#999" stroke-dasharray="4 4"/>`,
      ...bins.map(({ at, right }) => `<circle cx="${x(at)}" cy="${y(right)}" r="4" fill="#1a6"/>`),
    ]),
    panel(410, "What a threshold costs", [
      line(
        thresholds.map(({ at, precision }) => [at, precision]),
        "#06c",
        "answers that are right",
      ),
      line(
        thresholds.map(({ at, recall }) => [at, recall]),
        "#c40",
        "answerable questions answered",
      ),
      `<text x="10" y="215" fill="#06c">answers that are right</text>`,
      `<text x="10" y="233" fill="#c40">answerable questions answered</text>`,
    ]),
    `</svg>\n`,
  ].join("\n");
}

const x = (value: number) => (value * 280).toFixed(1);
const y = (value: number) => (240 - value * 240).toFixed(1);

function line(points: readonly (readonly [number, number])[], colour: string, label: string): string {
  const path = points.map(([at, value], i) => `${i ? "L" : "M"}${x(at)} ${y(value)}`).join("");
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"><title>${label}</title></path>`;
}

function panel(left: number, title: string, content: readonly string[]): string {
  const ticks = [0, 0.5, 1].map(
    (tick) =>
      `<text x="${x(tick)}" y="260" text-anchor="middle">${tick}</text><text x="-8" y="${Number(y(tick)) + 4}" text-anchor="end">${tick}</text>`,
  );
  return [
    `<g transform="translate(${left} 50)">`,
    `<text x="0" y="-18" font-weight="bold">${title}</text>`,
    `<path d="M0 0V240H280" fill="none" stroke="#333"/>`,
    ...ticks,
    `<text x="140" y="280" text-anchor="middle">probability</text>`,
    ...content,
    `</g>`,
  ].join("\n");
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length / Math.max(1, items.length);
}
