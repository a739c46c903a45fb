/**
 * What a reader gets without a model: extracts that answer XQuAD's questions, or refuse where the paragraph that
 * answers is taken out.
 *
 *   node bench/answers.ts [FOLDER] [--every N] [--failures] [--record]
 *
 * FOLDER holds sets in BEIR's layout, by default BENCH_DATA. `--failures` prints each question that goes wrong.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { extract } from "../src/answer/extract.ts";
import type { PassageSet } from "../src/index/searchable.ts";
import { record } from "./record.ts";
import { readBeir } from "./retrieval/beir.ts";
import { ours, similarity } from "./retrieval/engines.ts";
import { round } from "./retrieval/metrics.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: "string", default: "1" },
    failures: { type: "boolean" },
    record: { type: "boolean" },
  },
});
const folder = positionals[0] ?? process.env.BENCH_DATA ?? "../shared/bench";
const set = readBeir(folder, "xquad-en2en");
const index = await ours(join(folder, set.name, "corpus.jsonl"), set.documents);
/** As many passages as the desk hands on. */
const handedOn = 30;
const answer = async (text: string, allowed?: PassageSet) =>
  extract({ text }, (await index.hits(text, allowed)).slice(0, handedOn), { similarity });

const counts = { questions: 0, right: 0, wrong: 0, refused: 0, claims: 0, "refused without": 0 };
for (const { text, relevant, answer: expected = "" } of set.queries.filter(
  (_, i) => i % Number(options.every) === 0,
)) {
  const { refused, claims } = await answer(text);
  const right = claims.some((claim) => claim.text.includes(expected));
  counts.questions++;
  counts.claims += claims.length;
  counts[refused ? "refused" : right ? "right" : "wrong"]++;
  const without = await answer(text, index.without(relevant));
  if (without.refused) counts["refused without"]++;
  if (!options.failures) continue;
  if (!right) console.log(refused ? "refused" : "wrong", `| ${text} | ${expected}`);
  if (!without.refused) console.log(`answered all the same | ${text} | ${without.claims[0]?.text}`);
}
await index.close();

const share = (count: number) => round(count / counts.questions);
const perAnswer = round(counts.claims / (counts.questions - counts.refused));
console.table({
  "with the answer": {
    right: share(counts.right),
    wrong: share(counts.wrong),
    refused: share(counts.refused),
  },
  "without it": { refused: share(counts["refused without"]) },
});
console.log(`${counts.questions} questions, ${perAnswer} claims an answer`);
record("answers", [
  {
    what: "XQuAD English, extracts: right · wrong · refused; refused without the answering paragraph",
    figure: `${share(counts.right)} · ${share(counts.wrong)} · ${share(counts.refused)}; ${share(counts["refused without"])}`,
    command: "node bench/answers.ts",
  },
]);
