import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, open, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { articleFile } from "../../../src/corpus/ingest/article-file.ts";
import { type IngestEvent, ingest } from "../../../src/corpus/ingest.ts";
import { loadCorpus } from "../../../src/corpus/load.ts";
import { relate } from "../../../src/corpus/relate.ts";
import { renderStories } from "../../../src/corpus/story-picture.ts";
import { storyTrees } from "../../../src/corpus/story-tree.ts";

const STORY = "The minister arrived in Minsk on Monday and met the president. Talks lasted three hours.\n";
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "attache-hostile-"));
  await mkdir(join(folder, "in"));
});
afterEach(() => rm(folder, { recursive: true }));

const within = (name: string) => join(folder, "in", name);
async function run(): Promise<IngestEvent[]> {
  return Array.fromAsync(
    ingest([within("")], { corpus: join(folder, "corpus"), data: join(folder, "data") }),
  );
}
const reasons = (events: readonly IngestEvent[]) =>
  Object.fromEntries(
    events.flatMap((event) => (event.kind === "skipped" ? [[event.source, event.reason]] : [])),
  );
const added = (events: readonly IngestEvent[]) =>
  events.flatMap((event) => (event.kind === "added" ? [event.article] : []));
async function loaded(path: string) {
  const items = await Array.fromAsync(loadCorpus(path));
  return {
    articles: items.flatMap((item) => (item.kind === "article" ? [item.article] : [])),
    problems: items.flatMap((item) => (item.kind === "problem" ? [item.problem] : [])),
  };
}

/** Runs something, and tells by how many MB the process grew meanwhile. */
async function grown<T>(work: () => Promise<T>): Promise<[T, number]> {
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  try {
    return [await work(), (Math.max(most, process.memoryUsage.rss()) - before) / 2 ** 20];
  } finally {
    clearInterval(watch);
  }
}

describe("a file that is too much", () => {
  it("of a gigabyte in one line is refused with its reason, in little memory, and costs no other article", async () => {
    for (const name of ["big.txt", "big.jsonl", "big.html", "big.pdf"]) {
      const file = await open(within(name), "w");
      // Sparse: it takes no room on the disk.
      await file.truncate(2 ** 30);
      await file.close();
    }
    await writeFile(within("good.txt"), STORY);
    const [events, megabytes] = await grown(run);
    expect(added(events).map(({ id }) => id)).toEqual(["good"]);
    expect(reasons(events)).toEqual({
      "big.txt": expect.stringMatching(/1024 MB; a document may have/),
      "big.html": expect.stringMatching(/1024 MB; a document may have/),
      "big.pdf": expect.stringMatching(/1024 MB; a document may have/),
      "big.jsonl": expect.stringMatching(/line 1: longer than/),
    });
    expect(megabytes).toBeLessThan(300);
    const [{ articles, problems }, there] = await grown(() => loaded(within("")));
    expect(articles.map(({ id }) => id)).toEqual(["good"]);
    expect(problems.map(({ file }) => file)).toEqual(["big.html", "big.jsonl", "big.pdf", "big.txt"]);
    expect(there).toBeLessThan(300);
  });

  it("is one whose text is longer than any book, or a paragraph of it than any chapter", async () => {
    const words = "word and words. ";
    await writeFile(within("line.txt"), words.repeat(100_000));
    await writeFile(within("book.md"), `${words.repeat(20)}\n`.repeat(20_000));
    await writeFile(within("record.jsonl"), `${JSON.stringify({ id: "r", text: words.repeat(100_000) })}\n`);
    await writeFile(within("page.html"), `<article><p>${words.repeat(100_000)}</p></article>`);
    await writeFile(within("chapter.txt"), `${words.repeat(20)}\n`.repeat(2_000));
    const events = await run();
    expect(added(events).map(({ id }) => id)).toEqual(["chapter"]);
    expect(reasons(events)).toEqual({
      "line.txt": expect.stringMatching(/a line of 1\.6 million characters.*1 million at most/),
      "book.md": expect.stringMatching(/6\.4 million characters.*4 million at most/),
      "record.jsonl": expect.stringMatching(/line 1: .*1\.6 million/),
      "page.html": expect.stringMatching(/1\.6 million/),
    });
  });
});

