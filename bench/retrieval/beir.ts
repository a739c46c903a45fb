import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sentences } from "../../src/text/sentences.ts";

export interface Document {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface Query {
  readonly id: string;
  readonly text: string;
  readonly answer: string | undefined;
  /** Ids of the documents that answer it. */
  readonly relevant: ReadonlySet<string>;
}

/** A retrieval set in BEIR's layout: corpus.jsonl, queries.jsonl, qrels/test.tsv. */
export interface RetrievalSet {
  readonly name: string;
  readonly documents: readonly Document[];
  readonly queries: readonly Query[];
}

interface Line {
  _id: string;
  title?: string;
  text: string;
  metadata?: { answer?: string };
}

export function readBeir(folder: string, name: string): RetrievalSet {
  const lines = (file: string) =>
    readFileSync(join(folder, name, file), "utf8")
      .trim()
      .split("\n");
  const records = (file: string) => lines(file).map((line) => JSON.parse(line) as Line);
  const relevant = new Map<string, Set<string>>();
  for (const line of lines("qrels/test.tsv").slice(1)) {
    const [query = "", document = "", grade] = line.split("\t");
    if (Number(grade) > 0) relevant.set(query, (relevant.get(query) ?? new Set()).add(document));
  }
  return {
    name,
    documents: records("corpus.jsonl").map(({ _id, title = "", text }) => ({ id: _id, title, text })),
    queries: records("queries.jsonl").flatMap(({ _id, text, metadata }) => {
      const documents = relevant.get(_id);
      return documents ? [{ id: _id, text, answer: metadata?.answer, relevant: documents }] : [];
    }),
  };
}

/** The same set with each sentence a document; relevant is a sentence of a relevant document that holds the answer. */
export function bySentence({ name, documents, queries }: RetrievalSet): RetrievalSet {
  const split = new Map(
    documents.map(({ id, text }) => [
      id,
      sentences(text).map(({ start, end }, i) => ({
        id: `${id}.${i}`,
        title: "",
        text: text.slice(start, end),
      })),
    ]),
  );
  return {
    name: `${name}, sentences`,
    documents: [...split.values()].flat(),
    queries: queries.flatMap((query) => {
      const answering = [...query.relevant].flatMap((id) =>
        split.get(id)!.filter(({ text }) => query.answer !== undefined && text.includes(query.answer)),
      );
      return answering.length === 0 ? [] : [{ ...query, relevant: new Set(answering.map(({ id }) => id)) }];
    }),
  };
}
