import type { Pool } from "pg";
import type { Article } from "../../corpus/article.ts";
import { lockWriters } from "../../ops/postgres/migrate.ts";
import { type Sql, transaction } from "../../ops/postgres/pool.ts";
import { trouble } from "../../ops/postgres/trouble.ts";
import type { BuildRequest, Built } from "../build/build.ts";
import { Digester } from "../build/digest.ts";
import { GRAPH, schema, shapeOf } from "./migrations.ts";
import { daysIn, type Item, nameIn, PassageWriter } from "./write-passages.ts";

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
  try {
    return await transaction(request.pool, (sql) => build(sql, request), PATIENT);
  } catch (error) {
    throw trouble(error, request.pool.options.connectionString ?? "");
  }
}

async function build(sql: Sql, request: PostgresRequest): Promise<Built> {
  await lockWriters(sql, schema);
  const anew = await prepare(sql, request);
  await nameOlder(sql);
  const writer = await PassageWriter.open(sql, request.origin ?? "");
  const { added, removed, moved } = await new PostgresBuild(sql, request, writer).update();
  const changed = anew || added + removed > 0 || moved;
  if (anew) await sql.query(GRAPH);
  if (changed && request.relate) await relate(sql, request.relate);
  return { ...(await state(sql, changed)), added, removed, changed };
}

/** @returns whether the index begins empty: it is new, or another embedder built it. */
async function prepare(sql: Sql, { embedder: { id, dimensions } }: PostgresRequest): Promise<boolean> {
  const { rows } = await sql.query("SELECT embedder FROM attache.state");
  if (rows[0]?.embedder === id) return false;
  await sql.query(
    "TRUNCATE attache.articles, attache.passages, attache.forms, attache.stems, attache.postings",
  );
  await sql.query(shapeOf(dimensions));
  await sql.query(
    `INSERT INTO attache.state (began, revision, embedder, dimensions, passages)
     VALUES (extract(epoch FROM clock_timestamp()) * 1000, 0, $1, $2, 0)
     ON CONFLICT (one) DO UPDATE SET began = excluded.began, revision = 0, embedder = $1, dimensions = $2`,
    [id, dimensions],
  );
  return true;
}

/** Names the articles that were written before they had a column for it. */
async function nameOlder(sql: Sql): Promise<void> {
  const { rows } = await sql.query("SELECT id, body FROM attache.articles WHERE name IS NULL");
  if (rows.length === 0) return;
  await sql.query(
    "UPDATE attache.articles a SET name = t.name FROM unnest($1::text[], $2::text[]) AS t (id, name) WHERE a.id = t.id",
    [rows.map(({ id }) => id), rows.map(({ body }) => nameIn(JSON.parse(body) as Article))],
  );
}

interface Known {
  readonly hash: string;
  readonly position: number;
}

class PostgresBuild {
  readonly #sql: Sql;
  readonly #request: PostgresRequest;
  readonly #writer: PassageWriter;
  readonly #digester: Digester;
  readonly #places = new Map<string, number>();
  #known: ReadonlyMap<string, Known> = new Map();
  #batch: Item[] = [];
  #added = 0;
  #passages = 0;

  constructor(sql: Sql, request: PostgresRequest, writer: PassageWriter) {
    this.#sql = sql;
    this.#request = request;
    this.#writer = writer;
    this.#digester = new Digester(request.embedder, request.split);
  }

  async update(): Promise<{ added: number; removed: number; moved: boolean }> {
    const { corpus, signal, onProblem } = this.#request;
    this.#known = await this.#stored();
    const hashes = new Map(Array.from(this.#known, ([id, { hash }]) => [id, hash]));
    let size = 0;
    for await (const item of corpus(hashes)) {
      signal?.throwIfAborted();
      if (item.kind === "problem") {
        onProblem?.(item.problem);
        continue;
      }
      const id = item.kind === "article" ? item.article.id : item.id;
      const position = this.#places.size;
      this.#places.set(id, position);
      if (item.kind === "unchanged" || hashes.get(id) === item.hash) continue;
      this.#batch.push({ article: item.article, hash: item.hash, position });
      size += item.article.text.length;
      if (size < BATCH) continue;
      await this.#write();
      size = 0;
    }
    await this.#write();
    await this.#writer.finish();
    const gone = [...this.#known.keys()].filter((id) => !this.#places.has(id));
    await this.#writer.remove(gone);
    const moved = [...this.#known].some(
      ([id, { position }]) => this.#places.has(id) && this.#places.get(id) !== position,
    );
    if (moved) await this.#order();
    return { added: this.#added, removed: gone.length, moved };
  }

  async #stored(): Promise<Map<string, Known>> {
    const { rows } = await this.#sql.query(
      "SELECT id, hash, position FROM attache.articles WHERE origin = $1",
      [this.#request.origin ?? ""],
    );
    return new Map(rows.map(({ id, hash, position }) => [id, { hash, position }]));
  }

  async #write(): Promise<void> {
    const items = this.#batch;
    if (items.length === 0) return;
    this.#batch = [];
    const digest = await this.#digester.digest(items.map(({ article }) => article));
    // One that came from another corpus is known there, not here.
    await this.#writer.remove(items.map(({ article }) => article.id));
    await this.#writer.add(items, digest, this.#request.embedder.dimensions);
    this.#added += items.length;
    this.#passages += digest.lengths.length;
    this.#request.onProgress?.({ articles: this.#added, passages: this.#passages });
  }

  /** The order of the corpus, which articles that stayed may have changed. */
  async #order(): Promise<void> {
    await this.#sql.query(
      `UPDATE attache.articles a SET position = t.position
       FROM unnest($1::text[], $2::bigint[]) AS t (id, position) WHERE a.id = t.id AND a.position <> t.position`,
      [[...this.#places.keys()], [...this.#places.values()]],
    );
  }
}

async function relate(sql: Sql, relate: NonNullable<PostgresRequest["relate"]>): Promise<void> {
  const { rows } = await sql.query("SELECT body FROM attache.articles ORDER BY origin, position");
  const before = rows.map(({ body }) => JSON.parse(body) as Article);
  const told = relate(before).filter((article, i) => article !== before[i]);
  const days = told.map(daysIn);
  await sql.query(
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

async function state(
  sql: Sql,
  changed: boolean,
): Promise<{ version: string; articles: number; passages: number }> {
  if (changed) {
    await sql.query(
      "UPDATE attache.state SET revision = revision + 1, passages = (SELECT count(*) FROM attache.passages)",
    );
  }
  const { rows } = await sql.query(
    "SELECT began, revision, passages, (SELECT count(*) FROM attache.articles) AS articles FROM attache.state",
  );
  const { began, revision, articles, passages } = rows[0];
  return { version: `${began}-${revision}`, articles, passages };
}

/** Between two statements an embedder may take its time; the writer before may take hours. */
const PATIENT =
  "BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0";

/** Characters of text that are written at once. */
const BATCH = 200_000;
