import type { Article } from "../../corpus/article.ts";
import type { Sql } from "../../ops/postgres/pool.ts";
import type { Filter } from "../hit.ts";
import { Bits } from "../passages/passage-set.ts";
import type { Nearest, PassageSet } from "../searchable.ts";
import { Top } from "../vectors/top.ts";
import { NARROWED, narrowing } from "./narrowed.ts";
import type { Needs, Told } from "./needs.ts";
import { unpack } from "./postings.ts";
import type { Replica } from "./replica.ts";
import { vectorOf } from "./write-passages.ts";
import { decodedForms } from "./write-words.ts";

/** Fetches what scoring needs of one revision, through a transaction that sees that revision. */
export async function fetchNeeds(sql: Sql, replica: Replica, needs: Needs, told: Told): Promise<void> {
  if (needs.nearest) await fetchNearest(sql, replica, needs.nearest, told);
  if (needs.postings.size > 0) await fetchPostings(sql, replica, [...needs.postings]);
  if (needs.texts.size > 0) await fetchTexts(sql, replica, [...needs.texts]);
  if (needs.vectors.size > 0) await fetchVectors(sql, replica, [...needs.vectors]);
  // Hits of a scoring that lacked something may be other ones the next time.
  if (needs.settled) await fetchShown(sql, replica, needs, told);
}

/** The passages of the articles that a filter lets through. */
export async function allowedBy(sql: Sql, replica: Replica, filter: Filter): Promise<PassageSet> {
  const { rows } = await sql.query(
    `SELECT first, passages FROM attache.articles a WHERE passages > 0 AND ${NARROWED}`,
    narrowing(filter),
  );
  const allowed = new Bits(replica.passages);
  for (const { first, passages } of rows) {
    const start = replica.numbered(first);
    allowed.add({ start, end: start + passages });
  }
  return allowed;
}

async function fetchPostings(sql: Sql, replica: Replica, stems: readonly number[]): Promise<void> {
  const { rows } = await sql.query<{ stem: number; chunk: number; entries: Buffer }>(
    "SELECT stem, chunk, entries FROM attache.postings WHERE stem = ANY($1) ORDER BY stem, chunk",
    [stems],
  );
  for (const [stem, ofStem] of Map.groupBy(rows, ({ stem }) => stem)) {
    const found: number[] = [];
    for (const { chunk, entries } of ofStem) {
      unpack(chunk, entries, (id, count) => found.push(replica.numbered(id) * 256 + count));
    }
    // Articles that came late may stand before others in the order of the corpus.
    const sorted = Float64Array.from(found).sort();
    replica.words.known.set(stem, {
      passages: Uint32Array.from(sorted, (entry) => entry / 256),
      counts: Uint8Array.from(sorted, (entry) => entry % 256),
    });
  }
}

async function fetchTexts(sql: Sql, replica: Replica, passages: readonly number[]): Promise<void> {
  const { rows } = await sql.query(
    "SELECT id, forms, context_length FROM attache.passages WHERE id = ANY($1)",
    [passages.map((passage) => replica.id(passage))],
  );
  for (const { id, forms, context_length: contextLength } of rows) {
    replica.words.texts.set(replica.numbered(id), { forms: decodedForms(forms), contextLength });
  }
}

async function fetchVectors(sql: Sql, replica: Replica, passages: readonly number[]): Promise<void> {
  const { rows } = await sql.query<{ id: number; vector: Buffer | null }>(
    "SELECT id, halfvec_send(embedding) AS vector FROM attache.passages WHERE id = ANY($1)",
    [passages.map((passage) => replica.id(passage))],
  );
  for (const { id, vector } of rows) replica.vectors.known.set(replica.numbered(id), floats(vector, replica));
}

/** What pgvector sends: four bytes of header, then a half-precision number for each dimension. */
function floats(bytes: Buffer | null, { vectors: { dimensions } }: Replica): Float32Array {
  if (!bytes) return new Float32Array(dimensions);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Float32Array.from({ length: dimensions }, (_, i) => view.getFloat16(4 + 2 * i));
}

