import { stringify } from "yaml";
import type { RawArticle } from "../raw.ts";

/** No field of a page's markup that is longer says what it is named for. */
const LONGEST_FIELD = 1_000;

/**
 * A raw article as a Markdown file with front matter, from which the corpus reads the same article back: text, state
 * and all that was known beside it.
 *
 * @param from the address or file name that it came from
 */
export function articleFile({ id, url, text, state, given }: RawArticle, from: string): string {
  const { title, publisher, byline, published, language, excerpt, quoteLimit } = given;
  const fields = {
    id,
    title,
    publisher,
    byline,
    published: published?.date,
    published_basis: published?.basis,
    published_evidence: published?.evidence,
    language,
    url: url ?? undefined,
    excerpt_quote: excerpt?.quote,
    quote_limit: quoteLimit?.toString(),
    state,
    ingested_from: from,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => {
    const kept = storable(value ?? "")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, LONGEST_FIELD);
    return kept === ""
      ? []
      : [
          stringify(
            { [name]: kept.toWellFormed() },
            { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0 },
          ),
        ];
  });
  return `---\n${lines.join("")}---\n${storable(text)}`;
}

/** Text that a file gives back as it was: whole characters, one kind of line break, nothing that makes it binary. */
function storable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, "");
}

/** A raw article as a line of a .jsonl, as {@link readJsonl} reads it back. */
export function articleLine({ id, url, text, given }: RawArticle): string {
  const { title, publisher, byline, published, language, quoteLimit } = given;
  const metadata = {
    published: published?.date,
    publisher,
    url: url ?? undefined,
    author: byline,
    language,
    quoteLimit,
  };
  return `${JSON.stringify({ _id: id, title, text: text.toWellFormed(), metadata })}\n`;
}
