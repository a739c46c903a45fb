import { compareEdtf } from "../dates/edtf.ts";
import type { Article } from "./article.ts";
import { isLinkOnly } from "./quote-limit.ts";

/** Kinds of provenance, the most direct first. Relating numbers them so in its files: a new one comes last. */
export const kinds = ["original", "relay", "summary"] as const;

/** How far an article is from who reported first: 0 for an original, 1 for a relay, 2 for a summary. */
export function directness({ provenance }: Article): number {
  return kinds.indexOf(provenance.kind);
}

/** The likeliest origin first: what does not say that it repeats another, is whole, early, and long. */
export function byOriginality(a: Article, b: Article): number {
  const rank = (article: Article) => 2 * directness(article) + Number(article.provenance.excerpt);
  return rank(a) - rank(b) || byDate(a, b) || b.text.length - a.text.length;
}

/** Earlier first; a date that nobody knows comes last. */
export function byDate({ published: a }: Article, { published: b }: Article): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return compareEdtf(a.date, b.date);
}

/** Which of the articles of one report to cite: one that may be quoted, or else linked, and of those the likeliest origin. */
export function byStanding(a: Article, b: Article): number {
  const use = (article: Article) => (isLinkOnly(article) ? (article.url ? 1 : 2) : 0);
  return use(a) - use(b) || byOriginality(a, b);
}

/**
 * Names the report that an article is, as `relate` tells: copies, and relays, of one text share it. A summary is of its
 * source's voice too, but says it in words of its own, and is shown beside it.
 */
export function reportOf({ id, voice = id, provenance }: Article): string {
  return provenance.kind === "summary" ? `${voice} summary` : voice;
}
