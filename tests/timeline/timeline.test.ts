import { describe, expect, it } from "vitest";
import type { Article } from "../../src/corpus/article.ts";
import { openSimilarity } from "../../src/index/search/open-similarity.ts";
import type { TimelineRequest } from "../../src/timeline/event.ts";
import { buildTimeline } from "../../src/timeline/timeline.ts";
import { article, block } from "./articles.ts";

const quake = article(
  "Herald",
  "2024-05-10",
  "A strong earthquake struck the coast near Varna on 7 May 2024. " +
    "Rescuers pulled 41 survivors from the ruins of the Hotel Orel on 8 May. " +
    "The government will reopen the harbour of Varna on 20 May 2024.",
);

async function events(articles: readonly Article[], request: TimelineRequest = {}) {
  return (await buildTimeline(articles, request)).events;
}

describe("what a timeline says", () => {
  it("shows each event by a sentence of an article, word for word, at the offsets it cites", async () => {
    const found = await events([quake]);
    expect(found.map(({ date, text }) => [date, text])).toEqual([
      ["2024-05-07", "A strong earthquake struck the coast near Varna on 7 May 2024."],
      ["2024-05-08", "Rescuers pulled 41 survivors from the ruins of the Hotel Orel on 8 May."],
      ["2024-05-20", "The government will reopen the harbour of Varna on 20 May 2024."],
    ]);
    for (const { text, citations } of found) {
      const { start, end, quote } = citations[0]!;
      expect(quote).toBe(text);
      expect(quake.text.slice(start, end)).toBe(text);
    }
  });

  it("tells plans from what happened", async () => {
    expect((await events([quake])).map(({ status }) => status)).toEqual([
      "happened",
      "happened",
      "announced",
    ]);
  });

  it("makes no event of a publication date, a heading, a table or a label", async () => {
    const text = [
      "Diary of 3 March 2024",
      "Published on 4 March 2024 by the news desk in Varna",
      "| Quake of 5 March 2024 | The harbour closed | Nobody was hurt |",
      "The mayor opened the new bridge over the Danube on 6 March 2024.",
    ].join("\n");
    const paper = article("Gazette", "2024-03-07", text, {
      outline: [
        block(text, "Diary of 3 March 2024", "heading"),
        block(text, "| Quake of 5 March 2024 | The harbour closed | Nobody was hurt |", "table"),
      ],
    });
    expect((await events([paper])).map(({ date }) => date)).toEqual(["2024-03-06"]);
  });

  it("dates an outcome by the sentence before it, and cites that sentence too", async () => {
    const paper = article(
      "Gazette",
      "2024-12-20",
      "On 12 December 2024 the envoy said Washington would lift sanctions on Belarusian potash. " +
        "In exchange, Minsk released 123 political prisoners, among them Ales Bialiatski.",
    );
    const [, release] = await events([paper]);
    expect(release!.date).toBe("2024-12-12");
    expect(release!.text).toBe(
      "In exchange, Minsk released 123 political prisoners, among them Ales Bialiatski.",
    );
    expect(release!.citations.map(({ quote }) => quote.slice(0, 19))).toEqual([
      "In exchange, Minsk ",
      "On 12 December 2024",
    ]);
  });

  it("says nothing of articles without a dated sentence", async () => {
    expect(await events([article("Gazette", "2024-01-01", "Nothing is known. Nobody says more.")])).toEqual(
      [],
    );
    expect(await events([])).toEqual([]);
  });
});

