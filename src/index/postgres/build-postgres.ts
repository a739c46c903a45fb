import type { Pool } from "pg";
import type { Article } from "../../corpus/article.ts";
import { lockWriters } from "../../ops/postgres/migrate.ts";
import { type Sql, transaction } from "../../ops/postgres/pool.ts";
import type { BuildRequest, Built } from "../build/build.ts";
import { type Digest, Digester } from "../build/digest.ts";
import { anyDay, daysOf } from "../edtf-days.ts";
import { graphOf, schema } from "./migrations.ts";

export type PostgresRequest = Omit<BuildRequest, "dir" | "threads" | "graphFrom"> & {
  readonly pool: Pool;
  /** Names the corpus among those that share the database: an update removes only what came from the same one. */
  readonly origin?: string | undefined;
};

/**
 * Brings an index in PostgreSQL up to date with a corpus, as `buildIndex` does on disk: in one transaction, so that
 * every reader sees the old version until it sees the new one, and one writer at a time.
 */
export async function buildPostgres(request: PostgresRequest): Promise<Built> {
  return transaction(request.pool, async (sql) => {
    await lockWriters(sql, schema);
    const build = new PostgresBuild(sql, request);
    return build.run();
  });
}

interface Known {
  readonly hash: string;
  readonly position: number;
}

class PostgresBuild {
  readonly #sql: Sql;
  readonly #request: PostgresRequest;
  readonly #digester: Digester;
  readonly #forms: string[] = [];
  readonly #stems: string[] = [];
  readonly #seen = new Map<string, number>();
  #batch: { articles: Article[]; hashes: string[]; size: number } = { articles: [], hashes: [], size: 0 };
  readonly #origin: string;
  #added = 0;

  constructor(sql: Sql, request: PostgresRequest) {
    this.#sql = sql;
    this.#request = request;
    this.#origin = request.origin ?? "";
    this.#digester = new Digester(request.embedder);
  }

  async run(): Promise<Built> {
    const { corpus, signal, onProblem, relate } = this.#request;
    const anew = await this.#prepare();
    const known = await this.#known();
    const hashes = new Map(Array.from(known, ([id, { hash }]) => [id, hash]));
    for await (const item of corpus(hashes)) {
      signal?.throwIfAborted();
      if (item.kind === "problem") {
        onProblem?.(item.problem);
        continue;
      }
      const id = item.kind === "article" ? item.article.id : item.id;
      this.#seen.set(id, this.#seen.size);
      if (item.kind === "unchanged" || hashes.get(id) === item.hash) continue;
      this.#batch.articles.push(item.article);
      this.#batch.hashes.push(item.hash);
      this.#batch.size += item.article.text.length;
      if (this.#batch.size > BATCH) await this.#write();
    }
    await this.#write();
    const gone = [...known.keys()].filter((id) => !this.#seen.has(id));
    await this.#remove(gone);
    const moved = [...known].filter(([id, { position }]) => this.#seen.get(id) !== position).length;
    const changed = anew || this.#added + moved > 0;
    if (changed) {
      await this.#order();
      if (relate) await this.#relate(relate);
    }
    return { ...(await this.#state(changed)), added: this.#added, removed: gone.length, changed };
  }

  /** @returns whether the index begins empty: it is new, or another embedder built it. */
  async #prepare(): Promise<boolean> {
    const { id, dimensions } = this.#request.embedder;
    const { rows } = await this.#sql.query("SELECT embedder FROM attache.state");
    if (rows[0]?.embedder === id) return false;
    await this.#sql.query("TRUNCATE attache.articles, attache.passages, attache.bags, attache.stems");
    await this.#sql.query(graphOf(dimensions));
    await this.#sql.query(
      `INSERT INTO attache.state (revision, embedder, dimensions, passages, words) VALUES (0, $1, $2, 0, 0)
       ON CONFLICT (one) DO UPDATE SET embedder = $1, dimensions = $2`,
      [id, dimensions],
    );
    return true;
  }

  async #known(): Promise<Map<string, Known>> {
    const { rows } = await this.#sql.query(
      "SELECT id, hash, position::float8 AS position FROM attache.articles WHERE origin = $1",
      [this.#origin],
    );
    return new Map(rows.map(({ id, hash, position }) => [id, { hash, position }]));
  }

  async #write(): Promise<void> {
    const { articles, hashes } = this.#batch;
    if (articles.length === 0) return;
    this.#batch = { articles: [], hashes: [], size: 0 };
    const digest = await this.#digester.digest(articles);
    this.#forms.push(...digest.newForms);
    this.#stems.push(...digest.newStems);
    await this.#remove(articles.map(({ id }) => id));
    await this.#writeArticles(articles, hashes, digest.passages);
    const ids = await this.#writePassages(articles, digest);
    await this.#writeBags(ids, digest);
    this.#added += articles.length;
    this.#request.onProgress?.({ articles: this.#added, passages: ids.length });
  }

  async #writeArticles(
    articles: readonly Article[],
    hashes: readonly string[],
    passages: Uint32Array,
  ): Promise<void> {
    const days = articles.map(({ published }) => (published ? daysOf(published.date) : anyDay));
    await this.#sql.query(
      `INSERT INTO attache.articles (id, position, hash, language, publisher, first_day, last_day, passages, body, origin)
       SELECT *, $10 FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::int[], $7::int[], $8::int[], $9::text[])`,
      [
        articles.map(({ id }) => id),
        articles.map(({ id }) => this.#seen.get(id)),
        hashes,
        articles.map(({ language }) => language),
        articles.map(({ publisher }) => publisher ?? ""),
        days.map(({ first }) => first),
        days.map(({ last }) => last),
        Array.from(passages),
        articles.map((article) => JSON.stringify(article)),
        this.#origin,
      ],
    );
  }

