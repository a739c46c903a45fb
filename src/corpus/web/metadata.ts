import type { Inventory } from "./inventory.ts";
import { articleNode, type LinkedData, strings } from "./json-ld.ts";

/** What a page's head and markup say of its article. */
export interface Metadata {
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** The article's whole text, where JSON-LD repeats it. */
  readonly repeated: string | undefined;
  readonly byline: string | undefined;
  readonly publisher: string | undefined;
  /** BCP 47 tag as the page declares it. */
  readonly language: string | undefined;
  /** The address that the page calls its own. */
  readonly canonical: string | undefined;
  /** The page says that not everyone may read it; the words that say so. */
  readonly locked: string | undefined;
}

/** Reads a page's metadata from JSON-LD, `<meta>`, `<link>` and headings. */
export function metadataOf(
  document: Document,
  inventory: Inventory,
  nodes: readonly LinkedData[],
  metas: ReadonlyMap<string, string>,
): Metadata {
  const meta = (...names: string[]) =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined);
  const article = articleNode(nodes);
  const publisher = publisherOf(article, nodes, meta);
  return {
    title: titleOf(inventory, article, meta("og:title", "twitter:title", "dc.title"), publisher),
    description:
      meta("og:description", "description", "twitter:description") ?? strings(article?.description)[0],
    repeated: strings(article?.articleBody)[0],
    byline: bylineOf(inventory, article, meta, publisher),
    publisher,
    language:
      document.documentElement.getAttribute("lang") ||
      meta("og:locale", "content-language", "dc.language")?.replace("_", "-") ||
      strings(article?.inLanguage)[0],
    canonical: canonicalLink(inventory) ?? meta("og:url") ?? strings(article?.url)[0],
    locked: lockOf(nodes, meta("article:content_tier")),
  };
}

type Meta = (...names: string[]) => string | undefined;

/** The first value of each `<meta>`, by its lower-case name, property or itemprop. */
export function metaTags({ metas }: Pick<Inventory, "metas">): Map<string, string> {
  const tags = new Map<string, string>();
  for (const element of metas) {
    const value = element.getAttribute("content")?.replace(/\s+/g, " ").trim();
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && value && !tags.has(name)) tags.set(name, value);
    }
  }
  return tags;
}

/** The heading that the page's title repeats is the title as the newsroom wrote it; else the title without the site's name. */
function titleOf(
  { titles, headings }: Inventory,
  article: LinkedData | undefined,
  stated: string | undefined,
  publisher: string | undefined,
): string | undefined {
  const whole = titles[0]?.textContent ?? "";
  const named = [stated, strings(article?.headline)[0], whole]
    .map((title) => plain(title ?? ""))
    .filter(Boolean);
  for (const heading of headings) {
    const text = plain(heading.textContent ?? "");
    if (folded(text) === folded(publisher ?? "")) continue;
    if (text.length >= 12 && text.length <= 300 && named.some((name) => folded(name).includes(folded(text))))
      return text;
  }
  const title = named[0];
  if (title === undefined)
    return plain(headings.find(({ localName }) => localName === "h1")?.textContent ?? "") || undefined;
  const parts = title.split(/\s+[|–—·•»-]\s+/);
  const last = folded(parts.at(-1)!);
  const isSite =
    parts.length > 1 &&
    (last === folded(publisher ?? "") || (named[0] === plain(whole) && last.length <= 24));
  return isSite ? title.slice(0, title.lastIndexOf(parts.at(-1)!)).replace(/\s+[|–—·•»-]\s*$/, "") : title;
}

/** The address that a page gives as its own. */
export function canonicalLink({ links }: Pick<Inventory, "links">): string | undefined {
  const link = links.find((element) => /(?:^|\s)canonical(?:$|\s)/i.test(element.getAttribute("rel") ?? ""));
  return link?.getAttribute("href") ?? undefined;
}

function publisherOf(
  article: LinkedData | undefined,
  nodes: readonly LinkedData[],
  meta: Meta,
): string | undefined {
  const site = nodes.find((node) =>
    /WebSite|NewsMediaOrganization|Organization/.test(strings(node["@type"]).join()),
  );
  const names = [
    ...strings(article?.publisher),
    meta("og:site_name", "application-name", "dc.publisher", "publisher", "apple-mobile-web-app-title") ?? "",
    ...strings(site),
  ];
  return names.map(plain).find((name) => name !== "" && name.length <= 100 && !/^https?:/.test(name));
}

function bylineOf(
  { authors }: Inventory,
  article: LinkedData | undefined,
  meta: Meta,
  publisher: string | undefined,
): string | undefined {
  const tagged = meta(
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "sailthru.author",
    "byl",
    "citation_author",
  );
  const choices = [
    [...new Set(strings(article?.author))].join(", "),
    [...new Set(strings(article?.creator))].join(", "),
    tagged ?? "",
    authors[0]?.textContent ?? "",
  ];
  return choices
    .map((name) =>
      plain(name)
        .replace(/^(?:by|von|par|por|di|door|от)[\s:]+/i, "")
        .trim(),
    )
    .find(
      (name) =>
        /\p{L}{2}/u.test(name) && name.length <= 120 && !/https?:|^www\.|@/.test(name) && name !== publisher,
    );
}

function lockOf(nodes: readonly LinkedData[], tier: string | undefined): string | undefined {
  const shut = nodes.find((node) => /^false$/i.test(String(node.isAccessibleForFree)));
  if (shut !== undefined) return `"isAccessibleForFree": ${JSON.stringify(shut.isAccessibleForFree)}`;
  return tier !== undefined && /locked|metered|premium|paid/i.test(tier) ? tier : undefined;
}

function plain(text: string): string {
  return text
    .replace(/<[^>]{1,200}>/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
