import type { Pool } from "pg";
import type { Article } from "../../corpus/article.ts";
import { retrying } from "../../ops/postgres/trouble.ts";
import { UserError } from "../../ops/user-error.ts";
import { stemmer } from "../../text/stem.ts";
import type { CorpusIndex, SearchOptions } from "../corpus-index.ts";
import { anyDay, daysOf } from "../edtf-days.ts";
import type { Filter, Hit } from "../hit.ts";
import { formsToSeek, type QueryWord, readQuery, terms } from "../search/query.ts";
import { type SearchTools, search } from "../search/search.ts";
import { candidates, NARROWED } from "./queries.ts";
import { type Candidate, type Statistics, Window } from "./window.ts";

export interface PostgresOptions {
  readonly pool: Pool;
  /** What searches are made with; the embedder must be the one that the index was built with. */
  readonly tools: SearchTools;
}

/**
 * Opens an index in PostgreSQL. Every search reads what is committed, so a new version needs no reopening. The pool
 * is the index's from here on: it ends with `close`, or where opening fails.
 *
 * @throws {UserError} `index.missing` where nothing was indexed yet, `index.embedder` where another embedder built it.
 */
export async function openPostgres(options: PostgresOptions): Promise<CorpusIndex> {
  try {
    return new PostgresIndex(options, await revisionOf(options));
  } catch (error) {
    await options.pool.end();
    throw error;
  }
}

async function revisionOf({ pool, tools }: PostgresOptions): Promise<string> {
  const { rows } = await pool.query("SELECT revision, embedder FROM attache.state");
  if (rows.length === 0) {
    throw new UserError("index.missing", "The database holds no index yet: run `index`.");
  }
  if (rows[0].embedder !== tools.embedder.id) {
    throw new UserError(
      "index.embedder",
      `The index in the database was built with ${rows[0].embedder}, the embedder here is ${tools.embedder.id}: set EMBEDDINGS alike, or run \`index\` to build it anew.`,
    );
  }
  return `r${rows[0].revision}`;
}

class PostgresIndex implements CorpusIndex {
  readonly #pool: Pool;
  readonly #tools: SearchTools;
  /** Of the last search: what the database said its revision was. */
  #revision: string;

  constructor({ pool, tools }: PostgresOptions, revision: string) {
    this.#pool = pool;
    this.#tools = tools;
    this.#revision = revision;
  }

  get version(): string {
    return this.#revision;
  }