async function fetchShown(sql: Sql, replica: Replica, needs: Needs, told: Told): Promise<void> {
  const shown = [...needs.shown.keys()];
  const articles = new Set([...needs.articles, ...shown.map((passage) => replica.articleOf(passage))]);
  const firsts = Array.from(articles, (article) => replica.id(replica.passagesOf(article).start));
  const { rows: bodies } = await sql.query(
    "SELECT first, body FROM attache.articles WHERE first = ANY($1) AND passages > 0",
    [firsts],
  );
  for (const { first, body } of bodies) {
    told.articles.set(replica.articleOf(replica.numbered(first)), JSON.parse(body) as Article);
  }
  const { rows } = await sql.query("SELECT id, span, context FROM attache.passages WHERE id = ANY($1)", [
    shown.map((passage) => replica.id(passage)),
  ]);
  for (const { id, span, context } of rows) {
    const passage = replica.numbered(id);
    const { id: articleId } = told.articles.get(replica.articleOf(passage))!;
    const spans = Array.from({ length: context.length / 2 }, (_, i) => ({
      start: context[2 * i],
      end: context[2 * i + 1],
    }));
    told.passages.set(passage, { articleId, start: span[0], end: span[1], context: spans });
  }
}

/** Walks the graph, or scans where a filter leaves few passages, as the index on disk does. */
export async function fetchNearest(
  sql: Sql,
  replica: Replica,
  { vector, k }: NonNullable<Needs["nearest"]>,
  told: Told,
): Promise<void> {
  told.nearest.set(k, await nearestTo(sql, replica, vectorOf(Float32Array.from(vector)), k, told.allowed));
}

async function nearestTo(
  sql: Sql,
  replica: Replica,
  query: string | null,
  k: number,
  allowed: PassageSet | undefined,
): Promise<Nearest> {
  if (query === null) return { passages: new Uint32Array(), scores: new Float32Array() };
  // As many must be found as hold k allowed ones, if the filter has nothing to do with the query.
  const reach = allowed ? Math.ceil((1.5 * k * replica.passages) / allowed.size) : k;
  if (reach <= DEEPEST && (!allowed || allowed.size > SCANNED)) {
    const near = taken(replica, await walk(sql, query, reach), k, allowed);
    if (!allowed || near.passages.length >= k) return near;
  }
  const ids = allowed && Array.from(allowed, (passage) => replica.id(passage));
  return taken(replica, await scan(sql, query, k, ids), k);
}

type Found = readonly { readonly id: number; readonly cosine: number }[];

async function walk(sql: Sql, query: string, k: number): Promise<Found> {
  const { rows } = await sql.query(
    `SELECT id, 1 - (embedding <=> $1::halfvec) AS cosine FROM attache.passages
     WHERE embedding IS NOT NULL ORDER BY embedding <=> $1::halfvec LIMIT $2`,
    [query, k],
  );
  return rows;
}

/** Looks at every passage, or at some. Adding zero keeps PostgreSQL from walking the graph instead. */
async function scan(sql: Sql, query: string, k: number, ids: readonly number[] | undefined): Promise<Found> {
  const { rows } = await sql.query(
    `SELECT id, 1 - (embedding <=> $1::halfvec) AS cosine FROM attache.passages
     WHERE ${ids ? "id = ANY($3)" : "$3::int[] IS NULL"} AND embedding IS NOT NULL
     ORDER BY (embedding <=> $1::halfvec) + 0, id LIMIT $2`,
    [query, k, ids ?? null],
  );
  return rows;
}

/** The `k` best of what was found, best first, of those that a filter allows. */
function taken(replica: Replica, found: Found, k: number, allowed?: PassageSet): Nearest {
  const top = new Top(k);
  const numbered = found.map(({ id, cosine }) => ({ passage: replica.numbered(id), cosine }));
  for (const { passage, cosine } of numbered.sort((a, b) => a.passage - b.passage)) {
    if (allowed?.has(passage) !== false) top.offer(passage, cosine);
  }
  return top.take();
}

/** Passages that are looked at one by one sooner than the graph is walked. */
const SCANNED = 5_000;
/** How far the graph is walked at most. */
const DEEPEST = 2_000;
