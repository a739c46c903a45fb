/**
 * Whether evidence supports a claim, without a model: `node bench/attribution.ts [FOLDER]`, where FOLDER (or
 * BENCH_DATA) holds `attributionbench/dev.jsonl`. Prints macro-F1, cross-validated by question and with each source held out,
 * beside the overlap of word pairs with a tuned threshold, and the weights for `src/answer/attribution.ts`.
 */
import { readFileSync } from "node:fs";
import { type Feature, features } from "../src/answer/attribution.ts";
import { wordSimilarity } from "../src/answer/similarity.ts";
import { record } from "./record.ts";

interface Row {
  readonly question: string;
  readonly claim: string;
  readonly references: readonly string[];
  readonly attribution_label: string;
  readonly src_dataset: string;
}

const [named] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const folder = named ?? process.env.BENCH_DATA ?? "../shared/bench";
const rows = readFileSync(`${folder}/attributionbench/dev.jsonl`, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Row);
const similarity = wordSimilarity();
const names: Feature[] = ["bias", "likeness", "weakest", "pairs", "numbers"];
const x = rows.map(({ claim, references }) => {
  const evidence = references.map((text) => text.replace(/^\[\d+\]\s+\S+\s+/, "")).join("\n");
  const measured = features(claim.replace(/\[\d+\]/g, " "), evidence.slice(0, 30_000), similarity);
  return names.map((name) => measured[name]);
});
const y = rows.map(({ attribution_label }) => (attribution_label === "attributable" ? 1 : 0));
const sources = [...new Set(rows.map(({ src_dataset }) => src_dataset))];
const everyone = rows.map((_, i) => i);

const folds = 10;
const predicted = new Array<number>(rows.length);
// Claims of one question share answers and evidence: they stay together.
const questions = [...new Set(rows.map(({ question }) => question))];
const shuffled = new Map(
  questions
    .map((question, i) => ({ question, order: order(i) }))
    .sort((a, b) => a.order - b.order)
    .map(({ question }, i) => [question, i % folds]),
);
for (let fold = 0; fold < folds; fold++) {
  const inside = (i: number): boolean => shuffled.get(rows[i]!.question) === fold;
  const w = train(everyone.filter((i) => !inside(i)));
  for (const i of everyone.filter(inside)) predicted[i] = probability(w, x[i]!);
}
const validated = f1(everyone, (i) => predicted[i]! > 0.5).toFixed(3);
console.log(`cross-validated, ${folds} folds   ${validated}`);
const unseen = new Array<number>(rows.length);
for (const source of sources) {
  const own = everyone.filter((i) => rows[i]!.src_dataset === source);
  const w = train(everyone.filter((i) => rows[i]!.src_dataset !== source));
  for (const i of own) unseen[i] = probability(w, x[i]!);
  const held = f1(own, (i) => unseen[i]! > 0.5);
  const inside = f1(own, (i) => predicted[i]! > 0.5);
  console.log(`${source.padEnd(28)} ${inside.toFixed(3)}   trained on the others ${held.toFixed(3)}`);
}
const general = f1(everyone, (i) => unseen[i]! > 0.5).toFixed(3);
console.log(`each source held out         ${general}`);
const pairs = names.indexOf("pairs");
const tuned = Math.max(...Array.from({ length: 50 }, (_, t) => f1(everyone, (i) => x[i]![pairs]! > t / 50)));
console.log(`pairs of words, best threshold ${tuned.toFixed(3)}`);
const w = train(everyone);
console.log(`\nweights\n${names.map((name, i) => `  ${name}: ${w[i]!.toFixed(3)},`).join("\n")}`);
record("attribution", [
  {
    what: "AttributionBench (dev): does the evidence support the claim, macro-F1: cross-validated · each source held out · pairs of words",
    figure: `${validated} · ${general} · ${tuned.toFixed(3)}`,
    goal: "≥ .75",
    command: "node bench/attribution.ts",
  },
]);

/** Logistic regression by Newton's method, with a little shrinkage. */
function train(on: readonly number[]): number[] {
  const n = names.length;
  let w = new Array<number>(n).fill(0);
  for (let step = 0; step < 25; step++) {
    const gradient = w.map((value, j) => (j === 0 ? 0 : 0.5 * value));
    const hessian = w.map((_, j) => w.map((__, k) => (j === k ? (j === 0 ? 1e-6 : 0.5) : 0)));
    for (const i of on) {
      const row = x[i]!;
      const p = probability(w, row);
      for (let j = 0; j < n; j++) {
        gradient[j]! += (p - y[i]!) * row[j]!;
        for (let k = 0; k < n; k++) hessian[j]![k]! += p * (1 - p) * row[j]! * row[k]!;
      }
    }
    const delta = solve(hessian, gradient);
    w = w.map((value, j) => value - delta[j]!);
  }
  return w;
}

/** Gaussian elimination with pivoting. */
function solve(a: number[][], b: number[]): number[] {
  const m = a.map((row, i) => [...row, b[i]!]);
  for (let c = 0; c < b.length; c++) {
    const pivot = m
      .slice(c)
      .reduce((best, row, i) => (Math.abs(row[c]!) > Math.abs(m[best]![c]!) ? c + i : best), c);
    [m[c], m[pivot]] = [m[pivot]!, m[c]!];
    for (let r = 0; r < b.length; r++) {
      if (r === c) continue;
      const factor = m[r]![c]! / m[c]![c]!;
      for (let k = c; k <= b.length; k++) m[r]![k]! -= factor * m[c]![k]!;
    }
  }
  return m.map((row, i) => row[b.length]! / row[i]!);
}

function probability(w: readonly number[], row: readonly number[]): number {
  return 1 / (1 + Math.exp(-row.reduce((sum, value, j) => sum + value * w[j]!, 0)));
}

function f1(of: readonly number[], says: (i: number) => boolean): number {
  const one = (label: number): number => {
    const said = of.filter((i) => says(i) === (label === 1));
    const right = said.filter((i) => y[i] === label).length;
    const there = of.filter((i) => y[i] === label).length;
    return right === 0 ? 0 : (2 * right) / (said.length + there);
  };
  return (one(0) + one(1)) / 2;
}

/** A fixed shuffle. */
function order(i: number): number {
  return (Math.imul(i + 1, 2654435761) >>> 0) / 2 ** 32;
}
