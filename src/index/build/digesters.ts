import { Worker } from "node:worker_threads";
import type { Article } from "../../corpus/article.ts";
import type { RawArticle } from "../../corpus/raw.ts";
import type { Embedder } from "../embedders/embedder.ts";
import { Digester, type Split } from "./digest.ts";
import { type Digests, readAndDigest } from "./read-and-digest.ts";

/** A digest, and who made it: the numbers of its words are its maker's. */
export interface Digested extends Digests {
  readonly maker: object;
}

/**
 * Digests articles: the first ones in this thread, since a thread takes longer to start than a small corpus to
 * read, the others in worker threads, in turn, so that each maker's digests come in the order of the corpus.
 */
export class Digesters {
  readonly #embedder: Embedder;
  readonly #threads: number;
  readonly #here: Digester;
  readonly #workers: DigestWorker[] = [];
  #read = 0;
  #turn = 0;

  /** @param split divides articles in a way of its own, which worker threads do not know: all is read here. */
  constructor(embedder: Embedder, threads = 1, split?: Split) {
    this.#embedder = embedder;
    this.#threads = embedder.recipe && !split ? threads : 0;
    this.#here = new Digester(embedder, split);
  }

  /** @param size characters of text */
  async digest(sources: readonly (Article | RawArticle)[], size: number): Promise<Digested> {
    this.#read += size;
    if (this.#threads === 0 || this.#read < SMALL) {
      return { ...(await readAndDigest(sources, this.#here)), maker: this.#here };
    }
    while (this.#workers.length < this.#threads) this.#workers.push(new DigestWorker(this.#embedder.recipe!));
    const maker = this.#workers[this.#turn++ % this.#threads]!;
    return { ...(await maker.digest(sources)), maker };
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.close()));
  }
}

/** Characters of text that this thread reads by itself: a second of work. */
const SMALL = 1_000_000;

/** A digester in a thread of its own; answers come in the order of the requests. */
class DigestWorker {
  readonly #worker: Worker;
  readonly #waiting: PromiseWithResolvers<Digests>[] = [];

  constructor(recipe: NonNullable<Embedder["recipe"]>) {
    this.#worker = new Worker(new URL("digest-worker.ts", import.meta.url), { workerData: recipe });
    this.#worker.on("message", (digests: Digests) => this.#waiting.shift()!.resolve(digests));
    this.#worker.on("error", (error) => {
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  digest(sources: readonly (Article | RawArticle)[]): Promise<Digests> {
    const answer = Promise.withResolvers<Digests>();
    this.#waiting.push(answer);
    this.#worker.postMessage(sources);
    return answer.promise;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
