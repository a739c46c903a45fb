import type { Pool } from "pg";
import type { Article } from "../../corpus/article.ts";
import { type Sql, transaction } from "../../ops/postgres/pool.ts";
import { retrying, trouble } from "../../ops/postgres/trouble.ts";
import { UserError } from "../../ops/user-error.ts";
import type { CorpusIndex, SearchOptions, SourceName } from "../corpus-index.ts";
import type { Filter, Hit } from "../hit.ts";
import { type SearchTools, search } from "../search/search.ts";
import { allowedBy, fetchNearest, fetchNeeds } from "./fetch.ts";
import { NARROWED, narrowing } from "./narrowed.ts";
import { type Needs, Told } from "./needs.ts";
import { Replica, readColumns } from "./replica.ts";
import { Vocabulary } from "./vocabulary.ts";

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
    const { version } = await retrying(() => versionOf(options.pool, options.tools));
    return new PostgresIndex(options, version);
  } catch (error) {
    await options.pool.end();
    throw error;
  }
}

/** When the index was begun, and that with its revision: the version. */
async function versionOf(sql: Sql, { embedder }: SearchTools): Promise<{ began: number; version: string }> {
  const { rows } = await sql.query("SELECT began, revision, embedder FROM attache.state");
  if (rows.length === 0) {
    throw new UserError("index.missing", "The database holds no index yet: run `index`.");
  }
  if (rows[0].embedder !== embedder.id) {
    throw new UserError(
      "index.embedder",
      `The index in the database was built with ${rows[0].embedder}, the embedder here is ${embedder.id}: set EMBEDDINGS alike, or run \`index\` to build it anew.`,
    );
  }
  const [{ began, revision }] = rows;
  return { began, version: `${began}-${revision}` };
}

class PostgresIndex implements CorpusIndex {
  readonly #pool: Pool;
  readonly #tools: SearchTools;
  #vocabulary: { readonly began: number; readonly words: Vocabulary } | undefined;
  #replica: { readonly version: string; readonly opened: Promise<Replica> } | undefined;
  #names: { readonly version: string; readonly all: readonly SourceName[] } | undefined;
  /** How many neighbours scoring asks for, by how many hits are wanted: the next search has them ready. */
  readonly #depths = new Map<number, number>();
  /** Of the last search: what the database said its version was. */
  version: string;

  constructor({ pool, tools }: PostgresOptions, version: string) {
    this.#pool = pool;
    this.#tools = tools;
    this.version = version;
  }

