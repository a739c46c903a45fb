import { z } from "zod";
import { timexes } from "../../dates/timexes.ts";
import { records } from "../jsonl.ts";
import { verb, wrongUse } from "../verb.ts";

const usage = "dates --docs FILE.jsonl";
const document = z.object({
  id: z.coerce.string(),
  published: z.string().nullish(),
  text: z.string(),
  language: z.string().optional(),
});

export const dates = verb({
  usage,
  about: "temporal expressions as TIMEX3, for {id, published, text} lines",
  options: { docs: { type: "string" } },
  words: { min: 0, max: 0 },
  async run(_words, { docs }, { terminal }) {
    if (docs === undefined) throw wrongUse("--docs names the file to read", usage);
    for await (const { id, published, text, language } of records(docs, document)) {
      terminal.json({ id, timexes: timexes(text, { published: published ?? undefined, language }) });
    }
  },
});
