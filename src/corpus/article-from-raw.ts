import { printable } from "../text/printable.ts";
import type { Article } from "./article.ts";
import { attributed } from "./attribute.ts";
import { newlines } from "./characters.ts";
import { partsOf, partsOfExtracted } from "./clean.ts";
import { inferredFrom } from "./inferred.ts";
import { languageOf, primaryTag } from "./languages.ts";
import { linesIn } from "./lines.ts";
import { laidOut, outlineOf } from "./outline.ts";
import { provenanceOf } from "./provenance.ts";
import type { RawArticle } from "./raw.ts";

/** Cleans, dates and attributes a document. What nobody knows stays null; what it is to other articles, `relate` tells. */
export function toArticle(raw: RawArticle): Article {
  return raw.state === "given" ? taken(raw) : cleaned(raw);
}

/** A clean text as it stands. */
function taken(raw: RawArticle): Article {
  const text = newlines(raw.text);
  return article(raw, { text, outline: outlineOf(text, linesIn(text)) }, {}, []);
}

function cleaned(raw: RawArticle): Article {
  const parts = raw.state === "extracted" ? partsOfExtracted(raw.text) : partsOf(raw.text);
  const body = laidOut(parts.body);
  const language = primaryTag(raw.given.language) ?? parts.language;
  const notices = [...parts.notices, ...parts.head].map((line) => line.text);
  const said = attributed(parts, language);
  const published = raw.given.published ?? said.published ?? inferredFrom({ text: body.text, language });
  return article(raw, body, { ...said, published, language }, notices);
}

function article(
  { id, recordId, file, url, given }: RawArticle,
  { text, outline }: Pick<Article, "text" | "outline">,
  read: Partial<Pick<Article, "title" | "publisher" | "byline" | "published" | "language">>,
  notices: readonly string[],
): Article {
  const title = shown(given.title ?? read.title);
  const publisher = shown(given.publisher ?? read.publisher);
  const language = primaryTag(given.language) ?? read.language ?? languageOf(text);
  return {
    id,
    ...(recordId === undefined ? {} : { recordId }),
    text,
    title,
    publisher,
    byline: shown(given.byline ?? read.byline),
    published: given.published ?? read.published ?? null,
    url: shown(url),
    language,
    provenance: provenanceOf({ title, text, publisher, language, notices, cut: given.excerpt?.quote }),
    file,
    outline,
    ...(given.quoteLimit === undefined ? {} : { quoteLimit: given.quoteLimit }),
  };
}

/** What stands beside the text, on one line: no source may steer a terminal or a page by its title. */
function shown(words: string | null | undefined): string | null {
  return (words && printable(words).replace(/\s+/g, " ").trim()) || null;
}
