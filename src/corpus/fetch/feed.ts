import { parseFeed } from "feedsmith";
import { readDate } from "../web/read-date.ts";

/** What a feed or sitemap names: an article's address, and what is said of it there. */
export interface Entry {
  readonly url: string;
  readonly title: string | undefined;
  /** EDTF day. */
  readonly published: string | undefined;
  /** When it last changed, as the feed writes it. */
  readonly updated: string | undefined;
}

/** Whether a document is an RSS, Atom, RDF or JSON feed, by how it begins. */
export function isFeed(text: string): boolean {
  const head = text.slice(0, 2_000);
  if (/^\s*\{/.test(head)) return /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org/.test(head);
  return (
    /<(?:rss|feed|rdf:RDF)[\s>]/i.test(head.replace(/<!--[\s\S]*?-->/g, "")) && !/<html[\s>]/i.test(head)
  );
}

/**
 * The entries of an RSS, Atom, RDF or JSON feed, in its order.
 *
 * @param base the feed's own address, against which its links are read
 * @throws Error of the parser where it is no feed
 */
export function readFeed(text: string, base: string): Entry[] {
  // Without a document type no entity is defined, and none can grow.
  const { format, feed } = parseFeed(text.replace(/<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>/i, ""));
  const items = format === "json" || format === "rss" || format === "rdf" ? feed.items : feed.entries;
  return (items ?? []).flatMap((item) => entryOf(item as Item, base) ?? []);
}

/** The fields, of all kinds of feed, that are read. */
interface Item {
  readonly link?: string;
  readonly links?: readonly { readonly href?: string; readonly rel?: string }[];
  readonly url?: string;
  readonly guid?: { readonly value?: string; readonly isPermaLink?: boolean };
  readonly id?: string;
  readonly title?: string | { readonly value?: string };
  readonly pubDate?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly date_published?: string;
  readonly date_modified?: string;
  readonly dc?: { readonly date?: string; readonly dates?: readonly string[] };
}

function entryOf(item: Item, base: string): Entry | undefined {
  const alternate =
    item.links?.find(({ rel }) => rel === undefined || rel === "alternate") ?? item.links?.[0];
  const link = item.link ?? alternate?.href ?? item.url ?? item.guid?.value ?? item.id ?? "";
  if (!URL.canParse(link, base)) return undefined;
  const stated =
    item.pubDate ?? item.published ?? item.date_published ?? item.dc?.date ?? item.dc?.dates?.[0];
  const title = typeof item.title === "string" ? item.title : item.title?.value;
  return {
    url: new URL(link, base).href,
    title: title?.replace(/\s+/g, " ").trim() || undefined,
    published: stated === undefined ? undefined : readDate(stated)?.date,
    updated: item.updated ?? item.date_modified ?? stated,
  };
}
