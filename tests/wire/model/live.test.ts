/**
 * What every OpenAI-compatible server must do for Attaché. It runs against the loopback server, and with
 * `ATTACHE_LIVE=1` against a real one: `MODEL`, `OPENAI_BASE_URL` and `OPENAI_API_KEY` name it as they do for the
 * program, and `EMBEDDINGS=openai:…` its embeddings, where it has any.
 *   ATTACHE_LIVE=1 MODEL=openai:llama3.2 OPENAI_BASE_URL=http://localhost:11434/v1 npx vitest run tests/wire/model/live.test.ts
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAnswerer } from "../../../src/answer/answerer.ts";
import type { ModelSettings } from "../../../src/answer/chat.ts";
import { openaiEmbedder } from "../../../src/index/embedders/openai.ts";
import type { Hit } from "../../../src/index/hit.ts";
import { type ModelServer, modelServer } from "./server.ts";
import { evidence, extract, honest, question, reply } from "./setup.ts";

const live = process.env.ATTACHE_LIVE === "1";
let server: ModelServer;
let hits: Hit[];
let model: ModelSettings;

beforeAll(async () => {
  hits = await evidence();
  server = await modelServer();
  server.behave((seen) =>
    seen.question === question.text
      ? honest(seen)
      : { reply: reply([], { missing: ["Africa Cup of Nations"] }) },
  );
  model = live
    ? {
        model: process.env.MODEL ?? "openai:gpt-4.1-mini",
        apiKey: process.env.OPENAI_API_KEY,
        baseUrl: process.env.OPENAI_BASE_URL,
      }
    : { model: "openai:loopback", baseUrl: server.url };
});
afterAll(() => server.close());

describe(live ? "the configured server" : "the loopback server", () => {
  const patience = live ? 120_000 : 20_000;

  it(
    "answers in claims that stand, each with a verbatim quote",
    async () => {
      const faults: Error[] = [];
      const answer = await createAnswerer({ model, extract, onFault: (error) => faults.push(error) }).answer(
        question,
        hits,
      );
      expect(faults).toEqual([]);
      expect(answer.mode).toBe("generated");
      expect(answer.claims.length).toBeGreaterThan(0);
      for (const { quote, articleId } of answer.citations) {
        expect(hits.find(({ article }) => article.id === articleId)!.article.text).toContain(quote);
      }
      expect(answer.usage!.outputTokens).toBeGreaterThan(0);
    },
    patience,
  );

  it(
    "makes nothing up where the passages do not answer",
    async () => {
      const answer = await createAnswerer({ model, extract }).answer(
        { text: "Who won the Africa Cup of Nations?" },
        hits,
      );
      expect(answer.mode === "extractive" || answer.refused).toBe(true);
    },
    patience,
  );

  it(
    "embeds",
    async () => {
      const name = process.env.EMBEDDINGS?.replace(/^openai:/, "") ?? "text-embedding-3-small";
      const embedder = await openaiEmbedder({ model: name, apiKey: model.apiKey, baseUrl: model.baseUrl });
      const [a, b] = await embedder.embedDocuments(["potash", "a telephone call"]);
      expect(a).toHaveLength(embedder.dimensions);
      expect(a).not.toEqual(b);
    },
    patience,
  );
});
