import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RetrievalSet } from "./beir.ts";
import { ours } from "./engines.ts";

/** What a search measured of the passages it considered for one query. */
export interface Measured {
  readonly id: string;
  /** For each passage, the signals, in the order of {@link MeasuredSet.names}. */
  readonly signals: readonly Float64Array[];
  /** For each passage, the number of its document, from 0 in order of rank. */
  readonly documents: readonly number[];
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

/** Asks every query of a set, and keeps the signals of all that were measured word by word. `dir` keeps the index. */
export async function measureCandidates(set: RetrievalSet, dir: string, names: readonly string[]): Promise<MeasuredSet> {
  mkdirSync(dir, { recursive: true });
  const corpus = join(dir, "corpus.jsonl");
  writeFileSync(corpus, set.documents.map(({ id, ...rest }) => JSON.stringify({ _id: id, ...rest })).join("\n"));
  const index = await ours(corpus, set.documents, join(dir, "index"));
  const queries: Measured[] = [];
  for (const { id, text, relevant } of set.queries) {
    const hits = (await index.hits(text)).filter(({ signals }) => signals.soft !== undefined);
    const documents = new Map<string, number>();
    const numbers = hits.map((hit) => {
      const document = index.idOf(hit);
      if (!documents.has(document)) documents.set(document, documents.size);
      return documents.get(document)!;
    });
    queries.push({
      id,
      signals: hits.map(({ signals }) => Float64Array.from(names, (name) => signals[name] ?? 0)),
      documents: numbers,
      relevant: [...documents.keys()].map((document) => relevant.has(document)),
      answers: relevant.size,
    });
  }
  await index.close();
  return { name: set.name, names, queries };
}
