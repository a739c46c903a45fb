import type { Article, Passage } from "../../corpus/article.ts";
import type { Sql } from "../../ops/postgres/pool.ts";
import type { Span } from "../../text/span.ts";
import type { Nearest, Searchable, VectorIndex } from "../searchable.ts";
import type { WordIndex } from "../words/word-index.ts";
import { Needs, Told } from "./needs.ts";
import { Recent } from "./recent.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Postings = ReturnType<WordIndex["postings"]>;
type Forward = ReturnType<WordIndex["forward"]>;

/**
 * One revision of the index in PostgreSQL, as scoring reads it. How long the passages are, which articles they belong
 * to, and all words are here; the rest is the database's: what scoring asks for and is not here yet it gets an empty
 * answer for, and it is noted in {@link needs}, to be fetched before scoring is run again. What was fetched is kept.
 */
export class Replica implements Searchable {
  readonly words: ReplicaWords;
  readonly vectors: ReplicaVectors;
  readonly languages: readonly string[];
  readonly passages: number;
  readonly articles: number;
  /** What the scoring that runs at the moment has asked for in vain. */
  needs = new Needs();
  told = new Told(undefined);
  readonly #columns: Columns;
  #last: Promise<unknown> = Promise.resolve();

  constructor(columns: Columns, vocabulary: Vocabulary, frequencies: Int32Array, dimensions: number) {
    this.#columns = columns;
    this.languages = columns.languages;
    this.passages = columns.ids.length;
    this.articles = columns.starts.length - 1;
    this.words = new ReplicaWords(this, columns.lengths, vocabulary, frequencies);
    this.vectors = new ReplicaVectors(this, dimensions);
  }

  /** Runs some scoring, one after the other, so that each has needs of its own, and what it was told already. */
  run<T>(told: Told, score: () => Promise<T>): Promise<{ result: T; needs: Needs }> {
    const mine = this.#last.then(async () => {
      this.needs = new Needs();
      this.told = told;
      const result = await score();
      return { result, needs: this.needs };
    });
    this.#last = mine.catch(() => {});
    return mine;
  }

  /** The database's number of a passage. */
  id(passage: number): number {
    return this.#columns.ids[passage]!;
  }

  /** The passage that the database numbers so; -1 where it is not of this revision. */
  numbered(id: number): number {
    return this.#columns.numbers[id] ?? -1;
  }

  passage(passage: number): Passage {
    const shown = this.told.passages.get(passage) ?? this.needs.shown.get(passage);
    if (shown) return shown;
    const standIn = { articleId: "", start: 0, end: 0, context: [] };
    this.needs.shown.set(passage, standIn);
    return standIn;
  }

  articleOf(passage: number): number {
    return this.#columns.articleOf[passage] ?? -1;
  }

  passagesOf(article: number): Span {
    const { starts } = this.#columns;
    return { start: starts[article]!, end: starts[article + 1]! };
  }

  languageOf(passage: number): string {
    return this.languages[this.#columns.languageOf[this.articleOf(passage)]!]!;
  }

  article(article: number): Article {
    const told = this.told.articles.get(article);
    if (!told) this.needs.articles.add(article);
    return told ?? UNKNOWN;
  }

  textOf(passage: number): string {
    const { start, end } = this.passage(passage);
    return this.article(this.articleOf(passage)).text.slice(start, end);
  }
}

class ReplicaWords implements WordIndex {
  readonly passages: number;
  readonly averageLength: number;
  /** By stem, and by passage. */
  readonly known = new Recent<number, Postings>(20_000_000, ({ passages }) => passages.length + 20);
  readonly texts = new Recent<number, Forward>(5_000_000, ({ forms }) => forms.length + 20);
  readonly #replica: Replica;
  readonly #lengths: Uint16Array;
  readonly #vocabulary: Vocabulary;
  readonly #frequencies: Int32Array;

  constructor(replica: Replica, lengths: Uint16Array, vocabulary: Vocabulary, frequencies: Int32Array) {
    this.#replica = replica;
    this.#lengths = lengths;
    this.#vocabulary = vocabulary;
    this.#frequencies = frequencies;
    this.passages = lengths.length;
    const words = lengths.reduce((sum, length) => sum + length, 0);
    this.averageLength = lengths.length === 0 ? 0 : words / lengths.length;
  }

