import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { News } from "../../bench/speed/news.ts";
import type { Article } from "../../src/corpus/article.ts";
import { relate } from "../../src/corpus/relate.ts";
import { type BuildRequest, type Built, buildIndex } from "../../src/index/build/build.ts";
import type { CorpusIndex } from "../../src/index/corpus-index.ts";
import { glove, gloveEmbedder } from "../../src/index/embedders/glove.ts";
import { openLive } from "../../src/index/live.ts";
import type { Scorer } from "../../src/index/open.ts";
import { buildPostgres } from "../../src/index/postgres/build-postgres.ts";
import { connect } from "../../src/index/postgres/database.ts";
import { openPostgres } from "../../src/index/postgres/open-postgres.ts";
import { search } from "../../src/index/search/search.ts";
import { Similarity } from "../../src/index/search/similarity.ts";
import { thesaurus } from "../../src/index/search/thesaurus.ts";
import { article } from "../fixtures/article.ts";
import { others, printed, wire } from "../fixtures/wire.ts";
import { corpusOf, news } from "../index/corpora.ts";
import { testDatabase } from "./postgres.ts";

const embedder = gloveEmbedder();
const tools = { embedder, similarity: new Similarity(glove(), thesaurus()) };
const score: Scorer = (query, index, how) => search(query, index, tools, how);

interface Store {
  build(articles: readonly Article[], more?: Partial<BuildRequest> & { origin?: string }): Promise<Built>;
  open(): Promise<CorpusIndex>;
  clear(): Promise<void>;
  stop(): Promise<void>;
}

async function local(): Promise<Store> {
  const dir = mkdtempSync(join(tmpdir(), "attache-"));
  const clear = async () => rmSync(dir, { recursive: true, force: true });
  return {
    build: (articles, more) =>
      buildIndex({ dir, corpus: corpusOf(articles), embedder, graphFrom: 200, ...more }),
    open: () => openLive({ dir, score, every: 5 }),
    clear,
    stop: clear,
  };
}

async function postgres(): Promise<Store> {
  const { url, stop } = await testDatabase();
  const pool = await connect(url);
  return {
    build: (articles, more) => buildPostgres({ pool, corpus: corpusOf(articles), embedder, ...more }),
    open: async () => openPostgres({ pool: await connect(url), tools }),
    clear: async () => {
      await pool.query("DROP SCHEMA attache CASCADE");
      await (await connect(url)).end();
    },
    stop: async () => {
      await pool.end();
      await stop();
    },
  };
}

const questions = [
  "who sold potash in Minsk",
  "timber from Vilnius",
  "Company37",
  "officials said that grain would follow",
  "metal exports",
  "zzzz qqqq",
];

const stores = new Map<string, Store>();
const opened: CorpusIndex[] = [];

async function open(store: Store): Promise<CorpusIndex> {
  const index = await store.open();
  opened.push(index);
  return index;
}

const closeAll = () => Promise.all(opened.splice(0).map((index) => index.close()));

beforeAll(async () => {
  stores.set("on this machine", await local());
  stores.set("in PostgreSQL", await postgres());
});
beforeEach(async () => {
  await closeAll();
  for (const store of stores.values()) await store.clear();
});
afterAll(async () => {
  await closeAll();
  for (const store of stores.values()) await store.stop();
});

