import { expect, it } from "vitest";
import type { Likeness, Vector } from "../../src/corpus/likeness.ts";
import { stories } from "../../src/corpus/stories.ts";

/** Neighbourhoods that have one article in common. */
const hoods = (count: number): Vector[] =>
  Array.from({ length: count }, (_, i) => ({
    ids: Uint32Array.from(i === 0 ? [0] : [0, i]),
    weights: Float32Array.from(i === 0 ? [1] : [0.1, 1]),
  }));

/** How alike the texts of two articles are, by the numbers that they have in this table. */
const byTable = (table: Readonly<Record<string, number>>, of = (article: number) => article) =>
  ({
    of: (article: number, others: readonly number[]) =>
      others.map((other) => table[[of(article), of(other)].sort().join()] ?? 0),
  }) as unknown as Likeness;

it("articles that one between them had joined part when it leaves, though nothing changes in them", () => {
  const table = { "1,2": 1.2, "2,3": 1.2 };
  const before = stories(hoods(4), byTable(table));
  expect([...before.first]).toEqual([0, 1, 1, 1]);
  const known = [0, 1, 3];
  const after = stories(
    hoods(3),
    byTable(table, (article) => known[article]!),
    {
      before,
      known,
      moves: Int32Array.from([0, 1, -1, 2]),
      stale: new Uint8Array(3),
    },
  );
  expect([...after.first]).toEqual([0, 1, 2]);
});
