import { gunzipSync } from "node:zlib";
import { UserError } from "../../ops/user-error.ts";
import { decodeText } from "../formats/decode.ts";
import { readDate } from "../web/read-date.ts";
import type { Entry } from "./feed.ts";

/** The sitemap protocol's own limits. */
const LARGEST = 50 * 2 ** 20;
const MOST = 50_000;

export interface Sitemap {
  /** Other sitemaps, where it is an index. */
  readonly sitemaps: readonly Entry[];
  readonly pages: readonly Entry[];
}

/** Whether bytes are a sitemap, gzipped or not, by how they begin. */
export function isSitemap(bytes: Uint8Array): boolean {
  return /<(?:urlset|sitemapindex)[\s>]/i.test(sitemapText(bytes).slice(0, 2_000));
}

/**
 * A sitemap or index of sitemaps (sitemaps.org), with the titles and dates of news sitemaps. Only addresses of its own
 * host count, as the protocol has it.
 *
 * @param base the sitemap's own address
 * @throws UserError `document.too-large`
 */
export function readSitemap(bytes: Uint8Array, base: string): Sitemap {
  const text = sitemapText(bytes);
  const entries = (element: string) =>
    [...text.matchAll(new RegExp(`<${element}[\\s>]([\\s\\S]*?)</${element}\\s*>`, "gi"))]
      .slice(0, MOST)
      .flatMap(([, inner]) => entryOf(inner!, base) ?? []);
  return { sitemaps: entries("sitemap"), pages: entries("url") };
}

function entryOf(xml: string, base: string): Entry | undefined {
  const value = (name: string) => {
    const inner = new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}\\s*>`, "i").exec(xml)?.[1];
    return inner === undefined ? undefined : plain(inner) || undefined;
  };
  const address = value("loc") ?? "";
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  if (url.host.replace(/^www\./, "") !== new URL(base).host.replace(/^www\./, "")) return undefined;
  const stated = value("news:publication_date");
  return {
    url: url.href,
    title: value("news:title"),
    published: stated === undefined ? undefined : readDate(stated)?.date,
    updated: value("lastmod") ?? stated,
  };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(xml: string): string {
  return xml
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, "$1")
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!)
    .trim();
}

function sitemapText(bytes: Uint8Array): string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return decodeText(bytes);
  try {
    return decodeText(gunzipSync(bytes, { maxOutputLength: LARGEST }));
  } catch (cause) {
    throw new UserError("document.too-large", "the sitemap is broken, or larger than 50 MB once unpacked", {
      cause,
    });
  }
}
