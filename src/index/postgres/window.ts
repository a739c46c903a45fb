import type { Article, Passage } from "../../corpus/article.ts";
import type { Span } from "../../text/span.ts";
import { stemmer } from "../../text/stem.ts";
import type { Nearest, PassageSet, Searchable, VectorIndex } from "../searchable.ts";
import { normalise } from "../vectors/unit.ts";
import { Dictionary } from "../words/dictionary.ts";
import type { WordIndex } from "../words/word-index.ts";

/** What the whole index says of a query's words. */
export interface Statistics {
  readonly passages: number;
  readonly articles: number;
  readonly averageLength: number;
  readonly languages: readonly string[];
  /** Number and frequency of each stem of the query that the index knows. */
  readonly stems: ReadonlyMap<string, { readonly id: number; readonly frequency: number }>;
}

/** A passage that may answer. */
export interface Candidate {
  readonly id: string;
  readonly article: string;
  readonly language: string;
  readonly span: readonly [number, number];
  readonly context: readonly number[];
  readonly words: string;
  readonly context_length: number;
  /** Null where it, or the question, has no vector. */
  readonly cosine: number | null;
}

/**
 * A few candidates as if they were the index: frequencies are those of all passages, so that what is scored here
 * scores as it would there. Passage numbers are places in `candidates`, which come in the order of the corpus.
 */
export class Window implements Searchable {
  readonly words: WordIndex;
  readonly vectors: VectorIndex;
  readonly languages: readonly string[];
  readonly passages: number;
  readonly articles: number;
  readonly #candidates: readonly Candidate[];
  /** The articles that have a candidate, in order, and each candidate's place among them. */
  readonly #ids: readonly string[];
  readonly #articleOf: readonly number[];

  /** @param query the vector that was searched for. */
  constructor(statistics: Statistics, candidates: readonly Candidate[], query: ArrayLike<number>) {
    this.#candidates = candidates;
    this.#ids = [...new Set(candidates.map(({ article }) => article))];
    const places = new Map(this.#ids.map((id, place) => [id, place]));
    this.#articleOf = candidates.map(({ article }) => places.get(article)!);
    this.words = new WindowWords(statistics, candidates);
    this.vectors = new WindowVectors(candidates, query);
    this.languages = statistics.languages;
    this.passages = statistics.passages;
    this.articles = statistics.articles;
  }

  passage(passage: number): Passage {
    const { article, span, context } = this.#candidates[passage]!;
    const spans = Array.from({ length: context.length / 2 }, (_, i) => ({
      start: context[2 * i]!,
      end: context[2 * i + 1]!,
    }));
    return { articleId: article, start: span[0], end: span[1], context: spans };
  }

  articleOf(passage: number): number {
    return this.#articleOf[passage] ?? -1;
  }

  passagesOf(article: number): Span {
    return { start: this.#articleOf.indexOf(article), end: this.#articleOf.lastIndexOf(article) + 1 };
  }

  languageOf(passage: number): string {
    return this.#candidates[passage]!.language;
  }

  /** Only its id: texts are fetched for the passages that are kept. */
  article(article: number): Article {
    return { id: this.#ids[article] } as Article;
  }

  textOf(): string {
    return "";
  }
}

class WindowWords implements WordIndex {
  readonly passages: number;
  readonly averageLength: number;
  readonly #statistics: Statistics;
  readonly #dictionary = new Dictionary();
  readonly #forward: { readonly forms: Uint32Array; readonly contextLength: number }[];
  /** Numbers of stems that the query does not name begin past those that it does. */
  readonly #others = new Map<string, number>();

  constructor(statistics: Statistics, candidates: readonly Candidate[]) {
    this.#statistics = statistics;
    this.passages = statistics.passages;
    this.averageLength = statistics.averageLength;
    this.#forward = candidates.map(({ words, language, context_length }) => {
      const stem = stemmer(language);
      const forms = words === "" ? [] : words.split(" ");
      return {
        forms: Uint32Array.from(forms, (form) => this.#dictionary.number(form, stem(form))),
        contextLength: context_length,
      };
    });
  }

  get forms(): number {
    return this.#dictionary.forms.length;
  }

  length(passage: number): number {
    return this.#forward[passage]!.forms.length;
  }

  stem(stem: string): number {
    return this.#statistics.stems.get(stem)?.id ?? -1;
  }

  frequency(stem: number): number {
    for (const { id, frequency } of this.#statistics.stems.values()) if (id === stem) return frequency;
    return 0;
  }

  postings(stem: number): { passages: Uint32Array; counts: Uint8Array } {
    const found: [passage: number, count: number][] = [];
    this.#forward.forEach(({ forms }, passage) => {
      const count = forms.reduce((sum, form) => sum + (this.stemOf(form) === stem ? 1 : 0), 0);
      if (count > 0) found.push([passage, Math.min(255, count)]);
    });
    return {
      passages: Uint32Array.from(found, ([passage]) => passage),
      counts: Uint8Array.from(found, ([, count]) => count),
    };
  }

  forward(passage: number): { forms: Uint32Array; contextLength: number } {
    return this.#forward[passage]!;
  }

  form(form: number): string {
    return this.#dictionary.forms[form]!;
  }

  stemOf(form: number): number {
    const stem = this.#dictionary.stems[form]!;
    const known = this.stem(stem);
    if (known >= 0) return known;
    const other = this.#others.get(stem) ?? FIRST_OTHER + this.#others.size;
    this.#others.set(stem, other);
    return other;
  }
}

/** Above every stem number of a database. */
const FIRST_OTHER = 2 ** 31;

class WindowVectors implements VectorIndex {
  readonly dimensions: number;
  readonly #candidates: readonly Candidate[];
  readonly #query: Float32Array;

  constructor(candidates: readonly Candidate[], query: ArrayLike<number>) {
    this.dimensions = query.length;
    this.#candidates = candidates;
    this.#query = Float32Array.from(query);
    normalise(this.#query);
  }

  /** The database has searched for this very query: the nearest of all are among the candidates. */
  search(_: ArrayLike<number>, k: number, allowed?: PassageSet): Nearest {
    const near = this.#candidates
      .flatMap(({ cosine }, passage) =>
        cosine === null || allowed?.has(passage) === false ? [] : [{ passage, cosine }],
      )
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, k);
    return {
      passages: Uint32Array.from(near, ({ passage }) => passage),
      scores: Float32Array.from(near, ({ cosine }) => cosine),
    };
  }

  /** As much of the vector as lies in the query's direction: scoring asks for no more, and it need not be fetched. */
  vector(passage: number): Float32Array {
    const cosine = this.#candidates[passage]!.cosine ?? 0;
    return this.#query.map((value) => value * cosine);
  }
}
