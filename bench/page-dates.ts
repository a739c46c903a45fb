/**
 * Publication dates of web pages, against the dates that htmldate's evaluation gives (github.com/adbar/htmldate,
 * tests/evaluation.py): the same day counts, a wrong one is a false positive, none a false negative.
 *
 *     node bench/page-dates.ts [FOLDER] [--record]     # with evaldata.json and pages/, default $BENCH_DATA/htmldate
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { decodeText } from "../src/corpus/formats/decode.ts";
import { pageLines } from "../src/corpus/web/body.ts";
import { inventoryOf } from "../src/corpus/web/inventory.ts";
import { readJsonLd } from "../src/corpus/web/json-ld.ts";
import { metadataOf, metaTags } from "../src/corpus/web/metadata.ts";
import { pageDate } from "../src/corpus/web/page-date.ts";
import { parseHtml } from "../src/corpus/web/parse-html.ts";
import { record } from "./record.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { record: { type: "boolean" }, verbose: { type: "boolean" } },
});
const folder = positionals[0] ?? join(process.env.BENCH_DATA ?? "../shared/bench", "htmldate");
const data: Record<string, { file: string; date: string }> = JSON.parse(
  readFileSync(join(folder, "evaldata.json"), "utf8"),
);

let [right, wrong, none] = [0, 0, 0];
for (const [url, { file, date }] of Object.entries(data)) {
  const document = parseHtml(decodeText(readFileSync(join(folder, "pages", file))));
  const inventory = inventoryOf(document);
  const [nodes, metas] = [readJsonLd(inventory), metaTags(inventory)];
  const { title, language } = metadataOf(document, inventory, nodes, metas);
  const { blocks } = pageLines(document, inventory);
  const known = { inventory, nodes, metas, blocks, title, language, url };
  const published = pageDate({ ...known, latest: new Date().toISOString().slice(0, 10) });
  if (published === undefined) none += 1;
  else if (published.date === date) right += 1;
  else wrong += 1;
  if (values.verbose && published?.date !== date) console.log(file, date, published);
}
const f = (2 * right) / (2 * right + wrong + none);
console.log(`${Object.keys(data).length} pages`);
console.table({
  attache: {
    right,
    wrong,
    none,
    precision: (right / (right + wrong)).toFixed(3),
    F: f.toFixed(3),
  },
});
record("page-dates", [
  {
    what: "publication dates of 220 open pages (htmldate's evaluation), F; htmldate .949 on its whole set",
    figure: f.toFixed(3),
    goal: "≥ .93",
    command: "node bench/page-dates.ts",
  },
]);
