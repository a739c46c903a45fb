import { Readability } from "@mozilla/readability";
import { type Block, blocksOf } from "./blocks.ts";
import { furnitureOf } from "./furniture.ts";
import type { Inventory } from "./inventory.ts";
import { bodyElement } from "./parse-html.ts";
import { dropTrimmings, type Known } from "./trimmings.ts";

/** What the page's head says of its article, when the body is looked for. */
export interface Head extends Known {
  readonly description: string | undefined;
  /** The article's whole text, where the page's JSON-LD repeats it. */
  readonly repeated: string | undefined;
}

/** A block, and where it stands in the page's tree. */
export interface Placed extends Block {
  /** Tag and class of its element and the two around it: blocks of one article mostly share it. */
  readonly place: string;
  readonly key: string;
}

/** A line as long as this stands in the newsroom's own copy of the text only if it is of the article. */
const REPEATED = 25;
/** With fewer letters than this it is worth a look whether the body stands elsewhere. */
const TOO_LITTLE = 250;
/** A paragraph this long with few links is running text, wherever it stands. */
const RUNNING = 60;

/** The lines of a whole page, and its elements that are no part of an article. */
export interface PageLines {
  readonly blocks: readonly Placed[];
  readonly furniture: readonly Element[];
}

/**
 * Takes a page apart into lines. Scripts and the like are removed from the document: read JSON-LD before.
 *
 * @param byName whether an element's class and id may make it furniture
 */
export function pageLines(
  document: Document,
  { unseen }: Pick<Inventory, "unseen">,
  byName = true,
): PageLines {
  for (const element of unseen) element.remove();
  const body = bodyElement(document);
  const isFurniture = furnitureOf(body, byName);
  const furniture: Element[] = [];
  const blocks = blocksOf(body, (element) => {
    const is = isFurniture(element);
    if (is) furniture.push(element);
    return is;
  }).map(placed);
  return { blocks, furniture };
}

/**
 * The body of an article, line by line. Readability says which part of the page it is; the page's own lines around
 * that part then mend what it is known to lose (a standfirst in the header, paragraphs between boxes, a body split
 * into modules) and to leave (related links, captions, share bars).
 *
 * Empties the document: read everything else first.
 */
export function bodyOf(document: Document, { blocks, furniture }: PageLines, known: Head): Block[] {
  for (const element of furniture) element.remove();
  const parsed = new Readability<Element>(document, {
    serializer: (node) => node as Element,
    disableJSONLD: true,
  }).parse();
  const kept = new Set(parsed?.content ? blocksOf(parsed.content).map(({ text }) => keyOf(text)) : []);
  const own = blocks.filter((block) => !block.furniture);
  const repeated = keyOf(known.repeated ?? "");
  for (const { key } of own) if (key.length >= REPEATED && repeated.includes(key)) kept.add(key);
  const mended = mend(own, kept, known);
  const trimmed = dropTrimmings(mended, known);
  if (lettersOf(trimmed) >= TOO_LITTLE) return trimmed;
  const running = dropTrimmings(longestRun(own), known);
  return [trimmed, running, mended].reduce((a, b) => (lettersOf(b) > lettersOf(a) * 2 ? b : a));
}

function placed(block: Block): Placed {
  if (block.furniture) return { ...block, place: "", key: "" };
  const places: string[] = [];
  let element: Element | null = block.element;
  for (let level = 0; level < 3 && element !== null; level += 1, element = element.parentElement) {
    places.push(`${element.localName}.${element.getAttribute("class") ?? ""}`);
  }
  return {
    ...block,
    place: places.slice(block.kind === "paragraph" ? 0 : 1).join("<"),
    key: keyOf(block.text),
  };
}

/** The lines of the page that are the article's, given those that Readability kept. */
function mend(page: readonly Placed[], kept: ReadonlySet<string>, known: Head): Block[] {
  const long = page.flatMap(({ key, text }, i) => (kept.has(key) && text.length >= 40 ? [i] : []));
  const [first, last] = [long[0], long.at(-1)];
  if (first === undefined || last === undefined) return page.filter(({ key }) => kept.has(key));
  const [from, to] = [reach(page, kept, first, -1), reach(page, kept, last, 1)];
  const places = new Set(long.map((i) => page[i]!.place));
  const title = titleAt(page, first, known.title);
  const count = new Map<string, number>();
  for (const { key } of page) count.set(key, (count.get(key) ?? 0) + 1);
  return page.filter((block, i) => {
    if (kept.has(block.key) && i >= from && i <= to) return true;
    const running = isRunning(block) && count.get(block.key) === 1;
    if (block.kind !== "heading" && running && places.has(block.place)) return true;
    if (i > first && i < last)
      return running || block.kind === "row" || (block.kind !== "paragraph" && block.linked < 0.3);
    return (
      i > title && i < first && (isStandfirst(block, known) || (running && /[.!?…"”»。]$/.test(block.text)))
    );
  });
}

/** Long, and with few links. */
export function isRunning({ text, linked }: Block): boolean {
  return text.length >= RUNNING && linked < 0.3;
}

/** How far from a kept line on, in a direction, lines were kept with no more than two others between them. */
function reach(page: readonly Placed[], kept: ReadonlySet<string>, start: number, step: 1 | -1): number {
  let end = start;
  for (let i = start + step; i >= 0 && i < page.length && Math.abs(i - end) <= 3; i += step) {
    if (kept.has(page[i]!.key)) end = i;
  }
  return end;
}

/** The lines of the element that holds the most running text of its own. */
function longestRun(page: readonly Placed[]): Placed[] {
  const mass = new Map<Element, number>();
  for (const { element, text, linked } of page) {
    const around = element.parentElement ?? element;
    if (linked < 0.5 && text.length >= RUNNING) mass.set(around, (mass.get(around) ?? 0) + text.length);
  }
  const [best] = [...mass].sort((a, b) => b[1] - a[1])[0] ?? [];
  return page.filter(({ element }) => best?.contains(element));
}

function lettersOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** The last heading before the body that is the title; the page's end where there is none. */
function titleAt(page: readonly Placed[], first: number, title: string | undefined): number {
  const key = keyOf(title ?? "");
  for (let i = first; i >= 0; i -= 1) {
    const { kind, element, key: own } = page[i]!;
    if (element.localName === "h1" || (kind === "heading" && own.length > 15 && key.includes(own))) return i;
  }
  return page.length;
}

function isStandfirst({ key }: Placed, { description }: Head): boolean {
  const stated = keyOf(description ?? "");
  return (
    stated.length >= 30 &&
    key.length >= 30 &&
    (key.startsWith(stated.slice(0, 60)) || stated.startsWith(key.slice(0, 60)))
  );
}

/** Letters and digits alone: extractors change white space and typography. */
function keyOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
