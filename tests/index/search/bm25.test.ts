import { expect, it, onTestFinished } from "vitest";
import { ArticleBm25, Bm25, best } from "../../../src/index/search/bm25.ts";
import { Versions } from "../../../src/index/storage/versions.ts";
import { Version } from "../../../src/index/version.ts";
import { article } from "../../fixtures/article.ts";
import { build, folder } from "../corpora.ts";

async function version(texts: readonly string[]) {
  const dir = folder();
  await build(
    dir,
    texts.map((text, i) => article(`a${i}`, text)),
  );
  const versions = new Versions(dir);
  const opened = await Version.open(versions, versions.current()!);
  onTestFinished(() => opened.close());
  return opened;
}

const long = Array.from(
  { length: 60 },
  (_, i) => `Sentence ${i} speaks of potash and of towns by the river.`,
);
const texts = ["Potash from Minsk.", long.join(" "), "Minsk, Minsk and Minsk.", "Nothing of the sort."];

/** The formula as it stands in the literature, over the words of some passages taken as one text. */
function bm25(stem: number, { words }: Version, from: readonly number[], averageLength: number): number {
  let tf = 0;
  let length = 0;
  for (const passage of from) {
    const { passages, counts } = words.postings(stem);
    const at = passages.indexOf(passage);
    tf += at < 0 ? 0 : counts[at]!;
    length += words.length(passage);
  }
  return (tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * length) / averageLength));
}

it("scores passages, and articles as one text, by the formula, whatever was asked before", async () => {
  const opened = await version(texts);
  const [potash, minsk] = ["potash", "minsk"].map((word) => opened.words.stem(word)) as [number, number];
  const passages = new Bm25(opened.words);
  passages.score([{ stem: potash, weight: 3 }]);
  const scores = passages.score([{ stem: minsk, weight: 2 }]);
  const expected = Array.from(
    { length: opened.passages },
    (_, passage) => 2 * bm25(minsk, opened, [passage], opened.words.averageLength),
  );
  expected.forEach((score, passage) => {
    expect(scores.of[passage] ?? 0).toBeCloseTo(score, 5);
  });
  expect([...scores.found].sort()).toEqual([0, opened.passages - 2]);
  expect(best(scores, 1)).toEqual([opened.passages - 2]);
  expect(best(scores, 5, new Set([0]))).toEqual([0]);

  const mean = (opened.words.averageLength * opened.passages) / opened.articles;
  const { start, end } = opened.passagesOf(1);
  expect(end - start).toBeGreaterThan(1);
  const whole = Array.from({ length: end - start }, (_, i) => start + i);
  const found = new ArticleBm25(opened).score([{ stem: potash, weight: 2 }], Uint32Array.of(0, 1, 3));
  expect(found[0]).toBeCloseTo(2 * bm25(potash, opened, [0], mean), 5);
  expect(found[1]).toBeCloseTo(2 * bm25(potash, opened, whole, mean), 5);
  expect(found[2]).toBe(0);
});
