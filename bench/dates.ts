/**
 * TempEval-3 task A on TimeML news: how well temporal expressions are found and resolved, beside other libraries.
 *
 *   node bench/dates.ts [FOLDER] [--own] [--half 0|1] [--errors] [--types] [--record]
 *
 * FOLDER holds folders of .tml files, by default BENCH_DATA/timeml. Rules were written on every second document
 * (`--half 0`), and checked on the others (`--half 1`).
 */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Timex } from "../src/dates/timex.ts";
import { timexes } from "../src/dates/timexes.ts";
import { type Pair, pairs, score } from "./dates/score.ts";
import { type Gold, readTimeml } from "./dates/timeml.ts";
import { record } from "./record.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    own: { type: "boolean" },
    half: { type: "string" },
    errors: { type: "boolean" },
    types: { type: "boolean" },
    record: { type: "boolean" },
  },
});
const folder = positionals[0] ?? path.join(process.env.BENCH_DATA ?? "../shared/bench", "timeml");
const folders = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
const everything = await readTimeml(...folders.map(({ name }) => path.join(folder, name)).sort());
const documents = everything.filter((_, i) => options.half === undefined || i % 2 === Number(options.half));

type Tagger = (text: string, published: string) => readonly Timex[];
const taggers: Record<string, Tagger> = { attache: (text, published) => timexes(text, { published }) };
if (!options.own) {
  const { chronoTimexes, recognizersTimexes } = await import("./dates/peers.ts");
  Object.assign(taggers, { "chrono-node": chronoTimexes, "recognizers-text": recognizersTimexes });
}

const rows: Record<string, Record<string, number>> = {};
for (const [name, tagger] of Object.entries(taggers)) {
  const { all, perSecond } = run(tagger);
  rows[name] = { ...rounded(all), "articles/s": Math.round(perSecond) };
  if (name !== "attache") continue;
  if (options.errors) for (const pair of all) report(pair);
  if (options.types) console.table(byType(all));
}
console.log(`${documents.length} documents, F1 in percent`);
console.table(rows);
record("dates", [
  {
    what: `temporal expressions, value F1 on ${documents.length} articles (TimeBank, AQUAINT): Attaché · chrono-node · recognizers-text`,
    figure: Object.values(rows)
      .map(({ value }) => value)
      .join(" · "),
    goal: "78 on TempEval-3 platinum",
    command: "node bench/dates.ts",
  },
  {
    what: "the same, articles a second",
    figure: Object.values(rows)
      .map((row) => row["articles/s"])
      .join(" · "),
    goal: "200",
    command: "node bench/dates.ts",
  },
]);

/** All pairs, and the speed of a second pass, when the code is compiled. */
function run(tagger: Tagger): { all: Pair[]; perSecond: number } {
  for (const { text, published } of documents.slice(0, 20)) tagger(text, published);
  const start = performance.now();
  const found = documents.map(({ text, published }) => tagger(text, published));
  const seconds = (performance.now() - start) / 1000;
  return {
    all: documents.flatMap((document, i) => pairs(document, found[i]!)),
    perSecond: documents.length / seconds,
  };
}

function rounded(all: readonly Pair[]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(score(all)).map(([key, value]) => [key, Math.round(value * 10) / 10]),
  );
}

/** Scores by the type that gold gives, or what was found where gold has nothing. */
function byType(all: readonly Pair[]): Record<string, Record<string, number>> {
  const types = ["DATE", "TIME", "DURATION", "SET"];
  return Object.fromEntries(
    types.map((type) => [type, rounded(all.filter(({ gold, found }) => (gold ?? found)!.type === type))]),
  );
}

function report({ document, gold, found }: Pair): void {
  if (gold?.value === found?.value) return;
  const { start, end, text } = (gold ?? found)!;
  const kind = !gold ? "spurious" : !found ? "missed" : "value";
  const context = `${document.text.slice(Math.max(0, start - 40), start)}[[${text}]]${document.text.slice(end, end + 25)}`;
  const said = (timex: Timex | undefined) => (timex ? `${timex.type} ${timex.value}` : "–");
  console.log(
    [kind, `gold ${said(gold)}`, `found ${said(found)} "${found?.text ?? ""}"`, name(document), context]
      .join(" | ")
      .replace(/\s+/g, " "),
  );
}

function name(document: Gold): string {
  return `${document.name.replace(/\.tml$/, "")} of ${document.published.slice(0, 10)}`;
}
