/**
 * Asks the desk the open questions about the five articles and our own, looks for the open events in its timeline, and
 * measures how long an answer takes once the desk is warm.
 *
 *   node bench/gold.ts [FOLDER with questions.jsonl and timeline.json]
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer } from "../src/answer/answer.ts";
import type { Citation } from "../src/corpus/citation.ts";
import { type Desk, openDesk } from "../src/desk.ts";
import { record } from "./record.ts";

interface Question {
  readonly id: string;
  readonly kind: "answer" | "refuse";
  readonly q: string;
  /** Patterns that claims or quotes must match, every one. */
  readonly must?: readonly string[];
  /** Acceptable sources, by the number their file name starts with. */
  readonly cite?: readonly string[];
}

interface Gold {
  readonly events: readonly {
    readonly date: string;
    readonly what: string;
    readonly cite: readonly string[];
  }[];
}

const folder =
  process.argv.slice(2).find((word) => !word.startsWith("--")) ??
  process.env.GOLD_DATA ??
  join(import.meta.dirname, "..", "..", "shared", "gold");
const data = mkdtempSync(join(tmpdir(), "attache-gold-"));
try {
  await using desk = await openDesk({ corpus: join(import.meta.dirname, "..", "corpus"), data });
  const tally = new Map<string, [good: number, all: number]>();
  const count = (kind: string, good: boolean) => {
    const [g, all] = tally.get(kind) ?? [0, 0];
    tally.set(kind, [g + Number(good), all + 1]);
    return good ? "✓" : "✗";
  };

  const open = questionsOf(join(folder, "questions.jsonl"));
  const own = questionsOf(join(import.meta.dirname, "..", "tests", "fixtures", "questions.jsonl"));
  for (const question of [...open, ...own]) {
    const answer = await desk.ask({ id: question.id, text: question.q });
    const kind = open.includes(question) ? question.kind : `${question.kind}, own`;
    console.log(`${count(kind, meets(question, answer))} ${question.id} ${question.q}`);
    for (const { text, citations } of answer.claims)
      console.log(`      ${text} ${JSON.stringify(citations)}`);
    for (const citation of [...answer.citations, ...answer.nearest]) {
      count("verbatim quotes", await verbatim(desk, citation));
    }
  }

  const took: number[] = [];
  for (const { q } of Array.from({ length: 3 }, () => [...open, ...own]).flat()) {
    const started = performance.now();
    await desk.ask({ text: q });
    took.push(performance.now() - started);
  }
  const median = took.sort((x, y) => x - y)[took.length >> 1]!;

  const { events } = await desk.timeline({});
  const gold = JSON.parse(readFileSync(join(folder, "timeline.json"), "utf8")) as Gold;
  for (const { date, what, cite } of gold.events) {
    const found = events.find(
      (event) =>
        event.date.startsWith(date) &&
        event.citations.some(
          (c) => cite.includes(c.articleId.slice(0, 3)) && new RegExp(what, "i").test(c.quote),
        ),
    );
    console.log(
      `${count("events", found !== undefined)} ${date} ${what}: ${found?.text ?? "not in the timeline"}`,
    );
  }
  for (const citation of events.flatMap((event) => event.citations)) {
    count("verbatim quotes", await verbatim(desk, citation));
  }
  console.log();
  for (const [kind, [good, all]] of tally) console.log(`${kind.padEnd(16)} ${good}/${all}`);
  console.log(`${"warm answer".padEnd(16)} ${median.toFixed(1)} ms, median of ${took.length}`);
  const command = "node bench/gold.ts";
  record("1-gold", [
    ...Array.from(tally, ([kind, [good, all]]) => ({
      what: kind.endsWith("own")
        ? `five articles, questions of our own: ${kind.replace(", own", "")}`
        : `five articles, open gold: ${kind}`,
      figure: `${good}/${all}`,
      goal: kind.endsWith("own") ? "≥ 90 %" : "all",
      command,
    })),
    {
      what: "five articles, warm answer (median)",
      figure: `${median.toFixed(1)} ms`,
      goal: "≤ 5 ms",
      command,
    },
  ]);
  process.exitCode = [...tally].every(([kind, [good, all]]) => good >= (kind.endsWith("own") ? 0.9 : 1) * all)
    ? 0
    : 1;
} finally {
  rmSync(data, { recursive: true });
}

function questionsOf(file: string): Question[] {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Question);
}

function meets({ kind, must = [], cite = [] }: Question, answer: Answer): boolean {
  if (kind === "refuse") return answer.refused && answer.claims.length === 0;
  const said = [...answer.claims.map((c) => c.text), ...answer.citations.map((c) => c.quote)].join("\n");
  return (
    !answer.refused &&
    must.every((pattern) => new RegExp(pattern, "i").test(said)) &&
    answer.citations.some((c) => cite.includes(c.articleId.slice(0, 3)))
  );
}

async function verbatim(desk: Desk, { articleId, start, end, quote }: Citation): Promise<boolean> {
  const source = await desk.source(articleId);
  return source?.article.text.slice(start, end) === quote && quote.length > 0;
}
