import { fileURLToPath } from "node:url";
import type { Article } from "../../src/corpus/article.ts";
import { loadCorpus } from "../../src/corpus/load.ts";
import { passages } from "../../src/corpus/split.ts";
import type { Hit } from "../../src/index/hit.ts";
import { article } from "../fixtures/article.ts";

/** The articles that come with the project, read and cleaned. */
export async function corpus(): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const item of loadCorpus(fileURLToPath(new URL("../../corpus", import.meta.url)))) {
    if (item.kind === "article") articles.push(item.article);
  }
  return articles;
}

/** Every passage of some articles, as a search would hand them on. */
export function hitsOf(articles: readonly Article[]): Hit[] {
  return articles.flatMap((article) =>
    passages(article).map(
      (passage): Hit => ({
        passage,
        article,
        text: article.text.slice(passage.start, passage.end),
        score: 0.9,
        signals: {},
      }),
    ),
  );
}

/** The hits whose passages hold all the words. */
export function holding(hits: readonly Hit[], ...words: readonly string[]): Hit[] {
  return hits.filter(({ text }) => words.every((word) => text.includes(word)));
}

/** An article of a text alone. */
export function articleOf(text: string, given: Partial<Article> = {}): Article {
  return article("article", text, { file: null, ...given });
}
