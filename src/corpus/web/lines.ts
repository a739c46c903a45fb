const BLOCKS = new Set(
  (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul video iframe"
  ).split(" "),
);
const SILENT = new Set(
  "script style noscript template svg math button select option input textarea iframe object".split(" "),
);

/**
 * The text of an element, a paragraph, heading, list item or table row a line: `- ` before a list item, tables in
 * Markdown, no markup else. White space is folded, soft hyphens and zero-width characters stay for the cleaner.
 */
export function linesOf(root: Element): string[] {
  const writer = new LineWriter();
  walk(root, writer);
  writer.end();
  return writer.lines;
}

class LineWriter {
  readonly lines: string[] = [];
  #line = "";
  #prefix = "";

  add(text: string): void {
    this.#line += text;
  }

  /** Ends the line; `prefix` starts the next one that has words. */
  end(prefix?: string): void {
    const text = this.#line.replace(/[ \t\r\n\f\u00A0]+/g, " ").trim();
    if (text !== "") {
      this.lines.push(this.#prefix + text);
      this.#prefix = "";
    }
    this.#line = "";
    if (prefix !== undefined) this.#prefix = prefix;
  }
}

function walk(node: Node, writer: LineWriter): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) writer.add(child.textContent ?? "");
    else if (child.nodeType === 1) visit(child as Element, writer);
  }
}

function visit(element: Element, writer: LineWriter): void {
  const tag = element.localName;
  if (SILENT.has(tag)) return;
  const rows = tag === "table" ? tableRows(element) : undefined;
  const block = tag === "br" || BLOCKS.has(tag);
  if (block) writer.end(tag === "li" ? "- " : undefined);
  if (rows === undefined) walk(element, writer);
  for (const row of rows ?? []) {
    writer.add(row);
    writer.end();
  }
  if (block) writer.end(tag === "li" ? "" : undefined);
}

/** A data table's rows in Markdown; `undefined` for a table that only lays out the page, or has no grid. */
function tableRows(table: Element): string[] | undefined {
  if (table.querySelector("table, p + p, ul, ol, h1, h2, h3") !== null) return undefined;
  const rows = [...table.querySelectorAll("tr")].map((row) =>
    [...row.children]
      .filter(({ localName }) => localName === "td" || localName === "th")
      .map((cell) => linesOf(cell).join(" ").replaceAll("|", "\\|")),
  );
  const filled = rows.filter((cells) => cells.some((cell) => cell !== ""));
  const width = Math.max(0, ...filled.map((cells) => cells.length));
  if (width < 2 || filled.length < 2) return undefined;
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => cells[i] ?? "").join(" | ")} |`;
  return [line(filled[0]!), line(Array(width).fill("---")), ...filled.slice(1).map(line)];
}
