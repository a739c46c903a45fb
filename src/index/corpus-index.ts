import type { Article } from "../corpus/article.ts";
import type { Filter, Hit } from "./hit.ts";

/** What people pick an article by: its id, or what readers call it, or who published it. */
export interface SourceName {
  readonly id: string;
  readonly name: string;
  readonly publisher: string | null;
}

/** One opened version of a corpus, searchable. Readers see a whole version or none; a newer one is opened beside it. */
export interface CorpusIndex {
  /** Names the version; changes whenever the articles or the embedder do. */
  readonly version: string;
  articles(filter?: Filter): Promise<readonly Article[]>;
  article(id: string): Promise<Article | undefined>;
  /** Every article's names, in the order of the corpus: made once for each version, without reading an article. */
  names(): Promise<readonly SourceName[]>;
  /** Best first, at most `top`, none that the filter excludes. */
  search(query: string, options: SearchOptions): Promise<readonly Hit[]>;
  /** BCP 47 primary tags of the articles, each once. */
  languages(): Promise<readonly string[]>;
  /** Counts for `doctor`, `sources` and metrics. */
  stats(): Promise<{ articles: number; passages: number }>;
  /** How many passages each article was split into. */
  passageCount(articleId: string): Promise<number>;
  close(): Promise<void>;
}

export interface SearchOptions {
  readonly top: number;
  /** Rank articles, each once by its best passage, in place of passages. */
  readonly byArticle?: boolean | undefined;
  readonly filter?: Filter | undefined;
  /**
   * For readers: what repeats a passage above it gives way to what tells something else, copies of one report are told
   * with it, and of passages about equal an original goes before a relay, and the newer before the older unless a past
   * time is asked for. Without it, passages come by their own rank alone, as runs are judged.
   */
  readonly distinct?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}
