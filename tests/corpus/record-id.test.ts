import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { loadCorpus } from "../../src/corpus/load.ts";

it("keeps what a record calls itself where that makes no id, so that a run can be judged", async () => {
  const dir = mkdtempSync(join(tmpdir(), "attache-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const file = join(dir, "corpus.jsonl");
  const records = ["Super_Bowl_50#0", "4983"].map((_id) => ({
    _id,
    title: "A title",
    text: "A sentence of news.",
  }));
  writeFileSync(file, records.map((record) => JSON.stringify(record)).join("\n"));
  const found: (string | undefined)[] = [];
  for await (const loaded of loadCorpus(file))
    if (loaded.kind === "article") found.push(loaded.article.recordId ?? loaded.article.id);
  expect(found).toEqual(["Super_Bowl_50#0", "4983"]);
});
