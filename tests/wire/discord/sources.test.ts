import { expect, test } from "vitest";
import type { Article } from "../../../src/corpus/article.ts";
import { article } from "../../fixtures/article.ts";
import { fixtureDesk } from "../../fixtures/desk.ts";
import { connected } from "./bot.ts";
import { type Message, textOf } from "./world.ts";

const words = "A storm tore the roof off the fish market in Brevik, and nineteen people were hurt.";
const plain = article("plain", words).provenance;

/** An article of one story and one voice, and what others make of it. */
function told(id: string, provenance: Partial<Article["provenance"]>, more: Partial<Article> = {}): Article {
  return article(id, words, {
    title: `The storm, by ${id}`,
    story: "coast",
    voice: "coast",
    ...more,
    provenance: { ...plain, ...provenance },
  });
}
const evidence = [{ of: "kind" as const, quote: "the Coastal Times reported on Tuesday" }];
const family = [
  told(
    "coast",
    {},
    { publisher: "Coastal Times", published: { date: "2025-03-02", basis: "stated", evidence: "2 March" } },
  ),
  told("fjord", { kind: "relay", of: "Coastal Times", evidence }, { publisher: "Fjord Post" }),
  told("city", { kind: "relay", of: "City Desk" }, { voice: "city" }),
  article("budget", "Parliament passed the budget.", { title: "The budget", publisher: "Fjord Post" }),
];

function deskOver(articles: readonly Article[]) {
  const sources = articles.map((each) => ({ article: each, passages: 1 }));
  return fixtureDesk({
    sources: async () => sources,
    source: async (id) => sources.find(({ article: each }) => each.id === id),
  });
}
const files = (message: Message) => message.versions.at(-1)!.files.map(({ name }) => name);
const body = (message: Message) => JSON.stringify(message.versions.at(-1)!.body);

test("/sources lists the articles of one story under each other, and says how many voices they are", async () => {
  const { peer } = await connected({ desk: deskOver(family) });
  const list = textOf(await peer.answer(peer.command("sources")));
  expect(list).toContain("4 articles, 4 passages");
  expect(list).toContain("3 sources, 2 voices");
  expect(list).toMatch(
    /\*\*The storm, by coast\*\*\n-# Coastal Times · March 2, 2025 \(date stated\)[\s\S]*└ \*\*The storm, by fjord\*\*\n-# Fjord Post · relays it/,
  );
  expect(list).toMatch(
    /City Desk\*\*\n-# its own report is not in the corpus[\s\S]*└ \*\*The storm, by city/,
  );
  expect(list).toMatch(/\n\*\*The budget\*\*/);
});

test("Family tree shows who repeats whom, by which words, with a picture that is described", async () => {
  const { peer } = await connected({ desk: deskOver(family) });
  const list = await peer.answer(peer.command("sources"));
  const tree = await peer.answer(peer.press(list, "tree:0:coast"));
  expect(tree.ephemeral).toBe(true);
  expect(textOf(tree)).toContain("> the Coastal Times reported on Tuesday");
  expect(files(tree)).toEqual(["story.png"]);
  expect(body(tree)).toMatch(/"description":"[^"]*3 sources, 2 voices[^"]*Fjord Post · relays it/);
  const one = await peer.answer(peer.press(tree, "source:fjord"));
  expect(textOf(one)).toContain("> the Coastal Times reported on Tuesday");
  // From the article, the way leads back to its story; an article that nobody else tells has none.
  expect(textOf(await peer.answer(peer.press(one, "tree:0:coast")))).toContain("3 sources, 2 voices");
  expect(body(await peer.answer(peer.press(list, "source:budget")))).not.toContain("tree:");
});

test("a story that many tell goes on overleaf, its picture on the first page, all of it attached", async () => {
  const many = Array.from({ length: 60 }, (_, i) =>
    told(
      `n${i}`,
      { kind: "relay", of: "Coastal Times", evidence },
      { publisher: `Outlet ${i} ${"x".repeat(90)}` },
    ),
  );
  const { peer } = await connected({ desk: deskOver([family[0]!, ...many]) });
  const list = await peer.answer(peer.command("sources"));
  const tree = await peer.answer(peer.press(list, "tree:0:coast"));
  expect(files(tree)).toEqual(["story.png", "story.md"]);
  await peer.answer(peer.press(tree, "story:1:coast"));
  expect(files(tree)).toEqual(["story.md"]);
  expect(textOf(tree)).not.toContain("**The storm, by coast**");
  await peer.answer(peer.press(tree, "story:0:coast"));
  expect(files(tree)).toEqual(["story.png", "story.md"]);
});

test("the articles of one publisher stay its own overleaf", async () => {
  const publisher = "A very long name ".repeat(6).trim().slice(0, 100);
  const own = Array.from({ length: 30 }, (_, i) =>
    article(`own${i}`, words, { title: `Own ${i}`, publisher }),
  );
  const { peer } = await connected({ desk: deskOver([...own, ...family]) });
  const list = await peer.answer(peer.command("sources", { article: publisher }));
  expect(textOf(list)).toContain("30 articles");
  await peer.answer(peer.press(list, /^sources:1:/));
  expect(textOf(list)).toContain("30 articles");
  expect(textOf(list)).toContain("Page 2");
});
