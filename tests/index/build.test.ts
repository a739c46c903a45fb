import { expect, test } from "vitest";
import { article } from "../fixtures/article.ts";
import { build, folder, news, open } from "./corpora.ts";
import hashingEmbedder from "./hashing-embedder.ts";

test("a built index finds an article by its words, and gives the passage word for word", async () => {
  const dir = folder();
  const articles = news(50);
  const built = await build(dir, articles);
  const index = await open(dir);

  const [hit] = await index.search("Company17 of Oslo sold copper for 17 million", { top: 1 });

  expect(built).toMatchObject({ articles: 50, added: 50, removed: 0, changed: true });
  expect(hit?.article).toEqual(articles[17]);
  expect(hit?.text).toBe(articles[17]?.text.slice(hit?.passage.start, hit?.passage.end));
  expect(await index.stats()).toEqual({ articles: 50, passages: built.passages });
});

test("nothing new: nothing is written, and the version stays", async () => {
  const dir = folder();
  const first = await build(dir, news(5));
  const again = await build(dir, news(5));
  expect(again).toMatchObject({ version: first.version, changed: false, articles: 5, added: 0 });
});

test("only what is new or changed is embedded, what has left is gone, and the order is the corpus's", async () => {
  const dir = folder();
  const before = news(12);
  await build(dir, before);
  const embedder = hashingEmbedder();
  const embedded: string[] = [];
  const counting = {
    ...embedder,
    embedDocuments: async (texts: string[]) => {
      embedded.push(...texts);
      return embedder.embedDocuments(texts);
    },
  };
  const changed = article("news-3", "Company3 was wound up in Oslo.");
  const after = [
    article("fresh", "A ferry sank near Tallinn."),
    ...before.slice(0, 3),
    changed,
    ...before.slice(6),
  ];

  const built = await build(dir, after, { embedder: counting });
  const index = await open(dir);

  expect(built).toMatchObject({ articles: 11, added: 2, removed: 3 });
  expect(embedded).toEqual([after[0]?.text, changed.text]);
  expect(await index.articles()).toEqual(after);
  expect(await index.article("news-5")).toBeUndefined();
  const everything = await index.search("Company5 sold", { top: 100 });
  expect(everything.map((hit) => hit.article.id)).not.toContain("news-5");
  const last = await index.search(before[11]?.text.split("\n")[0] ?? "", { top: 1 });
  expect(last[0]?.article).toEqual(before[11]);
});

test("an index that was updated is the index that would have been built anew", async () => {
  const [updated, anew] = [folder(), folder()];
  await build(updated, news(30));
  const after = [...news(40).slice(15), article("fresh", "A ferry sank near Tallinn.")];
  await build(updated, after);
  await build(anew, after);
  const [one, other] = [await open(updated), await open(anew)];
  for (const query of ["Company20", "ferry", "Minsk timber", "officials in Riga"]) {
    expect(await one.search(query, { top: 20 })).toEqual(await other.search(query, { top: 20 }));
  }
});

test("another embedder means a new index", async () => {
  const dir = folder();
  await build(dir, news(4));
  const built = await build(dir, news(4), { embedder: { ...hashingEmbedder(), id: "hashing-2" } });
  expect(built).toMatchObject({ added: 4, changed: true });
});

test("filters narrow by date, publisher, id and language", async () => {
  const dir = folder();
  await build(dir, news(60));
  const index = await open(dir);
  const ids = async (filter: object) => (await index.articles(filter)).map(({ id }) => id);

  expect(await ids({ from: "2024", language: "en" })).toEqual(["news-29", "news-59"]);
  expect(await ids({ to: "2010-03" })).toEqual(["news-0", "news-45"]);
  expect(await ids({ source: "paper 3", from: "2023-05~", to: "2023-05" })).toEqual(["news-13"]);
  expect(await ids({ source: "NEWS-41" })).toEqual(["news-41"]);
  const hits = await index.search("timber", { top: 100, filter: { source: "Paper 7" } });
  expect(new Set(hits.map((hit) => hit.article.publisher))).toEqual(new Set(["Paper 7"]));
  expect(await index.search("timber", { top: 5, filter: { source: "nobody" } })).toEqual([]);
});

test("a corpus without articles is an index without hits", async () => {
  const dir = folder();
  expect(await build(dir, [])).toMatchObject({ articles: 0, passages: 0 });
  expect(await (await open(dir)).search("anything", { top: 5 })).toEqual([]);
});

test("texts of every script and shape survive the way through the index", async () => {
  const dir = folder();
  const articles = [
    article("chinese", "白俄罗斯释放了一百二十三名政治犯。", { language: "zh" }),
    article("arabic", "أفرجت بيلاروسيا عن السجناء.", { language: "ar" }),
    article("emoji", "A flag 🇧🇾 and a lone surrogate \ud800 end.", { language: "und" }),
    article("empty", ""),
  ];
  await build(dir, articles);
  const index = await open(dir);
  expect(await index.articles()).toEqual(articles);
  expect((await index.search("政治犯", { top: 1 }))[0]?.article.id).toBe("chinese");
  expect(await index.passageCount("empty")).toBe(0);
});
