import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import MiniSearch from "minisearch";
import { inTheirWords } from "../../src/answer/dictionary.ts";
import { articleId } from "../../src/corpus/formats/article-id.ts";
import { loadCorpus } from "../../src/corpus/load.ts";
import { buildIndex } from "../../src/index/build/build.ts";
import { glove, gloveEmbedder } from "../../src/index/embedders/glove.ts";
import type { Hit } from "../../src/index/hit.ts";
import { openIndex } from "../../src/index/open.ts";
import { search } from "../../src/index/search/search.ts";
import { Similarity } from "../../src/index/search/similarity.ts";
import { thesaurus } from "../../src/index/search/thesaurus.ts";
import type { PassageSet, Searchable } from "../../src/index/searchable.ts";
import type { Document } from "./beir.ts";

/** Ranks documents for a query, best first, at most a hundred. */
export type Engine = (query: string) => Promise<string[]> | string[];

export const similarity = new Similarity(glove(), thesaurus());
const tools = { embedder: gloveEmbedder(), similarity };
const deep = 100;

/** This project's index over a .jsonl; in a folder that goes when `close` is called, where none is named to keep it. */
export async function ours(corpus: string, documents: readonly Document[], kept?: string) {
  const dir = kept ?? mkdtempSync(join(tmpdir(), "attache-bench-"));
  await buildIndex({ dir, corpus: (known) => loadCorpus(corpus, { known }), embedder: tools.embedder });
  let searchable!: Searchable;
  const index = await openIndex({
    dir,
    score: (query, opened, options) => {
      searchable = opened;
      return search(query, opened, tools, options);
    },
  });
  await index.search("warm", { top: 1 });
  const ids = new Map(documents.map(({ id }) => [articleId(id), id]));
  const idOf = ({ article }: Hit) => ids.get(article.id)!;
  /** As the desk asks. */
  const hits = async (query: string, allowed?: PassageSet) =>
    search(await inTheirWords(query, searchable.languages), searchable, tools, { top: deep, allowed });
  return {
    hits,
    idOf,
    rank: async (query: string) => [...new Set((await hits(query)).map(idOf))],
    /** All passages but those of some documents. */
    without(documents: ReadonlySet<string>): PassageSet {
      const left = Array.from({ length: searchable.passages }, (_, passage) => passage).filter(
        (passage) => !documents.has(ids.get(searchable.article(searchable.articleOf(passage)).id)!),
      );
      return new Set(left);
    },
    async close() {
      await index.close();
      if (!kept) rmSync(dir, { recursive: true });
    },
  };
}

export function minisearch(documents: readonly Document[]): Engine {
  const index = new MiniSearch<Document>({ fields: ["title", "text"] });
  index.addAll(documents);
  return (query) =>
    index
      .search(query)
      .slice(0, deep)
      .map(({ id }) => id as string);
}

interface WinkSearch {
  defineConfig(config: unknown): void;
  definePrepTasks(tasks: unknown[]): void;
  addDoc(document: unknown, id: number): void;
  consolidate(): void;
  search(query: string, limit: number): [id: string, score: number][];
}

export function winkBm25(documents: readonly Document[]): Engine {
  const require = createRequire(import.meta.url);
  const index = (require("wink-bm25-text-search") as () => WinkSearch)();
  const nlp = require("wink-nlp-utils");
  index.defineConfig({ fldWeights: { title: 1, text: 1 } });
  index.definePrepTasks([
    nlp.string.lowerCase,
    nlp.string.tokenize0,
    nlp.tokens.removeWords,
    nlp.tokens.stem,
    nlp.tokens.propagateNegations,
  ]);
  documents.forEach(({ title, text }, i) => {
    index.addDoc({ title, text }, i);
  });
  index.consolidate();
  return (query) => index.search(query, deep).map(([i]) => documents[Number(i)]!.id);
}
