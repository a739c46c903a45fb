/**
 * How well claims are verified: `node bench/verify.ts [--errors N] [--record]`. Altered sentences that pass and true paraphrases
 * that are dropped, over every sentence of `corpus/`, and the time that a claim takes.
 * Beside it: `bench/attribution.ts` (AttributionBench) and `bench/injection.ts` (planted instructions).
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { locate } from "../src/answer/quote.ts";
import { evidenceAt, widened } from "../src/answer/quoted.ts";
import { read } from "../src/answer/reading.ts";
import { wordSimilarity } from "../src/answer/similarity.ts";
import { type Evidence, supports } from "../src/answer/support.ts";
import { verify } from "../src/answer/verify.ts";
import type { Article } from "../src/corpus/article.ts";
import { sentences } from "../src/text/sentences.ts";
import { corpus, hitsOf } from "../tests/answer/corpus.ts";
import { mutations, nameRuns } from "./mutations.ts";
import { paraphrases } from "./paraphrases.ts";
import { record } from "./record.ts";

const { values } = parseArgs({
  options: { errors: { type: "string", default: "0" }, record: { type: "boolean" } },
});
const shown = Number(values.errors);
const similarity = wordSimilarity();
const articles = await corpus();

const tally = new Map<string, { n: number; wrong: number }>();
const errors: string[] = [];
function count(kind: string, right: boolean, detail: () => string): void {
  const row = tally.get(kind) ?? { n: 0, wrong: 0 };
  tally.set(kind, row);
  row.n++;
  if (right) return;
  row.wrong++;
  errors.push(`${kind}\n  ${detail()}`);
}

const spans = articles.flatMap((article) =>
  sentences(article.text).map((span) => ({ article, span, text: article.text.slice(span.start, span.end) })),
);
const names = [
  ...new Set(
    spans.flatMap(({ text }) => nameRuns(read(text)).map(({ start, end }) => text.slice(start, end))),
  ),
];

for (const { article, span, text } of spans) {
  const { evidence } = evidenceAt(article, widened(article.text, span));
  for (const { kind, claim } of mutations(text, names)) {
    const { supported } = supports(claim, [evidence], { similarity });
    count(`altered: ${kind}`, !supported, () => `${text}\n  ${claim}`);
  }
  if (/[?]/.test(text) || read(text).length < 4) continue;
  const subject =
    /(?<!\p{L})(?:he|his)(?!\p{L})/iu.test(text) && !/diplomat|analyst|Kellogg/.test(text)
      ? "Lukashenko"
      : undefined;
  for (const { rule, claim } of paraphrases(text, {
    publisher: article.publisher,
    ...(subject && { subject }),
  })) {
    const { supported, reasons } = supports(claim, [evidence], { similarity });
    count(`paraphrase: ${rule}`, supported, () => `${text}\n  ${claim}\n  ${reasons.join(" ")}`);
  }
}

interface Written {
  readonly claim: string;
  readonly quotes: readonly string[];
  readonly about?: readonly string[];
}
const fixture = new URL("../tests/fixtures/paraphrases.jsonl", import.meta.url);
for (const line of readFileSync(fixture, "utf8").trim().split("\n")) {
  const { claim, quotes, about = [] } = JSON.parse(line) as Written;
  const evidence = quotes.map((quote) => found(quote, about));
  const { supported, reasons } = supports(claim, evidence, { similarity });
  count(
    "paraphrase: written by hand",
    supported,
    () => `${evidence.map(({ text }) => text).join(" ")}\n  ${claim}\n  ${reasons.join(" ")}`,
  );
}

function found(quote: string, about: readonly string[]): Evidence {
  const at = articles.flatMap((article: Article) => {
    const span = locate(quote, article.text);
    return span ? [evidenceAt(article, widened(article.text, span)).evidence] : [];
  })[0];
  if (!at) throw new Error(`not in the corpus: ${quote}`);
  return { ...at, about: [...(at.about ?? []), ...about] };
}

for (const line of errors.slice(0, shown)) console.log(line);
const total = (prefix: string): string => {
  const rows = [...tally].filter(([kind]) => kind.startsWith(prefix)).map(([, row]) => row);
  const [n, wrong] = [
    rows.reduce((sum, row) => sum + row.n, 0),
    rows.reduce((sum, row) => sum + row.wrong, 0),
  ];
  return `${wrong} of ${n} (${((100 * wrong) / n).toFixed(1)} %)`;
};
for (const [kind, { n, wrong }] of [...tally].sort())
  console.log(`${kind.padEnd(48)} ${String(wrong).padStart(5)} of ${n}`);
console.log(`\naltered claims that pass    ${total("altered")}`);
console.log(`true paraphrases dropped    ${total("paraphrase")}`);

const times: number[] = [];
const everyPassage = hitsOf(articles);
for (let i = 0; i < 300; i++) {
  const { article, span, text } = spans[(i * 7) % spans.length]!;
  const passage = everyPassage.findIndex((hit) => hit.article === article && hit.passage.end >= span.end) + 1;
  const started = performance.now();
  verify({ text, support: [{ passage, quote: text }] }, everyPassage, { questions: [text], similarity });
  times.push(performance.now() - started);
}
times.sort((a, b) => a - b);
console.log(
  `time to verify a claim      median ${times[150]!.toFixed(1)} ms, p95 ${times[285]!.toFixed(1)} ms`,
);

const command = "node bench/verify.ts";
record("verify", [
  {
    what: "altered claims that pass verification, over the corpus",
    figure: total("altered"),
    goal: "≤ 2 %",
    command,
  },
  { what: "true paraphrases dropped", figure: total("paraphrase"), goal: "≤ 15 %", command },
  { what: "time to verify a claim, median", figure: `${times[150]!.toFixed(1)} ms`, command },
]);
