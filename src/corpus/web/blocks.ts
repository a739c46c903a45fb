/** A line of a page: a paragraph, heading, list item or table row. */
export interface Block {
  readonly text: string;
  readonly kind: "paragraph" | "heading" | "item" | "row";
  /** Share of its letters that stand in links, 0–1. */
  readonly linked: number;
  /** The block element that it stands in. */
  readonly element: Element;
  /** It stands in an element that `isFurniture` named. */
  readonly furniture: boolean;
}

const SILENT = new Set(
  "script style noscript template svg math button select option input textarea iframe object audio video canvas dialog head title".split(
    " ",
  ),
);
const BLOCK = new Set(
  (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 " +
    "h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul br"
  ).split(" "),
);

/**
 * The lines under an element, in order, tables in Markdown, no other markup. White space is folded and
 * invisible characters go; a single `<br>` inside a sentence is a space.
 *
 * @param isFurniture names elements whose lines are no part of an article
 */
export function blocksOf(root: Element, isFurniture: (element: Element) => boolean = () => false): Block[] {
  const writer = new BlockWriter(root);
  walk(root, { furniture: false, linked: false }, writer, isFurniture);
  writer.end();
  return writer.blocks;
}

/** Lines as text, `- ` before a list item. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.map(({ kind, text }) => (kind === "item" ? `- ${text}` : text));
}

interface Within {
  readonly furniture: boolean;
  readonly linked: boolean;
}

class BlockWriter {
  readonly blocks: Block[] = [];
  element: Element;
  furniture = false;
  #text = "";
  #linked = 0;
  #broken = false;
  #item = false;

  constructor(root: Element) {
    this.element = root;
  }

  add(text: string, linked: boolean): void {
    if (this.#broken && /\S/.test(text)) {
      if (/^\s*\p{Ll}/u.test(text)) this.#text += " ";
      else this.end();
      this.#broken = false;
    }
    this.#text += text;
    if (linked) this.#linked += text.trim().length;
  }

  /** A `<br>`: the second in a row ends the line, the first only where no sentence runs on. */
  break(): void {
    if (this.#broken) this.end();
    else this.#broken = true;
  }

  /** The next line is a list item's first, until the item ends. */
  item(begins: boolean): void {
    this.#item = begins;
  }

  end(kind?: Block["kind"]): void {
    const text = this.#text
      .replace(/[\u00AD\u200B\u2060\uFEFF]+/g, "")
      .replace(/\s+/g, " ")
      .trim();
    if (text !== "") {
      const own = /^h[1-6]$/.test(this.element.localName) ? "heading" : this.#item ? "item" : "paragraph";
      this.blocks.push({
        text,
        kind: kind ?? own,
        linked: Math.min(1, this.#linked / text.length),
        element: this.element,
        furniture: this.furniture,
      });
      this.#item = false;
    }
    this.#text = "";
    this.#linked = 0;
    this.#broken = false;
  }
}

function walk(
  node: Node,
  within: Within,
  writer: BlockWriter,
  isFurniture: (element: Element) => boolean,
): void {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 3) writer.add(child.textContent ?? "", within.linked);
    else if (child.nodeType === 1) visit(child as Element, within, writer, isFurniture);
  }
}

function visit(
  element: Element,
  within: Within,
  writer: BlockWriter,
  isFurniture: (element: Element) => boolean,
): void {
  const tag = element.localName;
  if (SILENT.has(tag)) return;
  if (tag === "br") {
    writer.break();
    return;
  }
  const furniture = within.furniture || isFurniture(element);
  const inside = { furniture, linked: within.linked || isLink(element) };
  if (!BLOCK.has(tag) && furniture === within.furniture) {
    walk(element, inside, writer, isFurniture);
    return;
  }
  const outer = { element: writer.element, furniture: writer.furniture };
  writer.end();
  Object.assign(writer, { element, furniture });
  if (tag === "li") writer.item(true);
  const rows = tag === "table" ? tableRows(element) : undefined;
  if (rows === undefined) walk(element, inside, writer, isFurniture);
  for (const row of rows ?? []) {
    writer.add(row, false);
    writer.end("row");
  }
  writer.end();
  if (tag === "li") writer.item(false);
  Object.assign(writer, outer);
}

/** A link that leads off the page. */
function isLink(element: Element): boolean {
  return element.localName === "a" && !/^(#|$)/.test(element.getAttribute("href") ?? "");
}

/** A data table's rows in Markdown; `undefined` for a table that only lays out the page, or has no grid. */
function tableRows(table: Element): string[] | undefined {
  if (table.querySelector("table, p + p, ul, ol, h1, h2, h3, figure") !== null) return undefined;
  const rows = [...table.querySelectorAll("tr")].map((row) =>
    [...row.children]
      .filter(({ localName }) => localName === "td" || localName === "th")
      .map((cell) => linesOf(blocksOf(cell)).join(" ").replaceAll("|", "\\|")),
  );
  const filled = rows.filter((cells) => cells.some((cell) => cell !== ""));
  const width = Math.max(0, ...filled.map((cells) => cells.length));
  if (width < 2 || filled.length < 2) return undefined;
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => cells[i] ?? "").join(" | ")} |`;
  return [line(filled[0]!), line(Array(width).fill("---")), ...filled.slice(1).map(line)];
}
