import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FORMAT } from "../../src/index/storage/manifest.ts";
import { Versions } from "../../src/index/storage/versions.ts";
import { build, folder, news, open } from "./corpora.ts";

/** An index of two versions: five articles, then six. */
async function twoVersions() {
  const dir = folder();
  await build(dir, news(5));
  const { version } = await build(dir, news(6));
  return { dir, version, path: join(dir, version) };
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at % bytes.length]! ^= 1 << (at % 8);
  writeFileSync(file, bytes);
}

test("every file of a version is guarded: one bit wrong in any, and the version before it serves, with a word", async () => {
  const { dir, path } = await twoVersions();
  const files = readdirSync(path).filter((name) => readFileSync(join(path, name)).length > 0);
  expect(files.length).toBeGreaterThan(15);
  for (const [i, name] of files.entries()) {
    const original = readFileSync(join(path, name));
    flip(join(path, name), i * 7919);
    const notes: string[] = [];
    const index = await open(dir, (note) => notes.push(note));
    expect(await index.stats(), name).toMatchObject({ articles: 5 });
    expect(notes.join(), name).toContain(name);
    writeFileSync(join(path, name), original);
  }
  expect(await (await open(dir)).stats()).toMatchObject({ articles: 6 });
});

test("a truncated file, a missing one, a missing folder: the last good version serves", async () => {
  const { dir, path } = await twoVersions();
  truncateSync(join(path, "words.postings"), 12);
  expect(await (await open(dir)).stats()).toMatchObject({ articles: 5 });
  rmSync(join(path, "manifest.json"));
  expect(await (await open(dir)).stats()).toMatchObject({ articles: 5 });
  rmSync(path, { recursive: true });
  expect(await (await open(dir)).stats()).toMatchObject({ articles: 5 });
});

test("a pointer that is garbled or gone: the newest whole version serves", async () => {
  const { dir } = await twoVersions();
  flip(join(dir, "current"), 8);
  expect(await (await open(dir)).stats()).toMatchObject({ articles: 6 });
  rmSync(join(dir, "current"));
  expect(await (await open(dir)).stats()).toMatchObject({ articles: 6 });
});

test("no version whole: opening says so and names the remedy, and indexing builds anew", async () => {
  const { dir } = await twoVersions();
  for (const name of new Versions(dir).candidates()) truncateSync(join(dir, name, "vectors.i16"), 1);
  await expect(open(dir)).rejects.toMatchObject({
    code: "index.damaged",
    message: expect.stringContaining("run `index`"),
  });
  const notes: string[] = [];
  expect(await build(dir, news(6), { onNote: (note) => notes.push(note) })).toMatchObject({ added: 6 });
  expect(notes.join()).toContain("vectors.i16");
  expect(await (await open(dir)).stats()).toMatchObject({ articles: 6 });
});

test("no index yet is said as such", async () => {
  await expect(open(folder())).rejects.toMatchObject({ code: "index.missing" });
});

test("what a killed writer left behind is cleared away by the next", async () => {
  const { dir } = await twoVersions();
  mkdirSync(join(dir, "building"));
  writeFileSync(join(dir, "building", "words.postings"), "half");
  writeFileSync(join(dir, "current.next"), "v000");
  await build(dir, news(7));
  expect(await (await open(dir)).stats()).toMatchObject({ articles: 7 });
  expect(readdirSync(dir)).not.toContain("building");
});

test("a version that was named but never pointed to does no harm", async () => {
  const { dir, version } = await twoVersions();
  cpSync(join(dir, version), join(dir, "v00000099"), { recursive: true });
  expect((await open(dir)).version).toBe(version);
  await build(dir, news(8));
  expect((await open(dir)).version).toBe("v00000100");
});

test("a data folder of another format is built anew", async () => {
  const { dir, path } = await twoVersions();
  const other = { format: FORMAT + 1, files: {} };
  const { crc32 } = await import("node:zlib");
  const body = JSON.stringify(other);
  writeFileSync(join(path, "manifest.json"), `${crc32(body)}\n${body}\n`);
  rmSync(join(dir, "v00000001"), { recursive: true });
  await expect(open(dir)).rejects.toMatchObject({ code: "index.damaged" });
  const notes: string[] = [];
  const onNote = (note: string) => notes.push(note);
  expect(await build(dir, news(6), { onNote })).toMatchObject({ added: 6, changed: true });
  expect(notes.join()).toContain("written by another version of this program");
});

test("the version before the newest is kept, older ones go", async () => {
  const { dir, version } = await twoVersions();
  const third = await build(dir, news(7));
  expect(readdirSync(dir).filter((name) => name.startsWith("v"))).toEqual([version, third.version]);
});

test("two writers at once: one waits and says so, and both corpora's last word is a whole index", async () => {
  const dir = folder();
  await build(dir, news(2));
  const notes: string[] = [];
  const onNote = (note: string) => notes.push(note);
  await Promise.all([build(dir, news(200), { onNote }), build(dir, news(201), { onNote })]);
  expect(notes).toHaveLength(1);
  expect(notes[0]).toContain("waiting");
  const { articles } = await (await open(dir)).stats();
  expect([200, 201]).toContain(articles);
});

test("a build that fails leaves the index as it was, and no debris", async () => {
  const { dir, version } = await twoVersions();
  const { default: hashingEmbedder } = await import("./hashing-embedder.ts");
  const embedDocuments = () => Promise.reject(new Error("the embedder is down"));
  await expect(build(dir, news(9), { embedder: { ...hashingEmbedder(), embedDocuments } })).rejects.toThrow(
    "down",
  );
  expect((await open(dir)).version).toBe(version);
  expect(readdirSync(dir)).not.toContain("building");
  expect(await build(dir, news(9))).toMatchObject({ articles: 9, added: 3 });
});
