import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../src/corpus/article.ts";
import { relate } from "../src/corpus/relate.ts";
import type { TimelineRequest } from "../src/timeline/event.ts";
import { buildTimeline } from "../src/timeline/timeline.ts";
import { alignmentRouge, type DatedSummaries, dateScore, f1, type Score } from "./alignment-rouge.ts";
import { openData, record } from "./record.ts";

/**
 * Timeline17 (Tran et al. 2013) as Ghalandari and Ifrim (2020) score it: as many dates as the journalists' timeline
 * has, as many sentences a date as it has on average; Date-F1 by exact day, AR1 and AR2 by alignment-based ROUGE,
 * the average's F of the averaged precision and recall. They let systems know the timeline's first and last day:
 * "within its span" does; "free" does not, and is what the goals here are held against.
 *
 *     node bench/timeline.ts [FOLDER]    (BENCH_DATA, ../shared/bench)
 */
const folder = join(openData(), "timeline17");

interface Topic {
  readonly name: string;
  readonly articles: readonly Article[];
  readonly reference: DatedSummaries;
}

interface Row {
  readonly date: Score;
  readonly ar1: Score;
  readonly ar2: Score;
  readonly seconds: number;
}

const published: readonly (readonly [string, string, string, string])[] = [
  ["goal", ".560", ".125", ".037"],
  ["DATEWISE, all 19 timelines, within their span (published)", ".544", ".120", ".035"],
];

const rows = { free: [] as Row[], bounded: [] as Row[] };
console.log(
  "| timeline | articles | dates | sentences | Date-F1 | AR1 | AR2 | s | within its span: Date-F1 | AR1 | AR2 |",
);
console.log("|---|---|---|---|---|---|---|---|---|---|---|");
for (const topic of topics(folder)) {
  const days = [...topic.reference.keys()].sort();
  const k = sentencesADate(topic.reference);
  const free = await scored(topic, { top: days.length, sentences: k });
  const bounded = await scored(topic, { top: days.length, sentences: k, from: days[0], to: days.at(-1) });
  rows.free.push(free);
  rows.bounded.push(bounded);
  const cells = [
    topic.name,
    topic.articles.length,
    days.length,
    k,
    ...figures(free),
    free.seconds.toFixed(1),
    ...figures(bounded),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
console.log(
  `| **average** | | | | ${averages(rows.free).join(" | ")} | | ${averages(rows.bounded).join(" | ")} |`,
);
for (const [name, ...cells] of published) console.log(`| ${name} | | | | ${cells.join(" | ")} | | | | |`);
record("timeline", [
  {
    what: "Timeline17, ten open timelines, no span given: Date-F1 · AR1 · AR2",
    figure: averages(rows.free).join(" · "),
    goal: "≥ .56 · .125 · .037",
    command: "node bench/timeline.ts",
  },
]);

async function scored({ articles, reference }: Topic, request: TimelineRequest): Promise<Row> {
  // Fresh articles: what a first timeline of a corpus costs.
  const { events, tookMs } = await buildTimeline(
    articles.map((article) => ({ ...article })),
    request,
  );
  const predicted = new Map<string, string[]>();
  for (const { date, sentences } of events)
    predicted.set(date, [...(predicted.get(date) ?? []), ...sentences]);
  return {
    date: dateScore(predicted.keys(), reference.keys()),
    ar1: alignmentRouge(predicted, reference, 1),
    ar2: alignmentRouge(predicted, reference, 2),
    seconds: tookMs / 1000,
  };
}

function figures({ date, ar1, ar2 }: Row): string[] {
  return [date.f, ar1.f, ar2.f].map((value) => value.toFixed(3));
}

function averages(all: readonly Row[]): string[] {
  return (["date", "ar1", "ar2"] as const).map((measure) => {
    const mean = (part: "precision" | "recall") =>
      all.reduce((sum, row) => sum + row[measure][part], 0) / all.length;
    return f1(mean("precision"), mean("recall")).toFixed(3);
  });
}

/** The reference's average number of sentences a date, rounded. */
function sentencesADate(reference: DatedSummaries): number {
  const all = [...reference.values()].reduce((sum, summary) => sum + summary.length, 0);
  return Math.max(1, Math.round(all / reference.size));
}

function topics(root: string): Topic[] {
  return readdirSync(root).map((name) => {
    const files = readdirSync(join(root, name));
    const read = <T>(file: string): T => JSON.parse(readFileSync(join(root, name, file), "utf8")) as T;
    const reference = new Map<string, string[]>();
    for (const { date, text } of read<{ date: string; text: string }[]>(
      files.find((file) => file.endsWith(".timeline.json"))!,
    )) {
      const sentences = text.trim().split(/\s{2,}/);
      reference.set(date, [...(reference.get(date) ?? []), ...sentences]);
    }
    const articles = read<{ uid: string; dct: string; text: string }[]>("articles.json").map(article);
    return { name, articles: relate(articles), reference };
  });
}

function article({ uid, dct, text }: { uid: string; dct: string; text: string }): Article {
  return {
    id: uid,
    text,
    title: null,
    publisher: null,
    byline: null,
    published: { date: dct, basis: "given", evidence: dct },
    url: null,
    language: "en",
    provenance: { kind: "original", of: null, machineGenerated: false, excerpt: false, evidence: [] },
    file: null,
    outline: [],
  };
}
