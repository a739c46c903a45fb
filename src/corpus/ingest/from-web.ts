import { UserError } from "../../ops/user-error.ts";
import { type Entry, isFeed, readFeed } from "../fetch/feed.ts";
import type { Fetched, Wanted } from "../fetch/safe-get.ts";
import { isSitemap, readSitemap } from "../fetch/sitemap.ts";
import { decodeText } from "../formats/decode.ts";
import { readDocument } from "../formats/read-document.ts";
import type { RawArticle } from "../raw.ts";

/** Whoever fetches: a {@link PoliteClient}, or what stands in for one. */
export interface Client {
  get(url: string, wanted?: Wanted): Promise<Fetched>;
}

/** What an address turned out to be. */
export type WebDocument =
  | { readonly kind: "unchanged" }
  | { readonly kind: "articles"; readonly articles: readonly RawArticle[]; readonly answer: Fetched }
  | { readonly kind: "entries"; readonly entries: readonly Entry[]; readonly answer: Fetched };

/** What is read: pages, text, documents, and the XML and JSON of feeds and sitemaps. */
const TYPES =
  /^(?:text\/(?:html|plain|markdown|xml|x-markdown)|application\/(?:[\w.-]+\+)?(?:xml|json)|application\/(?:feed\+json|xhtml\+xml|pdf|jsonl|x-ndjson|gzip|x-gzip|octet-stream|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)|message\/rfc822)\b/i;
const MOST_SITEMAPS = 20;

/**
 * Fetches an address, and says what it holds: articles, or the entries of a feed or sitemap (of an index, those of its
 * sitemaps, the latest first).
 *
 * @throws UserError what fetching throws, `fetch.status`, or what reading the document throws
 */
export async function readWeb(
  client: Client,
  url: string,
  wanted: Wanted,
  latest: string,
): Promise<WebDocument> {
  const answer = await client.get(url, { ...wanted, types: TYPES });
  if (answer.status === 304) return { kind: "unchanged" };
  if (answer.status !== 200) throw badStatus(answer);
  const { bytes, mediaType } = answer;
  if (isSitemap(bytes)) {
    const entries = await pagesOf(client, answer, wanted.signal);
    return { kind: "entries", entries, answer };
  }
  const text = /pdf|word|octet|gzip/i.test(mediaType) ? "" : decodeText(bytes.subarray(0, 4_000), mediaType);
  if (isFeed(text)) return { kind: "entries", entries: entriesOf(answer), answer };
  const articles = await readDocument(bytes, {
    url: answer.url,
    mediaType: mediaType || "text/html",
    latest,
  });
  return { kind: "articles", articles, answer };
}

function entriesOf({ bytes, mediaType, url }: Fetched): Entry[] {
  try {
    return readFeed(decodeText(bytes, mediaType), url);
  } catch (cause) {
    throw new UserError("feed.broken", `${url} begins as a feed but cannot be read as one.`, { cause });
  }
}

async function pagesOf(
  client: Client,
  { bytes, url }: Fetched,
  signal: AbortSignal | undefined,
): Promise<Entry[]> {
  const { sitemaps, pages } = readSitemap(bytes, url);
  const latestFirst = (a: Entry, b: Entry) => (b.updated ?? "").localeCompare(a.updated ?? "");
  const all = [...pages];
  for (const sitemap of sitemaps.toSorted(latestFirst).slice(0, MOST_SITEMAPS)) {
    const answer = await client.get(sitemap.url, { signal });
    if (answer.status === 200) all.push(...readSitemap(answer.bytes, answer.url).pages);
  }
  return all.sort(latestFirst);
}

function badStatus({ status, url }: Fetched): UserError {
  const why =
    status === 404 || status === 410
      ? "there is no such page"
      : status === 401 || status === 402 || status === 403
        ? "the site does not let programs, or readers without an account, see it"
        : status >= 500
          ? "the site has a fault; try again later"
          : "no page came back";
  return new UserError("fetch.status", `${url} answered ${status}: ${why}.`);
}

/** A page's article with what the feed that named it knows and the page does not. */
export function withEntry(raw: RawArticle, { title, published, url }: Entry): RawArticle {
  return {
    ...raw,
    given: {
      ...raw.given,
      title: raw.given.title ?? title,
      published:
        raw.given.published ??
        (published === undefined
          ? undefined
          : { date: published, basis: "stated", evidence: `${published} in the feed, of ${url}` }),
    },
  };
}
