import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../src/desk.ts";
import { realDesk } from "../fixtures/real-desk.ts";

let desk: Desk;

beforeAll(async () => {
  const real = await realDesk();
  desk = real.desk;
  return real.close;
});

const ask = (text: string) => desk.ask({ text });

interface Asked {
  kind: "answer" | "refuse";
  q: string;
  must?: string[];
  cite?: string[];
}

describe("an extractive answer", () => {
  it("tells both sides of an exchange that the sources tell in other words", async () => {
    const { refused, claims } = await ask("what was traded for potash relief");
    const said = claims.map(({ text }) => text).join("\n");
    expect(refused).toBe(false);
    expect(said).toMatch(/lift sanctions on Belarusian potassium/);
    expect(said).toMatch(/released 123 political prisoners/);
  });

  it("quotes word for word, numbers its citations in order, and says few things", async () => {
    const { claims, citations } = await ask("Which prominent opposition figure was returned to prison?");
    expect(claims.length).toBeLessThanOrEqual(4);
    expect(citations.map(({ n }) => n)).toEqual(citations.map((_, i) => i + 1));
    for (const { articleId, start, end, quote } of citations)
      expect((await desk.source(articleId))?.article.text.slice(start, end)).toBe(quote);
    for (const { text, citations: numbers } of claims) expect(citations[numbers[0]! - 1]?.quote).toBe(text);
  });

  it("refuses what the corpus does not hold, and offers the nearest passages", async () => {
    const { refused, claims, nearest } = await ask("What did Merkel say about Venezuela?");
    expect({ refused, claims }).toEqual({ refused: true, claims: [] });
    expect(nearest.length).toBeGreaterThan(0);
  });

  it("says once what a summary and its source both say, cites both, and says no more than that", async () => {
    const { claims, citations, notes } = await ask("what was traded for potash relief");
    const sources = claims.map((claim) =>
      claim.citations.map((n) => citations[n - 1]!.articleId.slice(0, 3)),
    );
    expect(sources).toEqual([
      ["002", "001"],
      ["002", "001"],
    ]);
    expect(notes.join()).toMatch(/one voice/);
  });

  it.each([
    ["When was Ales Bialiatski born?", "a date of birth"],
    ["How much did the cufflinks cost?", "a price"],
    ["How many soldiers did Belarus send to Ukraine?", "a number of soldiers, not of prisoners"],
    ["How many tonnes of potash does Belarus export a year?", "a number of tonnes"],
    ["Where did Maria Kolesnikova study music?", "a place of study"],
    ["Who is Lukashenko's wife?", "his own wife, not a prisoner's"],
    ["Who is the US ambassador to Belarus?", "that office"],
    ["What did Putin say about the prisoner release?", "words of his, though others speak"],
    ["What is the name of the Belarusian national airline?", "its name"],
    ["When did the EU lift sanctions on Belarus?", "that it was the EU"],
    ["What happened in April?", "anything of that month"],
    ["What is the date of the next Belarusian election?", "one that is to come"],
  ])("refuses %s, where the sources know whom it is about but lack %s", async (question) => {
    expect((await ask(question)).refused).toBe(true);
  });

  it("finds what happened in a month that the source puts in other words", async () => {
    const { claims } = await ask("Which prisoners were released in December?");
    expect(claims.map(({ text }) => text).join(" ")).toMatch(/released 123 political prisoners.*Bialiatski/);
  });

  it("tells of the month that is asked about first", async () => {
    const { claims } = await ask("What happened in March?");
    expect(claims[0]?.text).toMatch(/^In early March, he openly praised/);
  });

  it("goes on where a sentence is too brief to tell anything", async () => {
    const { claims } = await ask("What was inside the small metal box?");
    expect(claims.map(({ text }) => text).join(" ")).toMatch(
      /Inside lay a pair of embossed\. White House cufflinks/,
    );
  });

  it("answers, or refuses, most questions of many kinds", async () => {
    const questions = readFileSync(new URL("../fixtures/questions.jsonl", import.meta.url), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Asked);
    const right = { answer: 0, refuse: 0 };
    for (const { kind, q, must = [], cite = [] } of questions) {
      const { refused, claims, citations } = await ask(q);
      const said = claims.map(({ text }) => text).join("\n");
      const found =
        must.every((pattern) => new RegExp(pattern, "i").test(said)) &&
        citations.some(({ articleId }) => cite.includes(articleId.slice(0, 3)));
      if (kind === "refuse" ? refused : !refused && found) right[kind]++;
    }
    const of = (kind: Asked["kind"]) => questions.filter((question) => question.kind === kind).length;
    expect(right.answer / of("answer")).toBeGreaterThan(0.85);
    expect(right.refuse / of("refuse")).toBeGreaterThan(0.85);
  });
});
