import { describe, expect, it } from "vitest";
import { quantities } from "../../src/answer/numbers.ts";

const values = (text: string) =>
  quantities(text).map(({ value, unit }) => (unit ? `${value} ${unit}` : value));

describe("the numbers of a text", () => {
  it.each([
    ["twelve men, 1,000 women and 2 500 others", [12, 1000, 2500]],
    ["$3bn, €1.5 million, 12 percent, 7%", ["3000000000 USD", "1500000 EUR", "12 percent", "7 percent"]],
    ["one hundred and five, twenty-one, two thousand", [105, 21, 2000]],
    ["two and three", [2, 3]],
    ["three decades, 30 years", [30, 30]],
    ["on 5.09.2025 at 16:41", [5, 9, 2025, 16, 41]],
    ["1.000,5 tonnes", [1000.5]],
    ["one of them", []],
  ])("%s", (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it("tells the third from three", () => {
    expect(quantities("the third of three")).toMatchObject([
      { value: 3, ordinal: true },
      { value: 3, ordinal: false },
    ]);
  });
});
