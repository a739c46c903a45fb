/**
 * How well documents, and sentences, are found, and how well a search knows that what is asked for is not there.
 *
 *   node bench/retrieval.ts [FOLDER] [--sets scifact,xquad-en2en,…] [--every N] [--alone] [--run FOLDER]
 *                           [--curve FILE.svg] [--record]
 *
 * FOLDER holds sets in BEIR's layout, by default BENCH_DATA. `--every N` takes each N-th query, `--alone` leaves
 * minisearch and wink-bm25 out, `--run` writes TREC runs, `--curve` draws how well probabilities of XQuAD hold.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gather } from "../src/answer/evidence.ts";
import { record } from "./record.ts";
import { bySentence, type RetrievalSet, readBeir } from "./retrieval/beir.ts";
import { drawCurve } from "./retrieval/curve.ts";
import { type Engine, minisearch, ours, similarity, winkBm25 } from "./retrieval/engines.ts";
import { auroc, median, RankMetrics, round } from "./retrieval/metrics.ts";
import { paraphrases } from "./retrieval/paraphrases.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sets: { type: "string", default: "scifact,xquad-en2en,xquad-ru2ru,xquad-ru2en" },
    every: { type: "string", default: "1" },
    alone: { type: "boolean", default: false },
    run: { type: "string" },
    curve: { type: "string" },
    record: { type: "boolean" },
  },
});
const folder = positionals[0] ?? process.env.BENCH_DATA ?? "../shared/bench";
const rows: Record<string, Record<string, number>> = {};

for (const name of options.sets.split(",")) {
  const set = readBeir(folder, name);
  await measure(set, join(folder, name, "corpus.jsonl"));
  if (set.queries.some(({ answer }) => answer) && name === "xquad-en2en") {
    const sentences = bySentence(set);
    const dir = mkdtempSync(join(tmpdir(), "attache-bench-"));
    const corpus = join(dir, "corpus.jsonl");
    writeFileSync(
      corpus,
      sentences.documents.map(({ id, ...rest }) => JSON.stringify({ _id: id, ...rest })).join("\n"),
    );
    await measure(sentences, corpus);
    rmSync(dir, { recursive: true });
  }
}
rows["five articles, paraphrases of the open gold, ours"] = await paraphrases();
console.table(rows);
record("retrieval", [
  figure("SciFact, nDCG@10", "scifact, ours", "nDCG@10", "≥ .72"),
  figure("XQuAD English, sentence, Hits@1", "xquad-en2en, in its passage, ours", "Hits@1", "≥ .85"),
  figure("XQuAD English, paragraph, Hits@1", "xquad-en2en, ours", "Hits@1", "≥ .97"),
  figure("XQuAD Russian, nDCG@10", "xquad-ru2ru, ours", "nDCG@10", "≥ .96"),
  figure("XQuAD, Russian questions on English paragraphs, Hits@10", "xquad-ru2en, ours", "Hits@10", ""),
  {
    what: "SciFact, a search as a share of minisearch's time (medians)",
    figure: String(round(milliseconds("scifact, ours") / milliseconds("scifact, minisearch"))),
    goal: "≤ 1",
    command: "node bench/retrieval.ts",
  },
  figure(
    "five articles, the open gold in other words, passage MRR@10",
    "five articles, paraphrases of the open gold, ours",
    "MRR@10",
    "≥ .92",
  ),
  figure(
    "refusal, XQuAD without the answering paragraph, AUROC",
    "xquad-en2en, ours",
    "refusal AUROC",
    "≥ .96",
  ),
]);

function milliseconds(row: string): number {
  return rows[row]?.["ms (median)"] ?? Number.NaN;
}

function figure(what: string, row: string, column: string, goal: string) {
  return {
    what,
    figure: String(rows[row]?.[column] ?? "not measured"),
    goal,
    command: "node bench/retrieval.ts",
  };
}

async function measure({ name, documents, queries: all }: RetrievalSet, corpus: string): Promise<void> {
  const queries = all.filter((_, i) => i % Number(options.every) === 0);
  const index = await ours(corpus, documents);
  const engines: Record<string, Engine> = { ours: index.rank };
  if (!options.alone)
    Object.assign(engines, { minisearch: minisearch(documents), "wink-bm25": winkBm25(documents) });
  for (const [engine, rank] of Object.entries(engines)) {
    const metrics = new RankMetrics();
    const times: number[] = [];
    const run: string[] = [];
    for (const { id, text, relevant } of queries) {
      const started = performance.now();
      const ranked = await rank(text);
      times.push(performance.now() - started);
      metrics.add(ranked, relevant);
      ranked.forEach((document, i) => {
        run.push(`${id} Q0 ${document} ${i + 1} ${1 / (i + 1)} ${engine}`);
      });
    }
    rows[`${name}, ${engine}`] = {
      queries: queries.length,
      ...metrics.means(),
      "ms (median)": round(median(times)),
    };
    if (options.run) {
      mkdirSync(options.run, { recursive: true });
      writeFileSync(join(options.run, `${name}.${engine}.trec`), `${run.join("\n")}\n`);
    }
  }
  if (name.startsWith("xquad") && !name.startsWith("xquad-ru2en")) {
    const trials: { probability: number; right: boolean }[] = [];
    const inPassage = new RankMetrics();
    for (const { text, relevant, answer } of queries) {
      const hits = await index.hits(text);
      const [first] = hits;
      if (first) trials.push({ probability: first.score, right: relevant.has(index.idOf(first)) });
      const [absent] = await index.hits(text, index.without(relevant));
      if (absent) trials.push({ probability: absent.score, right: false });
      const holds = gather(text, hits.slice(0, 10), similarity).map(
        (sentence) =>
          relevant.has(index.idOf(sentence.hit)) && answer !== undefined && sentence.text.includes(answer),
      );
      inPassage.add(holds.map((_, i) => String(i)).slice(0, 10), new Set([String(holds.indexOf(true))]));
    }
    const probabilities = (right: boolean) =>
      trials.filter((trial) => trial.right === right).map(({ probability }) => probability);
    rows[`${name}, ours`]!["refusal AUROC"] = auroc(probabilities(true), probabilities(false));
    if (name === "xquad-en2en") {
      rows[`${name}, in its passage, ours`] = { queries: queries.length, ...inPassage.means() };
      if (options.curve) writeFileSync(options.curve, drawCurve(trials));
    }
  }
  await index.close();
}
