import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RetrievalSet } from "./beir.ts";
import { ours } from "./engines.ts";

/** What a search measured of the passages it considered for one query. */
export interface Measured {
  /** For each passage, its signals in the order of {@link MeasuredSet.names}, all end to end. */
  readonly signals: Float64Array;
  /** For each passage, the number of its document, from 0 in order of rank. */
  readonly documents: Int32Array;
  /** For each document, whether it answers. */
  readonly relevant: readonly boolean[];
  /** How many documents answer, found or not. */
  readonly answers: number;
}

export interface MeasuredSet {
  readonly name: string;
  readonly names: readonly string[];
  readonly queries: readonly Measured[];
}

/** Asks every query of a set, and keeps the signals of all that it found; `dir` keeps the index. */
export async function measureCandidates(
  set: RetrievalSet,
  dir: string,
  names: readonly string[],
): Promise<MeasuredSet> {
  mkdirSync(dir, { recursive: true });
  const corpus = join(dir, "corpus.jsonl");
  const lines = set.documents.map(({ id, ...rest }) => JSON.stringify({ _id: id, ...rest }));
  writeFileSync(corpus, lines.join("\n"));
  const index = await ours(corpus, set.documents, join(dir, "index"));
  const queries: Measured[] = [];
  for (const { text, relevant } of set.queries) {
    const hits = await index.hits(text);
    const documents = new Map<string, number>();
    const numbers = hits.map((hit) => {
      const document = index.idOf(hit);
      if (!documents.has(document)) documents.set(document, documents.size);
      return documents.get(document)!;
    });
    queries.push({
      signals: Float64Array.from(hits.flatMap(({ signals }) => names.map((name) => signals[name] ?? 0))),
      documents: Int32Array.from(numbers),
      relevant: [...documents.keys()].map((document) => relevant.has(document)),
      answers: relevant.size,
    });
  }
  await index.close();
  return { name: set.name, names, queries };
}
