import { Document } from "@langchain/core/documents";
import { expect, onTestFinished, test } from "vitest";
import { DocumentStore } from "../../src/index/vectors/langchain.ts";
import { folder } from "./corpora.ts";
import hashingEmbedder from "./hashing-embedder.ts";

const embeddings = {
  embedDocuments: async (texts: string[]) =>
    (await hashingEmbedder().embedDocuments(texts)).map((v) => Array.from(v)),
  embedQuery: async (text: string) => Array.from(await hashingEmbedder().embedQuery(text)),
};

function store(dir = folder()): DocumentStore {
  const opened = new DocumentStore(embeddings, { dir, embedderId: "hashing-1", dimensions: 64 });
  onTestFinished(() => opened.close());
  return opened;
}

const documents = [
  new Document({
    pageContent: "Potash leaves Belarus by rail.",
    metadata: { publisher: "Rail News", page: 3 },
  }),
  new Document({
    pageContent: "Rain falls on Oslo.",
    metadata: { publisher: "Aften", published: "2025-11" },
  }),
  new Document({ pageContent: "A ferry sank near Tallinn.\nNobody was hurt.", metadata: {} }),
];

test("documents come back by likeness, whole, with their metadata, also after a restart", async () => {
  const dir = folder();
  const ids = await store(dir).addDocuments(documents);
  const [found] = await store(dir).similaritySearchWithScore("potash by rail from Belarus", 1);
  expect(found?.[0]).toEqual(new Document({ ...documents[0]!, id: ids[0]! }));
  expect(found?.[1]).toBeGreaterThan(0.5);
  expect(await store(dir).similaritySearch("anything at all", 10)).toHaveLength(3);
});

test("additions join what is there, an id replaces, a deletion takes away", async () => {
  const here = store();
  expect(await here.similaritySearch("potash", 5)).toEqual([]);
  await Promise.all([
    here.addDocuments([documents[0]!], { ids: ["a"] }),
    here.addDocuments([documents[1]!], { ids: ["b"] }),
  ]);
  await here.addDocuments([documents[2]!], { ids: ["a"] });
  expect((await here.similaritySearch("a ferry near Tallinn", 5)).map(({ id }) => id)).toEqual(["a", "b"]);
  await here.delete({ ids: ["a"] });
  expect((await here.similaritySearch("a ferry near Tallinn", 5)).map(({ id }) => id)).toEqual(["b"]);
});

test("a filter narrows, and a retriever of LangChain's works on it", async () => {
  const here = store();
  await here.addDocuments(documents);
  const filtered = await here.similaritySearch("potash", 5, {
    publisher: "x",
    source: "aften",
    from: "2025",
  } as object);
  expect(filtered.map(({ pageContent }) => pageContent)).toEqual([documents[1]!.pageContent]);
  const [first] = await here.asRetriever({ k: 1 }).invoke("rain in Oslo");
  expect(first?.pageContent).toBe(documents[1]!.pageContent);
});
