import type { Strings } from "./strings.ts";

/**
 * An EDTF date in a reader's words: `2025-12` is "December 2025", `2025-03~` "about March 2025", `2025-01/2025-03`
 * an interval. What has no such words (seasons, open ends) is shown as it stands.
 */
export function dateWords(edtf: string, { locale, about }: Pick<Strings, "locale" | "about">): string {
  const ends = edtf.split("/");
  if (ends.length === 2) return ends.map((end) => dateWords(end, { locale, about })).join(" – ");
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?$/.exec(edtf);
  if (!match || Number(match[2] ?? 1) > 12) return edtf;
  const [, year, month, day, doubt] = match;
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const words = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    year: "numeric",
    ...(month && { month: "long" }),
    ...(day && { day: "numeric" }),
  }).format(date);
  return doubt ? about(words) : words;
}
