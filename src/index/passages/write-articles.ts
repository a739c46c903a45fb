import type { Article } from "../../corpus/article.ts";
import { nameOf } from "../../corpus/citation.ts";
import type { Relations, Relative } from "../../corpus/relate.ts";
import type { Memory } from "../../corpus/relate-memory.ts";
import type { Digest } from "../build/digest.ts";
import { anyDay, daysOf } from "../edtf-days.ts";
import type { FileWriter } from "../storage/files.ts";
import { Growing } from "../storage/growing.ts";
import { encodeStrings } from "../storage/strings.ts";
import type { Version } from "../version.ts";
import { readMemory, writeMemory } from "./relations-files.ts";
import type { ArticleRow } from "./stored-articles.ts";

/** Tells articles what they are to each other; those that nothing changes for come back as they are, in order. */
export type Relate = (articles: readonly Article[]) => readonly Article[];
/** The same from what it left the time before. */
export type RelateAgain = (articles: readonly Relative[], before: Memory | null) => Relations;

export interface Relating {
  readonly relate?: Relate | undefined;
  readonly relateAgain?: RelateAgain | undefined;
}

/** An article that waits for all the others, to be related to them: new, or of the base, where it has this number. */
type Waiting = { readonly id: string } & (
  | { readonly article: Article }
  | { readonly base: Version; readonly number: number }
);

/** Writes the articles of a version, one JSON a line, and the passages as columns of numbers. */
export class ArticleWriter {
  readonly #files: FileWriter;
  readonly #relating: Relating;
  readonly #waiting: Waiting[] = [];
  readonly #ids: string[] = [];
  readonly #hashes: string[] = [];
  readonly #names: string[] = [];
  readonly #firstPassage = new Growing([0]);
  readonly #contextAt = new Growing([0]);
  readonly #languages = new Numbering();
  readonly #publishers = new Numbering();
  #bytes = 0;

  constructor(files: FileWriter, relating: Relating = {}) {
    this.#files = files;
    this.#relating = relating;
    this.#files.append("articles.at", new Float64Array([0]));
  }

  get articles(): number {
    return this.#ids.length;
  }

  get passages(): number {
    return this.#firstPassage.last;
  }

  add(article: Article, hash: string, passages: number): void {
    this.#take({ id: article.id, article }, hash, passages);
  }

  /** Adds an article as it stands in the base. */
  keep(base: Version, number: number, hash: string, passages: number): void {
    this.#take({ id: base.stored.ids.get(number), base, number }, hash, passages);
  }

  /** The passages of articles added, in the same order. */
  addPassages({ spans, contexts, contextSpans }: Pick<Digest, "spans" | "contexts" | "contextSpans">): void {
    this.#files.append("passages.spans", spans);
    this.#files.append("passages.context-spans", contextSpans);
    for (const count of contexts) this.#contextAt.push(this.#contextAt.last + count);
  }

  async finish(): Promise<void> {
    await this.#tell();
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

  #take(one: Waiting, hash: string, passages: number): void {
    this.#ids.push(one.id);
    this.#hashes.push(hash);
    this.#firstPassage.push(this.passages + passages);
    if (this.#relating.relate || this.#relating.relateAgain) this.#waiting.push(one);
    else this.#writeAsIs(one);
  }

  /** Relates all that waits, and writes it. */
  async #tell(): Promise<void> {
    const { relate, relateAgain } = this.#relating;
    const waiting = this.#waiting;
    if (relateAgain) {
      const base = waiting.find((one) => "base" in one)?.base;
      const before = base ? await readMemory(base.files) : null;
      const { told, memory } = relateAgain(waiting.map(relative), before);
      for (const [i, one] of waiting.entries()) {
        const article = told(i);
        if (article) this.#write(article);
        else this.#writeAsIs(one);
      }
      writeMemory(this.#files, memory);
    } else if (relate) for (const article of relate(waiting.map(articleOf))) this.#write(article);
  }

  #writeAsIs(one: Waiting): void {
    if ("article" in one) this.#write(one.article);
    else this.#writeRow(one.base.stored.row(one.number));
  }

  #write(article: Article): void {
    this.#writeRow({
      line: Buffer.from(`${JSON.stringify(article)}\n`),
      name: nameOf(article),
      language: article.language,
      publisher: article.publisher ?? "",
      days: article.published ? daysOf(article.published.date) : anyDay,
    });
  }

  #writeRow({ line, name, language, publisher, days }: ArticleRow): void {
    this.#bytes += line.length;
    this.#files.append("articles.jsonl", line);
    this.#files.append("articles.at", new Float64Array([this.#bytes]));
    this.#names.push(name);
    this.#languages.push(language);
    this.#publishers.push(publisher);
    this.#files.append("articles.days", new Int32Array([days.first, days.last]));
  }
}

const articleOf = (one: Waiting): Article =>
  "article" in one ? one.article : one.base.stored.article(one.number);

function relative(one: Waiting): Relative {
  return { id: one.id, known: "article" in one ? -1 : one.number, article: () => articleOf(one) };
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