  /** @returns the ids of the passages, in order. */
  async #writePassages(articles: readonly Article[], digest: Digest): Promise<string[]> {
    const { dimensions } = this.#request.embedder;
    const columns: unknown[][] = [[], [], [], [], [], [], []];
    let [passage, word, context] = [0, 0, 0];
    articles.forEach((article, i) => {
      for (const last = passage + digest.passages[i]!; passage < last; passage++) {
        const length = digest.lengths[passage]!;
        const contexts = digest.contexts[passage]!;
        const vector = digest.vectors.subarray(passage * dimensions, (passage + 1) * dimensions);
        const row = [
          article.id,
          arrayOf(digest.spans.subarray(2 * passage, 2 * passage + 2)),
          arrayOf(digest.contextSpans.subarray(2 * context, 2 * (context + contexts))),
          Array.from(digest.forms.subarray(word, word + length), (form) => this.#forms[form]).join(" "),
          digest.contextLengths[passage],
          length,
          vector.some((value) => value !== 0) ? `[${vector.join(",")}]` : null,
        ];
        row.forEach((value, column) => {
          columns[column]!.push(value);
        });
        word += length;
        context += contexts;
      }
    });
    const { rows } = await this.#sql.query(
      `INSERT INTO attache.passages (article, span, context, words, context_length, length, embedding)
       SELECT article, span::int[], context::int[], words, context_length, length, embedding::halfvec
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[], $7::text[])
         WITH ORDINALITY AS t (article, span, context, words, context_length, length, embedding, place)
       ORDER BY place RETURNING id`,
      columns,
    );
    return rows.map(({ id }) => id as string).sort((a, b) => Number(a) - Number(b));
  }

  /** The words of each passage as a bag: which stems it holds, and how often each. */
  async #writeBags(ids: readonly string[], digest: Digest): Promise<void> {
    const bags: Map<string, number>[] = [];
    const frequency = new Map<string, number>();
    let word = 0;
    for (const length of digest.lengths) {
      const bag = new Map<string, number>();
      for (const last = word + length; word < last; word++) {
        const stem = this.#stems[digest.forms[word]!]!;
        bag.set(stem, Math.min(255, (bag.get(stem) ?? 0) + 1));
      }
      for (const stem of bag.keys()) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
      bags.push(bag);
    }
    const { rows } = await this.#sql.query(
      `INSERT INTO attache.stems AS s (stem, frequency) SELECT * FROM unnest($1::text[], $2::bigint[])
       ON CONFLICT (stem) DO UPDATE SET frequency = s.frequency + excluded.frequency RETURNING id, stem`,
      [[...frequency.keys()], [...frequency.values()]],
    );
    const numbers = new Map(rows.map(({ id, stem }) => [stem as string, id as number]));
    await this.#sql.query(
      `INSERT INTO attache.bags (passage, stems, counts, length)
       SELECT passage, stems::int[], counts::smallint[], length
       FROM unnest($1::bigint[], $2::text[], $3::text[], $4::int[]) AS t (passage, stems, counts, length)`,
      [
        ids,
        bags.map((bag) => arrayOf(Array.from(bag.keys(), (stem) => numbers.get(stem)!))),
        bags.map((bag) => arrayOf([...bag.values()])),
        Array.from(digest.lengths),
      ],
    );
  }

  async #remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#sql.query(
      `UPDATE attache.stems s SET frequency = s.frequency - gone.count
       FROM (SELECT stem, count(*) AS count
             FROM attache.passages p JOIN attache.bags b ON b.passage = p.id, unnest(b.stems) AS stem
             WHERE p.article = ANY($1) GROUP BY stem) gone
       WHERE s.id = gone.stem`,
      [ids],
    );
    await this.#sql.query("DELETE FROM attache.articles WHERE id = ANY($1)", [ids]);
  }

  /** The order of the corpus, which articles that stayed may have changed. */
  async #order(): Promise<void> {
    await this.#sql.query(
      `UPDATE attache.articles a SET position = t.position
       FROM unnest($1::text[], $2::bigint[]) AS t (id, position) WHERE a.id = t.id AND a.position <> t.position`,
      [[...this.#seen.keys()], [...this.#seen.values()]],
    );
  }

  async #relate(relate: NonNullable<PostgresRequest["relate"]>): Promise<void> {
    const { rows } = await this.#sql.query("SELECT body FROM attache.articles ORDER BY origin, position");
    const before = rows.map(({ body }) => JSON.parse(body) as Article);
    const told = relate(before).filter((article, i) => article !== before[i]);
    const days = told.map(({ published }) => (published ? daysOf(published.date) : anyDay));
    await this.#sql.query(
      `UPDATE attache.articles a SET body = t.body, first_day = t.first_day, last_day = t.last_day
       FROM unnest($1::text[], $2::text[], $3::int[], $4::int[]) AS t (id, body, first_day, last_day) WHERE a.id = t.id`,
      [
        told.map(({ id }) => id),
        told.map((article) => JSON.stringify(article)),
        days.map(({ first }) => first),
        days.map(({ last }) => last),
      ],
    );
  }

  async #state(changed: boolean): Promise<{ version: string; articles: number; passages: number }> {
    if (changed) {
      await this.#sql.query(
        `UPDATE attache.state SET revision = revision + 1, passages = t.count, words = t.words
         FROM (SELECT count(*) AS count, coalesce(sum(length), 0) AS words FROM attache.passages) t`,
      );
    }
    const { rows } = await this.#sql.query(
      `SELECT revision, passages::float8 AS passages,
              (SELECT count(*) FROM attache.articles)::float8 AS articles FROM attache.state`,
    );
    const { revision, articles, passages } = rows[0];
    return { version: `r${revision}`, articles, passages };
  }
}

/** Characters of text that are written at once. */
const BATCH = 200_000;

const arrayOf = (numbers: Uint32Array | readonly number[]): string => `{${numbers.join(",")}}`;
