import type { Citation } from "../corpus/citation.ts";
import { dateWords } from "./date-words.ts";
import { quoteLink } from "./link.ts";
import { inline, pieces } from "./quote.ts";
import type { Strings } from "./strings.ts";

/**
 * `Euronews · December 2025 · original`: who said it, when, and how they know. The name links to the quoted words.
 * Where the publisher is unknown, the title names the source, or the words it opens with.
 */
export function attribution(citation: Citation, strings: Strings): string {
  const { publisher, url, quote, published } = citation;
  const [name = ""] = pieces(publisher ?? citation.name, nameLimit, inline);
  const link = quoteLink(url, quote);
  const when = published === null ? null : inline(dateWords(published, strings));
  return [link ? `[**${name}**](${link})` : `**${name}**`, when, provenance(citation, strings)]
    .filter(Boolean)
    .join(" · ");
}

/** Discord shows a name of this length on two lines of a phone. */
const nameLimit = 140;

/** The title in small print, where it does not name the source already. */
export function titleLine({ publisher, title }: Citation): string[] {
  const named = publisher === null && pieces(title ?? "", nameLimit, inline).length <= 1;
  return named ? [] : pieces(title ?? "", titleLimit, inline).map((piece) => `-# ${piece}`);
}

/** A longer title goes on in another line. */
const titleLimit = 600;

/** The provenance badges, in the reader's language. */
export function provenance(
  { provenance, badges }: Pick<Citation, "provenance" | "badges">,
  strings: Strings,
): string {
  const words = badges.map((badge) => inline(badgeWords(badge, strings)));
  return (provenance === "original" ? [strings.original, ...words] : words)
    .map((word) => `*${word}*`)
    .join(" · ");
}

function badgeWords(badge: string, strings: Strings): string {
  const outlet = /^relays (.+)$/.exec(badge)?.[1];
  if (outlet !== undefined) return outlet === "another outlet" ? strings.relay : strings.relays(outlet);
  const known: Record<string, string> = {
    "AI summary": strings.aiSummary,
    "machine-written": strings.machineWritten,
    summary: strings.summary,
    excerpt: strings.excerpt,
    "date inferred": strings.dateInferred,
    "date unknown": strings.dateUnknown,
  };
  return known[badge] ?? badge;
}

/** The words of a citation as they are shown: marked where they are cut, or why there are none. */
export function quoteOf({ quote, cut }: Citation, strings: Strings): string {
  if (quote === "") return strings.linkOnly;
  return cut ? `${quote} …` : quote;
}

/** A citation in Markdown, for the attached file. */
export function citationMarkdown(citation: Citation, strings: Strings): string {
  const { n, articleId, publisher, published, title, badges, provenance, url, quote } = citation;
  const kind = provenance === "original" ? strings.original : null;
  const facts = [
    publisher ?? (title === null ? articleId : null),
    title,
    published,
    ...[kind, ...badges.map((badge) => badgeWords(badge, strings))],
    quoteLink(url, quote),
  ];
  const lines = quoteOf(citation, strings)
    .split("\n")
    .map((line) => `> ${line}`);
  return `[${n}] ${facts.filter(Boolean).join(" · ")}\n\n${lines.join("\n")}`;
}