describe.each(["on this machine", "in PostgreSQL"])("an index %s", (name) => {
  let store: Store;
  beforeEach(() => {
    store = stores.get(name)!;
  });

  test("says that there is nothing yet", async () => {
    await expect(store.open()).rejects.toMatchObject({ name: "UserError", code: "index.missing" });
  });

  test("gives back every article as it came, in the order of the corpus", async () => {
    const articles = [
      ...news(10),
      article("chinese", "白俄罗斯释放了一百二十三名政治犯。", { language: "zh" }),
      article("odd", "A flag 🇧🇾, a quote ' and \\ and a lone surrogate \ud800 end.\u0000", { title: null }),
      article("empty", ""),
    ];
    await store.build(articles);
    const index = await open(store);
    expect(await index.articles()).toEqual(articles);
    expect(await index.article("chinese")).toEqual(articles[10]);
    expect(await index.article("nobody")).toBeUndefined();
    expect(await index.passageCount("empty")).toBe(0);
    expect(await index.passageCount("news-1")).toBeGreaterThan(0);
    expect((await index.search("政治犯", { top: 1 }))[0]?.article.id).toBe("chinese");
  });

  test("finds passages, word for word, with scores from 0 to 1 in falling order", async () => {
    await store.build(news(150));
    const index = await open(store);
    const hits = await index.search("Company37 sold steel", { top: 10 });
    expect(hits).toHaveLength(10);
    expect(hits[0]?.article.id).toBe("news-37");
    for (const { article, passage, text } of hits) {
      expect(text).toBe(article.text.slice(passage.start, passage.end));
      expect(passage.articleId).toBe(article.id);
    }
    const scores = hits.map((hit) => hit.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
    expect(await index.search("anything", { top: 0 })).toEqual([]);
  });

  test("keeps to a filter, wide or narrow, and still fills the list", async () => {
    await store.build(news(300));
    const index = await open(store);
    const by = async (filter: object, top = 10) => index.search("steel sold in Riga", { top, filter });
    expect((await by({ source: "paper 7" })).map((hit) => hit.article.publisher)).toEqual(
      Array(10).fill("Paper 7"),
    );
    expect((await by({ source: "NEWS-41" })).map((hit) => hit.article.id)).toContain("news-41");
    expect(await by({ source: "nobody" })).toEqual([]);
    const dated = await by({ from: "2024-02", to: "2024-03~" }, 5);
    expect(dated).toHaveLength(5);
    for (const { article } of dated) expect(article.published?.date).toMatch(/^2024-0[23]/);
    const ids = (await index.articles({ language: "de", from: "2023" })).map(({ id }) => id);
    expect(ids).toEqual(
      news(300)
        .filter(({ language, published }) => language === "de" && published!.date >= "2023")
        .map(({ id }) => id),
    );
  });

  test("an update brings what is new, takes what has left, and an open index sees it", async () => {
    const before = news(40);
    const first = await store.build(before);
    const index = await open(store);
    expect(await store.build(before)).toMatchObject({ version: first.version, changed: false, added: 0 });

    const after = [
      article("fresh", "A ferry sank near Tallinn."),
      ...before.slice(5),
      article("last", "Rain in Oslo."),
    ];
    const second = await store.build(after);

    expect(second).toMatchObject({ articles: 37, added: 2, removed: 5, changed: true });
    expect(second.version).not.toBe(first.version);
    await expect.poll(async () => (await index.articles()).length).toBe(37);
    expect(await index.articles()).toEqual(after);
    expect((await index.search("ferry accident", { top: 1 }))[0]?.article.id).toBe("fresh");
    const ids = (await index.search("Company2 sold", { top: 50 })).map((hit) => hit.article.id);
    expect(ids).not.toContain("news-2");
    expect((await index.stats()).articles).toBe(37);
  });

  test("gives the names that people pick articles by, the same list until an article comes", async () => {
    const named = [
      article("titled", "Rain fell in Oslo.", { title: "Rain \0 again", publisher: "The Coast" }),
      article("untitled", "A ferry sank near Tallinn on Monday."),
    ];
    await store.build(named);
    const index = await open(store);
    const names = await index.names();
    expect(names.map(({ id, publisher }) => [id, publisher])).toEqual([
      ["titled", "The Coast"],
      ["untitled", null],
    ]);
    expect(names[1]?.name).toBe("A ferry sank near Tallinn on Monday. …");
    expect(names[0]?.name).toMatch(/^Rain .{0,2}again$/s);
    expect(await index.names()).toBe(names);
    await store.build([article("new", "", { title: "New" }), ...named]);
    await expect.poll(async () => (await index.names()).map(({ name }) => name)[0]).toBe("New");
  });

  test("an updated index answers as one that was built anew", async () => {
    const answers = async () => {
      const index = await open(store);
      return Promise.all(questions.map((question) => index.search(question, { top: 8 })));
    };
    const after = [...news(50).slice(12), article("fresh", "A ferry sank near Tallinn.")];
    await store.build(news(30));
    await store.build(after);
    const updated = await answers();
    await closeAll();
    await store.clear();
    await store.build(after);
    expect(await answers()).toEqual(updated);
  });

  test("articles are related to each other, and again when one leaves", async () => {
    const relate = (articles: readonly Article[]) =>
      articles.map((one) =>
        one.title === String(articles.length) ? one : { ...one, title: String(articles.length) },
      );
    await store.build(news(6), { relate });
    const index = await open(store);
    expect((await index.article("news-3"))?.title).toBe("6");
    await store.build(news(5), { relate });
    await expect.poll(async () => (await index.article("news-3"))?.title).toBe("5");
  });

  test("another embedder means a new index", async () => {
    await store.build(news(4));
    const other = { ...embedder, id: "other" };
    expect(await store.build(news(4), { embedder: other })).toMatchObject({ added: 4, changed: true });
  });

  test("a build that fails leaves the index as it was", async () => {
    const { version } = await store.build(news(4));
    const embedDocuments = () => Promise.reject(new Error("the embedder is down"));
    await expect(store.build(news(9), { embedder: { ...embedder, embedDocuments } })).rejects.toThrow("down");
    expect(await store.build(news(4))).toMatchObject({ version, changed: false });
    expect(await (await open(store)).stats()).toMatchObject({ articles: 4 });
  });
});

test("both stores tell copies of a report with it, and put what repeats below what does not", async () => {
  const papers = ["Alpha", "Beta", "Gamma"].map((publisher) =>
    article(publisher, printed(`The ${publisher} reports from the coast.`), { publisher }),
  );
  const rest = Object.entries(others).map(([id, text]) => article(id, text));
  const told = await Promise.all(
    Array.from(stores.values(), async (store) => {
      await store.build([...papers, article("wire", wire, { publisher: "Reuters" }), ...rest], { relate });
      return (await open(store)).search("How fast was the wind in Brevik?", { top: 4, distinct: true });
    }),
  );
  const [here, there] = told.map((hits) =>
    hits.map(({ article, copies }) => [article.id, copies?.map(({ id }) => id)]),
  );
  expect(here?.[0]).toEqual(["wire", expect.arrayContaining(["Alpha", "Beta", "Gamma"])]);
  expect(there).toEqual(here);
});

test("both stores give the same answers, and go on to when articles come, move and leave", async () => {
  const generated = new News();
  const first = Array.from({ length: 520 }, (_, n) => generated.article(n));
  const then = [
    article("fresh", "A ferry sank near Tallinn."),
    ...first.slice(9, 300),
    ...first.slice(310),
    first[7]!,
  ];
  const asked = [...generated.questions(12, 520), "ferry accident"];
  const filters = [{}, {}, { from: "2014", to: "2016" }, { source: "Paper 30" }];
  const [here, there] = [...stores.values()];
  for (const articles of [first, then]) {
    await Promise.all([here!.build(articles), there!.build(articles)]);
    const [one, other] = [await open(here!), await open(there!)];
    let [found, all] = [0, 0];
    for (const [n, question] of asked.entries()) {
      const filter = filters[n % filters.length]!;
      const [mine, theirs] = await Promise.all(
        [one, other].map((index) => index.search(question, { top: 10, filter })),
      );
      const about = JSON.stringify({ question, filter });
      expect(theirs!.length, about).toBe(mine!.length);
      theirs!.forEach(({ score }, i) => {
        expect(Math.abs(score - mine![i]!.score), about).toBeLessThan(0.01);
      });
      const wanted = mine!.map(({ passage }) => JSON.stringify(passage));
      found += theirs!.filter(({ passage }) => wanted.includes(JSON.stringify(passage))).length;
      all += mine!.length;
    }
    expect(found / all).toBeGreaterThanOrEqual(0.99);
    await closeAll();
  }
});

test("both stores find what an abbreviation stands for, and words written apart", async () => {
  const articles = [
    article("explained", "The Rhine Ferry Council (RFC) met in Mainz."),
    article("spelled", "A boat that the Rhine Ferry Council bought ran aground."),
    article("short", "Fares of the RFC went up, and boats sail less often."),
    article("apart", "A cease-fire began at dawn."),
    article("one", "Observers say that the ceasefire held."),
    ...news(40),
  ];
  for (const [name, store] of stores) {
    await store.build(articles);
    const index = await open(store);
    const found = async (query: string) => {
      const hits = await index.search(query, { top: 10 });
      return hits.flatMap(({ article, signals }) => (signals.lexical! > 0 ? article.id : [])).sort();
    };
    for (let time = 0; time < 2; time++) {
      expect(await found("RFC"), name).toEqual(["explained", "short", "spelled"]);
      expect(await found("ceasefire"), name).toEqual(["apart", "one"]);
    }
  }
});

test("both stores rank everything where everything is asked for", async () => {
  const articles = news(60);
  const found = [];
  for (const store of stores.values()) {
    await store.build(articles);
    const index = await open(store);
    found.push(await index.search("steel sold in Riga", { top: 1_000_000 }));
    found.push(await index.search("steel sold in Riga", { top: 1_000_000, filter: { language: "de" } }));
  }
  const [all, german, allThere, germanThere] = found.map((hits) =>
    hits.map(({ article }) => article.id).sort(),
  );
  expect(all).toHaveLength(60);
  expect(german).toHaveLength(30);
  expect(allThere).toEqual(all);
  expect(germanThere).toEqual(german);
});

test("questions asked at once are answered as those asked one by one, while the index is being updated", async () => {
  const store = stores.get("in PostgreSQL")!;
  await store.build(news(60));
  const index = await open(store);
  const all = () => Promise.all(questions.map((question) => index.search(question, { top: 5 })));
  const before = await all();
  const updating = store.build(news(90));
  const meanwhile = await all();
  await updating;
  const after = await all();
  meanwhile.forEach((hits, i) => {
    expect([before[i], after[i]]).toContainEqual(hits);
  });
  expect(after[2]).not.toEqual(before[2]);
  expect(
    await Promise.all(Array.from({ length: 20 }, () => index.search("metal exports", { top: 5 }))),
  ).toEqual(Array(20).fill(after[4]));
});

test("corpora that share a database keep out of each other's way, and are searched together", async () => {
  const store = stores.get("in PostgreSQL")!;
  await store.build(news(3), { origin: "one" });
  await store.build([article("ferry", "A ferry sank near Tallinn.")], { origin: "other" });
  expect(await store.build(news(2), { origin: "one" })).toMatchObject({ articles: 3, removed: 1 });
  const index = await open(store);
  expect((await index.articles()).map(({ id }) => id)).toEqual(["news-0", "news-1", "ferry"]);
  expect((await index.search("ferry accident", { top: 1 }))[0]?.article.id).toBe("ferry");
});
