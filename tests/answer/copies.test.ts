import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Desk, openDesk } from "../../src/desk.ts";
import { others, printed, wire } from "../fixtures/wire.ts";

let desk: Desk;

/** A corpus in which four newspapers print what an agency sent. */
beforeAll(async () => {
  const dir = mkdtempSync(join(tmpdir(), "attache-copies-"));
  const papers = ["Alpha", "Beta", "Gamma", "Delta"].map((name, i) => ({
    _id: name,
    text: printed(`The ${name} reports from the coast.`),
    metadata: { publisher: `${name} Daily`, published: `2025-03-0${5 + i}` },
  }));
  const all = [
    ...papers,
    { _id: "wire", text: wire, metadata: { publisher: "Reuters", published: "2025-03-04" } },
    ...Object.entries(others).map(([_id, text]) => ({ _id, text })),
  ];
  const corpus = join(dir, "corpus.jsonl");
  writeFileSync(corpus, all.map((record) => JSON.stringify(record)).join("\n"));
  desk = await openDesk({ corpus, data: join(dir, "data") });
  return async () => {
    await desk.close();
    rmSync(dir, { recursive: true });
  };
});

it("an answer cites a report that is printed five times once, and says who repeats it", async () => {
  const { claims, citations, notes } = await desk.ask({ text: "How fast was the wind in Brevik?" });
  expect(claims.map(({ text }) => text).join()).toContain("42 metres a second");
  expect(citations.map(({ articleId }) => articleId)).toEqual(["wire"]);
  expect(notes).toHaveLength(1);
  expect(notes[0]).toMatch(
    /\(Alpha Daily\).*\(Beta Daily\).*\(Gamma Daily\) and 1 more repeat .*\(Reuters\)/,
  );
  expect(notes[0]).toContain("all 5 are one voice");
});

it("a narrowed question is answered by the copy it is narrowed to", async () => {
  const { citations, notes } = await desk.ask({
    text: "How fast was the wind in Brevik?",
    filter: { source: "Beta Daily" },
  });
  expect(new Set(citations.map(({ articleId }) => articleId))).toEqual(new Set(["Beta"]));
  expect(notes).toEqual([]);
});

it("a search for articles, as runs are judged, still lists every copy", async () => {
  const ranked = await desk.search("storm in Brevik", { top: 9, byArticle: true });
  const ids = ranked.map(({ article }) => article.id);
  expect(ids).toEqual(expect.arrayContaining(["wire", "Alpha", "Beta", "Gamma", "Delta"]));
});
