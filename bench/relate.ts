/**
 * What it costs to relate articles to each other from nothing, and again when ten have come and ten have left.
 *
 *   node bench/relate.ts [--articles 5000,20000]
 *
 * Articles are those of bench/speed/news.ts. The last column says whether both ways came to the same.
 */
import { isDeepStrictEqual, parseArgs } from "node:util";
import type { Article } from "../src/corpus/article.ts";
import { type Relations, relations } from "../src/corpus/relate.ts";
import { News } from "./speed/news.ts";

const { values: options } = parseArgs({
  options: { articles: { type: "string", default: "5000,20000" } },
});
const changed = 10;
const rounds = 3;
const news = new News();
const rows: Record<string, unknown>[] = [];

for (const size of options.articles.split(",").map(Number)) {
  const articles = Array.from({ length: size }, (_, i) => news.article(i));
  const { relations: first, ms: fromNothing } = timed(articles, null, null);
  let last = { articles, relations: first };
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const come = Array.from({ length: changed }, (_, i) => news.article(size + round * changed + i));
    const next = [...last.articles.slice(changed), ...come];
    const { relations: again, ms } = timed(next, last.articles, last.relations);
    times.push(ms);
    last = { articles: next, relations: again };
  }
  const same = isDeepStrictEqual(last.relations.memory, timed(last.articles, null, null).relations.memory);
  rows.push({
    articles: size,
    "from nothing, s": round(fromNothing / 1000),
    "ms an article": round(fromNothing / size),
    "ten come, ten leave, s": round(Math.min(...times) / 1000),
    "as a share": round(Math.min(...times) / fromNothing),
    same,
  });
  if (!same) process.exitCode = 1;
}
console.table(rows);

function timed(
  articles: readonly Article[],
  earlier: readonly Article[] | null,
  before: Relations | null,
): { relations: Relations; ms: number } {
  const then = new Map(earlier?.map(({ id }, i) => [id, i]));
  const relatives = articles.map((article) => ({
    id: article.id,
    known: then.get(article.id) ?? -1,
    article: () => article,
  }));
  const began = performance.now();
  const made = relations(relatives, before?.memory ?? null);
  return { relations: made, ms: performance.now() - began };
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
