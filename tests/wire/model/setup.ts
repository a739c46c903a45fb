import type { Answer, Question } from "../../../src/answer/answer.ts";
import { type Answerer, type AnswererOptions, createAnswerer } from "../../../src/answer/answerer.ts";
import type { Hit } from "../../../src/index/hit.ts";
import { corpus, hitsOf, holding } from "../../answer/corpus.ts";
import type { Behaviour, ModelServer, Seen } from "./server.ts";

export const question = { text: "what was traded for potash relief" };
export const sanctions =
  "Coale declared that the US would lift sanctions on Belarusian potassium, the country’s key export.";
export const prisoners =
  "In exchange, Belarusian authorities released 123 political prisoners, including Nobel Peace Prize laureate Ales Bialiatski and key opposition figure Maria Kolesnikova.";
export const claims = [
  "The US said it would lift sanctions on Belarusian potassium.",
  "In exchange, Belarus freed 123 political prisoners.",
] as const;

/** Passages that answer the question, and one that does not. */
export async function evidence(): Promise<Hit[]> {
  const all = hitsOf(await corpus());
  return [...holding(all, "123 political prisoners"), ...holding(all, "cufflinks")];
}

/** Stands in for the extractive answer: shows that it was asked. */
export function extract(given: Question): Answer {
  return {
    id: given.id ?? "extract",
    question: given.text,
    mode: "extractive",
    refused: false,
    claims: [{ text: "An extract.", citations: [] }],
    citations: [],
    nearest: [],
    notes: [],
    tookMs: 0,
  };
}

export function answererOn(server: ModelServer, options: Partial<AnswererOptions> = {}): Answerer {
  const bounds = { requestMs: 15_000, firstTokenMs: 15_000, stallMs: 800, totalMs: 20_000, retries: 2 };
  const model = { model: "openai:gpt-4.1-mini", baseUrl: server.url, apiKey: "test-key", bounds };
  return createAnswerer({ model, extract, ...options });
}

export const claim = (text: string, quote: string, passage: number): object => ({
  text,
  support: [{ passage, quote }],
});

/** The number of the passage that holds some words, as the server sees them. */
export const numberOf = ({ passages }: Pick<Seen, "passages">, words: string): number =>
  [...passages].find(([, text]) => text.includes(words))?.[0] ?? 0;

export const reply = (list: readonly object[], more: object = {}): object => ({
  claims: list,
  conflicts: [],
  missing: [],
  ...more,
});

/** A model that answers the question well. */
export const honest = (seen: Seen): Behaviour => ({
  reply: reply([
    claim(claims[0], sanctions, numberOf(seen, sanctions)),
    claim(claims[1], prisoners, numberOf(seen, prisoners)),
  ]),
});
