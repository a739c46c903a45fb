import type { Schema } from "../../ops/postgres/migrate.ts";

/** The tables, step by step; a database remembers how many steps it has taken. A step that was published never changes. */
const steps: readonly string[] = [
  `CREATE EXTENSION IF NOT EXISTS vector;
   CREATE TABLE attache.state (
     one boolean PRIMARY KEY DEFAULT true CHECK (one),
     revision bigint NOT NULL, embedder text NOT NULL, dimensions int NOT NULL,
     passages bigint NOT NULL, words bigint NOT NULL
   );
   CREATE TABLE attache.articles (
     id text PRIMARY KEY, origin text NOT NULL, position bigint NOT NULL, hash text NOT NULL,
     language text NOT NULL, publisher text NOT NULL, first_day int NOT NULL, last_day int NOT NULL,
     passages int NOT NULL, body text NOT NULL
   );
   CREATE TABLE attache.passages (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     article text NOT NULL REFERENCES attache.articles ON DELETE CASCADE,
     span int[] NOT NULL, context int[] NOT NULL,
     words text NOT NULL, context_length int NOT NULL, length int NOT NULL,
     embedding halfvec
   );
   CREATE INDEX ON attache.passages (article);
   CREATE TABLE attache.stems (
     id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, stem text NOT NULL UNIQUE, frequency bigint NOT NULL
   );
   CREATE TABLE attache.bags (
     passage bigint PRIMARY KEY REFERENCES attache.passages ON DELETE CASCADE,
     stems int[] NOT NULL, counts smallint[] NOT NULL, length int NOT NULL
   );
   CREATE INDEX ON attache.bags USING gin (stems);`,
];

export const schema: Schema = { name: "attache", lock: 4_711_031_225, steps };

/** The graph over vectors of as many dimensions as the embedder gives; anew with another embedder. */
export const graphOf = (dimensions: number): string =>
  `DROP INDEX IF EXISTS attache.passages_embedding;
   ALTER TABLE attache.passages ALTER COLUMN embedding TYPE halfvec(${dimensions});
   CREATE INDEX passages_embedding ON attache.passages USING hnsw (embedding halfvec_cosine_ops) WITH (m = 16, ef_construction = 100)`;
