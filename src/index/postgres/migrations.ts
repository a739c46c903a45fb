import type { Schema } from "../../ops/postgres/migrate.ts";

/**
 * The tables, step by step; a database remembers how many steps it has taken. A step that was published never changes.
 * The second one begins anew: a bag of stems for each passage was slow to search and large.
 */
const steps: readonly string[] = [
  "CREATE EXTENSION IF NOT EXISTS vector",
  `DROP TABLE IF EXISTS attache.state, attache.bags, attache.stems, attache.passages, attache.articles;
   CREATE TABLE attache.state (
     one boolean PRIMARY KEY DEFAULT true CHECK (one),
     -- When the index was begun, and how often it has changed since: together they name a version.
     began bigint NOT NULL, revision bigint NOT NULL, embedder text NOT NULL, dimensions int NOT NULL, passages bigint NOT NULL
   );
   -- The passages of an article are numbered from first on; lengths holds two bytes for each, its number of words.
   CREATE TABLE attache.articles (
     id text PRIMARY KEY, origin text NOT NULL, position bigint NOT NULL, hash text NOT NULL,
     language text NOT NULL, publisher text NOT NULL, first_day int NOT NULL, last_day int NOT NULL,
     first int NOT NULL, passages int NOT NULL, lengths bytea NOT NULL, body text NOT NULL
   ) WITH (toast_tuple_target = 256);
   CREATE INDEX ON attache.articles (first) WHERE passages > 0;
   -- Four bytes for each word, the number of its form.
   CREATE TABLE attache.passages (
     id int PRIMARY KEY, span int[] NOT NULL, context int[] NOT NULL,
     forms bytea NOT NULL, context_length int NOT NULL, embedding halfvec
   );
   CREATE TABLE attache.stems (id int PRIMARY KEY, stem text NOT NULL UNIQUE, frequency int NOT NULL);
   CREATE TABLE attache.forms (id int PRIMARY KEY, form text NOT NULL, stem int NOT NULL);
   CREATE INDEX ON attache.forms (form);
   -- Three bytes for each passage of a chunk that holds the stem: its number in the chunk (two bytes), how often.
   CREATE TABLE attache.postings (
     stem int, chunk int, entries bytea NOT NULL, PRIMARY KEY (stem, chunk)
   );
   ALTER TABLE attache.passages ALTER forms SET STORAGE EXTERNAL;
   ALTER TABLE attache.postings ALTER entries SET STORAGE EXTERNAL;`,
  // Han characters and Hangul syllables are words of their own now: articles that hold some are read anew.
  "UPDATE attache.articles SET hash = '' WHERE body ~ '[㐀-鿿가-힣]'",
  // What readers call an article; the next update names those that were written before.
  "ALTER TABLE attache.articles ADD COLUMN name text",
  // British and American spellings have one stem now, and Greek letters beside others are words.
  "UPDATE attache.articles SET hash = '' WHERE language = 'en' OR body ~ '[α-ωΑ-Ω]'",
];

export const schema: Schema = { name: "attache", lock: 4_711_031_225, steps };

/** Takes the graph away, and makes room for vectors of as many dimensions as an embedder gives. */
export const shapeOf = (dimensions: number): string =>
  `DROP INDEX IF EXISTS attache.passages_embedding;
   ALTER TABLE attache.passages ALTER COLUMN embedding TYPE halfvec(${dimensions})`;

/** The graph over the vectors; made once they are there, it takes a third of the time. */
export const GRAPH = `CREATE INDEX IF NOT EXISTS passages_embedding ON attache.passages
  USING hnsw (embedding halfvec_cosine_ops) WITH (m = 16, ef_construction = 100)`;