  get forms(): number {
    return this.#vocabulary.forms.length;
  }

  length(passage: number): number {
    return this.#lengths[passage]!;
  }

  stem(stem: string): number {
    const number = this.#vocabulary.stem(stem);
    return this.frequency(number) > 0 ? number : -1;
  }

  frequency(stem: number): number {
    return this.#frequencies[stem] ?? 0;
  }

  postings(stem: number): Postings {
    const postings = this.known.get(stem);
    if (!postings && this.frequency(stem) > 0) this.#replica.needs.postings.add(stem);
    return postings ?? NOWHERE;
  }

  forward(passage: number): Forward {
    const text = this.texts.get(passage);
    if (!text) this.#replica.needs.texts.add(passage);
    return text ?? EMPTY;
  }

  form(form: number): string {
    return this.#vocabulary.forms[form]!;
  }

  stemOf(form: number): number {
    return this.#vocabulary.stemOf[form]!;
  }
}

class ReplicaVectors implements VectorIndex {
  readonly dimensions: number;
  readonly known = new Recent<number, Float32Array>(8_000_000, ({ length }) => length);
  readonly #replica: Replica;

  constructor(replica: Replica, dimensions: number) {
    this.#replica = replica;
    this.dimensions = dimensions;
  }

  search(vector: ArrayLike<number>, k: number): Nearest {
    const nearest = this.#replica.told.nearest.get(k);
    if (!nearest) this.#replica.needs.nearest = { vector, k };
    return nearest ?? NOTHING;
  }

  vector(passage: number): Float32Array {
    const vector = this.known.get(passage);
    if (!vector) this.#replica.needs.vectors.add(passage);
    return vector?.slice() ?? new Float32Array(this.dimensions);
  }
}

/** What is known of all passages, by number; they are numbered in the order of the corpus. */
export interface Columns {
  readonly ids: Int32Array;
  /** The number of each id, or -1. */
  readonly numbers: Int32Array;
  readonly lengths: Uint16Array;
  readonly articleOf: Uint32Array;
  /** Where each article's passages begin, and where the last one's end. */
  readonly starts: Uint32Array;
  readonly languages: readonly string[];
  readonly languageOf: Uint8Array;
}

/** Reads the columns of the revision that a transaction sees: 16 bytes a passage. */
export async function readColumns(sql: Sql): Promise<Columns> {
  const { rows } = await sql.query<{ language: string; first: number; lengths: Buffer }>(
    "SELECT language, first, lengths FROM attache.articles ORDER BY origin, position",
  );
  const passages = rows.reduce((sum, { lengths }) => sum + lengths.length / 2, 0);
  const end = rows.reduce((most, { first, lengths }) => Math.max(most, first + lengths.length / 2), 0);
  const languages = [...new Set(rows.map(({ language }) => language))];
  const columns = {
    ids: new Int32Array(passages),
    numbers: new Int32Array(end).fill(-1),
    lengths: new Uint16Array(passages),
    articleOf: new Uint32Array(passages),
    starts: new Uint32Array(rows.length + 1),
    languages,
    languageOf: Uint8Array.from(rows, ({ language }) => languages.indexOf(language)),
  };
  let passage = 0;
  rows.forEach(({ first, lengths }, article) => {
    for (let i = 0; i < lengths.length / 2; i++, passage++) {
      columns.ids[passage] = first + i;
      columns.numbers[first + i] = passage;
      columns.lengths[passage] = lengths.readUInt16LE(2 * i);
      columns.articleOf[passage] = article;
    }
    columns.starts[article + 1] = passage;
  });
  return columns;
}

const NOWHERE: Postings = { passages: new Uint32Array(), counts: new Uint8Array() };
const EMPTY: Forward = { forms: new Uint32Array(), contextLength: 0 };
const NOTHING: Nearest = { passages: new Uint32Array(), scores: new Float32Array() };
const UNKNOWN = { id: "", text: "", provenance: { kind: "original" } } as unknown as Article;
