import type { Article, Passage } from "../../corpus/article.ts";
import type { Nearest, PassageSet } from "../searchable.ts";

/** What scoring asked an index for that was not there. Passages, articles and stems by number. */
export class Needs {
  readonly postings = new Set<number>();
  readonly texts = new Set<number>();
  readonly vectors = new Set<number>();
  nearest: { readonly vector: ArrayLike<number>; readonly k: number } | undefined;
  /** Passages to show, each by what stands in for it meanwhile, and articles. */
  readonly shown = new Map<number, Passage>();
  readonly articles = new Set<number>();

  /** Whether scoring had all that it reads of words and vectors. */
  get settled(): boolean {
    return (
      this.postings.size === 0 &&
      this.texts.size === 0 &&
      this.vectors.size === 0 &&
      this.nearest === undefined
    );
  }
}

/** What was fetched for one search alone, and is of no use to others. */
export class Told {
  /** The passages nearest to its vector, by how many were asked for; and which a filter allows. */
  readonly nearest = new Map<number, Nearest>();
  readonly passages = new Map<number, Passage>();
  readonly articles = new Map<number, Article>();
  readonly allowed: PassageSet | undefined;

  constructor(allowed: PassageSet | undefined) {
    this.allowed = allowed;
  }
}