it("two files that would be one article are told, and the first is kept", async () => {
  await writeFile(within("a.md"), `First. ${STORY}`);
  await writeFile(within("a.txt"), `Second. ${STORY}`);
  const events = await run();
  expect(added(events).map(({ text }) => text.slice(0, 5))).toEqual(["First"]);
  expect(reasons(events)).toEqual({ "a.txt": expect.stringMatching(/its id a is that of a\.md/) });
  expect(reasons(await run())).toEqual(reasons(events));
});

it("a data folder that is a file is told as such", async () => {
  await writeFile(within("a.txt"), STORY);
  const data = within("a.txt");
  const ingesting = Array.fromAsync(ingest([data], { corpus: join(folder, "corpus"), data }));
  await expect(ingesting).rejects.toThrow(/a\.txt is a file\. Name another data folder/);
});

describe("a naughty string", () => {
  // The Big List of Naughty Strings, where the open data is at hand, beside a list of our own.
  const list = `${process.env.BENCH_DATA ?? "../shared/bench"}/injection/blns.json`;
  const own: string[] = JSON.parse(
    readFileSync(new URL("../../fixtures/naughty.json", import.meta.url), "utf8"),
  );
  const strings = [
    ...new Set([...own, ...(existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [])]),
  ] as string[];

  it("as a file's name and text costs no other article, and nothing is written outside the corpus", async () => {
    const names = strings.filter(
      (name) =>
        name.isWellFormed() &&
        !/[/\0]/.test(name) &&
        Buffer.byteLength(name) <= 200 &&
        !/^\.{0,2}$/.test(name),
    );
    for (const name of names) await writeFile(within(`${name}.txt`), `${STORY}${name}\n${STORY}`);
    const events = await run();
    const hidden = names.filter((name) => /^(?:\.|readme(?:\.|$))/i.test(name));
    const skipped = Object.keys(reasons(events));
    // Two names that differ in how an accent is written are one.
    const same = names.length - new Set(names.map((name) => name.normalize("NFC"))).size;
    expect(skipped).toHaveLength(same);
    expect(added(events)).toHaveLength(names.length - hidden.length - same);
    const { articles, problems } = await loaded(join(folder, "corpus"));
    expect(problems).toEqual([]);
    expect(articles).toHaveLength(names.length - hidden.length - same);
    for (const { id, text } of articles) {
      expect(id).toMatch(/^[A-Za-z0-9._#:@+=~-]{1,80}$/);
      expect(text).toContain("The minister arrived in Minsk");
    }
    expect((await readdir(folder)).sort()).toEqual(["corpus", "data", "in"]);
  });

  it("as all that a record says of itself is kept as data, in the list, the tree and the picture", async () => {
    const records = strings.map((string, i) => ({
      _id: string === "" ? `empty ${i}` : string,
      title: string,
      text: `${string} ${STORY}${string}`,
      metadata: { publisher: string, published: string, url: string, author: string, language: string },
    }));
    await writeFile(within("all.jsonl"), records.map((record) => `${JSON.stringify(record)}\n`).join(""));
    const events = await run();
    const ids = new Set(strings.map((string) => string.normalize("NFC")));
    expect(added(events)).toHaveLength(ids.size);
    const told = relate((await loaded(join(folder, "corpus"))).articles);
    expect(told).toHaveLength(ids.size);
    for (const article of told) {
      for (const shown of [article.title, article.publisher, article.byline, article.url])
        expect(shown ?? "").not.toMatch(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/);
    }
    const picture = renderStories(storyTrees(told));
    expect(picture).not.toMatch(/<(?!\/?(?:svg|rect|text|line|circle|path)\b)/);
    expect(picture).not.toContain("\0");
  });

  it("in every field of front matter is read back as it was written", () => {
    for (const string of strings) {
      const given = { title: string, publisher: string, byline: string, language: "en" };
      const file = articleFile(
        { id: "x", file: null, url: null, text: STORY, state: "given", given },
        string,
      );
      const [, front = ""] = /^---\n([\s\S]*?)\n---\n/.exec(file) ?? [];
      expect(
        front.split("\n").every((line) => /^[a-z_]+: /.test(line)),
        JSON.stringify(front),
      ).toBe(true);
      expect(file.endsWith(STORY)).toBe(true);
    }
  });
});
