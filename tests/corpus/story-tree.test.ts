import { describe, expect, it } from "vitest";
import type { Article, Provenance } from "../../src/corpus/article.ts";
import { type Report, reportsIn, storyTrees } from "../../src/corpus/story-tree.ts";
import { article } from "../fixtures/article.ts";

const storm =
  "A storm tore the roof off the fish market in Brevik on Tuesday night, and nineteen people were taken to hospital.";

function told(id: string, provenance: Partial<Provenance>, more: Partial<Article> = {}): Article {
  const plain = article(id, `${storm} ${id} adds a word of its own.`);
  return {
    ...plain,
    story: "first",
    voice: "first",
    ...more,
    provenance: { ...plain.provenance, ...provenance },
  };
}
const on = (date: string) => ({ published: { date, basis: "stated" as const, evidence: date } });
const said = (quote: string) => ({ evidence: [{ of: "kind" as const, quote }] });

/** A tree as lines, a step in for each tie. */
function lines(roots: readonly Report[]): string[] {
  return [...reportsIn(roots)].map(
    ({ report: { article: one, outlet, tie }, depth }) =>
      `${"  ".repeat(depth)}${tie ? `${tie} ` : ""}${one?.id ?? `(${outlet})`}`,
  );
}

describe("the family tree of a story", () => {
  it("has original reports as roots, and beneath each what was made of it", () => {
    const [tree, ...others] = storyTrees([
      told("relayed", { kind: "relay", of: "coastal times", ...said("the Coastal Times reported") }),
      told("digest", { kind: "summary", of: "first" }, on("2025-03-04")),
      told("first", {}, { publisher: "The Coastal Times", ...on("2025-03-02") }),
      told("printed", {}, on("2025-03-03")),
      told("teaser", { excerpt: true }, on("2025-03-01")),
      told("elsewhere", {}, { voice: "elsewhere", publisher: "Fjord Post", ...on("2025-03-01") }),
    ]);
    expect(others).toEqual([]);
    expect(tree).toMatchObject({ id: "first", articles: 6, voices: 2 });
    expect(lines(tree!.roots)).toEqual([
      "elsewhere",
      "first",
      "  copy printed",
      "  excerpt teaser",
      "  relay relayed",
      "  summary digest",
    ]);
  });

  it("shows each tie by words that stand in both, or that its page says of itself", () => {
    const copy = told("printed", {}, on("2025-03-03"));
    const relay = told("relayed", {
      kind: "relay",
      of: "Coastal Times",
      ...said("it told the Coastal Times"),
    });
    const first = told("first", {}, { publisher: "Coastal Times", ...on("2025-03-02") });
    const [tree] = storyTrees([first, copy, relay]);
    const made = tree!.roots[0]!.made;
    expect(made.map(({ words }) => words[0])).toEqual([storm.slice(0, -1), "it told the Coastal Times"]);
    expect(copy.text).toContain(made[0]!.words[0]);
    expect(first.text).toContain(made[0]!.words[0]);
  });

  it("names the outlet that is repeated where its own report is not here", () => {
    const [tree] = storyTrees([
      told("one", { kind: "relay", of: "Financial Times" }, on("2025-03-03")),
      told("two", { kind: "relay", of: "the Financial Times" }),
      // Printed after "one" without its credit: what it says is the Financial Times' all the same.
      told("three", {}),
    ]);
    expect(lines(tree!.roots)).toEqual(["(Financial Times)", "  relay one", "    copy three", "  relay two"]);
    expect(tree).toMatchObject({ articles: 3, voices: 1 });
  });

  it("holds every article once, whatever they claim of each other", () => {
    const muddle = [
      told("a", { kind: "summary", of: "b" }),
      told("b", { kind: "relay", of: "c" }, { publisher: "d" }),
      told("c", { excerpt: true }, { publisher: "c" }),
      told("d", { kind: "relay", of: "d" }, { publisher: "d" }),
      told("e", { kind: "summary" }),
      told("f", {}, { publisher: "d" }),
      told("g", {}, { story: undefined, voice: undefined }),
    ];
    const ids = storyTrees(muddle).flatMap(({ roots }) =>
      [...reportsIn(roots)].flatMap(({ report }) => report.article?.id ?? []),
    );
    expect(ids.toSorted()).toEqual(muddle.map(({ id }) => id));
  });
});
