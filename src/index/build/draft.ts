import type { Article } from "../../corpus/article.ts";
import { ArticleWriter, type Relating } from "../passages/write-articles.ts";
import { FileWriter } from "../storage/files.ts";
import { encode } from "../vectors/codes.ts";
import type { Version } from "../version.ts";
import { WordWriter } from "../words/write-words.ts";
import type { Digest } from "./digest.ts";

/** A version being written: takes articles in the order of the corpus, new ones as digests, kept ones from the base. */
export class Draft {
  readonly files: FileWriter;
  readonly articles: ArticleWriter;
  readonly words: WordWriter;
  readonly #dimensions: number;
  /** For each maker of digests, what its form numbers are here. */
  readonly #renumberings = new Map<object, Uint32Array>();

  constructor(dir: string, dimensions: number, relating?: Relating) {
    this.#dimensions = dimensions;
    this.files = new FileWriter(dir);
    this.articles = new ArticleWriter(this.files, relating);
    this.words = new WordWriter(this.files);
  }

  /** Adds articles that were digested by `maker`. A maker's digests come in the order in which it made them. */
  add(articles: readonly Article[], hashes: readonly string[], digest: Digest, maker: object): void {
    articles.forEach((article, i) => {
      this.articles.add(article, hashes[i]!, digest.passages[i]!);
    });
    const known = this.#renumberings.get(maker) ?? new Uint32Array();
    const numbers = new Uint32Array(known.length + digest.newForms.length);
    numbers.set(known);
    digest.newForms.forEach((form, i) => {
      numbers[known.length + i] = this.words.dictionary.number(form, digest.newStems[i]!);
    });
    this.#renumberings.set(maker, numbers);
    this.articles.addPassages(digest);
    this.words.add(
      digest.forms.map((form) => numbers[form]!),
      digest.lengths,
      digest.contextLengths,
    );
    this.files.append(VECTORS, encode(digest.vectors, this.#dimensions));
  }

  /** Adds an article whose text stands in the base already: nothing of it is read anew. `article` replaces the base's. */
  keep(base: Version, number: number, article: Article | null, hash: string): void {
    const range = base.stored.passagesOf(number);
    if (article) this.articles.add(article, hash, range.end - range.start);
    else this.articles.keep(base, number, hash, range.end - range.start);
    if (range.end === range.start) return;
    const { forms, lengths, contextLengths } = base.words.columns(range);
    const numbers = this.#numbersOf(base);
    for (let i = 0; i < forms.length; i++) forms[i] = this.#renumbered(base, numbers, forms[i]!);
    this.articles.addPassages(base.stored.columns(range));
    this.words.add(forms, lengths, contextLengths);
    this.files.append(VECTORS, base.vectors.rows(range));
  }

  #numbersOf(base: Version): Uint32Array {
    let numbers = this.#renumberings.get(base);
    if (!numbers) {
      numbers = new Uint32Array(base.words.forms).fill(UNKNOWN);
      this.#renumberings.set(base, numbers);
    }
    return numbers;
  }

  /** A form of the base gets its number here when it is first met, so that words nobody uses any more are left behind. */
  #renumbered({ words }: Version, numbers: Uint32Array, form: number): number {
    if (numbers[form] === UNKNOWN) {
      numbers[form] = this.words.dictionary.number(words.form(form), words.stemText(words.stemOf(form)));
    }
    return numbers[form]!;
  }
}

/** The file of vectors. */
export const VECTORS = "vectors.i16";
const UNKNOWN = 0xffffffff;
