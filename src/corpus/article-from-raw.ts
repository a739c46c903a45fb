import type { Article, Evidence } from "./article.ts";
import { newlines } from "./characters.ts";
import { partsOf } from "./clean.ts";
import { paywall } from "./furniture.ts";
import { languageOf } from "./languages.ts";
import { type Line, linesIn } from "./lines.ts";
import { laidOut, outlineOf } from "./outline.ts";
import type { RawArticle } from "./raw.ts";
import { dateLine } from "./stated-date.ts";

/** Cleans, dates and attributes a document. What nobody knows stays null. */
export function toArticle(raw: RawArticle): Article {
  if (raw.state === "given") {
    const text = newlines(raw.text);
    return article(raw, text, outlineOf(text, linesIn(text)), [], []);
  }
  const { head, body, notices } = partsOf(raw.text);
  const { text, outline } = laidOut(body);
  return article(raw, text, outline, head, notices);
}

function article(
  raw: RawArticle,
  text: string,
  outline: Article["outline"],
  head: readonly Line[],
  notices: readonly Line[],
): Article {
  const cut = notices.find((line) => paywall.test(line.text));
  const evidence: Evidence[] = cut ? [{ of: "excerpt", quote: cut.text }] : [];
  const dated = head.find((line) => dateLine(line.text) !== null);
  return {
    id: raw.id,
    text,
    title:
      raw.given.title ??
      head.filter((line) => line.weight > 30).sort((a, b) => b.weight - a.weight)[0]?.text ??
      null,
    publisher: raw.given.publisher ?? null,
    byline: raw.given.byline ?? null,
    published:
      raw.given.published ??
      (dated ? { date: dateLine(dated.text)!, basis: "stated", evidence: dated.text } : null),
    url: raw.url,
    language: raw.given.language ?? languageOf(text),
    provenance: { kind: "original", of: null, machineGenerated: false, excerpt: cut !== undefined, evidence },
    file: raw.file,
    outline,
  };
}
