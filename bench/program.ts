/**
 * The program from outside, as a user meets it: whole processes on the five articles, medians.
 *
 *   node bench/program.ts [--record]
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { record } from "./record.ts";

const runs = 9;
const root = join(import.meta.dirname, "..");
const scratch = mkdtempSync(join(tmpdir(), "attache-program-"));
const question = "what was traded for potash relief";

function attache(...words: string[]): number {
  const started = performance.now();
  execFileSync(process.execPath, ["src/main.ts", ...words], { cwd: root, stdio: "ignore" });
  return performance.now() - started;
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!;
}

/** Resident memory, in MB, of a console that has answered one question and waits (Linux). */
async function consoleAtRest(): Promise<number> {
  const console_ = spawn(process.execPath, ["src/main.ts", "start", "--data", join(scratch, "data")], {
    cwd: root,
  });
  try {
    console_.stdin.write(`${question}\n`);
    await new Promise((resolve) => console_.stdout.once("data", resolve));
    await sleep(2_000);
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${console_.pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) / 1024;
  } finally {
    console_.kill();
  }
}

try {
  const fromNothing = Array.from({ length: runs }, (_, i) =>
    attache("index", "--data", join(scratch, `data-${i}`)),
  );
  attache("index", "--data", join(scratch, "data"));
  const asked = Array.from({ length: runs }, () => attache("ask", question, "--data", join(scratch, "data")));
  const memory = await consoleAtRest();
  const command = "node bench/program.ts";
  const measures = [
    {
      what: "process start to printed answer, index built",
      figure: `${Math.round(median(asked))} ms`,
      goal: "≤ 500 ms",
      command,
    },
    {
      what: "index of the five from nothing, whole process",
      figure: `${Math.round(median(fromNothing))} ms`,
      goal: "≤ 2,000 ms",
      command,
    },
    { what: "memory of the console at rest", figure: `${Math.round(memory)} MB`, goal: "≤ 200 MB", command },
  ];
  console.table(measures.map(({ what, figure, goal }) => ({ what, figure, goal })));
  record("1-program", measures);
} finally {
  rmSync(scratch, { recursive: true });
}
