import type { Published } from "../article.ts";
import type { Block } from "./blocks.ts";
import { namesOf } from "./furniture.ts";
import type { Inventory } from "./inventory.ts";
import { type LinkedData, strings } from "./json-ld.ts";
import { canonicalLink } from "./metadata.ts";
import { readDate, readDates, readEpoch } from "./read-date.ts";

export interface PageDateSource {
  readonly inventory: Inventory;
  /** The lines of the page, in order. */
  readonly blocks: readonly Block[];
  readonly nodes: readonly LinkedData[];
  readonly metas: ReadonlyMap<string, string>;
  readonly url: string | null;
  readonly title: string | undefined;
  readonly language: string | undefined;
  /** The last date that is believed, `YYYY-MM-DD`: the day on which the page is read. */
  readonly latest?: string | undefined;
}

/** A date that a part of the page names, and how far that part is to be trusted. */
interface Witness {
  readonly kind: "data" | "meta" | "address" | "element" | "text";
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
 * elements that are named for a date, and the lines around the title. Each part's word is weighed; parts of other
 * kinds that name the same day confirm it, and a neighbouring day (time zones) or its month half do. Of equals the
 * first on the page wins, since lists of other articles stand below.
 */
export function pageDate(source: PageDateSource): Published | undefined {
  const best = elect(witnesses(source));
  // A date that merely stands somewhere in the text is a guess, and is called one.
  return best && { date: best.date, basis: best.weight < 4 ? "inferred" : "stated", evidence: best.evidence };
}

function witnesses(source: PageDateSource): Witness[] {
  return [...stated(source), ...addressed(source), ...marked(source), ...written(source)];
}

function elect(found: readonly Witness[]): Witness | undefined {
  let best: { witness: Witness; score: number } | undefined;
  for (const date of new Set(found.map((witness) => witness.date))) {
    if (date.length < 10) continue;
    const own = found.filter((witness) => witness.date === date);
    const top = own.reduce((a, b) => (b.weight > a.weight ? b : a));
    const kinds = (some: readonly Witness[]) =>
      new Set(some.map(({ kind }) => kind).filter((kind) => kind !== top.kind)).size;
    const near = found.filter((witness) => witness.date !== date && agree(witness.date, date));
    const score = top.weight + kinds(own) * 0.9 + kinds(near) * 0.4;
    if (best === undefined || score > best.score) best = { witness: top, score };
  }
  // A month in the address is better than nothing.
  if (best === undefined) return found[0];
  const { witness } = best;
  const local = found.find(
    ({ kind, date }) => kind === "address" && date.length === 10 && agree(date, witness.date),
  );
  // Near midnight a time in UTC is on another day than where it was written; the address has the newsroom's day.
  return local !== undefined && /(?:Z|[+-]00:?00)"?$/.test(witness.evidence) ? local : witness;
}

/** A day apart, or the month that the day is in. */
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
        if (date !== undefined) yield { kind: "data", date, weight, evidence: `"${name}": "${value}"` };
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
    if (date !== undefined) yield { kind: "meta", date, weight, evidence: `${name}: ${value}` };
  }
}

/** What the page's address says: `/2025/10/01/`, `20251001`, or a month, which can only confirm. */
function* addressed({ inventory, metas, url, latest }: PageDateSource): Generator<Witness> {
  for (const address of new Set([url, canonicalLink(inventory), metas.get("og:url")])) {
    const path = (address ?? "").replace(/^https?:\/\/[^/]*/, "");
    const match =
      /(?<!\d)(?<y>(?:19|20)\d\d)(?<sep>[/_-]?)(?<m>\d\d|(?<=[/_-])\d)\k<sep>(?<d>\d\d|(?<=[/_-])\d)(?!\d)/.exec(
        path,
      );
    const { y, m, d } = match?.groups ?? {};
    const date = match === null ? undefined : readDate(`${y}-${m}-${d}`, { latest })?.date;
    if (date !== undefined) yield { kind: "address", date, weight: 8, evidence: address! };
    const month = /\/((?:19|20)\d\d)\/(0[1-9]|1[0-2])\//.exec(path);
    if (date === undefined && month !== null)
      yield { kind: "address", date: `${month[1]}-${month[2]}`, weight: 1, evidence: address! };
  }
}

