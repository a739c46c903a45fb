/**
 * Article bodies of web pages, against the segments that an evaluation says must and must not be extracted, as
 * trafilatura's own evaluation counts them (github.com/adbar/trafilatura, tests/comparison.py): ours and each extractor
 * alone, and the rate at which pages are read.
 *
 *     node bench/pages.ts [FOLDER] [--record]     # with evaldata.json and pages/, default $BENCH_DATA/trafilatura
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { extractFromHtml } from "@extractus/article-extractor";
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { toArticle } from "../src/corpus/article-from-raw.ts";
import { decodeText } from "../src/corpus/formats/decode.ts";
import { blocksOf, linesOf } from "../src/corpus/web/blocks.ts";
import { readPage } from "../src/corpus/web/page.ts";
import { bodyElement, parseHtml } from "../src/corpus/web/parse-html.ts";
import { UserError } from "../src/ops/user-error.ts";
import { record } from "./record.ts";

interface Page {
  readonly url: string;
  readonly html: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
}

const folder =
  process.argv.slice(2).find((argument) => !argument.startsWith("--")) ??
  join(process.env.BENCH_DATA ?? "../shared/bench", "trafilatura");
const data: Record<string, Omit<Page, "url" | "html"> & { file: string }> = JSON.parse(
  readFileSync(join(folder, "evaldata.json"), "utf8"),
);
const pages: Page[] = Object.entries(data).map(([url, { file, ...segments }]) => ({
  url,
  html: decodeText(readFileSync(join(folder, "pages", file))),
  ...segments,
}));

const textOf = (html: string) => linesOf(blocksOf(bodyElement(parseHtml(html)))).join("\n");
const extractors: Record<string, (page: Page) => string | Promise<string>> = {
  attache: ({ html, url }) => {
    try {
      return toArticle(readPage(html, { file: null, url })).text;
    } catch (error) {
      if (error instanceof UserError) return "";
      throw error;
    }
  },
  readability: ({ html }) => {
    const body = new Readability<Node>(parseHtml(html), { serializer: (node) => node as Node }).parse()
      ?.content;
    return body ? linesOf(blocksOf(body as Element)).join("\n") : "";
  },
  defuddle: async ({ html, url }) =>
    textOf((await Defuddle(parseHtml(html), url, { useAsync: false })).content),
  extractus: async ({ html, url }) => textOf((await extractFromHtml(html, url))?.content ?? ""),
};

/** Counts over all segments; of a page without a body, what must be there is missed and what must not is absent. */
function score(texts: readonly string[]) {
  let [found, missed, wrong] = [0, 0, 0];
  for (const [i, { with: wanted, without }] of pages.entries()) {
    const text = texts[i]!;
    for (const segment of wanted)
      if (text.includes(segment)) found += 1;
      else missed += 1;
    for (const segment of without) if (text.includes(segment)) wrong += 1;
  }
  const [precision, recall] = [found / (found + wrong), found / (found + missed)];
  return { precision, recall, f: (2 * precision * recall) / (precision + recall) };
}

// Defuddle reports broken JSON-LD of pages on the console.
console.error = () => {};
const rows: Record<string, Record<string, string>> = {};
/** The shortest time that each page took: what else the machine does only ever makes it longer. */
const times: Record<string, number[]> = Object.fromEntries(Object.keys(extractors).map((name) => [name, []]));
for (let round = 0; round < 3; round += 1) {
  const texts: Record<string, string[]> = Object.fromEntries(Object.keys(times).map((name) => [name, []]));
  for (const [i, page] of pages.entries()) {
    for (const [name, extract] of Object.entries(extractors)) {
      if (round > 0 && !/attache|readability/.test(name)) continue;
      const start = performance.now();
      const text = await extract(page);
      const shortest = times[name]!;
      shortest[i] = Math.min(shortest[i] ?? Number.POSITIVE_INFINITY, performance.now() - start);
      texts[name]!.push(text);
    }
  }
  for (const [name, own] of Object.entries(texts)) {
    if (own.length === 0) continue;
    const { precision, recall, f } = score(own);
    rows[name] = { precision: precision.toFixed(3), recall: recall.toFixed(3), F: f.toFixed(3) };
  }
}
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const alone = sum(times.readability!);
for (const [name, row] of Object.entries(rows)) {
  const time = sum(times[name]!);
  row["pages/s"] = ((pages.length / time) * 1000).toFixed(0);
  row["rate / readability's"] = (alone / time).toFixed(2);
}
console.log(`${pages.length} pages`);
console.table(rows);
const [ours, theirs] = [rows.attache!, rows.readability!];
record("pages", [
  {
    what: `article bodies of ${pages.length} open pages (trafilatura's evaluation), F over segments; readability alone ${theirs.F}`,
    figure: ours.F!,
    goal: "≥ .91",
    command: "node bench/pages.ts",
  },
  {
    what: "pages read, against readability alone in the same run",
    figure: ours["rate / readability's"]!,
    goal: "≥ .8",
    command: "node bench/pages.ts",
  },
]);
