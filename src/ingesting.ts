import type { Article } from "./corpus/article.ts";
import type { NamedBytes } from "./corpus/ingest.ts";
import type { CorpusOptions } from "./index/open-corpus.ts";

/**
 * Adds to a corpus what is sent to the bot, one thing after the other, and has it indexed in threads of its own. Desks that are
 * open on it, in other processes too, find the new articles within moments: they look for new versions each second.
 */
export function ingestInto(options: CorpusOptions) {
  let last: Promise<unknown> = Promise.resolve();
  return (what: { readonly url: string } | NamedBytes, signal: AbortSignal) => {
    const mine = last.then(() => add("url" in what ? what.url : what, { ...options, signal }));
    last = mine.catch(() => {});
    return mine;
  };
}

async function add(target: string | NamedBytes, options: CorpusOptions) {
  const [{ ingest }, { updateInBackground }] = await Promise.all([
    import("./corpus/ingest.ts"),
    import("./index/open-corpus.ts"),
  ]);
  const added: Article[] = [];
  const skipped: { name: string; reason: string }[] = [];
  let unchanged = 0;
  for await (const event of ingest([target], options)) {
    if (event.kind === "added" || event.kind === "updated") added.push(event.article);
    if (event.kind === "skipped") skipped.push({ name: event.source, reason: event.reason });
    if (event.kind === "unchanged") unchanged++;
  }
  if (added.length > 0) await updateInBackground(options);
  return { added, skipped, unchanged };
}
