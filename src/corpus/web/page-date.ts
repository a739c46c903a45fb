import type { Published } from "../article.ts";
import { type LinkedData, strings } from "./json-ld.ts";
import { bodyElement } from "./parse-html.ts";
import { readDate, readDates, readEpoch } from "./read-date.ts";

export interface PageDateSource {
  readonly document: Document;
  readonly nodes: readonly LinkedData[];
  readonly metas: ReadonlyMap<string, string>;
  readonly url: string | null;
  readonly language: string | undefined;
  /** The last date that is believed, `YYYY-MM-DD`: the day on which the page is read. */
  readonly latest?: string | undefined;
}

/** A date that a part of the page names, and how far that part is to be trusted. */
interface Witness {
  readonly date: string;
  readonly weight: number;
  readonly evidence: string;
}

const PUBLISHED = new RegExp(
  `^(?:${[
    "article[.:_-]?(?:published|publicationdate|date_original|created)(?:_?time|_?date)?|(?:og:)?(?:article:)?published_?(?:time|date)|(?:rnews:|bt:|cxenseparse:recs:)?(?:date-?published|publish_?time|pub_?date|publication_?date|publish_?date|published-date|date_published|original-?publication-?date)",
    "dc(?:terms)?[.:](?:date[.:])?(?:issued|created|date|published)|dc[.:]date(?:[.:](?:issued|created|publication))?|citation_(?:publication_|online_)?date|parsely-pub-date|sailthru\\.date|shareaholic:article_published_time|date(?:created|posted)?|created|gentime|timestamp|eprints\\.date|prism\\.publicationdate",
  ].join("|")})$`,
);
const MODIFIED =
  /^(?:(?:og:)?(?:article:)?(?:modified|updated)_?(?:time|date)|date-?modified|dc(?:terms)?[.:](?:date[.:])?modified|last-?modified|revised|date_?updated?|utime)$/;

/**
 * When a page was first published, from what its parts say, checked against each other: JSON-LD, `<meta>`, the URL,
 * `<time>`, elements that are named for a date, and the text around the title. Each part's word is weighed; parts that
 * name the same day, or its neighbour (time zones), confirm each other; of equals the earlier wins.
 */
export function pageDate(source: PageDateSource): Published | undefined {
  const witnesses = [...stated(source), ...addressed(source), ...marked(source)];
  if (!witnesses.some(({ weight }) => weight >= 4)) witnesses.push(...written(source));
  const best = elect(witnesses);
  return best && { date: best.date, basis: "stated", evidence: best.evidence };
}

function elect(witnesses: readonly Witness[]): Witness | undefined {
  const dates = [
    ...new Set(witnesses.filter(({ date }) => date.length === 10).map(({ date }) => date)),
  ].sort();
  let best: { witness: Witness; score: number } | undefined;
  for (const date of dates) {
    const own = witnesses.filter((witness) => witness.date === date);
    const near = witnesses.filter((witness) => witness.date !== date && agree(witness.date, date));
    const top = own.reduce((a, b) => (b.weight > a.weight ? b : a));
    const score = top.weight + (own.length - 1) * 0.8 + near.length * 0.4;
    if (best === undefined || score > best.score) best = { witness: top, score };
  }
  return best?.witness ?? witnesses.find(({ weight }) => weight >= 3);
}

/** The same day, a day apart, or the month that the day is in. */
function agree(a: string, b: string): boolean {
  if (a.length < 10 || b.length < 10) return a.startsWith(b) || b.startsWith(a);
  return Math.abs(Date.parse(a) - Date.parse(b)) <= 86_400_000;
}

/** What JSON-LD and `<meta>` say. */
function* stated({ nodes, metas, latest, language }: PageDateSource): Generator<Witness> {
  for (const node of nodes) {
    const types = strings(node["@type"]).join();
    const trust = /Article|Posting|Report/.test(types)
      ? 10
      : /WebPage|Video|Recipe|Podcast/.test(types)
        ? 7
        : 3;
    for (const [name, weight] of [
      ["datePublished", trust],
      ["dateCreated", trust - 2],
      ["uploadDate", 4],
      ["dateModified", 2],
    ] as const) {
      for (const value of strings(node[name])) {
        const date = machineDate(value, latest, language);
        if (date !== undefined) yield { date, weight, evidence: `"${name}": "${value}"` };
      }
    }
  }
  for (const [name, value] of metas) {
    const weight = PUBLISHED.test(name)
      ? /^date$|created|timestamp/.test(name)
        ? 7
        : 9
      : MODIFIED.test(name)
        ? 2
        : 0;
    const date = weight > 0 ? machineDate(value, latest, language) : undefined;
    if (date !== undefined) yield { date, weight, evidence: `${name}: ${value}` };
  }
}

