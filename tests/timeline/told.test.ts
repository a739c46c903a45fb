import { expect, it } from "vitest";
import { toldAs } from "../../src/timeline/told.ts";

it.each([
  ["Rescuers pulled 41 survivors from the ruins", "happened"],
  ["Coale announced that the US might soon open its embassy", "happened"],
  ["who has ruled Belarus since 1994", "happened"],
  ["The two will meet in Minsk on Friday", "announced"],
  ["The airline plans to resume flights, it said", "announced"],
  ["The trial is set to begin in May", "announced"],
  ["The team set a record in May", "happened"],
  ["The article is among the main publications today", "state"],
  ["A United Nations report on the detained men is due", "state"],
])("tells whether something happened: %s → %s", (clause, told) => {
  expect(toldAs(clause, "en")).toBe(told);
});
