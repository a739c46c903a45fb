import { extractTextItems, getDocumentProxy, getMeta, type StructuredTextItem } from "unpdf";
import { UserError } from "../../ops/user-error.ts";
import type { RawArticle } from "../raw.ts";

/** A longer document is a book, and no article. */
const MOST_PAGES = 500;

/** A line of a page, and how it is set. */
interface PdfLine {
  text: string;
  readonly x: number;
  readonly y: number;
  end: number;
  readonly size: number;
}

/**
 * The text of a PDF, a paragraph a line: lines are joined where they are set as one paragraph, words where a hyphen
 * parts them; headers, footers and page numbers that recur on most pages go.
 *
 * @throws UserError `document.broken`, also where its pages are pictures without text
 */
export async function readPdf(bytes: Uint8Array): Promise<Pick<RawArticle, "text" | "given">> {
  // `stopAtErrors: false`, the default, reads what can be read of a damaged file.
  const pdf = await getDocumentProxy(bytes, {
    maxImageSize: 1,
    disableFontFace: true,
    verbosity: 0,
  });
  if (pdf.numPages > MOST_PAGES) {
    throw new UserError(
      "document.too-large",
      `it has ${pdf.numPages} pages; ${MOST_PAGES} can be read. Split it.`,
    );
  }
  const { items } = await extractTextItems(pdf);
  const pages = withoutFrames(items.map(linesOfPage));
  const text = joinParagraphs(pages).join("\n");
  if (!/\p{L}/u.test(text)) {
    throw new UserError(
      "document.broken",
      "it holds no text: its pages are pictures. Run text recognition (OCR) on it first.",
    );
  }
  const { info } = await getMeta(pdf);
  return { text, given: { title: clean(info.Title), byline: clean(info.Author) } };
}

function linesOfPage(items: readonly StructuredTextItem[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfLine | undefined;
  for (const { str, x, y, width, fontSize, hasEOL } of items) {
    if (str.trim() !== "") {
      if (open !== undefined && Math.abs(open.y - y) <= Math.max(2, fontSize * 0.4) && x >= open.x) {
        const apart = x - open.end > fontSize * 0.2 && !/\s$/.test(open.text) && !/^\s/.test(str);
        open.text += apart ? ` ${str}` : str;
        open.end = x + width;
      } else {
        open = { text: str, x, y, end: x + width, size: fontSize };
        lines.push(open);
      }
    } else if (open !== undefined && str !== "") open.text += " ";
    if (hasEOL) open = undefined;
  }
  return lines;
}

/** Drops what stands at the head or foot of most pages, numbers aside. */
function withoutFrames(pages: readonly PdfLine[][]): PdfLine[][] {
  const bare = ({ text }: PdfLine) => text.replace(/\d+/g, "#").trim();
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set([...page.slice(0, 2), ...page.slice(-2)].map(bare)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const recurs = (line: PdfLine) => {
    const often = counts.get(bare(line)) ?? 0;
    return (
      (often >= 3 && often > pages.length * 0.5) ||
      (/^\W*(?:\w{0,5}\s)?\d{1,4}(?:\s*(?:\/|of|von)\s*\d{1,4})?\W*$/.test(line.text) && pages.length > 1)
    );
  };
  return pages.map((page) => page.filter((line, i) => !((i < 2 || i >= page.length - 2) && recurs(line))));
}

/** Lines as paragraphs: a gap, an indent, another size, or a short line that ends a sentence begins a new one. */
function joinParagraphs(pages: readonly PdfLine[][]): string[] {
  const paragraphs: string[] = [];
  let last: PdfLine | undefined;
  for (const page of pages) {
    const right = Math.max(0, ...page.map(({ end }) => end));
    const step = leading(
      page
        .slice(1)
        .map((line, i) => page[i]!.y - line.y)
        .filter((gap) => gap > 0),
    );
    for (const line of page) {
      const text = line.text.replace(/\s+/g, " ").trim();
      if (last !== undefined && runsOn(last, line, step, right)) {
        const head = paragraphs.pop()!;
        paragraphs.push(
          /\p{Ll}[-\u00AD]$/u.test(head) && /^\p{Ll}/u.test(text)
            ? head.slice(0, -1) + text
            : `${head} ${text}`,
        );
      } else paragraphs.push(text);
      last = line;
    }
  }
  return paragraphs.filter((text) => text !== "");
}

function runsOn(last: PdfLine, line: PdfLine, step: number, right: number): boolean {
  if (Math.abs(last.size - line.size) > 0.6 || /^[•●▪–-]\s/.test(line.text)) return false;
  const ended = /[.!?:…]["”’)]?\s*$/.test(last.text);
  const gap = last.y - line.y;
  // A new page or column: the sentence decides.
  if (gap <= 0 || gap > line.size * 6) return !ended;
  if (gap > Math.max(step, line.size) * 1.45) return false;
  if (line.x > last.x + line.size * 0.8 && ended) return false;
  return !(ended && last.end < right - line.size * 6);
}

/** The distance between lines of a paragraph: the smaller ones, since gaps between paragraphs may be as many. */
function leading(gaps: readonly number[]): number {
  return gaps.toSorted((a, b) => a - b)[gaps.length >> 2] ?? 0;
}

function clean(value: unknown): string | undefined {
  const text = typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "";
  // Programs put a file's name or their own where the title belongs.
  return text === "" || /^(?:untitled|microsoft word|.*\.(?:docx?|pdf|indd|qxd|tex))\b/i.test(text)
    ? undefined
    : text;
}
