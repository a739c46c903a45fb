import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openEmbedder } from "../../../src/index/embedders/open-embedder.ts";
import { type Transformers, transformersEmbedder } from "../../../src/index/embedders/transformers.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "model-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Stands in for the package: "embeds" a text as its length and its first character. */
function pretend(seen: string[]): Transformers {
  return {
    env: { allowRemoteModels: true },
    pipeline: async () => async (texts) => {
      seen.push(...texts);
      return { tolist: () => texts.map((text) => [text.length, text.charCodeAt(0)]) };
    },
  };
}

describe("a model in a local folder", () => {
  it("embeds in batches, and fetches nothing", async () => {
    const package_ = pretend([]);
    const embedder = await transformersEmbedder({ path: folder }, async () => package_);
    expect(package_.env.allowRemoteModels).toBe(false);
    expect(embedder.dimensions).toBe(2);
    const texts = Array.from({ length: 40 }, (_, i) => "a".repeat(i + 1));
    expect(await embedder.embedDocuments(texts)).toEqual(texts.map((text) => [text.length, 97]));
  });

  it("puts before texts what the model was trained with", async () => {
    const path = join(folder, "multilingual-e5-small");
    mkdirSync(path);
    const seen: string[] = [];
    const embedder = await transformersEmbedder({ path }, async () => pretend(seen));
    await embedder.embedDocuments(["a"]);
    await embedder.embedQuery("b");
    expect(seen.slice(1)).toEqual(["passage: a", "query: b"]);
  });

  it("says which package is missing, which folder, or what is wrong with the model", async () => {
    await expect(openEmbedder(`transformers:${folder}`)).rejects.toThrow(
      /npm install --no-save @huggingface\/transformers/,
    );
    await expect(openEmbedder(`transformers:${join(folder, "none")}`)).rejects.toMatchObject({
      code: "embedder.path",
    });
    const broken = { ...pretend([]), pipeline: () => Promise.reject(new Error("no config.json")) };
    await expect(transformersEmbedder({ path: folder }, async () => broken)).rejects.toThrow(
      /no config\.json/,
    );
  });
});
