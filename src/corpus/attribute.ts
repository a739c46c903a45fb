import { words } from "../text/words.ts";
import type { Published } from "./article.ts";
import { bylineOf } from "./byline.ts";
import type { Parts } from "./clean.ts";
import { isFurniture } from "./furniture-lines.ts";
import type { Line } from "./lines.ts";
import { outletNamed } from "./outlets.ts";
import { statedDate } from "./stated-date.ts";

/** What the lines around a body say of it. */
export interface Attribution {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly byline: string | null;
  readonly published: Published | null;
}

/** Reads title, publisher, byline and date off the lines above a body, and the notices about it. */
export function attributed(parts: Parts, language: string): Attribution {
  const { head, notices, rest } = parts;
  const labels = head.filter((line) => !isFurniture(line));
  const dates = [...head, ...notices].flatMap((line) => {
    const stated = statedDate(line.text, language);
    return stated ? [{ line, ...stated }] : [];
  });
  const bylines = labels.flatMap((line) => {
    const name = bylineOf(line.text);
    return name ? [{ line, name }] : [];
  });
  const used = new Set<Line>([...dates, ...bylines].map(({ line }) => line));
  const free = labels.filter((line) => !used.has(line));
  const title = titleAmong(free, parts.body);
  const date = dates.find(({ updated }) => !updated) ?? dates[0];
  return {
    title: title?.text.replace(/^#{1,6}\s+/, "") ?? null,
    publisher: publisherAmong(
      free.filter((line) => line !== title),
      [...notices, ...rest],
    ),
    byline: bylines[0]?.name ?? null,
    published: date ? { date: date.date, basis: "stated", evidence: date.line.text } : null,
  };
}

/** The line above the body that says most of what the body says: longer lines, and such as stand twice, before others. */
function titleAmong(lines: readonly Line[], body: readonly Line[]): Line | undefined {
  const told = new Set(body.flatMap((line) => words(line.text).map(({ form }) => stem(form))));
  const scored = lines
    .filter((line) => line.weight >= 12 && line.kind !== "table")
    .map((line) => {
      const forms = words(line.text.replace(/^#{1,6}\s+/, "")).map(({ form }) => stem(form));
      const shared = forms.filter((form) => told.has(form)).length / Math.max(1, forms.length);
      const twice = lines.some((other) => other !== line && line.text.startsWith(other.text)) ? 0.3 : 0;
      const marked = line.kind === "heading" ? 0.2 : 0;
      return { line, score: shared + twice + marked + Math.min(forms.length, 12) / 12 };
    })
    .filter(({ score }) => score >= 0.6);
  return scored.sort((a, b) => b.score - a.score)[0]?.line ?? openingHeading(body);
}

/** Enough of a word to know it again in another case or compound. */
function stem(form: string): string {
  return form.slice(0, 5);
}

/** The heading that stands first in the body, or right after its lead. */
function openingHeading(body: readonly Line[]): Line | undefined {
  const at = body.findIndex((line) => line.kind === "heading");
  return at >= 0 && at <= 1 && (body[at]?.weight ?? 0) >= 24 ? body[at] : undefined;
}

/** A short line that is an outlet's name, or that the page repeats in what it says of itself. */
function publisherAmong(lines: readonly Line[], around: readonly Line[]): string | null {
  for (const { text, weight } of lines) {
    const name = text.replace(
      /^(?:source|quelle|fuente|fonte|источник|джерело|źródło|kaynak|来源|來源|出典|출처)\s?[:：]\s?/iu,
      "",
    );
    if (weight > 50) continue;
    const outlet = outletNamed(name);
    if (outlet)
      return outlet === name || name.toLowerCase() !== name ? (name.length > 4 ? name : outlet) : outlet;
    if (around.filter((line) => line.text.includes(name)).length >= 2) return name;
  }
  return null;
}
