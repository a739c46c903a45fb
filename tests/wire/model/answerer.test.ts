import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Answer, Question } from "../../../src/answer/answer.ts";
import { type Answerer, type AnswererOptions, createAnswerer } from "../../../src/answer/answerer.ts";
import type { Hit } from "../../../src/index/hit.ts";
import { corpus, hitsOf, holding } from "../../answer/corpus.ts";
import { type ModelServer, modelServer } from "./server.ts";

let server: ModelServer;
let hits: Hit[];

beforeAll(async () => {
  server = await modelServer();
  const all = hitsOf(await corpus());
  hits = [...holding(all, "123 political prisoners"), ...holding(all, "cufflinks")];
});
afterAll(() => server.close());

/** Stands in for the extractive answer: says that it was asked. */
const extract = (question: Question): Answer => ({
  id: "x",
  question: question.text,
  mode: "extractive",
  refused: false,
  claims: [{ text: "An extract.", citations: [] }],
  citations: [],
  nearest: [],
  notes: [],
  tookMs: 0,
});

const quick = { requestMs: 2_000, firstTokenMs: 400, stallMs: 300, totalMs: 3_000, retries: 2 };

function answerer(options: Partial<AnswererOptions> = {}): Answerer {
  return createAnswerer({
    model: { model: "openai:gpt-4.1-mini", baseUrl: server.url, apiKey: "k", bounds: quick },
    extract,
    ...options,
  });
}

const question = { text: "what was traded for potash relief" };
const sanctions =
  "Coale declared that the US would lift sanctions on Belarusian potassium, the country’s key export.";
const prisoners =
  "In exchange, Belarusian authorities released 123 political prisoners, including Nobel Peace Prize laureate Ales Bialiatski and key opposition figure Maria Kolesnikova.";

/** The number of the passage that holds some words, as the server sees them. */
const numberOf = (passages: ReadonlyMap<number, string>, words: string): number =>
  [...passages].find(([, text]) => text.includes(words))?.[0] ?? 0;

const claim = (text: string, quote: string, passage: number) => ({ text, support: [{ passage, quote }] });
const honest = (seen: { passages: ReadonlyMap<number, string> }) => ({
  reply: {
    claims: [
      claim(
        "The US said it would lift sanctions on Belarusian potassium.",
        sanctions,
        numberOf(seen.passages, sanctions),
      ),
      claim(
        "In exchange, Belarus freed 123 political prisoners.",
        prisoners,
        numberOf(seen.passages, prisoners),
      ),
    ],
    conflicts: [],
    missing: [],
  },
});

describe("an answer from a model", () => {
  beforeEach(() => server.behave(honest));

  it("shows its claims, each with the verbatim sentence that carries it", async () => {
    const answer = await answerer().answer(question, hits);
    expect(answer).toMatchObject({ mode: "generated", refused: false, notes: [] });
    expect(answer.claims.map(({ text }) => text)).toEqual([
      "The US said it would lift sanctions on Belarusian potassium.",
      "In exchange, Belarus freed 123 political prisoners.",
    ]);
    for (const { quote, articleId, start, end } of answer.citations) {
      const { article } = hits.find((hit) => hit.article.id === articleId)!;
      expect(article.text.slice(start, end)).toBe(quote);
    }
    expect(answer.citations.map(({ quote }) => quote)).toContain(prisoners);
    expect(answer.usage?.inputTokens).toBeGreaterThan(100);
  });

  it("shows verified claims one by one", async () => {
    const seen: number[] = [];
    await answerer().answer({ ...question, onProgress: ({ claims }) => seen.push(claims.length) }, hits);
    expect(seen).toEqual([1, 2]);
  });
});
