import { LineCounter, parseDocument } from "yaml";
import { UserError } from "../../ops/user-error.ts";
import type { Published } from "../article.ts";
import type { RawArticle } from "../raw.ts";
import { readDate } from "../web/read-date.ts";

/** Longer front matter is not front matter. */
const LONGEST = 16_384;
const FENCE = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

export interface FrontMatter {
  readonly fields: ReadonlyMap<string, string>;
  /** The text after it. */
  readonly body: string;
}

/**
 * Takes YAML front matter off the head of a text. Every value is read as a string: a date stays as it was written,
 * and no tag or type of YAML's can make anything else of it. Aliases are limited by the parser.
 *
 * @throws UserError `frontmatter.invalid`, naming the line, where the head opens with `---` and `name:` but is never
 *   closed, or is no YAML mapping
 */
export function takeFrontMatter(text: string): FrontMatter {
  const match = FENCE.exec(text.slice(0, LONGEST));
  if (match === null) {
    if (/^---[ \t]*\r?\n[\w-]+[ \t]*:/.test(text)) throw invalid(1, "it opens with --- and is never closed");
    return { fields: new Map(), body: text };
  }
  if (!/^[\w-]+[ \t]*:/m.test(match[1]!)) return { fields: new Map(), body: text };
  const lineCounter = new LineCounter();
  const document = parseDocument(match[1]!, { schema: "failsafe", lineCounter, prettyErrors: false });
  const [error] = document.errors;
  // The fence is line 1 of the file.
  if (error) throw invalid(lineCounter.linePos(error.pos[0]).line + 1, error.message, error);
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 10 });
  } catch (cause) {
    throw invalid(1, cause instanceof Error ? cause.message : String(cause), cause);
  }
  const fields = new Map<string, string>();
  if (typeof data === "object" && data !== null) {
    for (const [key, value] of Object.entries(data)) {
      const listed = Array.isArray(value)
        ? value.filter((item) => typeof item === "string").join(", ")
        : value;
      if (typeof listed === "string" && listed.trim() !== "") fields.set(key.toLowerCase(), listed.trim());
    }
  }
  return { fields, body: text.slice(match[0].length) };
}

function invalid(line: number, what: string, cause?: unknown): UserError {
  return new UserError(
    "frontmatter.invalid",
    `line ${line}: the front matter (between the first two ---) does not parse: ${what.replace(/\s*\n\s*/g, " ")}. Mend it or take it out.`,
    { cause },
  );
}

/**
 * What a record's or front matter's fields, under their usual names, say of an article.
 *
 * @throws UserError `frontmatter.quote-limit`
 */
export function givenBy(fields: ReadonlyMap<string, string>): RawArticle["given"] {
  const first = (...names: string[]) =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined);
  return {
    title: first("title", "headline"),
    publisher: first("publisher", "site", "sitename", "site_name", "source", "outlet"),
    byline: first("byline", "author", "authors"),
    language: first("language", "lang"),
    published: publishedBy(
      first("published", "date", "published_at", "date_published", "datepublished", "pubdate"),
      fields,
    ),
    quoteLimit: limitBy(first("quotelimit", "quote_limit")),
    excerpt: fields.has("excerpt_quote") ? { quote: fields.get("excerpt_quote")! } : undefined,
  };
}

/** A limit that cannot be read must not be passed over: more might be quoted than a licence allows. */
function limitBy(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new UserError(
    "frontmatter.quote-limit",
    `its quoteLimit is "${value.slice(0, 40)}"; give the number of words that may be quoted at once, 0 for none`,
  );
}

function publishedBy(value: string | undefined, fields: ReadonlyMap<string, string>): Published | undefined {
  if (value === undefined) return undefined;
  const date = /^\d{4}(-\d\d){0,2}[~?%]?$/.test(value) ? value : readDate(value)?.date;
  if (date === undefined) return undefined;
  const basis = fields.get("published_basis");
  return {
    date,
    basis: basis === "stated" || basis === "inferred" ? basis : "given",
    evidence: fields.get("published_evidence") ?? value,
  };
}
