import type { Inventory } from "./inventory.ts";

/** A node of a page's JSON-LD: its values may be anything, since anyone may have written them. */
export type LinkedData = Readonly<Record<string, unknown>>;

const LONGEST = 2_000_000;
const MOST_NODES = 500;

/** The nodes of a page's JSON-LD blocks, those inside `@graph` and lists included. What does not parse is left out. */
export function readJsonLd({ data }: Pick<Inventory, "data">): LinkedData[] {
  const nodes: LinkedData[] = [];
  for (const script of data) {
    const text = script.textContent ?? "";
    if (text.length <= LONGEST) collect(parse(text), nodes);
  }
  return nodes;
}

/** The node that describes the page's article, if any. */
export function articleNode(nodes: readonly LinkedData[]): LinkedData | undefined {
  const typed = (pattern: RegExp) =>
    nodes.find((node) => strings(node["@type"]).some((type) => pattern.test(type)));
  return typed(/(?:Article|BlogPosting|Report|Review)$/) ?? typed(/(?:WebPage|VideoObject|Recipe|Event)$/);
}

/** The strings of a value that may be one string, many, or none; of objects, their `name`. */
export function strings(value: unknown): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(strings);
  return typeof value === "object" && value !== null && "name" in value ? strings(value.name) : [];
}

function collect(value: unknown, nodes: LinkedData[], depth = 0): void {
  if (typeof value !== "object" || value === null || depth > 4 || nodes.length >= MOST_NODES) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes, depth + 1);
    return;
  }
  nodes.push(value as LinkedData);
  for (const name of ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement"]) {
    collect((value as LinkedData)[name], nodes, depth + 1);
  }
}

/** JSON as it stands in pages: with raw line breaks inside strings, inside comments or CDATA, with a semicolon after. */
function parse(text: string): unknown {
  const bare = text.replace(
    /^\s*(?:\/\/)?\s*(?:<!--|<!\[CDATA\[|\/\*[^*]*\*\/)|(?:\/\/)?\s*(?:-->|\]\]>)\s*$|;\s*$/g,
    "",
  );
  try {
    return JSON.parse(bare.replace(/[\x00-\x1f]+/g, " "));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
