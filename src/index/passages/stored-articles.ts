import type { Article, Passage } from "../../corpus/article.ts";
import type { Span } from "../../text/span.ts";
import type { SourceName } from "../corpus-index.ts";
import { anyDay, type Days, daysOf } from "../edtf-days.ts";
import type { Filter } from "../hit.ts";
import type { FileReader, PositionedFile } from "../storage/files.ts";
import { Growing } from "../storage/growing.ts";
import { StringTable } from "../storage/strings.ts";

/** An article's line of JSON, and what stands of it in columns. */
export interface ArticleRow {
  readonly line: Uint8Array;
  readonly name: string;
  readonly language: string;
  readonly publisher: string;
  readonly days: Days;
}

/** The articles and passages of one version. Texts stay on disk; the article read last are kept, a few of them. */
export class StoredArticles {
  readonly ids: StringTable;
  readonly hashes: StringTable;
  readonly #parts: Parts;
  readonly #recent = new Map<number, Article>();
  #numbers: Map<string, number> | undefined;

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.ids = parts.ids;
    this.hashes = parts.hashes;
  }

  static async open(files: FileReader): Promise<StoredArticles> {
    const u32 = async (name: string) => new Uint32Array(await files.load(name));
    const strings = async (name: string) =>
      new StringTable(await files.load(name), await files.load(`${name}-at`));
    const [at, lines, ids, hashes, firstPassage, spans, contextAt, contextSpans] = await Promise.all([
      files.load("articles.at").then((buffer) => new Float64Array(buffer)),
      files.open("articles.jsonl"),
      strings("articles.ids"),
      strings("articles.hashes"),
      u32("articles.first-passage"),
      u32("passages.spans"),
      u32("passages.context-at"),
      u32("passages.context-spans"),
    ]);
    const [names, languages, language, publishers, publisher, days] = await Promise.all([
      strings("articles.names"),
      strings("articles.languages"),
      u32("articles.language"),
      strings("articles.publishers"),
      u32("articles.publisher"),
      files.load("articles.days").then((buffer) => new Int32Array(buffer)),
    ]);
    const articleOf = new Uint32Array(spans.length / 2);
    for (let i = 0; i + 1 < firstPassage.length; i++) articleOf.fill(i, firstPassage[i], firstPassage[i + 1]);
    return new StoredArticles({
      ...{ at, lines, ids, hashes, firstPassage, articleOf, spans, contextAt, contextSpans },
      ...{ names, languages: all(languages), language, publishers: all(publishers), publisher, days },
    });
  }

  get count(): number {
    return this.ids.size;
  }

  get passages(): number {
    return this.#parts.articleOf.length;
  }

  /** An article's number by its id. */
  number(id: string): number | undefined {
    if (!this.#numbers) {
      this.#numbers = new Map();
      for (let i = 0; i < this.count; i++) this.#numbers.set(this.ids.get(i), i);
    }
    return this.#numbers.get(id);
  }

  /** An article as it is stored, unread. */
  row(number: number): ArticleRow {
    const { at, lines, names, publishers, publisher, days } = this.#parts;
    return {
      line: new Uint8Array(lines.read(at[number]!, at[number + 1]! - at[number]!)),
      name: names.get(number),
      language: this.languageOf(number),
      publisher: publishers[publisher[number]!]!,
      days: { first: days[2 * number]!, last: days[2 * number + 1]! },
    };
  }

  article(number: number): Article {
    let article = this.#recent.get(number);
    if (article) this.#recent.delete(number);
    else {
      const { at, lines } = this.#parts;
      const line = lines.read(at[number]!, at[number + 1]! - at[number]!);
      article = JSON.parse(Buffer.from(line).toString("utf8")) as Article;
      if (this.#recent.size >= RECENT) this.#recent.delete(this.#recent.keys().next().value!);
    }
    this.#recent.set(number, article);
    return article;
  }

  articleOf(passage: number): number {
    return this.#parts.articleOf[passage]!;
  }

  /** The numbers of an article's passages: `[first, past the last)`. */
  passagesOf(article: number): Span {
    const { firstPassage } = this.#parts;
    return { start: firstPassage[article]!, end: firstPassage[article + 1]! };
  }

  passage(number: number): Passage {
    const { spans, contextAt, contextSpans, articleOf } = this.#parts;
    const context: Span[] = [];
    for (let i = contextAt[number]!; i < contextAt[number + 1]!; i++) {
      context.push({ start: contextSpans[2 * i]!, end: contextSpans[2 * i + 1]! });
    }
    return {
      articleId: this.ids.get(articleOf[number]!),
      start: spans[2 * number]!,
      end: spans[2 * number + 1]!,
      context,
    };
  }

  /** What people pick articles by, in the order of the corpus. */
  sourceNames(): SourceName[] {
    const { names, publishers, publisher } = this.#parts;
    return Array.from({ length: this.count }, (_, i) => ({
      id: this.ids.get(i),
      name: names.get(i),
      publisher: publishers[publisher[i]!] || null,
    }));
  }

  /** BCP 47 primary tags of the articles, each once. */
  get languages(): readonly string[] {
    return this.#parts.languages;
  }

  languageOf(article: number): string {
    return this.#parts.languages[this.#parts.language[article]!]!;
  }

  /** The numbers of the articles that a filter lets through, ascending; null where it lets all through. */
  matching({ from, to, source, language }: Filter): Uint32Array | null {
    if (!(from || to || source || language)) return null;
    const { days, publishers, publisher, language: languageNumbers } = this.#parts;
    const earliest = from ? daysOf(from).first : anyDay.first;
    const latest = to ? daysOf(to).last : anyDay.last;
    const wanted = source?.trim().toLowerCase();
    const named = publishers.map((name) => name.toLowerCase() === wanted);
    const tag = language ? this.languages.indexOf(language.toLowerCase().split("-")[0]!) : -1;
    const found = new Growing();
    for (let i = 0; i < this.count; i++) {
      if (days[2 * i + 1]! < earliest || days[2 * i]! > latest) continue;
      if (language && languageNumbers[i] !== tag) continue;
      if (wanted && !named[publisher[i]!] && this.ids.get(i).toLowerCase() !== wanted) continue;
      found.push(i);
    }
    return found.view();
  }

  /** The columns of passages `[start, end)`, as a digest has them. */
  columns({ start, end }: Span): { spans: Uint32Array; contexts: Uint32Array; contextSpans: Uint32Array } {
    const { spans, contextAt, contextSpans } = this.#parts;
    return {
      spans: spans.subarray(2 * start, 2 * end),
      contexts: Uint32Array.from(
        { length: end - start },
        (_, i) => contextAt[start + i + 1]! - contextAt[start + i]!,
      ),
      contextSpans: contextSpans.subarray(2 * contextAt[start]!, 2 * contextAt[end]!),
    };
  }
}

/** Enough for the articles behind one answer and its neighbours. */
const RECENT = 64;

interface Parts {
  readonly at: Float64Array;
  readonly lines: PositionedFile;
  readonly ids: StringTable;
  readonly hashes: StringTable;
  readonly firstPassage: Uint32Array;
  readonly articleOf: Uint32Array;
  readonly spans: Uint32Array;
  readonly contextAt: Uint32Array;
  readonly contextSpans: Uint32Array;
  readonly names: StringTable;
  readonly languages: readonly string[];
  readonly language: Uint32Array;
  readonly publishers: readonly string[];
  readonly publisher: Uint32Array;
  readonly days: Int32Array;
}

const all = (table: StringTable): string[] => Array.from({ length: table.size }, (_, i) => table.get(i));
