import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Bits } from "../../src/index/passages/passage-set.ts";
import { Versions } from "../../src/index/storage/versions.ts";
import { decode, encode } from "../../src/index/vectors/codes.ts";
import { compileKernel } from "../../src/index/vectors/compile-kernel.ts";
import { Kernel } from "../../src/index/vectors/kernel.ts";
import { Top } from "../../src/index/vectors/top.ts";
import { normalise } from "../../src/index/vectors/unit.ts";
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
  const rows = opened.vectors.vectors({ start: 0, end: opened.passages });
  let [found, all] = [0, 0];
  for (let i = 0; i < 60; i++) {
    const query = await hashingEmbedder().embedQuery(`Company${i * 31} sold steel to officials in Riga`);
    const near = opened.vectors.search(query, 10, allowed);
    const unit = Float32Array.from(query);
    normalise(unit);
    const top = new Top(Math.min(10, allowed?.size ?? 10));
    for (const row of allowed ?? Array(opened.passages).keys()) {
      let cosine = 0;
      for (let d = 0; d < dimensions; d++) cosine += unit[d]! * rows[row * dimensions + d]!;
      top.offer(row, cosine);
    }
    found += near.scores.filter((score) => score >= top.least - 1e-4).length;
    all += top.take().passages.length;
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

test("a graph of which most has gone still finds what is left, one that is no longer worth it is dropped", async () => {
  const dir = folder();
  await build(dir, news(1000), { graphFrom });
  await build(dir, news(1000).slice(400), { graphFrom });
  await build(dir, news(1000).slice(700), { graphFrom });
  const left = await version(dir);
  expect(left.manifest.graph?.recall).toBeGreaterThanOrEqual(0.98);
  expect(await recall(left)).toBeGreaterThanOrEqual(0.98);
  left.close();
  await build(dir, news(50), { graphFrom });
  const small = await version(dir);
  expect(small.manifest.graph).toBeNull();
  small.close();
});

test("every passage can be found in a graph that grew by many small updates", async () => {
  const dir = folder();
  for (const end of [300, 330, 500, 510, 900]) await build(dir, news(end).slice(end / 10), { graphFrom });
  const opened = await version(dir);
  for (let passage = 0; passage < opened.passages; passage++) {
    const { scores } = opened.vectors.search(opened.vectors.vector(passage), 1);
    expect(scores[0]).toBeGreaterThan(0.999);
  }
  opened.close();
});

test("the compiled kernel is what its source says", async () => {
  const committed = readFileSync(new URL("../../src/index/vectors/kernel.wasm", import.meta.url));
  expect(Buffer.from(await compileKernel()).equals(committed)).toBe(true);
});

test("vectors keep their products in 16 bits, of any number of dimensions", () => {
  const pair = fc
    .integer({ min: 1, max: 70 })
    .chain((length) =>
      fc.tuple(
        ...[0, 1].map(() =>
          fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: length, maxLength: length }),
        ),
      ),
    );
  fc.assert(
    fc.property(pair, (values) => {
      const [one, other] = values.map((vector) => Float32Array.from(vector!)) as [Float32Array, Float32Array];
      normalise(one);
      normalise(other);
      const kernel = new Kernel(one.length, 0);
      kernel.count = 1;
      kernel.rows({ start: 0, end: 1 }).set(encode(other, other.length));
      kernel.ask(one);
      const exact = one.reduce((sum, value, d) => sum + value * other[d]!, 0);
      expect(kernel.score(0)).toBeCloseTo(exact, 3);
      expect(decode(encode(one, one.length), one.length)).toHaveLength(one.length);
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
