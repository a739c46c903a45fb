import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openEmbedder } from "../../../src/index/embedders/open-embedder.ts";
import {
  type TransformersEmbeddings,
  transformersEmbedder,
} from "../../../src/index/embedders/transformers.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "model-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Stands in for the model: "embeds" a text as its length and its first character. */
function pretend(seen: string[], given: object[] = []): () => Promise<TransformersEmbeddings> {
  return async () =>
    class {
      constructor(fields: object) {
        given.push(fields);
      }
      async embedDocuments(texts: string[]) {
        seen.push(...texts);
        return texts.map((text) => [text.length, text.charCodeAt(0)]);
      }
      async embedQuery(text: string) {
        return (await this.embedDocuments([text]))[0]!;
      }
    };
}

describe("a model in a local folder", () => {
  it("embeds each text in order, and fetches nothing", async () => {
    const given: object[] = [];
    const embedder = await transformersEmbedder({ path: folder }, pretend([], given));
    expect(given).toMatchObject([{ model: folder, pretrainedOptions: { local_files_only: true } }]);
    expect(embedder.dimensions).toBe(2);
    const texts = Array.from({ length: 40 }, (_, i) => "a".repeat(i + 1));
    expect(await embedder.embedDocuments(texts)).toEqual(texts.map((text) => [text.length, 97]));
  });

  it("puts before texts what the model was trained with", async () => {
    const path = join(folder, "multilingual-e5-small");
    mkdirSync(path);
    const seen: string[] = [];
    const embedder = await transformersEmbedder({ path }, pretend(seen));
    await embedder.embedDocuments(["a"]);
    await embedder.embedQuery("b");
    expect(seen.slice(1)).toEqual(["passage: a", "query: b"]);
  });

  it("says which package is missing, which folder, or what is wrong with the model", async () => {
    await expect(openEmbedder(`transformers:${folder}`)).rejects.toThrow(
      /npm install --no-save .*@huggingface\/transformers/,
    );
    await expect(openEmbedder(`transformers:${join(folder, "none")}`)).rejects.toMatchObject({
      code: "embedder.path",
    });
    class Broken {
      embedDocuments = () => Promise.reject(new Error("no config.json"));
      embedQuery = () => Promise.reject(new Error("no config.json"));
    }
    await expect(transformersEmbedder({ path: folder }, async () => Broken)).rejects.toThrow(
      /no config\.json/,
    );
  });
});
