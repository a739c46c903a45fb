import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/corpus/article.ts";
import { relate } from "../../../src/corpus/relate.ts";
import { glove, gloveEmbedder } from "../../../src/index/embedders/glove.ts";
import { openIndex } from "../../../src/index/open.ts";
import { asksForPast } from "../../../src/index/search/for-readers.ts";
import { search } from "../../../src/index/search/search.ts";
import { Similarity } from "../../../src/index/search/similarity.ts";
import { thesaurus } from "../../../src/index/search/thesaurus.ts";
import { article } from "../../fixtures/article.ts";
import { others, printed, wire } from "../../fixtures/wire.ts";
import { build, folder } from "../corpora.ts";

const embedder = gloveEmbedder();
const tools = { embedder, similarity: new Similarity(glove(), thesaurus()) };

async function open(articles: readonly Article[], related = true) {
  const dir = folder();
  await build(dir, articles, { embedder, relate: related ? relate : undefined });
  const index = await openIndex({
    dir,
    score: (query, searchable, options) => search(query, searchable, tools, options),
  });
  return async (query: string, distinct = true, top = 5) => index.search(query, { top, distinct });
}

const dated = (date: string) => ({ published: { date, basis: "given" as const, evidence: date } });
const copies = ["Alpha", "Beta", "Gamma", "Delta"].map((name, i) =>
  article(`copy-${name}`, printed(`The ${name} reports from the coast.`), {
    publisher: name,
    ...dated(`2025-03-0${5 + i}`),
  }),
);
const original = article("wire", wire, { publisher: "Reuters", ...dated("2025-03-04") });
const rest = Object.entries(others).map(([id, text]) => article(id, text));
const asked = "How fast was the wind in the storm in Brevik?";

describe("a search for readers", () => {
  it("tells five prints of one report once, by its origin, and names the others with it", async () => {
    const find = await open([...copies, original, ...rest]);
    const before = (await find(asked, false)).map(({ article }) => article.voice);
    expect(new Set(before).size).toBeLessThan(3);

    const hits = await find(asked);
    expect(hits[0]!.article.id).toBe("wire");
    expect(hits[0]!.copies?.map(({ id }) => id)).toEqual(copies.map(({ id }) => id));
    const told = hits.map(({ article }) => article.id);
    expect(told.filter((id) => id.startsWith("copy"))).toEqual([]);
    expect(told).toEqual(expect.arrayContaining(["own", "ferry"]));
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it("puts what repeats another passage below what tells something else, whoever says it", async () => {
    const [first, again] = ["one", "two"].map((id) =>
      article(id, `${others.own} Police asked drivers in Brevik to stay at home.`),
    );
    const find = await open([first!, again!, ...rest.slice(1)], false);
    const ids = async (distinct: boolean) =>
      (await find("fishermen in the storm in Brevik", distinct, 3)).map(({ article }) => article.id);
    expect(await ids(false)).toEqual(["one", "two", "ferry"]);
    expect(await ids(true)).toEqual(["one", "ferry", "two"]);
  });

  it("of reports about equal puts an original before a relay, and the newer before the older", async () => {
    const text = (town: string) => `The mayor of ${town} opened a bridge over the river for cyclists.`;
    const relay = { kind: "relay", of: "The Coast", machineGenerated: false, excerpt: false, evidence: [] };
    const reports = [
      article("relayed", text("Larvik"), { ...dated("2025-05"), provenance: relay as Article["provenance"] }),
      article("older", text("Moss"), dated("2024-05")),
      article("newer", text("Horten"), dated("2025-05")),
    ];
    const find = await open(reports, false);
    const ids = async (query: string) => (await find(query)).map(({ article }) => article.id);
    expect(await ids("Who opened a bridge for cyclists?")).toEqual(["newer", "older", "relayed"]);
    // Who asks for what was wants no newer report.
    expect((await ids("Who first opened a bridge for cyclists?")).slice(0, 2)).toEqual(["older", "newer"]);
  });
});

it("knows a question that asks for a past time", () => {
  for (const past of [
    "What happened in March 2019?",
    "Who was the first president?",
    "strikes ten years ago",
  ])
    expect([past, asksForPast(past)]).toEqual([past, true]);
  for (const open of ["Who is the president?", "price of gas now", "What will the council build?"])
    expect([open, asksForPast(open)]).toEqual([open, false]);
});
