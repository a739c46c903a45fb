import { z } from "zod";
import { LONGEST } from "../../answer/question.ts";
import type { Desk } from "../../desk.ts";
import type { Hit } from "../../index/hit.ts";
import { UserError } from "../../ops/user-error.ts";
import { records } from "../jsonl.ts";
import { showHits } from "../show.ts";
import { type Context, count, verb, wrongUse } from "../verb.ts";

const usage =
  "search QUERY | search --queries FILE.jsonl  [--top N] [--format trec] [--from DATE] [--to DATE] [--source NAME] [--language TAG] [--json]";
const queries = z.object({ _id: z.coerce.string(), text: z.string() });

export const search = verb({
  usage,
  about: "ranked passages; --queries with --format trec writes a TREC run, one document a rank",
  options: {
    queries: { type: "string" },
    format: { type: "string" },
    top: { type: "string" },
    from: { type: "string" },
    to: { type: "string" },
    source: { type: "string" },
    language: { type: "string" },
  },
  words: { min: 0, max: Number.POSITIVE_INFINITY },
  async run(words, { queries: file, format, top, json, ...filter }, context) {
    if (file === undefined && words.length === 0)
      throw wrongUse("search for what? Put a query after it", usage);
    if (format !== undefined && format !== "trec")
      throw wrongUse(`--format takes trec, not "${format}"`, usage);
    const { from, to, source, language } = filter;
    const options = { top: count(top, "top", 1, usage) ?? 10, filter: { from, to, source, language } };
    if (file !== undefined && words.length > 0) throw wrongUse("a query or --queries, not both", usage);
    await using desk = await context.openDesk();
    if (file === undefined) {
      await answer(desk, { _id: "1", text: words.join(" ") }, options, format, json, context);
      return;
    }
    for await (const { _id, text } of records(file, queries)) {
      // Some collections ask with whole documents: their beginning is searched for.
      const query = { _id, text: text.slice(0, LONGEST) };
      await answer(desk, query, options, format, format === undefined ? true : json, context).catch((error) =>
        withoutHits(error, query, format, context),
      );
    }
  },
});

/** One query of many without a word in it finds nothing; the others are searched for all the same. */
function withoutHits(
  error: unknown,
  { _id, text }: z.infer<typeof queries>,
  format: string | undefined,
  { terminal }: Context,
): void {
  if (!(error instanceof UserError) || error.code !== "question.empty") throw error;
  terminal.note(`Query ${_id}: ${error.message}`);
  if (format === undefined) terminal.json({ id: _id, query: text, hits: [] });
}

async function answer(
  desk: Desk,
  { _id, text }: z.infer<typeof queries>,
  options: Parameters<Desk["search"]>[1],
  format: string | undefined,
  json: boolean | undefined,
  { terminal, signal }: Context,
): Promise<void> {
  if (format === "trec") {
    const ranked = await desk.search(text, { ...options, byArticle: true, signal });
    for (const [i, { article, score }] of ranked.entries()) {
      terminal.print(`${_id} Q0 ${article.recordId ?? article.id} ${i + 1} ${score.toFixed(6)} attache`);
    }
    return;
  }
  const hits = await desk.search(text, { ...options, signal });
  if (json) terminal.json({ id: _id, query: text, hits: hits.map(listed) });
  else showHits(hits, terminal);
}

function listed({ article, passage, text, score, signals, cut, copies }: Hit) {
  const { start, end } = passage;
  const repeatedBy = copies?.map(({ id }) => id);
  return { articleId: article.id, title: article.title, text, start, end, score, signals, cut, repeatedBy };
}
