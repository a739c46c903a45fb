import type { Article } from "../../corpus/article.ts";
import type { Digest } from "../digest.ts";
import type { FileWriter } from "../storage/files.ts";
import { Growing } from "../storage/growing.ts";
import { encodeStrings } from "../storage/strings.ts";

/** Writes the articles of a version, one JSON a line, and the passages as columns of numbers. */
export class ArticleWriter {
  readonly #files: FileWriter;
  readonly #ids: string[] = [];
  readonly #hashes: string[] = [];
  readonly #firstPassage = new Growing([0]);
  readonly #contextAt = new Growing([0]);
  #bytes = 0;

  constructor(files: FileWriter) {
    this.#files = files;
    this.#files.append("articles.at", new Float64Array([0]));
  }

  get articles(): number {
    return this.#ids.length;
  }

  get passages(): number {
    return this.#firstPassage.last;
  }

  add(article: Article, hash: string, passages: number): void {
    const line = Buffer.from(`${JSON.stringify(article)}\n`);
    this.#bytes += line.length;
    this.#files.append("articles.jsonl", line);
    this.#files.append("articles.at", new Float64Array([this.#bytes]));
    this.#ids.push(article.id);
    this.#hashes.push(hash);
    this.#firstPassage.push(this.passages + passages);
  }

  /** The passages of articles added, in the same order. */
  addPassages({ spans, contexts, contextSpans }: Pick<Digest, "spans" | "contexts" | "contextSpans">): void {
    this.#files.append("passages.spans", spans);
    this.#files.append("passages.context-spans", contextSpans);
    for (const count of contexts) this.#contextAt.push(this.#contextAt.last + count);
  }

  finish(): void {
    for (const [name, strings] of [
      ["articles.ids", this.#ids],
      ["articles.hashes", this.#hashes],
    ] as const) {
      const { bytes, at } = encodeStrings(strings);
      this.#files.append(name, bytes);
      this.#files.append(`${name}-at`, at);
    }
    this.#files.append("articles.first-passage", this.#firstPassage.view());
    this.#files.append("passages.context-at", this.#contextAt.view());
  }
}