/** What the page's address says: `/2025/10/01/`, `20251001`, or a month, which can only confirm. */
function* addressed({ document, metas, url, latest }: PageDateSource): Generator<Witness> {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute("href");
  for (const address of new Set([url, canonical, metas.get("og:url")])) {
    const path = (address ?? "").replace(/^https?:\/\/[^/]*/, "");
    const match =
      /(?<!\d)(?<y>(?:19|20)\d\d)(?<sep>[/_-]?)(?<m>\d\d|(?<=[/_-])\d)\k<sep>(?<d>\d\d|(?<=[/_-])\d)(?!\d)/.exec(
        path,
      );
    const { y, m, d } = match?.groups ?? {};
    const date = match === null ? undefined : readDate(`${y}-${m}-${d}`, { latest })?.date;
    if (date !== undefined) yield { date, weight: 8, evidence: address! };
    const month = /\/((?:19|20)\d\d)\/(0[1-9]|1[0-2])\//.exec(path);
    if (date === undefined && month !== null)
      yield { date: `${month[1]}-${month[2]}`, weight: 1, evidence: address! };
  }
}

const DATED =
  '[class*="date"], [class*="Date"], [class*="time"], [class*="publish"], [class*="posted"], [class*="meta"], [class*="byline"], [class*="datum"], [class*="fecha"], [class*="info"], [id*="date"], [id*="time"]';
const MOST_ELEMENTS = 200;

/** What `<time>` and elements that are named for a date say; those near the title more than those of lists. */
function* marked({ document, language, latest }: PageDateSource): Generator<Witness> {
  for (const element of [
    ...document.querySelectorAll(
      '[itemprop*="datePublished"], [pubdate], time, abbr.published, [data-utime], [datetime]',
    ),
  ].slice(0, MOST_ELEMENTS)) {
    const value =
      element.getAttribute("datetime") ??
      element.getAttribute("content") ??
      element.getAttribute("data-utime") ??
      element.getAttribute("title") ??
      "";
    const text = (element.textContent ?? "").trim();
    const date = machineDate(value, latest, language) ?? readDate(text, { language, latest })?.date;
    if (date === undefined || inList(element)) continue;
    const names = `${element.getAttribute("class")} ${element.getAttribute("itemprop")}`;
    const changed = /modif|updat|aktualis|geändert/i.test(`${names} ${text}`);
    const published = /publi|entry-date|created|pubdate/i.test(names) || element.hasAttribute("pubdate");
    yield { date, weight: changed ? 2 : published ? 8 : 6, evidence: text || value };
  }
  for (const element of [...document.querySelectorAll(DATED)].slice(0, MOST_ELEMENTS)) {
    const text = (element.textContent ?? "").replace(/\s+/g, " ").trim();
    if (text.length < 6 || text.length > 200 || inList(element)) continue;
    const date = readDate(text, { language, latest })?.date;
    if (date !== undefined) yield { date, weight: 4, evidence: text };
  }
}

/** Inside a list of other articles, comments, or the page's frame. */
function inList(element: Element): boolean {
  for (let around: Element | null = element; around !== null; around = around.parentElement) {
    if (/^(?:aside|footer|nav)$/.test(around.localName)) return true;
    if (
      /comment|related|sidebar|widget|teaser|footer|recommend|recent|latest/i.test(
        `${around.getAttribute("class")} ${around.getAttribute("id")}`,
      ) &&
      around.localName !== "body" &&
      around.localName !== "html"
    )
      return true;
  }
  return false;
}

const LABEL =
  /(?:publi|veröffentlicht|erschienen|erstellt|posted|datum|date|stand|vom|am|pubblicat|geplaatst|опубликован|updated|aktualisiert)[^\d]{0,30}$/iu;

/** What the text says, where nothing else does: after words such as "published", else the first date after the title. */
function* written({ document, language, latest }: PageDateSource): Generator<Witness> {
  const body = bodyElement(document);
  const text = (body.textContent ?? "").slice(0, 200_000);
  for (const { date, start, quote } of readDates(text, { language, latest })) {
    yield { date, weight: LABEL.test(text.slice(Math.max(0, start - 40), start)) ? 3.5 : 1, evidence: quote };
  }
}

/** A date as machines write it, at the head of the value; the calendar day as it is written, whatever the time zone. */
function machineDate(
  value: string,
  latest: string | undefined,
  language: string | undefined,
): string | undefined {
  return readEpoch(value, latest) ?? readDate(value, { latest, language })?.date;
}
