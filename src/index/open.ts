import type { Article } from "../corpus/article.ts";
import { UserError } from "../ops/user-error.ts";
import type { CorpusIndex, SearchOptions, SourceName } from "./corpus-index.ts";
import type { Filter, Hit } from "./hit.ts";
import type { PassageSet, Searchable } from "./searchable.ts";
import { Versions } from "./storage/versions.ts";
import { openLastGood, type Version } from "./version.ts";

/** Ranks the passages of a version for a query: what `search/` does, with the embedder it needs. */
export type Scorer = (
  query: string,
  searchable: Searchable,
  options: Pick<SearchOptions, "top" | "distinct" | "signal"> & { readonly allowed?: PassageSet | undefined },
) => Promise<readonly Hit[]>;

export interface OpenOptions {
  readonly dir: string;
  readonly score: Scorer;
  /** A sentence for the user: a damaged version was passed over. */
  readonly onNote?: ((note: string) => void) | undefined;
}

/**
 * Opens the current version of an index, or the last good one where that is damaged. Writes nothing.
 *
 * @throws {UserError} `index.missing` where there is no index, `index.damaged` where no version of it is whole.
 */
export async function openIndex({ dir, score, onNote = () => {} }: OpenOptions): Promise<CorpusIndex> {
  const versions = new Versions(dir);
  const faults: string[] = [];
  // A writer may remove an old version while it is being opened here; the current one is there at the next try.
  for (let tries = 0; tries < 3; tries++) {
    faults.length = 0;
    const version = await openLastGood(versions, (note) => faults.push(note));
    if (version) {
      for (const fault of faults) onNote(fault);
      return serve(version, score);
    }
    if (faults.length === 0) break;
  }
  if (faults.length === 0)
    throw new UserError("index.missing", `There is no index in ${dir} yet: run \`index\`.`);
  throw new UserError(
    "index.damaged",
    `No version of the index in ${dir} is whole (${faults.join("; ")}): run \`index\` to build it from the corpus.`,
  );
}

/** Serves an open version, which is closed with the index. */
export function serve(version: Version, score: Scorer): CorpusIndex {
  return new LocalIndex(version, score);
}

/** One version of the index on this machine. */
class LocalIndex implements CorpusIndex {
  readonly version: string;
  readonly #version: Version;
  readonly #score: Scorer;
  #names: readonly SourceName[] | undefined;

  constructor(version: Version, score: Scorer) {
    this.version = version.name;
    this.#version = version;
    this.#score = score;
  }

  async articles(filter: Filter = {}): Promise<readonly Article[]> {
    const { stored } = this.#version;
    const numbers = stored.matching(filter) ?? Array.from({ length: stored.count }, (_, i) => i);
    return Array.from(numbers, (number) => stored.article(number));
  }

  async article(id: string): Promise<Article | undefined> {
    const number = this.#version.stored.number(id);
    return number === undefined ? undefined : this.#version.article(number);
  }

  async names(): Promise<readonly SourceName[]> {
    this.#names ??= this.#version.stored.sourceNames();
    return this.#names;
  }

  async search(query: string, { filter, ...options }: SearchOptions): Promise<readonly Hit[]> {
    const allowed = filter && this.#version.allowed(filter);
    if (options.top <= 0 || this.#version.passages === 0 || allowed?.size === 0) return [];
    return this.#score(query, this.#version, { ...options, allowed });
  }

  async languages(): Promise<readonly string[]> {
    return this.#version.languages;
  }

  async stats(): Promise<{ articles: number; passages: number }> {
    return { articles: this.#version.articles, passages: this.#version.passages };
  }

  async passageCount(articleId: string): Promise<number> {
    const { stored } = this.#version;
    const number = stored.number(articleId);
    if (number === undefined) return 0;
    const { start, end } = stored.passagesOf(number);
    return end - start;
  }

  async close(): Promise<void> {
    this.#version.close();
  }
}
