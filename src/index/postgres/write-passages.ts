import type { Article } from "../../corpus/article.ts";
import { nameOf } from "../../corpus/citation.ts";
import type { Sql } from "../../ops/postgres/pool.ts";
import type { Digest } from "../build/digest.ts";
import { anyDay, daysOf } from "../edtf-days.ts";
import { WordWriter } from "./write-words.ts";

/** An article to write, with what its corpus knows it by. */
export interface Item {
  readonly article: Article;
  readonly hash: string;
  /** Its place in the corpus. */
  readonly position: number;
}

/** Writes articles and their passages, and takes them away. Passages are numbered on and on. */
export class PassageWriter {
  readonly #sql: Sql;
  readonly #words: WordWriter;
  readonly #origin: string;
  #next: number;

  private constructor(sql: Sql, origin: string, next: number) {
    this.#sql = sql;
    this.#origin = origin;
    this.#next = next;
    this.#words = new WordWriter(sql);
  }

  static async open(sql: Sql, origin: string): Promise<PassageWriter> {
    const { rows } = await sql.query("SELECT coalesce(max(id) + 1, 0) AS next FROM attache.passages");
    return new PassageWriter(sql, origin, rows[0].next);
  }

  async add(items: readonly Item[], digest: Digest, dimensions: number): Promise<void> {
    await this.#words.learn(digest);
    const first = this.#next;
    await this.#addArticles(items, digest, first);
    const columns: unknown[][] = [[], [], [], [], [], []];
    let [word, context] = [0, 0];
    for (const [i, length] of digest.lengths.entries()) {
      const contexts = digest.contexts[i]!;
      const forms = digest.forms.subarray(word, word + length);
      const row = [
        first + i,
        arrayOf(digest.spans.subarray(2 * i, 2 * i + 2)),
        arrayOf(digest.contextSpans.subarray(2 * context, 2 * (context + contexts))),
        this.#words.encoded(forms),
        digest.contextLengths[i],
        vectorOf(digest.vectors.subarray(i * dimensions, (i + 1) * dimensions)),
      ];
      row.forEach((value, column) => {
        columns[column]!.push(value);
      });
      await this.#words.add(first + i, forms);
      word += length;
      context += contexts;
    }
    this.#next += digest.lengths.length;
    await this.#sql.query(
      `INSERT INTO attache.passages (id, span, context, forms, context_length, embedding)
       SELECT id, span::int[], context::int[], forms, context_length, embedding::halfvec
       FROM unnest($1::int[], $2::text[], $3::text[], $4::bytea[], $5::int[], $6::text[])
         AS t (id, span, context, forms, context_length, embedding)`,
      columns,
    );
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { rows } = await this.#sql.query(
      `DELETE FROM attache.passages p USING attache.articles a
       WHERE a.id = ANY($1) AND p.id >= a.first AND p.id < a.first + a.passages RETURNING p.id, p.forms`,
      [ids],
    );
    await this.#words.remove(rows);
    await this.#sql.query("DELETE FROM attache.articles WHERE id = ANY($1)", [ids]);
  }

  finish(): Promise<void> {
    return this.#words.flush();
  }

  async #addArticles(items: readonly Item[], { passages, lengths }: Digest, first: number): Promise<void> {
    const days = items.map(({ article }) => daysIn(article));
    const firsts: number[] = [];
    const own: Buffer[] = [];
    let at = 0;
    for (const count of passages) {
      firsts.push(first + at);
      own.push(Buffer.from(Uint16Array.from(lengths.subarray(at, at + count)).buffer));
      at += count;
    }
    await this.#sql.query(
      `INSERT INTO attache.articles
         (id, position, hash, language, publisher, first_day, last_day, first, passages, lengths, body, name, origin)
       SELECT *, $13 FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::int[], $7::int[],
         $8::int[], $9::int[], $10::bytea[], $11::text[], $12::text[])`,
      [
        items.map(({ article }) => article.id),
        items.map(({ position }) => position),
        items.map(({ hash }) => hash),
        items.map(({ article }) => article.language),
        items.map(({ article }) => article.publisher?.replaceAll("\0", "") ?? ""),
        days.map(({ first }) => first),
        days.map(({ last }) => last),
        firsts,
        Array.from(passages),
        own,
        items.map(({ article }) => JSON.stringify(article)),
        items.map(({ article }) => nameIn(article)),
        this.#origin,
      ],
    );
  }
}

/** What readers call an article, as a column takes it. */
export const nameIn = (article: Article): string => nameOf(article).replaceAll("\0", "");

/** The first and the last day that an article may have been published on. */
export const daysIn = ({ published }: Article) => (published ? daysOf(published.date) : anyDay);

const arrayOf = (numbers: Uint32Array): string => `{${numbers.join(",")}}`;

/** A vector as pgvector reads it; null where it has no direction. */
export const vectorOf = (vector: Float32Array): string | null =>
  vector.some((value) => value !== 0) ? `[${vector.join(",")}]` : null;