describe("several articles", () => {
  const other = article(
    "Courier",
    "2024-05-12",
    "On 7 May 2024 an earthquake struck the coast near Varna, and the Courier's reporters felt it.",
  );

  it("tells an event once, citing every article that reports it", async () => {
    const [first, ...rest] = await events([quake, other]);
    expect(first!.articles).toEqual(["Herald", "Courier"]);
    expect(first!.voices).toBe(2);
    expect(rest.map(({ date }) => date)).toEqual(["2024-05-08", "2024-05-20"]);
  });

  it("joins what is dated by the month to the day it happened on", async () => {
    const yearly = article(
      "Annual",
      "2024-12-31",
      "In May 2024 a strong earthquake struck the coast near Varna and shook the Hotel Orel.",
    );
    const found = await events([yearly, quake]);
    expect(found[0]!.date).toBe("2024-05-07");
    expect(found[0]!.articles).toEqual(["Herald", "Annual"]);
    expect(found.map(({ date }) => date)).not.toContain("2024-05");
  });

  it("counts articles that speak with one voice as one, and cites them all", async () => {
    const [first] = await events([quake, { ...other, voice: quake.id }]);
    expect(first!.voices).toBe(1);
    expect(first!.articles).toEqual(["Herald", "Courier"]);
  });

  it("shows where sources disagree on a number, and cites both", async () => {
    const courier = article(
      "Courier",
      "2024-05-12",
      "Rescuers pulled 39 survivors from the ruins of the Hotel Orel on 8 May 2024.",
    );
    const event = (await events([quake, courier])).find(({ date }) => date === "2024-05-08")!;
    expect(event.conflicts).toEqual(["The Herald says 41 survivors, The Courier says 39 survivors."]);
    expect(event.citations.map(({ articleId }) => articleId)).toEqual(["Herald", "Courier"]);
  });

  it("shows where sources disagree on the day", async () => {
    const courier = article(
      "Courier",
      "2024-05-12",
      "Rescuers pulled 41 survivors from the ruins of the Hotel Orel on 9 May 2024.",
    );
    const found = (await events([quake, courier])).filter(({ text }) => text.includes("survivors"));
    expect(found).toHaveLength(1);
    expect(found[0]!.conflicts).toEqual(["The Herald dates it 8 May 2024, The Courier 9 May 2024."]);
    expect(found[0]!.articles).toEqual(["Herald", "Courier"]);
  });
});

describe("what may be asked for", () => {
  it("keeps the events that a topic is about", async () => {
    const found = await events([quake], { topic: "survivors in the hotel" });
    expect(found.map(({ date }) => date)).toEqual(["2024-05-08"]);
  });

  it("keeps, of a sentence with two dates, the one that the topic is about", async () => {
    const paper = article(
      "Gazette",
      "2024-12-20",
      "In March 2024 he praised the president of the neighbouring country, and in June 2024 he freed forty prisoners.",
    );
    expect((await events([paper], { topic: "prisoners" })).map(({ date }) => date)).toEqual(["2024-06"]);
    expect((await events([paper])).map(({ date }) => date)).toEqual(["2024-03", "2024-06"]);
  });

  it("understands a topic's words by what they mean, where the desk lends its word vectors", async () => {
    const { events: found } = await buildTimeline(
      [quake],
      { topic: "quake" },
      { similarity: openSimilarity() },
    );
    expect(found.map(({ date }) => date)).toEqual(["2024-05-07"]);
  });

  it("takes the desk's word for what is relevant", async () => {
    const { events: found } = await buildTimeline(
      [quake],
      { topic: "anything" },
      { relevance: ({ text }, { start, end }) => (text.slice(start, end).includes("harbour") ? 1 : 0) },
    );
    expect(found.map(({ date }) => date)).toEqual(["2024-05-20"]);
  });

  it("keeps the events of a period, by their own dates", async () => {
    expect((await events([quake], { from: "2024-05-08", to: "2024-05" })).map(({ date }) => date)).toEqual([
      "2024-05-08",
      "2024-05-20",
    ]);
  });

  it("lists no year beside the months in it, whichever of them are asked for", async () => {
    const paper = article(
      "Gazette",
      "2024-12-20",
      "Throughout 2024 the minister made a series of moves towards the neighbouring country. " +
        "In March 2024 he praised its president in a speech to parliament. " +
        "In June 2024 he freed forty prisoners from the camp at Orsha. " +
        "In August 2024 he opened the border crossing at Brest.",
    );
    expect((await events([paper], { from: "2024-06" })).map(({ date }) => date)).toEqual([
      "2024-06",
      "2024-08",
    ]);
  });

  it("names a bound that is no date", async () => {
    await expect(events([quake], { from: "May" })).rejects.toThrow(/"May" is no date/);
  });

  it("keeps the dates that most voices come back to, in order of time, one entry a day", async () => {
    const later = [
      article(
        "Courier",
        "2024-06-01",
        "The earthquake of 7 May 2024 cost the harbour of Varna both of its cranes. " +
          "The army pulled down the Hotel Orel on 30 May 2024.",
      ),
      article(
        "Post",
        "2024-06-02",
        "Varna has been without a harbour since the quake on 7 May 2024. " +
          "What was left of the Hotel Orel fell to the army's diggers on 30 May 2024.",
      ),
    ];
    const found = await events([quake, ...later], { top: 2, sentences: 2 });
    expect(found.map(({ date }) => date)).toEqual(["2024-05-07", "2024-05-30"]);
    expect(found[0]!.sentences).toHaveLength(2);
    expect(found[0]!.sentences[0]).toBe(found[0]!.text);
  });

  it("stops when it is told to", async () => {
    await expect(events([quake], { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow(
      "enough",
    );
  });
});