  async articles(filter: Filter = {}): Promise<readonly Article[]> {
    const rows = await this.#rows(
      `SELECT body FROM attache.articles a WHERE ${NARROWED} ORDER BY origin, position`,
      narrowing(filter),
    );
    return rows.map(({ body }) => JSON.parse(body) as Article);
  }

  async article(id: string): Promise<Article | undefined> {
    const [row] = await this.#rows("SELECT body FROM attache.articles WHERE id = $1", [id]);
    return row && (JSON.parse(row.body) as Article);
  }

  async names(): Promise<readonly SourceName[]> {
    const { version } = await this.#asking(() => versionOf(this.#pool, this.#tools));
    if (this.#names?.version !== version) {
      const all = await this.#rows(
        `SELECT id, coalesce(name, id) AS name, nullif(publisher, '') AS publisher FROM attache.articles
         ORDER BY origin, position`,
      );
      this.#names = { version, all };
    }
    return this.#names.all;
  }

  /** In one snapshot of the database: a search sees one revision, whatever is committed meanwhile. */
  async search(query: string, options: SearchOptions): Promise<readonly Hit[]> {
    if (options.top <= 0) return [];
    const vector = await this.#tools.embedder.embedQuery(query);
    options.signal?.throwIfAborted();
    const tools = { ...this.#tools, embedder: { ...this.#tools.embedder, embedQuery: async () => vector } };
    const work = (sql: Sql) => this.#search(sql, { query, vector }, tools, options);
    return this.#asking(() => transaction(this.#pool, work, SNAPSHOT));
  }

  async languages(): Promise<readonly string[]> {
    const rows = await this.#rows("SELECT DISTINCT language FROM attache.articles ORDER BY language");
    return rows.map(({ language }) => language);
  }

  async stats(): Promise<{ articles: number; passages: number }> {
    const [counts] = await this.#rows(
      "SELECT (SELECT count(*) FROM attache.articles) AS articles, passages FROM attache.state",
    );
    return counts;
  }

  async passageCount(articleId: string): Promise<number> {
    const [row] = await this.#rows("SELECT passages FROM attache.articles WHERE id = $1", [articleId]);
    return row?.passages ?? 0;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  /** Scores, fetches what was needed for it, and scores again, until nothing is needed any more. */
  async #search(
    sql: Sql,
    { query, vector }: { readonly query: string; readonly vector: ArrayLike<number> },
    tools: SearchTools,
    { top, filter = {}, distinct, signal }: SearchOptions,
  ): Promise<readonly Hit[]> {
    const replica = await this.#current(sql);
    const narrow = Object.values(filter).some(Boolean);
    const allowed = narrow ? await allowedBy(sql, replica, filter) : undefined;
    if (replica.passages === 0 || allowed?.size === 0) return [];
    const options = { top, allowed, distinct, signal };
    const told = new Told(allowed);
    const k = this.#depths.get(top);
    if (k) await fetchNearest(sql, replica, { vector, k }, told);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const { result, needs } = await replica.run(told, () => search(query, replica, tools, options));
      if (needs.nearest) this.#depths.set(top, needs.nearest.k);
      await fetchNeeds(sql, replica, needs, told);
      // Articles that are asked for beside those of the hits may have weighed in the ranking, and what tells hits apart.
      if (needs.settled && needs.articles.size <= (distinct ? 0 : result.length))
        return filled(result, replica, needs, told);
    }
    throw new Error(`[index] scoring asked for more after ${MOST_ROUNDS} rounds`);
  }

  /** The version that a snapshot sees, opened once for all who see it. */
  async #current(sql: Sql): Promise<Replica> {
    const { began, version } = await versionOf(sql, this.#tools);
    this.version = version;
    if (this.#replica?.version !== version) {
      const mine = { version, opened: this.#open(sql, began) };
      this.#replica = mine;
      mine.opened.catch(() => {
        if (this.#replica === mine) this.#replica = undefined;
      });
    }
    return this.#replica.opened;
  }

  async #open(sql: Sql, began: number): Promise<Replica> {
    if (this.#vocabulary?.began !== began) this.#vocabulary = { began, words: new Vocabulary() };
    const { words } = this.#vocabulary;
    const columns = await readColumns(sql);
    return new Replica(columns, words, await words.read(sql), this.#tools.embedder.dimensions);
  }

  // biome-ignore lint/suspicious/noExplicitAny: rows have the columns that their statement names.
  async #rows(sql: string, values: unknown[] = []): Promise<any[]> {
    const { rows } = await this.#asking(() => this.#pool.query(sql, values));
    return rows;
  }

  /** Asks again where a connection was lost, and says in words what is wrong with the database. */
  async #asking<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await retrying(ask);
    } catch (error) {
      throw trouble(error, this.#pool.options.connectionString ?? "");
    }
  }
}

/** Hits with their own passages and articles in place of what stood in for them. */
function filled(hits: readonly Hit[], replica: Replica, { shown }: Needs, told: Told): readonly Hit[] {
  const numbers = new Map(Array.from(shown, ([number, standIn]) => [standIn, number]));
  return hits.map((hit) => {
    const number = numbers.get(hit.passage);
    if (number === undefined) return hit;
    const passage = told.passages.get(number)!;
    const article = told.articles.get(replica.articleOf(number))!;
    return { ...hit, passage, article, text: article.text.slice(passage.start, passage.end) };
  });
}

/** The graph is walked wide enough for a recall of .99, and on where a filter leaves few. */
const SNAPSHOT = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = '30s';
  SET LOCAL hnsw.ef_search = 200; SET LOCAL hnsw.iterative_scan = relaxed_order`;

/** Scoring takes five: words and neighbours, texts, what the first ones speak of, their texts, what is shown. */
const MOST_ROUNDS = 20;
