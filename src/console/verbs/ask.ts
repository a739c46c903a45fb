import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Answer } from "../../answer/answer.ts";
import { UserError } from "../../ops/user-error.ts";
import { printable } from "../../text/printable.ts";
import { records } from "../jsonl.ts";
import { showAnswer } from "../show.ts";
import { verb, wrongUse } from "../verb.ts";

const usage = "ask QUESTION | ask --questions FILE.jsonl  [--from DATE] [--to DATE] [--source NAME] [--json]";
const questions = z.object({ id: z.coerce.string().optional(), q: z.string() });

export const ask = verb({
  usage,
  about: "one cited answer; --questions answers a file of {id, q} lines, one JSON line each",
  options: {
    questions: { type: "string" },
    from: { type: "string" },
    to: { type: "string" },
    source: { type: "string" },
  },
  words: { min: 0, max: Number.POSITIVE_INFINITY },
  async run(words, { questions: file, json, from, to, source }, { openDesk, terminal, signal }) {
    if (file === undefined && words.length === 0) throw wrongUse("ask what? Put a question after it", usage);
    if (file !== undefined && words.length > 0) throw wrongUse("a question or --questions, not both", usage);
    await using desk = await openDesk();
    const filter = { from, to, source };
    if (file === undefined) {
      const answer = await desk.ask({ text: words.join(" "), filter, signal });
      if (json) terminal.json(answer);
      else showAnswer(answer, terminal);
      return;
    }
    for await (const { id, q } of records(file, questions)) {
      const answer = await desk.ask({ id, text: q, filter, signal }).catch((error) => declined(error, id, q));
      terminal.json(answer);
    }
  },
});

/** One question of many that is none, or too long: the others are answered all the same, each on its line. */
function declined(error: unknown, id: string | undefined, question: string): Answer {
  if (!(error instanceof UserError) || !error.code.startsWith("question.")) throw error;
  return {
    id: id ?? randomUUID(),
    question: printable(question),
    mode: "extractive",
    refused: true,
    claims: [],
    citations: [],
    nearest: [],
    notes: [error.message],
    tookMs: 0,
  };
}
