import type { Block } from "./article.ts";
import { bullet, type Line } from "./lines.ts";

/** Lays lines out as one text: rows of a table and items of a list a line each, everything else a paragraph. */
export function laidOut(lines: readonly Line[]): { text: string; outline: Block[] } {
  let text = "";
  const outline: Block[] = [];
  lines.forEach((line, i) => {
    const previous = lines[i - 1];
    const grouped = line.kind === "table" || line.kind === "list";
    if (previous) text += grouped && previous.kind === line.kind ? "\n" : "\n\n";
    const start = text.length;
    text += shown(line);
    const end = text.length;
    const open = outline.at(-1);
    if (grouped && previous?.kind === line.kind && open) outline[outline.length - 1] = { ...open, end };
    else if (line.kind === "table" || line.kind === "list" || line.kind === "heading") {
      outline.push({ kind: line.kind, start, end });
    }
  });
  return { text, outline };
}

/** A line as readers see it: a heading without its hashes, a list item behind a plain dash (or its number). */
function shown({ kind, text }: Line): string {
  if (kind === "heading") return text.replace(/^#{1,6}\s+/, "").replace(/\s+#+$/, "");
  if (kind === "list" && !/^\d/.test(text)) return text.replace(bullet, "- ");
  return text;
}

/** Finds headings, tables and lists in a text that is taken as it stands. */
export function outlineOf(text: string, lines: readonly Line[]): Block[] {
  const outline: Block[] = [];
  let from = 0;
  lines.forEach((line, i) => {
    const start = text.indexOf(line.text, from);
    if (start < 0) return;
    const end = start + line.text.length;
    from = end;
    const open = outline.at(-1);
    if (line.kind === "prose" || line.kind === "short") return;
    if (line.kind !== "heading" && open?.kind === line.kind && lines[i - 1]?.kind === line.kind) {
      outline[outline.length - 1] = { ...open, end };
    } else outline.push({ kind: line.kind, start, end });
  });
  return outline;
}
