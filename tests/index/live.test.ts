import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { buildInBackground } from "../../src/index/build/background.ts";
import { openLive } from "../../src/index/live.ts";
import { build, byVector, folder, news } from "./corpora.ts";
import hashingEmbedder from "./hashing-embedder.ts";

test("an open index takes a new version up by itself, and searches under way end in the old one", async () => {
  const dir = folder();
  const first = await build(dir, news(5));
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const score: typeof byVector = async (query, searchable, options) => {
    if (query === "slow") await held;
    return byVector(query, searchable, options);
  };
  const index = await openLive({ dir, score, every: 5 });
  onTestFinished(() => index.close());
  const slow = index.search("slow", { top: 100 });

  const second = await build(dir, news(9));
  await vi.waitFor(() => expect(index.version).toBe(second.version));

  expect(second.version).not.toBe(first.version);
  expect(await index.stats()).toMatchObject({ articles: 9 });
  letGo();
  const articles = new Set((await slow).map((hit) => hit.article.id));
  expect(articles.size).toBe(5);
});

test("a new version that is damaged does not take over", async () => {
  const dir = folder();
  const first = await build(dir, news(5));
  const notes: string[] = [];
  const index = await openLive({ dir, score: byVector, every: 5, onNote: (note) => notes.push(note) });
  onTestFinished(() => index.close());
  const current = join(dir, "current");
  const { crc32 } = await import("node:zlib");
  writeFileSync(current, `v00000077 ${crc32("v00000077")}\n`);
  await vi.waitFor(() => expect(notes.join()).toContain("v00000077"));
  expect(index.version).toBe(first.version);
  expect(await index.search("timber", { top: 3 })).toHaveLength(3);
});

test("a corpus on disk is indexed in threads of its own, with the same result", async () => {
  const dir = folder();
  const corpus = join(folder(), "corpus.jsonl");
  const records = news(300).map(({ id, text }) => JSON.stringify({ _id: id, title: `On ${id}`, text }));
  writeFileSync(corpus, `${records.join("\n")}\nnot json\n`);
  const problems: string[] = [];
  const request = {
    dir,
    corpus,
    embedder: hashingEmbedder().recipe!,
    onProblem: ({ line }: { line: number | null }) => problems.push(String(line)),
  };
  expect(await buildInBackground(request)).toMatchObject({ articles: 300, changed: true });
  expect(problems).toEqual(["301"]);
  expect(await buildInBackground(request)).toMatchObject({ articles: 300, changed: false });
  const missing = buildInBackground({ ...request, corpus: `${corpus}.no` });
  await expect(missing).rejects.toMatchObject({ name: "UserError", code: "corpus.missing" });
});
