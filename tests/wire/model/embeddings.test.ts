import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openaiEmbedder } from "../../../src/index/embedders/openai.ts";
import { type ModelServer, modelServer, vectorOf } from "./server.ts";

let server: ModelServer;
let folder: string;
beforeAll(async () => {
  server = await modelServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.behave({});
  folder = mkdtempSync(join(tmpdir(), "embeddings-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (more: object = {}) =>
  openaiEmbedder({ model: "text-embedding-3-small", baseUrl: server.url, apiKey: "k", retries: 1, ...more });
const texts = Array.from({ length: 250 }, (_, i) => `text number ${i}`);

describe("hosted embeddings", () => {
  it("gives one vector for each text, in order, in batches", async () => {
    const embedder = await open();
    expect(embedder).toMatchObject({ id: "openai:text-embedding-3-small", dimensions: 8 });
    server.behave({});
    const vectors = await embedder.embedDocuments([...texts, texts[0]!]);
    expect(vectors).toHaveLength(251);
    for (const [i, text] of texts.entries()) {
      for (const [j, value] of vectorOf(text, 8).entries()) expect(vectors[i]![j]).toBeCloseTo(value, 5);
    }
    expect(vectors[250]).toEqual(vectors[0]);
    expect(server.seen.length).toBe(3);
    expect(Array.from(await embedder.embedQuery("text number 7"))).toEqual(Array.from(vectors[7]!));
  });

  it("goes on where it broke off, in another process too", async () => {
    const cache = join(folder, "kept", "embeddings.sqlite");
    const first = await open({ cache, concurrency: 1 });
    server.behave((_, n) => (n === 0 ? {} : { status: 500, headers: { "retry-after-ms": "1" } }));
    await expect(first.embedDocuments(texts)).rejects.toThrow(/What was embedded is kept/);
    server.behave({});
    const second = await open({ cache });
    await second.embedDocuments(texts);
    const sent = server.seen.flatMap(({ body }) => body.input!);
    expect(sent).toHaveLength(250 - 96);
  });

  it("embeds an empty text as nothing, and cuts one that is too long", async () => {
    const embedder = await open();
    const [empty, long] = await embedder.embedDocuments([" ", "x".repeat(100_000)]);
    expect(Array.from(empty!).every((value) => value === 0)).toBe(true);
    expect(long).toHaveLength(8);
    expect(server.seen.at(-1)!.body.input![0]!.length).toBeLessThan(20_000);
  });

  it("keeps to the pace it is given", async () => {
    const embedder = await open({ perMinute: 600 });
    const started = performance.now();
    await embedder.embedDocuments(texts);
    expect(performance.now() - started).toBeGreaterThanOrEqual(200);
  });

  it.each([
    [401, "embedder.key"],
    [404, "embedder.model"],
    [503, "embedder.down"],
  ])("says what a %i means", async (status, code) => {
    server.behave({ status, headers: { "retry-after-ms": "1" } });
    await expect(open()).rejects.toMatchObject({ name: "UserError", code });
  });

  it("waits out a busy server", async () => {
    server.behave((_, n) => (n === 0 ? { status: 429, headers: { "retry-after-ms": "5" } } : {}));
    expect((await open()).dimensions).toBe(8);
  });
});
