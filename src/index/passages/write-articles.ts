import type { Article } from "../../corpus/article.ts";
import { nameOf } from "../../corpus/citation.ts";
import type { Digest } from "../build/digest.ts";
import { anyDay, daysOf } from "../edtf-days.ts";
import type { FileWriter } from "../storage/files.ts";
import { Growing } from "../storage/growing.ts";
import { encodeStrings } from "../storage/strings.ts";

/** Tells articles what they are to each other; those that nothing changes for come back as they are, in order. */
export type Relate = (articles: readonly Article[]) => readonly Article[];

/** Writes the articles of a version, one JSON a line, and the passages as columns of numbers. */
export class ArticleWriter {
  readonly #files: FileWriter;
  readonly #relate: Relate | undefined;
  /** Articles that wait for all the others, to be related to them. */
  readonly #waiting: Article[] = [];
  readonly #ids: string[] = [];
  readonly #hashes: string[] = [];
  readonly #names: string[] = [];
  readonly #firstPassage = new Growing([0]);
  readonly #contextAt = new Growing([0]);
  readonly #languages = new Numbering();
  readonly #publishers = new Numbering();
  #bytes = 0;

  constructor(files: FileWriter, relate?: Relate) {
    this.#files = files;
    this.#relate = relate;
    this.#files.append("articles.at", new Float64Array([0]));
  }

  get articles(): number {
    return this.#ids.length;
  }

  get passages(): number {
    return this.#firstPassage.last;
  }

  add(article: Article, hash: string, passages: number): void {
    this.#ids.push(article.id);
    this.#hashes.push(hash);
    this.#firstPassage.push(this.passages + passages);
    if (this.#relate) this.#waiting.push(article);
    else this.#write(article);
  }

  /** The passages of articles added, in the same order. */
  addPassages({ spans, contexts, contextSpans }: Pick<Digest, "spans" | "contexts" | "contextSpans">): void {
    this.#files.append("passages.spans", spans);
    this.#files.append("passages.context-spans", contextSpans);
    for (const count of contexts) this.#contextAt.push(this.#contextAt.last + count);
  }

  finish(): void {
    for (const article of this.#relate?.(this.#waiting) ?? []) this.#write(article);
    for (const [name, strings] of [
      ["articles.ids", this.#ids],
      ["articles.hashes", this.#hashes],
      ["articles.names", this.#names],
      ["articles.languages", this.#languages.names],
      ["articles.publishers", this.#publishers.names],
    ] as const) {
      const { bytes, at } = encodeStrings(strings);
      this.#files.append(name, bytes);
      this.#files.append(`${name}-at`, at);
    }
    this.#files.append("articles.first-passage", this.#firstPassage.view());
    this.#files.append("articles.language", this.#languages.numbers.view());
    this.#files.append("articles.publisher", this.#publishers.numbers.view());
    this.#files.append("passages.context-at", this.#contextAt.view());
  }

  #write(article: Article): void {
    const line = Buffer.from(`${JSON.stringify(article)}\n`);
    this.#bytes += line.length;
    this.#files.append("articles.jsonl", line);
    this.#files.append("articles.at", new Float64Array([this.#bytes]));
    this.#names.push(nameOf(article));
    this.#languages.push(article.language);
    this.#publishers.push(article.publisher ?? "");
    const { first, last } = article.published ? daysOf(article.published.date) : anyDay;
    this.#files.append("articles.days", new Int32Array([first, last]));
  }
}

/** A column of names, of which there are few: each name once, and a number for each row. */
class Numbering {
  readonly names: string[] = [];
  readonly numbers = new Growing();
  readonly #known = new Map<string, number>();

  push(name: string): void {
    let number = this.#known.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.#known.set(name, number);
    }
    this.numbers.push(number);
  }
}
