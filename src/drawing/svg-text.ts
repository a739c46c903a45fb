/** Text made safe inside SVG: markup escaped, and what XML forbids left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Letters that DejaVu Sans draws: what other scripts would leave is empty boxes. */
const drawn =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Arabic}\p{Nd}\p{P}\p{Sc}\p{Zs}+=<>|~^]*$/u;

/** Text in one line no wider than `width` pixels, cut at a word; null where the font cannot draw it. */
export function oneLine(text: string, size: number, width: number): string | null {
  const line = text.replace(/[\s\p{C}]+/gu, " ").trim();
  if (!drawn.test(line.normalize("NFC"))) return null;
  if (textWidth(line, size) <= width) return line;
  // Where not even the first word fits, it is cut inside.
  const ends = [...line.matchAll(/(?<=\S)(?=\s)/gu)].map(({ index }) => index);
  const characters = Array.from({ length: line.length }, (_, i) => i);
  const fits = (end: number) => textWidth(`${line.slice(0, end)} …`, size) <= width;
  const end = ends.findLast(fits) ?? characters.findLast(fits) ?? 0;
  return `${line.slice(0, end).toWellFormed().replace("\ufffd", "")} …`;
}

/** DejaVu Sans' mean advance, in ems; text in capitals is wider. */
const averageAdvance = 0.57;

export function textWidth(text: string, size: number): number {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return size * (averageAdvance * text.length + 0.12 * capitals);
}
