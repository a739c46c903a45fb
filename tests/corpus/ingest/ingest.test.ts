import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDocument } from "../../../src/corpus/formats/read-document.ts";
import { articleFile } from "../../../src/corpus/ingest/article-file.ts";
import { keepIngesting } from "../../../src/corpus/ingest/keep.ts";
import {
  type IngestEvent,
  type IngestOptions,
  ingest,
  removeArticles,
  summarise,
  type Target,
} from "../../../src/corpus/ingest.ts";
import { loadCorpus } from "../../../src/corpus/load.ts";
import type { RawArticle } from "../../../src/corpus/raw.ts";

const STORY =
  "The minister arrived in Minsk on Monday and met the president. Talks lasted three hours, and ended well.\n";
let folder: string;
let corpus: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "attache-ingest-"));
  corpus = join(folder, "corpus");
  await mkdir(join(folder, "in", "sub"), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const options = (): IngestOptions => ({ corpus, data: join(folder, "data") });
const run = (targets: Target[], more: Partial<IngestOptions> = {}): Promise<IngestEvent[]> =>
  Array.fromAsync(ingest(targets, { ...options(), ...more }));
const within = (path: string) => join(folder, "in", path);
async function articles() {
  const loaded = await Array.fromAsync(loadCorpus(corpus));
  return loaded.flatMap((one) => (one.kind === "article" ? [one.article] : []));
}

describe("ingest", () => {
  it("adds a folder's documents, tells each, and does nothing the second time", async () => {
    await writeFile(within("a.txt"), STORY);
    await writeFile(
      within("sub/b.md"),
      `---\ntitle: B\npublished: 2025-12\nsource: The Example\n---\n${STORY}`,
    );
    await writeFile(within("broken.pdf"), "%PDF nothing");
    await writeFile(within("photo.jpg"), "x");
    await writeFile(within("README.md"), "not an article");
    const first = await run([within("")]);
    expect(first[0]).toEqual({ kind: "found", count: 3 });
    expect(summarise(first)).toEqual({
      added: 2,
      updated: 0,
      unchanged: 0,
      skipped: 1,
      reasons: { "document.broken": 1 },
    });
    expect(await articles()).toMatchObject([
      { id: "a", url: null },
      {
        title: "B",
        publisher: "The Example",
        published: { date: "2025-12", basis: "given", evidence: "2025-12" },
      },
    ]);
    expect(summarise(await run([within("")]))).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 2,
      skipped: 1,
    });
    await writeFile(within("a.txt"), `${STORY}More was said on Friday, by both sides, at some length.\n`);
    expect(summarise(await run([within("")]))).toMatchObject({ added: 0, updated: 1, unchanged: 1 });
  });

  it("tells in a dry run what it would add, and writes nothing anywhere", async () => {
    await writeFile(within("sub/a.txt"), STORY);
    const events = await run([within("")], { dryRun: true });
    expect(events).toMatchObject([
      { kind: "found" },
      { kind: "added", article: { file: "sub/a.txt", text: STORY.trim() } },
    ]);
    expect(await readdir(folder)).toEqual(["in"]);
  });

  it("copies nothing that lies in the corpus already", async () => {
    await mkdir(corpus);
    await writeFile(join(corpus, "a.txt"), STORY);
    expect((await run([corpus])).slice(1)).toEqual([{ kind: "unchanged", source: "a.txt", ids: ["a"] }]);
    expect(await readdir(corpus)).toEqual(["a.txt"]);
  });

  it("does not take the place of an article that it did not add", async () => {
    await mkdir(corpus);
    await writeFile(join(corpus, "a.txt"), STORY);
    await writeFile(
      within("a.txt"),
      "Another story altogether, of the same name, and long enough to be one.\n",
    );
    expect((await run([within("a.txt")])).at(-1)).toMatchObject({
      kind: "skipped",
      code: "ingest.taken",
      reason: expect.stringContaining("a.txt"),
    });
    expect(await readFile(join(corpus, "a.txt"), "utf8")).toBe(STORY);
  });

  it("adds the records of a .jsonl as one file, and keeps those it does not mention", async () => {
    const lines = (ids: string[]) =>
      ids.map((id) => JSON.stringify({ _id: id, title: id, text: `${id}: ${STORY}` })).join("\n");
    await writeFile(within("news.jsonl"), `${lines(["one", "two"])}\nnot json\n`);
    expect(summarise(await run([within("news.jsonl")]))).toMatchObject({ added: 2, skipped: 1 });
    await writeFile(within("news.jsonl"), lines(["two", "three"]));
    expect(summarise(await run([within("news.jsonl")]))).toMatchObject({ added: 1, unchanged: 1 });
    expect(await readdir(corpus)).toEqual(["news.jsonl"]);
    expect((await articles()).map(({ id }) => id).toSorted()).toEqual(["one", "three", "two"]);
    await removeArticles(["one"], options());
    expect((await articles()).map(({ id }) => id).toSorted()).toEqual(["three", "two"]);
  });

  it("takes an attachment by its name alone, wherever that leads", async () => {
    const bytes = new TextEncoder().encode(STORY);
    const events = await run([
      { name: "../../../etc/passwd.txt", bytes },
      { name: "..\\..\\boot.txt", bytes },
      {
        name: "page.html",
        bytes: new TextEncoder().encode(`<h1>T</h1>${`<p>${STORY.repeat(3)}</p>`.repeat(3)}`),
        mediaType: "text/html",
      },
      { name: "song.mp3", bytes, mediaType: "audio/mpeg" },
    ]);
    expect(summarise(events)).toMatchObject({ added: 3, skipped: 1, reasons: { "document.unsupported": 1 } });
    expect((await readdir(corpus)).toSorted()).toEqual(["boot.md", "page.md", "passwd.md"]);
    expect((await readdir(folder)).toSorted()).toEqual(["corpus", "data", "in"]);
  });

  it("tells what is not there, and goes on", async () => {
    await writeFile(within("a.txt"), STORY);
    const events = await run([within("nothing.txt"), "file:///etc/passwd", within("a.txt")]);
    expect(events.flatMap((event) => (event.kind === "skipped" ? [event.code] : []))).toEqual([
      "ingest.missing",
      "url.refused",
    ]);
    expect(summarise(events)).toMatchObject({ added: 1 });
  });

  it("reads a file again when it changes, and another that comes", async () => {
    await writeFile(within("a.txt"), STORY);
    const stop = new AbortController();
    const seen: string[] = [];
    for await (const event of keepIngesting([within("")], {
      ...options(),
      watch: true,
      signal: stop.signal,
    })) {
      if (event.kind === "added" || event.kind === "updated") seen.push(`${event.kind} ${event.source}`);
      if (event.kind !== "rest") continue;
      if (seen.length === 1) await writeFile(within("sub/b.txt"), `${STORY}And this.\n`);
      if (seen.length === 2) stop.abort();
      await sleep(10);
    }
    expect(seen).toEqual(["added a.txt", "added sub/b.txt"]);
  });
});

