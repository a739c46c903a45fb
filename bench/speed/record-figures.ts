import { record } from "../record.ts";
import type { Row } from "./measure.ts";

/** What the README tells of each measure, with its goal at 100,000 passages. */
const told: Readonly<Record<string, readonly (readonly [key: string, what: string, goal: string])[]>> = {
  build: [
    ["passages/s", "built from text, passages a second", ""],
    ["unchanged ms", "nothing new to index, ms", ""],
  ],
  "one-core": [["passages/s", "the same on one core", "two cores ≥ 1.7 ×"]],
  embedding: [["embedded passages/s, one thread", "embedded in one thread, passages a second", "≥ 5,000"]],
  search: [
    ["load ms", "load everything, ms", "≤ 500"],
    ["hybrid p50 ms", "hybrid search with rerank, p50 ms", "≤ 5"],
    ["MB loaded", "memory loaded, MB", "≤ ½ of LangChain's"],
  ],
  words: [["words p50 ms", "word part, p50 ms", "≤ .3"]],
  vectors: [
    ["recall", "recall@10 against exact", "≥ .98"],
    ["p50", "vector part, p50 ms", ""],
  ],
  filtered: [
    ["recall", "a filter that lets 50, 10, 1 or .1 % through, least recall@10", "≥ .98"],
    ["share of slower", "the same, most time as a share of the slower of scan and graph", "≤ 1.2"],
  ],
  loop: [["loop delay p99 ms", "event-loop delay while as many are added, p99 ms", "≤ 50"]],
  langchain: [["MB", "memory of LangChain's HNSWLib and docstore, MB", ""]],
};

/** Goals that differ at a million passages. */
const atAMillion: Readonly<Record<string, string>> = {
  "load ms": "≤ 4,000",
  "hybrid p50 ms": "≤ 15",
  "words p50 ms": "",
};
/** Sizes that the README tells of: what is smaller only shows in the picture of growth. */
const fewest = 100_000;

/** Keeps the figures of a measure for the README's table, each measure of each size in a file of its own. */
export function recordFigures(name: string, passages: number, rows: readonly Row[]): void {
  const figures = told[name];
  const row = name === "filtered" ? worst(rows) : rows[0];
  if (!figures || !row || passages < fewest) return;
  const command = `node bench/speed.ts --size ${passages}`;
  record(
    `8-speed-${passages}-${name}`,
    figures.map(([key, what, goal]) => ({
      what: `${passages.toLocaleString("en")} passages: ${what}`,
      figure: Number(Number(row[key]).toPrecision(3)).toLocaleString("en", { maximumFractionDigits: 4 }),
      goal: (passages >= 1e6 ? atAMillion[key] : undefined) ?? goal,
      command,
    })),
  );
}

/** Of the filters that were tried: the least recall, and the most time beside the slower of a scan and a walk. */
function worst(rows: readonly Row[]): Row {
  const column = (key: string) => rows.map((row) => Number(row[key]));
  return {
    recall: Math.min(...column("recall")),
    "share of slower": Math.max(...column("share of slower")),
  };
}