const MOST_ELEMENTS = 200;

/** What `<time>` and elements that are marked as a date of publication say, outside of lists. */
function* marked({ inventory, language, latest }: PageDateSource): Generator<Witness> {
  for (const element of inventory.times.slice(0, MOST_ELEMENTS)) {
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
    yield { kind: "element", date, weight: changed ? 2 : published ? 8 : 6, evidence: text || value };
  }
}

/** Inside a list of other articles, comments, or the page's frame. */
function inList(element: Element): boolean {
  for (let around: Element | null = element; around !== null; around = around.parentElement) {
    if (/^(?:body|html|article|main)$/.test(around.localName)) continue;
    if (/^(?:aside|footer|nav)$/.test(around.localName) || LISTS.test(namesOf(around))) return true;
  }
  return false;
}

const LISTS = /comment|related|sidebar|widget|teaser|footer|recommend|recent|latest/i;
const PUBLISHED_LABEL =
  /(?:publi|veröffentlicht|erschienen|erstellt|eingestellt|posted|written|datum|date|stand|vom|geplaatst|pubblicat|опубликован|publicad|дата)[^\d]{0,30}$/iu;
const CHANGED_LABEL =
  /(?:updated?|modified|aktualisiert|geändert|bearbeitet|mis à jour|actualizado|aggiornato|обновлен)[^\d]{0,30}$/iu;
/** Names of elements that hold a date. */
const DATED = /date|time|created|publish|posted|meta|byline|datum|fecha|stand/i;
/** Lines around the title in which its date is looked for. */
const ABOVE = 6;
const BELOW = 25;

/** What the lines say: near the title first, then after a word such as "published", then anywhere. */
function* written({ blocks, title, language, latest }: PageDateSource): Generator<Witness> {
  const at = titleLine(blocks, title);
  const order = [...blocks.keys()].map((i) => (at === -1 ? i : i >= at ? i - at : (at - i) * 4));
  let most = 400;
  for (const i of [...blocks.keys()].sort((a, b) => order[a]! - order[b]!)) {
    const { text, element } = blocks[i]!;
    if (!/\d/.test(text) || most <= 0) continue;
    for (const { date, start, quote } of readDates(text.slice(0, 400), { language, latest })) {
      most -= 1;
      const before = text.slice(Math.max(0, start - 40), start);
      const near = at !== -1 && i >= at - ABOVE && i <= at + BELOW && i !== at;
      // A date that is a line of its own is a dateline; one in a sentence is what the sentence tells of.
      const alone = text.length - quote.length <= 60;
      const named =
        alone &&
        DATED.test(`${element.getAttribute("class")} ${element.getAttribute("id")}`) &&
        !inList(element);
      const weight =
        (near && alone ? 4.5 : named ? 4 : near ? 2.5 : 1) +
        (PUBLISHED_LABEL.test(before) ? 1.5 : 0) -
        (CHANGED_LABEL.test(before) ? 2 : 0);
      yield {
        kind: "text",
        date,
        weight: /^\d{1,2}\D\d{1,2}\D\d\d$/.test(quote) ? weight / 2 : weight,
        evidence: quote,
      };
    }
  }
}

function titleLine(blocks: readonly Block[], title: string | undefined): number {
  const exact = blocks.findIndex(({ kind, text }) => kind === "heading" && text === title);
  return exact === -1 ? blocks.findIndex(({ element }) => element.localName === "h1") : exact;
}

/** A date as machines write it, at the head of the value; the calendar day as it is written, whatever the time zone. */
function machineDate(
  value: string,
  latest: string | undefined,
  language: string | undefined,
): string | undefined {
  return readEpoch(value, latest) ?? readDate(value, { latest, language })?.date;
}