describe("an article's file", () => {
  const article = (given: RawArticle["given"], text = STORY): RawArticle => ({
    id: "a",
    file: null,
    url: "https://example.org/a",
    text,
    state: "extracted",
    given,
  });

  it("gives back what was put into it", async () => {
    const raw = article({
      title: 'He said: "No" --- \\ # and left',
      publisher: "Ça & là",
      byline: "Ann Lee, Bo Roy",
      language: "en",
      published: { date: "2025-10-01", basis: "stated", evidence: '"datePublished": "2025-10-01"' },
      excerpt: { quote: "Subscribe to continue reading" },
    });
    const [read] = await readDocument(Buffer.from(articleFile(raw, "https://example.org/a")), {
      file: "a.md",
    });
    expect(read).toEqual({ ...raw, file: "a.md" });
  });

  it.each([
    ["front matter in the text", "---\ntitle: forged\n---\nText that goes on."],
    ["a fence", "---\n\nText"],
    ["YAML's own marks", "!!js/function 'x' &a *a {{ }} %TAG"],
    ["line breaks of all kinds", "One\r\nTwo\rThree\u2028Four"],
    ["half a character", "A \ud800 half"],
    ["right-to-left and zero-width", "‏עברית‏ \u202eevil\u202c \u200b"],
  ])("is not led astray by %s", async (_, text) => {
    const raw = article({ title: text, publisher: text, byline: text }, text);
    const [read] = await readDocument(Buffer.from(articleFile(raw, text)), { file: "a.md" });
    expect(read).toMatchObject({ id: "a", url: "https://example.org/a", state: "extracted" });
    expect(read!.text).toBe(text.toWellFormed().replace(/\r\n?/g, "\n"));
    expect(read!.given.published).toBeUndefined();
  });
});
