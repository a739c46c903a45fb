import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Bits } from "../../src/index/passages/passage-set.ts";
import { Versions } from "../../src/index/storage/versions.ts";
import { GraphBuilder } from "../../src/index/vectors/graph-builder.ts";
import { scan, toBytes } from "../../src/index/vectors/scan.ts";
import { Top } from "../../src/index/vectors/top.ts";
import { Version } from "../../src/index/version.ts";
import { article } from "../fixtures/article.ts";
import { build, folder, news } from "./corpora.ts";
import hashingEmbedder from "./hashing-embedder.ts";

const graphFrom = 100;

async function version(dir: string): Promise<Version> {
  const versions = new Versions(dir);
  return Version.open(versions, versions.current()!);
}

/** Share of the exact ten nearest among the ten found, over some questions. */
async function recall(opened: Version, allowed?: Bits): Promise<number> {
  const { dimensions } = opened.vectors;
  const rows = opened.vectors.rows({ start: 0, end: opened.passages });
  let [found, all] = [0, 0];
  for (let i = 0; i < 60; i++) {
    const query = await hashingEmbedder().embedQuery(`Company${i * 31} sold steel to officials in Riga`);
    const near = opened.vectors.search(query, 10, allowed);
    const unit = Float32Array.from(query, (value) => value / Math.hypot(...Array.from(query)));
    const exact = scan({ rows }, unit, 10, allowed);
    expect(query).toHaveLength(dimensions);
    found += near.scores.filter((score) => score >= exact.scores.at(-1)! - 1e-5).length;
    all += exact.scores.length;
  }
  return found / all;
}

test("a graph finds what a scan finds, also when a filter is wide, narrow or shuts all out", async () => {
  const dir = folder();
  await build(dir, news(3000), { graphFrom });
  const opened = await version(dir);
  expect(opened.manifest.graph?.recall).toBeGreaterThanOrEqual(0.98);
  expect(await recall(opened)).toBeGreaterThanOrEqual(0.98);
  for (const step of [2, 10, 100, 1000]) {
    const allowed = new Bits(opened.passages);
    for (let i = 0; i < opened.passages; i += step) allowed.add({ start: i, end: i + 1 });
    expect(await recall(opened, allowed), `one of ${step}`).toBeGreaterThanOrEqual(0.98);
    const near = opened.vectors.search(await hashingEmbedder().embedQuery("steel"), 10, allowed);
    expect(near.passages.every((passage) => passage % step === 0)).toBe(true);
  }
  expect(
    opened.vectors.search(new Float32Array(64).fill(1), 10, new Bits(opened.passages)).passages,
  ).toHaveLength(0);
  opened.close();
});

test("a graph grows with the corpus, and gives up what has left", async () => {
  const dir = folder();
  const before = news(1200);
  await build(dir, before, { graphFrom });
  const after = [article("nothing", "…"), ...before.slice(100), ...news(1300).slice(1200)];
  await build(dir, after, { graphFrom });
  const opened = await version(dir);
  expect(await recall(opened)).toBeGreaterThanOrEqual(0.98);
  const gone = await hashingEmbedder().embedQuery(before[50]!.text);
  const near = opened.vectors.search(gone, 50).passages;
  expect(Array.from(near, (passage) => opened.passage(passage).articleId)).not.toContain("news-50");
  const stays = opened.vectors.search(await hashingEmbedder().embedQuery(before[700]!.text), 1).passages[0]!;
  expect(opened.passage(stays).articleId).toBe("news-700");
  opened.close();
});

test("a graph with much gone in it is built anew, one that is no longer worth it is dropped", async () => {
  const dir = folder();
  await build(dir, news(1000), { graphFrom });
  await build(dir, news(1000).slice(400), { graphFrom });
  await build(dir, news(1000).slice(401), { graphFrom });
  const rebuilt = await version(dir);
  expect(rebuilt.vectors.labels).toHaveLength(rebuilt.passages);
  rebuilt.close();
  await build(dir, news(50), { graphFrom });
  const small = await version(dir);
  expect(small.manifest.graph).toBeNull();
  small.close();
});

test("a graph file that is cut short while it is written is noticed", () => {
  const dir = folder();
  const vectors = join(dir, "vectors");
  writeFileSync(vectors, new Float32Array(64 * 10).fill(0.125));
  const full = process.platform === "linux" ? "/dev/full" : join(dir, "no", "such", "folder");
  const builder = new GraphBuilder({ dimensions: 64, vectors, target: full, base: null });
  builder.add({ start: 0, end: 10 }, 0);
  expect(() => builder.finish(10, [])).toThrow();
});

test("vectors in bytes keep their direction", () => {
  const vector = () => fc.float32Array({ minLength: 8, maxLength: 8, noNaN: true, min: -1, max: 1 });
  fc.assert(
    fc.property(vector(), (values) => {
      const { rows, scales } = toBytes(values, 8);
      const largest = Math.max(...values.map(Math.abs));
      values.forEach((value, i) => {
        expect(Math.abs(rows[i]! * scales[0]! - value)).toBeLessThanOrEqual(largest / 250 + 1e-30);
      });
    }),
  );
});

test("the best of many are kept, in order, ties by number", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.nat(12), (scores, k) => {
      const top = new Top(k);
      scores.forEach((score, i) => {
        top.offer(i, score);
      });
      const sorted = scores.map((score, i) => ({ score, i })).sort((a, b) => b.score - a.score || a.i - b.i);
      expect(Array.from(top.take().scores)).toEqual(sorted.slice(0, k).map(({ score }) => score));
    }),
  );
});
