/**
 * Learns the weights of src/index/search/model.ts, and shows what they are worth on sets that they were not learned on.
 *
 *   node bench/train-ranking.ts [FOLDER] [--keep FOLDER] [--without SIGNAL,…]
 *
 * FOLDER holds the open data, by default BENCH_DATA; `--keep` names where indexes are kept from run to run. Each set is
 * ranked by BM25 of articles alone, by the model's weights as they are, by weights learned on all sets, and by weights
 * learned on all others. News comes as pseudo-sets (bench/retrieval/news.ts).
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { signalNames, weights } from "../src/index/search/model.ts";
import { bySentence, type RetrievalSet, readBeir } from "./retrieval/beir.ts";
import { type MeasuredSet, measureCandidates } from "./retrieval/candidates.ts";
import { evaluate, learn } from "./retrieval/learn.ts";
import { attribution, ecb, timeline17 } from "./retrieval/news.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "string" }, without: { type: "string", default: "" } },
});
const folder = positionals[0] ?? process.env.BENCH_DATA ?? "../shared/bench";
const judged: readonly (readonly [RetrievalSet, metric: string])[] = [
  [readBeir(folder, "scifact"), "nDCG@10"],
  [readBeir(folder, "xquad-en2en"), "Hits@1"],
  [bySentence(readBeir(folder, "xquad-en2en")), "Hits@1"],
  [readBeir(folder, "xquad-ru2ru"), "nDCG@10"],
  [ecb(folder), "MAP"],
  [timeline17(folder, 6), "MAP"],
  [attribution(folder, "claim"), "MRR@10"],
  [attribution(folder, "question"), "nDCG@10"],
];
const names = signalNames.filter((name) => !options.without.split(",").includes(name));

const dir = options.keep ?? mkdtempSync(join(tmpdir(), "attache-train-"));
const sets: MeasuredSet[] = [];
for (const [set] of judged)
  sets.push(await measureCandidates(set, join(dir, set.name.replace(/\P{L}+/gu, "-")), names));
if (!options.keep) rmSync(dir, { recursive: true });

const now = Float64Array.from(names, (name) => weights[name]);
const learned = learn(sets, now);
const bm25 = Float64Array.from(names, (name) => Number(name === "article"));
console.table(
  Object.fromEntries(
    sets.map((set, i) => {
      const metric = judged[i]![1];
      const on = (by: Float64Array) => evaluate(set, by)[metric];
      const others = learn(
        sets.filter((other) => other !== set),
        now,
      );
      const row = {
        "BM25 of articles": on(bm25),
        now: on(now),
        learned: on(learned),
        "on others": on(others),
      };
      return [`${set.name}, ${metric}`, { queries: set.queries.length, ...row }];
    }),
  ),
);
console.log(Object.fromEntries(names.map((name, i) => [name, Number(learned[i]!.toFixed(2))])));
