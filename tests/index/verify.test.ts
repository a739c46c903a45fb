import { rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verify } from "../../src/index/verify.ts";
import { build, folder, news } from "./corpora.ts";

const kinds = async (dir: string, embedder?: string) => (await verify(dir, embedder)).map(({ kind }) => kind);

test("a whole index is said to be whole, with its figures", async () => {
  const dir = folder();
  await build(dir, news(5));
  const [finding] = await verify(dir, "hashing-1");
  expect(finding).toMatchObject({ kind: "fine", remedy: null });
  expect(finding?.message).toContain("5 articles");
});

test("what is wrong is named with its remedy, and indexing mends it", async () => {
  const dir = folder();
  expect(await kinds(dir)).toEqual(["fault"]);
  await build(dir, news(5));
  const { version } = await build(dir, news(6));
  expect(await kinds(dir, "another")).toEqual(["fine", "fault", "fine"]);
  truncateSync(join(dir, version, "articles.jsonl"), 10);
  const [fault] = await verify(dir);
  expect(fault).toMatchObject({ kind: "fault", remedy: expect.stringContaining("index") });
  expect(fault?.message).toContain("articles.jsonl");
  rmSync(join(dir, "current"));
  expect(await kinds(dir)).toEqual(["fault", "fine", "fault"]);
  await build(dir, news(6));
  expect((await verify(dir))[0]?.kind).toBe("fine");
});