  async articles(filter: Filter = {}): Promise<readonly Article[]> {
    const { rows } = await this.#pool.query(
      `SELECT body FROM attache.articles a WHERE ${NARROWED} ORDER BY origin, position`,
      narrowing(filter),
    );
    return rows.map(({ body }) => JSON.parse(body) as Article);
  }

  async article(id: string): Promise<Article | undefined> {
    return (await this.#bodies([id])).get(id);
  }

  async search(query: string, options: SearchOptions): Promise<readonly Hit[]> {
    return options.top <= 0 ? [] : retrying(() => this.#search(query, options));
  }

  async #search(query: string, { top, filter = {}, signal }: SearchOptions): Promise<readonly Hit[]> {
    const { embedder, similarity } = this.#tools;
    const vector = Array.from(await embedder.embedQuery(query));
    signal?.throwIfAborted();
    const statistics = await this.#statistics(query);
    const read = readQuery(query, new Window(statistics, [], vector).words, statistics.languages, similarity);
    const stems = [...terms(read)];
    const { rows } = await this.#pool.query(candidates(Object.values(filter).some(Boolean)), [
      ...narrowing(filter),
      vector.some((value) => value !== 0) ? `[${vector.join(",")}]` : null,
      Math.max(POOL, 2 * top),
      stems.map(({ stem }) => stem),
      stems.map(({ weight }) => weight),
      statistics.averageLength,
      telling(read, statistics),
    ]);
    const window = new Window(statistics, rows as Candidate[], vector);
    const embedded = { ...embedder, embedQuery: async () => vector };
    return this.#filled(await search(query, window, { similarity, embedder: embedded }, { top, signal }));
  }

  async languages(): Promise<readonly string[]> {
    const { rows } = await this.#pool.query(
      "SELECT DISTINCT language FROM attache.articles ORDER BY language",
    );
    return rows.map(({ language }) => language);
  }

  async stats(): Promise<{ articles: number; passages: number }> {
    const { rows } = await this.#pool.query(
      "SELECT (SELECT count(*) FROM attache.articles)::float8 AS articles, passages::float8 AS passages FROM attache.state",
    );
    return rows[0];
  }

  async passageCount(articleId: string): Promise<number> {
    const { rows } = await this.#pool.query("SELECT passages FROM attache.articles WHERE id = $1", [
      articleId,
    ]);
    return rows[0]?.passages ?? 0;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #statistics(query: string): Promise<Statistics> {
    const { rows: states } = await this.#pool.query(
      `SELECT revision, passages::float8 AS passages, words::float8 AS words,
              (SELECT count(*) FROM attache.articles)::float8 AS articles,
              ARRAY(SELECT DISTINCT language FROM attache.articles) AS languages FROM attache.state`,
    );
    const { revision, passages, articles, words: total, languages } = states[0];
    this.#revision = `r${revision}`;
    const forms = formsToSeek(query, this.#tools.similarity);
    const stems = new Set(
      [...forms].flatMap((form) => languages.map((tag: string) => stemmer(tag)(form)) as string[]),
    );
    const { rows } = await this.#pool.query(
      "SELECT id, stem, frequency::float8 AS frequency FROM attache.stems WHERE stem = ANY($1) AND frequency > 0",
      [[...stems]],
    );
    return {
      passages,
      articles,
      averageLength: passages === 0 ? 0 : total / passages,
      languages,
      stems: new Map(rows.map(({ id, stem, frequency }) => [stem, { id, frequency }])),
    };
  }

  /** Hits with their articles and texts; one whose article has left meanwhile is left out. */
  async #filled(hits: readonly Hit[]): Promise<Hit[]> {
    const articles = await this.#bodies(hits.map(({ article }) => article.id));
    return hits.flatMap((hit) => {
      const article = articles.get(hit.article.id);
      if (!article) return [];
      return [{ ...hit, article, text: article.text.slice(hit.passage.start, hit.passage.end) }];
    });
  }

  async #bodies(ids: readonly string[]): Promise<Map<string, Article>> {
    const { rows } = await this.#pool.query("SELECT id, body FROM attache.articles WHERE id = ANY($1)", [
      ids,
    ]);
    return new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as Article]));
  }
}

/** How many passages are taken by vector, at least, and four times as many by words: what scoring chooses from. */
const POOL = 40;

/**
 * The stems that a passage must hold one of to be weighed: the rarest, as many as some thousand passages hold.
 * Who has none of them is far from the best by words.
 */
function telling(read: readonly QueryWord[], { stems }: Statistics): number[] {
  const frequencies = new Map(Array.from(stems.values(), ({ id, frequency }) => [id, frequency]));
  const rarest = Array.from(terms(read), ({ stem }) => stem).sort(
    (a, b) => frequencies.get(a)! - frequencies.get(b)!,
  );
  let passages = 0;
  return rarest.filter((stem, i) => {
    passages += frequencies.get(stem)!;
    return i === 0 || passages <= WEIGHED;
  });
}

const WEIGHED = 3000;

/** The first four parameters of every statement that a filter narrows. */
function narrowing({ from, to, source, language }: Filter): unknown[] {
  return [
    from ? daysOf(from).first : anyDay.first,
    to ? daysOf(to).last : anyDay.last,
    source?.trim().toLowerCase() ?? null,
    language?.toLowerCase().split("-")[0] ?? null,
  ];
}
