import { mkdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { type LoadOptions, readCorpus } from "../../src/corpus/load.ts";
import { type Built, buildIndex } from "../../src/index/build/build.ts";
import { folder, open } from "./corpora.ts";
import hashingEmbedder from "./hashing-embedder.ts";

const long = new Date(Date.now() - 60_000);

/** A corpus folder of some texts, its index, and which files were read at the last update. */
function setting(texts: Record<string, string>) {
  const [corpus, dir] = [join(folder(), "corpus"), folder()];
  mkdirSync(corpus);
  const read: string[] = [];
  const write = (name: string, text: string) => writeFileSync(join(corpus, name), text);
  for (const [name, text] of Object.entries(texts)) write(name, text);
  // Status changes cannot be dated back, so the clock is set on.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const update = (): Promise<Built> => {
    read.length = 0;
    const watched = (files: LoadOptions["files"]): LoadOptions["files"] =>
      files && {
        articlesOf: (file, stamp) => {
          const ids = files.articlesOf(file, stamp);
          if (!ids) read.push(file);
          return ids;
        },
        add: (...entry) => files.add(...entry),
      };
    return buildIndex({
      dir,
      embedder: hashingEmbedder(),
      corpus: (known, files) => readCorpus(corpus, { known, files: watched(files) }),
    });
  };
  return { corpus, dir, read, write, update };
}

const texts = {
  "a.txt": "Potash left Belarus by rail.",
  "b.txt": "Rain fell on Oslo.",
  "c.txt": "A ferry sank.",
};

test("a file that is as it was is not read again, one that differs is", async () => {
  const { dir, read, write, update } = setting(texts);
  await update();
  expect(await update()).toMatchObject({ changed: false });
  expect(read).toEqual([]);
  write("b.txt", "Snow fell on Oslo.");
  expect(await update()).toMatchObject({ added: 1, removed: 1 });
  expect(new Set(read)).toEqual(new Set(["b.txt"]));
  const held = await (await open(dir)).articles();
  expect(held.map(({ text }) => text)).toContain("Snow fell on Oslo.");
});

test("a file of the same size and time, but other words, is noticed", async () => {
  const { corpus, dir, write, update } = setting(texts);
  utimesSync(join(corpus, "b.txt"), long, long);
  await update();
  const { size } = statSync(join(corpus, "b.txt"));
  write("b.txt", "Hail fell on Oslo.");
  utimesSync(join(corpus, "b.txt"), long, long);
  expect(statSync(join(corpus, "b.txt")).size).toBe(size);
  await update();
  expect((await (await open(dir)).articles()).map(({ text }) => text)).toContain("Hail fell on Oslo.");
});

test("what two files claim goes to the one that is left", async () => {
  const line = (text: string) => `${JSON.stringify({ _id: "same", text })}\n`;
  const { corpus, dir, update } = setting({
    "a.jsonl": line("The first one."),
    "b.jsonl": line("The other one."),
  });
  await update();
  expect((await (await open(dir)).articles()).map(({ text }) => text)).toEqual(["The first one."]);
  await update();
  rmSync(join(corpus, "a.jsonl"));
  await update();
  expect((await (await open(dir)).articles()).map(({ text }) => text)).toEqual(["The other one."]);
});

test("a list of files that is garbled, cut short or of another version only costs time", async () => {
  const { dir, read, update } = setting(texts);
  await update();
  const list = join(dir, "files.json");
  const whole = readFileSync(list);
  const garble = [
    () => truncateSync(list, 30),
    () => writeFileSync(list, whole.toString().replace("a.txt", "b.txt")),
    () => writeFileSync(list, whole.toString().replace("v00000001", "v00000007")),
    () => rmSync(list),
  ];
  for (const harm of garble) {
    harm();
    expect(await update()).toMatchObject({ changed: false, articles: 3 });
    expect(read).toHaveLength(3);
    expect(await update()).toMatchObject({ changed: false });
    expect(read).toEqual([]);
  }
});
