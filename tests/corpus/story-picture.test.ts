import { expect, it } from "vitest";
import type { Article } from "../../src/corpus/article.ts";
import { renderStories } from "../../src/corpus/story-picture.ts";
import { storyTrees } from "../../src/corpus/story-tree.ts";
import { toPng } from "../../src/drawing/png.ts";
import { article } from "../fixtures/article.ts";

function told(
  id: string,
  kind: Article["provenance"]["kind"],
  of: string | null,
  more: Partial<Article> = {},
) {
  const plain = article(id, `The council met on Monday and agreed on nothing at all, said ${id}.`);
  return { ...plain, story: "a", voice: "a", ...more, provenance: { ...plain.provenance, kind, of } };
}
const on = (date: string) => ({ published: { date, basis: "stated" as const, evidence: date } });
const drawn = (...articles: Article[]) => renderStories(storyTrees(articles));

/** What stands in the picture's text elements, in order. */
function words(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, content]) => content!);
}
const arrows = (svg: string) => svg.match(/ v12 z/g)?.length ?? 0;

it("has a mark for each article in the order of the tree, and an arrow to each that repeats another", async () => {
  const svg = drawn(
    told("relayed", "relay", "Fjord Post", { publisher: "Inland News", ...on("2025-03-03") }),
    told("first", "original", null, { publisher: "Fjord Post", ...on("2025-03-01") }),
    told("digest", "summary", "first"),
  );
  const names = words(svg).filter((word) => /^\d [A-Z](?!ar$)/.test(word));
  expect(names).toEqual(["1 Fjord Post", "2 Inland News", expect.stringMatching(/^3 The council met/)]);
  expect(arrows(svg)).toBe(2);
  expect(words(svg)[1]).toBe("3 sources, 1 voice");
  expect(words(svg).join("\n")).toMatch(/relays it · 3 March 2025, stated/);
  // Who comes later stands further to the right; who is undated stands by itself.
  const [first, relayed, digest] = [...svg.matchAll(/<circle cx="([\d.]+)" cy="\d+" r="15"/g)].map(([, x]) =>
    Number(x),
  );
  expect(first).toBeLessThan(relayed!);
  expect(digest).toBeLessThan(first!);
  expect(words(svg)).toContain("?");
  expect([...(await toPng(svg)).slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
});

it("draws an outlet whose report is not here as such", () => {
  const svg = drawn(told("one", "relay", "Financial Times"), told("two", "relay", "Financial Times"));
  expect(words(svg)).toEqual(expect.arrayContaining(["Financial Times", "its own report is not here"]));
  expect(arrows(svg)).toBe(2);
  expect(svg).not.toMatch(/NaN|undefined/);
});

it("keeps hostile and long names harmless, and cuts what does not fit", () => {
  const svg = drawn(
    told("a", "original", null, { publisher: `</text><script href="x">&\u0000\ud800`, ...on("2025-03-01") }),
    told("b", "original", null, { publisher: "白俄罗斯", title: "a very long word ".repeat(40) }),
    told("c", "original", null, { title: "W".repeat(500), ...on("2025-03-02") }),
  );
  expect(svg).not.toContain("<script");
  expect(words(svg)).toContain("1 &lt;/text&gt;&lt;script href=&quot;x&quot;&gt;&amp;");
  for (const line of words(svg)) expect(line.replace(/&\w+;/g, "&").length).toBeLessThanOrEqual(60);
});

it("shows the first forty reports of a story that many tell, and says how many more there are", () => {
  const many = Array.from({ length: 55 }, (_, i) => told(`n${i}`, "original", null, { voice: `n${i}` }));
  const shown = words(drawn(...many));
  expect(shown).toContain("55 sources, 55 voices");
  expect(shown).toContain("and 15 more");
});

it("draws several stories one below the other, and says how many it leaves out", () => {
  const twenty = Array.from({ length: 20 }, (_, i) =>
    Array.from({ length: 5 }, (_, j) => told(`s${i}n${j}`, "original", null, { story: `s${i}` })),
  );
  const shown = words(drawn(...twenty.flat()));
  expect(shown.filter((word) => word === "5 sources, 1 voice")).toHaveLength(12);
  expect(shown).toContain("and 8 more stories");
});
