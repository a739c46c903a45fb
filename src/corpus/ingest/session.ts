import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "../../ops/user-error.ts";
import { toArticle } from "../article-from-raw.ts";
import type { Entry } from "../fetch/feed.ts";
import { PoliteClient } from "../fetch/polite-client.ts";
import { readJsonl } from "../formats/jsonl.ts";
import { readDocument } from "../formats/read-document.ts";
import type { RawArticle } from "../raw.ts";
import { CorpusFolder, type Outcome } from "./corpus-folder.ts";
import type { IngestEvent, NamedBytes } from "./events.ts";
import { bytesOf, type FoundFile, filesAt, isInside } from "./from-files.ts";
import { type Client, readWeb, withEntry } from "./from-web.ts";
import { inParallel } from "./in-parallel.ts";
import { IngestState } from "./state.ts";

export interface IngestOptions {
  /** The corpus folder; made where it is missing. */
  readonly corpus: string;
  /** The data folder: what is remembered between runs is kept there. */
  readonly data: string;
  /** Only tell what would be added: nothing is written anywhere. */
  readonly dryRun?: boolean | undefined;
  /** The most entries of one feed or sitemap that are fetched in one run, the latest first. */
  readonly most?: number | undefined;
  /** Who fetches; by default a {@link PoliteClient} on the public internet. */
  readonly client?: Client | undefined;
  readonly today?: (() => Date) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const MOST_ENTRIES = 200;
/** Pages of different hosts that are fetched at once; of one host it is one at a time. */
const WIDTH = 4;
/** After so many documents of a feed the state is saved, so that a run that is cut off goes on where it was. */
const SAVE_EVERY = 20;

/** One run: what it writes to, what it remembers, and who fetches. */
export class Session {
  readonly #options: IngestOptions;
  readonly #folder: CorpusFolder;
  readonly #state: IngestState;
  readonly #client: Client;
  readonly #latest: string;
  /** By id: the file that gave it in this run. */
  readonly #given = new Map<string, string>();
  #own: PoliteClient | undefined;

  private constructor(options: IngestOptions, state: IngestState) {
    this.#options = options;
    this.#folder = new CorpusFolder(options.corpus);
    this.#state = state;
    if (options.client === undefined) this.#own = new PoliteClient();
    this.#client = options.client ?? this.#own!;
    // A page may be dated tomorrow where it was written.
    this.#latest = new Date((options.today?.() ?? new Date()).getTime() + 86_400_000)
      .toISOString()
      .slice(0, 10);
  }

  static async open(options: IngestOptions): Promise<Session> {
    return new Session(options, await IngestState.open(options.data));
  }

