import type { Article, Passage } from "../corpus/article.ts";

/** A passage that was retrieved, with its score and the signals behind it. */
export interface Hit {
  readonly passage: Passage;
  readonly article: Article;
  /** `article.text.slice(passage.start, passage.end)`. */
  readonly text: string;
  /** The text ends where the article's licence says; empty where it may only be linked. Told by the desk alone. */
  readonly cut?: true | undefined;
  /**
   * Articles that repeat this passage and speak with its voice (copies, relays of the same words), the likeliest origin
   * first: where a search tells passages apart, they are told here alone.
   */
  readonly copies?: readonly Article[] | undefined;
  /**
   * Calibrated: the probability, 0 to 1, that this passage holds what the query asks for; where a search tells passages
   * apart, less what those above it say already.
   */
  readonly score: number;
  /** Raw signals by name (`dense`, `lexical`, `softmatch`, …): what the score was made of. */
  readonly signals: Readonly<Record<string, number>>;
}

/** Narrows a search to some articles. All given conditions hold together. */
export interface Filter {
  /** EDTF; keeps articles that may have been published on or after it. */
  readonly from?: string | undefined;
  /** EDTF; keeps articles that may have been published on or before it. */
  readonly to?: string | undefined;
  /** An article id or a publisher's name, case-insensitive. */
  readonly source?: string | undefined;
  /** BCP 47 primary tag. */
  readonly language?: string | undefined;
}
