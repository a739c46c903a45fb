import { join } from "node:path";
import { CorpusFolder } from "./ingest/corpus-folder.ts";
import type { IngestEvent, Target } from "./ingest/events.ts";
import { type IngestOptions, Session } from "./ingest/session.ts";
import { IngestState } from "./ingest/state.ts";

export {
  type IngestEvent,
  type NamedBytes,
  summarise,
  type Target,
} from "./ingest/events.ts";
export type { IngestOptions } from "./ingest/session.ts";

/**
 * Adds documents to a corpus: files, folders, .jsonl, pages, feeds, sitemaps, attachments. Each document ends in one
 * event; one that cannot be read is `skipped`, with the reason, and stops no other. Doing it again changes only what
 * changed. What lies in the corpus folder already is read, and not copied.
 *
 * @throws UserError `ingest.state`, `ingest.no-folder`: where nothing at all can be added
 */
export async function* ingest(
  targets: readonly Target[],
  options: IngestOptions,
): AsyncGenerator<IngestEvent> {
  const session = await Session.open(options);
  try {
    for (const target of targets) {
      options.signal?.throwIfAborted();
      if (typeof target === "string") yield* session.place(target);
      else if ("within" in target) yield* session.path(target.path, target.within);
      else yield* session.named(target);
    }
  } finally {
    await session.close();
  }
}

/**
 * Reads articles again from where they came from, by id.
 *
 * @throws UserError as {@link ingest} does; an unknown id is a `skipped` event
 */
export async function* reingest(ids: readonly string[], options: IngestOptions): AsyncGenerator<IngestEvent> {
  const session = await Session.open(options);
  try {
    for (const id of ids) yield* session.again(id);
  } finally {
    await session.close();
  }
}

/**
 * Takes articles out of a corpus, by id: their files go to `removed` in the data folder, and no feed brings them back.
 *
 * @returns the ids that were there, each with the file that held it
 */
export async function removeArticles(
  ids: readonly string[],
  { corpus, data }: Pick<IngestOptions, "corpus" | "data">,
): Promise<Map<string, string>> {
  const [folder, state] = [new CorpusFolder(corpus), await IngestState.open(data)];
  const removed = new Map<string, string>();
  for (const id of ids) {
    const file = await folder.remove(id, join(data, "removed"));
    if (file === undefined) continue;
    removed.set(id, file);
    for (const [url, visit] of state.visits) if (visit.ids.includes(id)) state.removed.add(url);
    state.origins.delete(id);
  }
  await state.save();
  return removed;
}
