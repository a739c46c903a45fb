import type { Published } from "./article.ts";
import { publishedFrom } from "./published.ts";
import type { RawArticle } from "./raw.ts";

const names = {
  title: ["title", "headline"],
  publisher: ["publisher", "source", "site"],
  byline: ["byline", "author", "authors"],
  published: ["published", "date", "publication_date", "published_at"],
  language: ["language", "lang"],
  url: ["url", "link", "canonical"],
} as const;

/**
 * What fields beside a text say of it: front matter, or a record's metadata. Names are read in any case; what is absent
 * or empty is left out. `fault` makes the error for a field that cannot be read.
 */
export function given(
  fields: ReadonlyMap<string, unknown>,
  fault: (field: string, message: string) => Error,
): { given: RawArticle["given"]; url: string | null } {
  const lower = new Map([...fields].map(([name, value]) => [name.toLowerCase(), value]));
  const read = (field: keyof typeof names): { name: string; value: string } | undefined => {
    for (const name of names[field]) {
      const value = lower.get(name);
      if (value === undefined || value === null || value === "") continue;
      const text = words(value);
      if (text === null) throw fault(name, `${name} is not text`);
      if (text) return { name, value: text };
    }
    return undefined;
  };
  const date = read("published");
  let published: Published | undefined;
  if (date) {
    const edtf = publishedFrom(date.value);
    if (!edtf)
      throw fault(date.name, `${date.name} is not a date: ${JSON.stringify(date.value.slice(0, 40))}`);
    published = { date: edtf, basis: "given", evidence: date.value };
  }
  const url = read("url");
  if (url && !/^https?:\/\/\S+$/i.test(url.value))
    throw fault(url.name, `${url.name} is not a web address (http or https)`);
  return {
    given: {
      title: read("title")?.value,
      publisher: read("publisher")?.value,
      byline: read("byline")?.value,
      published,
      language: language(read("language")?.value),
    },
    url: url?.value ?? null,
  };
}

/** A value as one line of text; a list as its items between commas; null where it is something else. */
function words(value: unknown): string | null {
  if (Array.isArray(value)) {
    const items = value.map(words);
    return items.includes(null) ? null : items.join(", ");
  }
  if (value instanceof Date) return value.toISOString();
  if (!["string", "number", "bigint", "boolean"].includes(typeof value)) return null;
  return String(value).replace(/\s+/gu, " ").trim();
}

/** The primary tag of a language tag; left out where it is none. */
function language(tag: string | undefined): string | undefined {
  return /^([a-z]{2,3})(?:[-_][A-Za-z0-9]+)*$/i.exec(tag ?? "")?.[1]?.toLowerCase();
}