  async close(): Promise<void> {
    await this.#own?.close();
    if (!this.#options.dryRun) await this.#state.save();
  }

  /** A path or an address. */
  async *place(target: string): AsyncGenerator<IngestEvent> {
    if (/^[a-z][a-z\d+.-]+:/i.test(target)) yield* this.#address(target);
    else yield* this.path(target);
  }

  async *named({ name, bytes, mediaType }: NamedBytes): AsyncGenerator<IngestEvent> {
    const file = name.split(/[\\/]/).at(-1)!;
    yield { kind: "found", count: 1 };
    yield* this.#guarded(file, async function* (this: Session) {
      const articles = await readDocument(bytes, { file, mediaType, latest: this.#latest });
      for (const raw of articles) yield await this.#put(raw, file, file);
    });
  }

  async *again(id: string): AsyncGenerator<IngestEvent> {
    const origin = this.#state.origins.get(id) ?? (await this.#folder.originOf(id));
    if (origin === undefined) {
      const reason = `There is no article ${id} that was added by ingest, so that it cannot be read again.`;
      yield { kind: "skipped", source: id, code: "ingest.unknown", reason };
      return;
    }
    this.#state.visits.delete(origin);
    this.#state.removed.delete(origin);
    yield* this.place(origin);
  }

  /** A file or folder, its files named after their paths within `root`. */
  async *path(path: string, root?: string): AsyncGenerator<IngestEvent> {
    let files: FoundFile[];
    try {
      files = await filesAt(path, isInside(path, this.#options.corpus) ? this.#options.corpus : root);
    } catch (error) {
      yield skipped(path, error);
      return;
    }
    yield { kind: "found", count: files.length };
    for (const found of files) {
      this.#options.signal?.throwIfAborted();
      yield* this.#guarded(found.file, () => this.#file(found));
    }
  }

  async *#file({ path, file }: FoundFile): AsyncGenerator<IngestEvent> {
    const problems: IngestEvent[] = [];
    const onProblem = (reason: string) => {
      problems.push({ kind: "skipped", source: file, code: "document.record", reason });
    };
    const stays = isInside(path, this.#options.corpus);
    if (/\.(?:jsonl|ndjson)$/i.test(file)) {
      const records = readJsonl(createReadStream(path), file, onProblem);
      if (this.#options.dryRun || stays) for await (const raw of records) yield this.#told(raw, file, stays);
      else {
        for await (const { raw, outcome } of this.#folder.putRecords(file.replaceAll("/", "."), records)) {
          yield this.#event(raw, file, outcome);
        }
      }
    } else {
      for (const raw of await readDocument(await bytesOf(path), { file, latest: this.#latest, onProblem })) {
        yield stays ? this.#told(raw, file, true) : await this.#put(raw, file, resolve(path));
      }
    }
    yield* problems;
  }

  /** A page, feed or sitemap. */
  async *#address(url: string): AsyncGenerator<IngestEvent> {
    yield { kind: "found", count: 1 };
    yield* this.#guarded(url, async function* (this: Session) {
      const visit = this.#state.visits.get(url);
      const wanted = { etag: visit?.etag, lastModified: visit?.lastModified, signal: this.#options.signal };
      const document = await readWeb(
        this.#client,
        url,
        this.#options.dryRun ? { signal: wanted.signal } : wanted,
        this.#latest,
      );
      if (document.kind === "unchanged") {
        yield { kind: "unchanged", source: url, ids: visit?.ids ?? [] };
        return;
      }
      const { etag, lastModified } = document.answer;
      if (document.kind === "articles") {
        for (const raw of document.articles) yield await this.#put(raw, url, url);
        this.#state.visits.set(url, { etag, lastModified, ids: document.articles.map(({ id }) => id) });
      } else {
        const failed = yield* this.#entries(document.entries);
        // An entry that failed is tried again only when the feed is read again.
        this.#state.visits.set(url, failed ? { ids: [] } : { etag, lastModified, ids: [] });
      }
    });
  }

  /** The pages that a feed or sitemap names, but for those that were read since they last changed. Whether any failed. */
  async *#entries(entries: readonly Entry[]): AsyncGenerator<IngestEvent, boolean> {
    const { most = MOST_ENTRIES, dryRun } = this.#options;
    const unique = [...new Map(entries.map((entry) => [entry.url, entry])).values()];
    const wanted: Entry[] = [];
    for (const entry of unique.slice(0, most)) {
      const visit = this.#state.visits.get(entry.url);
      const known = visit !== undefined && visit.updated === entry.updated;
      if (!dryRun && this.#state.removed.has(entry.url)) {
        yield skip(
          entry.url,
          "ingest.removed",
          "it was removed from the corpus; ingest its own address to have it back",
        );
      } else if (!dryRun && known) yield { kind: "unchanged", source: entry.url, ids: visit.ids };
      else wanted.push(entry);
    }
    if (unique.length > most) {
      yield skip(
        `${unique.length - most} more entries`,
        "ingest.most",
        `only the ${most} latest are fetched in one run`,
      );
    }
    yield { kind: "found", count: unique.length - 1 };
    let failed = unique.length > most;
    let done = 0;
    for await (const events of inParallel(wanted, WIDTH, (entry) => this.#entry(entry))) {
      failed ||= events.some(({ kind }) => kind === "skipped");
      yield* events;
      done += 1;
      if (done % SAVE_EVERY === 0 && !dryRun) await this.#state.save();
    }
    return failed;
  }

  async #entry(entry: Entry): Promise<IngestEvent[]> {
    return Array.fromAsync(
      this.#guarded(entry.url, async function* (this: Session) {
        const document = await readWeb(
          this.#client,
          entry.url,
          { signal: this.#options.signal },
          this.#latest,
        );
        if (document.kind !== "articles")
          throw new UserError("feed.nested", "it is a feed, and a feed's entries are pages");
        for (const raw of document.articles)
          yield await this.#put(withEntry(raw, entry), entry.url, entry.url);
        const { etag, lastModified } = document.answer;
        const ids = document.articles.map(({ id }) => id);
        this.#state.visits.set(entry.url, { etag, lastModified, updated: entry.updated, ids });
      }),
    );
  }

  /** Runs what reads one document; what it throws costs that document alone. */
  async *#guarded(
    source: string,
    read: (this: Session) => AsyncGenerator<IngestEvent>,
  ): AsyncGenerator<IngestEvent> {
    try {
      yield* read.call(this);
    } catch (error) {
      this.#options.signal?.throwIfAborted();
      yield skipped(source, error);
    }
  }

  async #put(raw: RawArticle, source: string, origin: string): Promise<IngestEvent> {
    const earlier = this.#given.get(raw.id) ?? source;
    if (earlier !== source && !isAddress(origin)) {
      const reason = `its id ${raw.id} is that of ${earlier}, which is kept. Rename one of them.`;
      return skip(source, "ingest.taken", reason);
    }
    this.#given.set(raw.id, source);
    if (this.#options.dryRun) return this.#told(raw, source, false);
    const outcome = await this.#folder.put(raw, isAddress(origin) ? origin : source);
    this.#state.origins.set(raw.id, origin);
    return this.#event(raw, source, outcome);
  }

  /** Of what is not written: in a dry run what would be added, else what the corpus holds already. */
  #told(raw: RawArticle, source: string, stays: boolean): IngestEvent {
    return this.#event(raw, source, stays && !this.#options.dryRun ? "unchanged" : "added");
  }

  #event(raw: RawArticle, source: string, outcome: Outcome): IngestEvent {
    if (outcome === "unchanged") return { kind: "unchanged", source, ids: [raw.id] };
    return { kind: outcome, source, article: toArticle(raw) };
  }
}

function isAddress(origin: string): boolean {
  return /^https?:/.test(origin);
}

function skip(source: string, code: string, reason: string): IngestEvent {
  return { kind: "skipped", source, code, reason };
}

function skipped(source: string, error: unknown): IngestEvent {
  if (error instanceof UserError) return skip(source, error.code, error.message.replace(/\s*\n\s*/g, " "));
  const message = (error instanceof Error ? error.message : String(error)).split("\n", 1)[0]!;
  return skip(source, "ingest.failed", `reading it failed (${message})`);
}
