import { join } from "node:path";
import { expect, it } from "vitest";
import type { Article } from "../../src/corpus/article.ts";
import { loadCorpus } from "../../src/corpus/load.ts";
import { relate } from "../../src/corpus/relate.ts";
import { buildTimeline } from "../../src/timeline/timeline.ts";

const folder = join(import.meta.dirname, "../../corpus");

async function corpus(): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const item of loadCorpus(folder)) if (item.kind === "article") articles.push(item.article);
  return relate(articles);
}

it("tells the story of the articles that come with the project, from their own words alone", async () => {
  const articles = await corpus();
  const { events } = await buildTimeline(articles, {});
  const told: readonly (readonly [string, RegExp])[] = [
    ["1994", /ruled Belarus since 1994/],
    ["2020", /presidential elections? in 2020|2020 Belarusian presidential election/],
    ["2022", /invasion of Ukraine in 2022/],
    ["2024-22", /mood in Minsk changed late last summer/],
    ["2025-03", /praised US President Donald Trump/],
    ["2025-06", /Kellogg to Minsk led to the release/],
    ["2025-06", /released a group of political prisoners, including Siarhei Tsikhanouski/],
    ["2025-07", /boasted to a domestic audience in July/],
    ["2025-08", /spoke with Trump by phone/],
    ["2025-09", /14 foreign nationals and prominent opposition figure Mikola Statkevich/],
    ["2025-09", /announced that the US might soon open its embassy/],
    ["2025-12", /lift sanctions on Belarusian potassium/],
    ["2025-12", /released 123 political prisoners/],
  ];
  for (const [date, words] of told) {
    expect(
      events.some((event) => event.date === date && words.test(event.text)),
      `${date} ${words}`,
    ).toBe(true);
  }
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  for (const { citations, text } of events) {
    expect(citations[0]!.quote).toBe(text);
    for (const { articleId, start, end, quote } of citations) {
      expect(texts.get(articleId)!.slice(start, end)).toBe(quote);
    }
  }
  // Neither what the pages around the articles say, nor when the articles appeared.
  expect(events.filter(({ date }) => /^2026|^2027|^2025-10|^2025-09-05/.test(date))).toEqual([]);
});
