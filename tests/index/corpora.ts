import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Article } from "../../src/corpus/article.ts";
import type { Loaded } from "../../src/corpus/load.ts";
import { type BuildRequest, buildIndex } from "../../src/index/build/build.ts";
import { openIndex, type Scorer } from "../../src/index/open.ts";
import { article } from "../fixtures/article.ts";
import hashingEmbedder from "./hashing-embedder.ts";

/** A folder that goes with the test. */
export function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), "attache-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A corpus as a loader yields it: articles that are known come as unchanged. */
export function corpusOf(articles: readonly Article[]): BuildRequest["corpus"] {
  return (known) =>
    articles.map((article): Loaded => {
      const hash = JSON.stringify(article);
      return known.get(article.id) === hash
        ? { kind: "unchanged", id: article.id, hash }
        : { kind: "article", article, hash };
    });
}

/** Ranks by vector alone. */
export const byVector: Scorer = async (query, searchable, { top, allowed }) => {
  const embedder = hashingEmbedder();
  const { passages, scores } = searchable.vectors.search(await embedder.embedQuery(query), top, allowed);
  return Array.from(passages, (passage, i) => ({
    passage: searchable.passage(passage),
    article: searchable.article(searchable.articleOf(passage)),
    text: searchable.textOf(passage),
    score: scores[i]!,
    signals: { dense: scores[i]! },
  }));
};

export const build = (dir: string, articles: readonly Article[], more: Partial<BuildRequest> = {}) =>
  buildIndex({ dir, corpus: corpusOf(articles), embedder: hashingEmbedder(), ...more });

export async function open(dir: string, onNote?: (note: string) => void) {
  const index = await openIndex({ dir, score: byVector, onNote });
  onTestFinished(() => index.close());
  return index;
}

const places = [
  "Minsk",
  "Vilnius",
  "Warsaw",
  "Riga",
  "Kyiv",
  "Tallinn",
  "Prague",
  "Oslo",
  "Helsinki",
  "Tbilisi",
];
const goods = [
  "potash",
  "timber",
  "steel",
  "grain",
  "gas",
  "oil",
  "copper",
  "cement",
  "sugar",
  "milk",
  "cloth",
];

/** News of a sort: article `n` is the only one to name `Company n`. */
export function news(count: number): Article[] {
  return Array.from({ length: count }, (_, n) =>
    article(
      `news-${n}`,
      `Company${n} of ${places[n % places.length]} sold ${goods[n % goods.length]} for ${n} million.\n` +
        `Officials in ${places[(n * 7) % places.length]} said that ${goods[(n * 3) % goods.length]} would follow.`,
      {
        publisher: `Paper ${n % 10}`,
        language: n % 2 ? "en" : "de",
        published: { date: `20${10 + (n % 15)}-0${1 + (n % 9)}`, basis: "given", evidence: "" },
      },
    ),
  );
}
