import { expect, it } from "vitest";
import { alignmentRouge, dateScore } from "../../bench/alignment-rouge.ts";

const reference = new Map([["2010-04-20", ["Explosion destroys drilling rig"]]]);

it("gives a timeline full marks against itself", () => {
  expect(alignmentRouge(reference, reference, 2)).toEqual({ precision: 1, recall: 1, f: 1 });
});

it("halves what is a day off, and counts stems, not stop words", () => {
  const predicted = new Map([["2010-04-21", ["The explosions destroyed a rig"]]]);
  // explos, destroi and rig are shared: 3 of 3 predicted, 3 of 4 in the reference, each by half.
  expect(alignmentRouge(predicted, reference, 1)).toEqual({ precision: 0.5, recall: 0.375, f: 3 / 7 });
});

it("aligns many dates with one", () => {
  const predicted = new Map([
    ["2010-04-20", ["Explosion"]],
    ["2010-04-24", ["Drilling rig"]],
  ]);
  const { precision, recall } = alignmentRouge(predicted, reference, 1);
  expect(precision).toBeCloseTo((1 + 2 / 5) / 3);
  expect(recall).toBeCloseTo(1 / 4);
});

it("matches dates by the day", () => {
  expect(dateScore(["2010-04-20", "2010-04-21"], ["2010-04-20"])).toEqual({
    precision: 0.5,
    recall: 1,
    f: 2 / 3,
  });
});
