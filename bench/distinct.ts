/**
 * What readers gain where copies of a report are told with it, and what repeats gives way to what tells something else.
 *
 *   node bench/distinct.ts [FOLDER of open data]
 *
 * ECB+ (Cybulska & Vossen 2014): the first sentence of every sixth article is asked of the others; those of its story
 * are relevant. Once as it is, once with four copies of every third article, as wires are printed: each under a
 * headline of its own, one sentence left out, and cut after two thirds or more. Counted are the reports among the first
 * ten passages, a report and its copies as one, and what of the story these passages tell: events, people, places and
 * times, as ECB+'s judges know them again; they are the subtopics of α-nDCG@10 with α = .5 (Clarke et al. 2008), beside
 * an ideal that is chosen greedily.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Article } from "../src/corpus/article.ts";
import type { Loaded } from "../src/corpus/load.ts";
import { relate } from "../src/corpus/relate.ts";
import { passages } from "../src/corpus/split.ts";
import { buildIndex } from "../src/index/build/build.ts";
import { gloveEmbedder } from "../src/index/embedders/glove.ts";
import type { Hit } from "../src/index/hit.ts";
import { openIndex } from "../src/index/open.ts";
import { search } from "../src/index/search/search.ts";
import { openData } from "./record.ts";
import { similarity } from "./retrieval/engines.ts";
import { median, round } from "./retrieval/metrics.ts";
import { ecb, ecbTold } from "./retrieval/news.ts";

const top = 10;
const alpha = 0.5;
const set = ecb(openData());
const told = ecbTold(openData());
const tools = { embedder: gloveEmbedder(), similarity };
const rows: Record<string, Record<string, number>> = {};

for (const [name, copies] of [
  ["as it is", 0],
  ["every third printed five times", 4],
] as const) {
  const families = new Map(
    set.documents.map(({ id, text }, i) => {
      const printed = Array.from({ length: i % 3 === 0 ? copies : 0 }, (_, n) => reprint(id, text, n));
      return [id, [articleOf(id, text, "Agency"), ...printed]];
    }),
  );
  const dir = mkdtempSync(join(tmpdir(), "attache-distinct-"));
  const corpus = (): Loaded[] =>
    [...families.values()].flat().map((article) => ({ kind: "article", article, hash: "1" }));
  await buildIndex({ dir, corpus, embedder: tools.embedder, relate });
  const index = await openIndex({
    dir,
    score: (query, opened, options) => search(query, opened, tools, options),
  });
  const figures = { before: [] as Figures[], after: [] as Figures[] };
  for (const { text, relevant } of set.queries) {
    const story = Array.from(relevant, (id) => families.get(id)!).flat();
    const texts = story.flatMap((article) =>
      passages(article).map(({ start, end }) => article.text.slice(start, end)),
    );
    const wanted = new Set(texts.flatMap(subtopics));
    const ideal = idealGain(texts.map(subtopics));
    for (const way of ["before", "after"] as const) {
      const times: number[] = [];
      let hits: readonly Hit[] = [];
      for (let again = 0; again < 4; again++) {
        const began = performance.now();
        hits = await index.search(text, { top, distinct: way === "after" });
        times.push(performance.now() - began);
      }
      const shown = hits.map((hit) => subtopics(hit.text).filter((each) => wanted.has(each)));
      const reports = new Set(hits.map(({ article }) => article.id.split("~")[0]!));
      figures[way].push({
        "different reports": reports.size,
        "of the story": [...reports].filter((report) => relevant.has(report)).length,
        "subtopic recall": new Set(shown.flat()).size / Math.max(1, wanted.size),
        "α-nDCG@10": ideal > 0 ? gainOf(shown) / ideal : 1,
        ms: median(times),
      });
    }
  }
  for (const [way, all] of Object.entries(figures))
    rows[`${name}, ${way}`] = Object.fromEntries(
      Object.keys(all[0]!).map((figure) => {
        const values = all.map((each) => each[figure as keyof Figures]);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        return [figure, round(figure === "ms" ? median(values) : mean)];
      }),
    );
  await index.close();
  rmSync(dir, { recursive: true });
}
console.table(rows);

type Figures = Record<"different reports" | "of the story" | "subtopic recall" | "α-nDCG@10" | "ms", number>;

function subtopics(text: string): string[] {
  return [...new Set(text.split("\n").flatMap((line) => [...(told.get(line) ?? [])]))];
}

/** What a list of passages is worth by the subtopics of each: a subtopic half as much each time it comes again. */
function gainOf(passages: readonly (readonly string[])[]): number {
  const seen = new Map<string, number>();
  return passages.reduce((sum, subtopics, place) => sum + worth(subtopics, seen) / Math.log2(place + 2), 0);
}

function worth(subtopics: readonly string[], seen: Map<string, number>, taken = true): number {
  let gain = 0;
  for (const subtopic of subtopics) {
    const times = seen.get(subtopic) ?? 0;
    gain += (1 - alpha) ** times;
    if (taken) seen.set(subtopic, times + 1);
  }
  return gain;
}

function idealGain(passages: readonly (readonly string[])[]): number {
  const left = [...passages];
  const chosen: (readonly string[])[] = [];
  const seen = new Map<string, number>();
  while (chosen.length < top && left.length > 0) {
    const gains = left.map((subtopics) => worth(subtopics, seen, false));
    const [best] = left.splice(gains.indexOf(Math.max(...gains)), 1);
    worth(best!, seen);
    chosen.push(best!);
  }
  return gainOf(chosen);
}

/** The `n`-th copy of a report. */
function reprint(id: string, text: string, n: number): Article {
  const sentences = text.split("\n");
  const kept = sentences.slice(0, Math.ceil(sentences.length * (1 - n / 12)));
  const body = kept.filter((_, i) => i !== 1 + ((n * 5) % Math.max(2, kept.length)));
  return articleOf(
    `${id}~${n + 1}`,
    [`Paper ${n + 1} : what is known so far`, ...body].join("\n"),
    `Paper ${n + 1}`,
  );
}

function articleOf(id: string, text: string, publisher: string): Article {
  return {
    ...{ id, text, publisher, title: null, byline: null, published: null, url: null, language: "en" },
    provenance: { kind: "original", of: null, machineGenerated: false, excerpt: false, evidence: [] },
    ...{ file: null, outline: [] },
  };
}
