import { z } from "zod";
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
    await using desk = await openDesk();
    const filter = { from, to, source };
    if (file === undefined) {
      const answer = await desk.ask({ text: words.join(" "), filter, signal });
      if (json) terminal.print(JSON.stringify(answer));
      else showAnswer(answer, terminal);
      return;
    }
    for await (const { id, q } of records(file, questions)) {
      terminal.print(JSON.stringify(await desk.ask({ id, text: q, filter, signal })));
    }
  },
});
