import { createHash } from "node:crypto";
import type { Article } from "../../corpus/article.ts";
import type { Loaded, Read } from "../../corpus/load.ts";
import type { ReadFiles } from "../../corpus/read-file.ts";
import type { Graph } from "../storage/manifest.ts";
import type { Version } from "../version.ts";
import type { BuildRequest } from "./build.ts";
import type { Digested } from "./digesters.ts";
import { Digesters } from "./digesters.ts";
import type { Draft } from "./draft.ts";
import { GraphDraft } from "./graph-draft.ts";

/** Articles that wait their turn: the draft takes them in the order of the corpus, whoever is done first. */
type Job =
  | {
      readonly kind: "keep";
      readonly number: number;
      readonly article: Article | null;
      readonly hash: string;
    }
  | { readonly kind: "new"; readonly sources: readonly Source[]; readonly digested: Promise<Digested> };

/** An article to digest, or what it is to be made of. */
type Source = Extract<Loaded | Read, { kind: "article" | "raw" }>;

export interface Counts {
  readonly articles: number;
  readonly passages: number;
  readonly words: number;
  readonly added: number;
  readonly removed: number;
  /** Hash over ids and hashes, in order. */
  readonly corpus: string;
  readonly graph: Graph | null;
}

/** One run through a corpus: what the base has is kept, the rest is digested, and both go into the draft in order. */
export class Pipeline {
  readonly #draft: Draft;
  readonly #base: Version | null;
  readonly #request: BuildRequest<Loaded | Read>;
  readonly #digesters: Digesters;
  readonly #graph: GraphDraft;
  readonly #jobs: Job[] = [];
  readonly #corpus = createHash("sha256");
  #batch: Source[] = [];
  #batchSize = 0;
  #kept = 0;

  constructor(draft: Draft, base: Version | null, request: BuildRequest<Loaded | Read>) {
    this.#draft = draft;
    this.#base = base;
    this.#request = request;
    this.#digesters = new Digesters(request.embedder, request.threads, request.split);
    this.#graph = new GraphDraft(draft, base, request.embedder.dimensions, request.graphFrom);
  }

  /** @param known hash by id of what the base holds; `files` is what it was read from */
  async run(known: ReadonlyMap<string, string>, files: ReadFiles): Promise<Counts> {
    const { corpus, onProblem, signal } = this.#request;
    for await (const item of corpus(known, files)) {
      signal?.throwIfAborted();
      if (item.kind === "problem") onProblem?.(item.problem);
      else if (item.kind === "unchanged") this.#keep(item.id, item.hash);
      else this.#take(item, known);
      while (this.#jobs.length > AHEAD) await this.#next();
    }
    this.#dispatch();
    while (this.#jobs.length > 0) await this.#next();
    // What is left of the graph goes on in its thread meanwhile.
    const graph = this.#graph.finish();
    graph.catch(() => {});
    const { articles } = this.#draft;
    await articles.finish();
    const words = this.#draft.words.finish();
    return {
      articles: articles.articles,
      passages: articles.passages,
      words,
      added: articles.articles - this.#kept,
      removed: (this.#base?.articles ?? 0) - this.#kept,
      corpus: this.#corpus.digest("hex"),
      graph: await graph,
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.#digesters.close(), this.#graph.close()]);
  }

  #take(source: Source, known: ReadonlyMap<string, string>): void {
    if (source.kind === "article" && known.get(source.article.id) === source.hash) {
      // The same text, read again: what is said of it beside the text may differ, so the article is the new one.
      const { article, hash } = source;
      this.#dispatch();
      this.#jobs.push({ kind: "keep", number: this.#base!.stored.number(article.id)!, article, hash });
      return;
    }
    this.#batch.push(source);
    this.#batchSize += source.kind === "raw" ? source.raw.text.length : source.article.text.length;
    if (this.#batchSize > BATCH) this.#dispatch();
  }

  #keep(id: string, hash: string): void {
    const number = this.#base?.stored.number(id);
    if (number === undefined) throw new Error(`[index] ${id} came as unchanged, but is not in the index`);
    this.#dispatch();
    this.#jobs.push({ kind: "keep", number, article: null, hash });
  }

  #dispatch(): void {
    const sources = this.#batch;
    if (sources.length === 0) return;
    const digested = this.#digesters.digest(
      sources.map((source) => (source.kind === "raw" ? source.raw : source.article)),
      this.#batchSize,
    );
    // It is awaited when its turn comes; until then a failure must not count as unhandled.
    digested.catch(() => {});
    this.#jobs.push({ kind: "new", sources, digested });
    this.#batch = [];
    this.#batchSize = 0;
  }

  async #next(): Promise<void> {
    const job = this.#jobs.shift()!;
    const first = this.#draft.articles.passages;
    if (job.kind === "keep") {
      this.#draft.keep(this.#base!, job.number, job.article, job.hash);
      this.#graph.kept(this.#base!.stored.passagesOf(job.number), first);
      this.#corpus.update(`${this.#base!.stored.ids.get(job.number)}\0${job.hash}\n`);
      this.#kept++;
    } else {
      const { read, digest, maker } = await job.digested;
      const articles: Article[] = [];
      const hashes: string[] = [];
      for (const [i, article] of read.entries()) {
        const source = job.sources[i]!;
        if ("message" in article) this.#request.onProblem?.(article);
        else {
          articles.push(source.kind === "raw" ? source.ruled(article) : article);
          hashes.push(source.hash);
          this.#corpus.update(`${article.id}\0${source.hash}\n`);
        }
      }
      this.#draft.add(articles, hashes, digest, maker);
      this.#graph.grown();
    }
    const { articles, passages } = this.#draft.articles;
    this.#request.onProgress?.({ articles, passages });
  }
}

/** Characters of text that go to a digester at once: some tens of milliseconds of work. */
const BATCH = 60_000;
/** Jobs under way or done that wait for their turn: enough to keep every thread at work. */
const AHEAD = 12;

/** The hash of each article that an index holds, by id. */
export function knownTo({ stored }: Version): Map<string, string> {
  const known = new Map<string, string>();
  for (let i = 0; i < stored.count; i++) known.set(stored.ids.get(i), stored.hashes.get(i));
  return known;
}
