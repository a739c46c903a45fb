import type { Article } from "../corpus/article.ts";
import type { CorpusIndex, SearchOptions, SourceName } from "./corpus-index.ts";
import type { Filter, Hit } from "./hit.ts";
import { type OpenOptions, openIndex, serve } from "./open.ts";
import { Versions } from "./storage/versions.ts";
import type { Version } from "./version.ts";

export interface LiveOptions extends OpenOptions {
  /** Milliseconds between looks at which version is current. */
  readonly every?: number | undefined;
  /** A version that is open already, to begin with. */
  readonly opened?: Version | undefined;
  /** Told of each version that has taken over. */
  readonly onVersion?: ((version: string) => void) | undefined;
}

/**
 * Opens an index that follows its folder: when another version becomes the current one, it is opened beside the one
 * that serves, takes over, and the old one is closed once the last search in it is done.
 */
export async function openLive(options: LiveOptions): Promise<CorpusIndex> {
  const { opened, score } = options;
  return new LiveIndex(opened ? serve(opened, score) : await openIndex(options), options);
}

/** An opened version, how many are at work in it, and whether it is to be closed when they are done. */
interface Lease {
  readonly index: CorpusIndex;
  users: number;
  retired: boolean;
}

class LiveIndex implements CorpusIndex {
  readonly #options: LiveOptions;
  readonly #versions: Versions;
  readonly #timer: NodeJS.Timeout;
  #lease: Lease;
  /** The version that was looked at last, whether it could be opened or not. */
  #seen: string | null;
  #opening: Promise<void> | undefined;

  constructor(index: CorpusIndex, options: LiveOptions) {
    this.#options = options;
    this.#versions = new Versions(options.dir);
    this.#lease = { index, users: 0, retired: false };
    this.#seen = options.opened?.name ?? this.#versions.current();
    this.#timer = setInterval(() => this.#look(), options.every ?? 1000).unref();
  }

  get version(): string {
    return this.#lease.index.version;
  }

  articles(filter?: Filter): Promise<readonly Article[]> {
    return this.#use((index) => index.articles(filter));
  }

  article(id: string): Promise<Article | undefined> {
    return this.#use((index) => index.article(id));
  }

  names(): Promise<readonly SourceName[]> {
    return this.#use((index) => index.names());
  }

  search(query: string, options: SearchOptions): Promise<readonly Hit[]> {
    return this.#use((index) => index.search(query, options));
  }

  languages(): Promise<readonly string[]> {
    return this.#use((index) => index.languages());
  }

  stats(): Promise<{ articles: number; passages: number }> {
    return this.#use((index) => index.stats());
  }

  passageCount(articleId: string): Promise<number> {
    return this.#use((index) => index.passageCount(articleId));
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#opening;
    await this.#retire(this.#lease);
  }

  async #use<T>(work: (index: CorpusIndex) => Promise<T>): Promise<T> {
    const lease = this.#lease;
    lease.users++;
    try {
      return await work(lease.index);
    } finally {
      lease.users--;
      if (lease.retired && lease.users === 0) await lease.index.close();
    }
  }

  async #retire(lease: Lease): Promise<void> {
    lease.retired = true;
    if (lease.users === 0) await lease.index.close();
  }

  #look(): void {
    const current = this.#versions.current();
    if (this.#opening || current === null || current === this.#seen) return;
    this.#seen = current;
    this.#opening = this.#follow().finally(() => {
      this.#opening = undefined;
    });
  }

  async #follow(): Promise<void> {
    const { onNote = () => {}, onVersion } = this.#options;
    try {
      const index = await openIndex(this.#options);
      const old = this.#lease;
      this.#lease = { index, users: 0, retired: false };
      await this.#retire(old);
      onVersion?.(index.version);
    } catch (error) {
      onNote(
        `A new version of the index could not be opened, ${this.version} serves on: ${(error as Error).message}`,
      );
    }
  }
}
