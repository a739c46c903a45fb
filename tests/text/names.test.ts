import { expect, it } from "vitest";
import { nameKey } from "../../src/text/names.ts";

it.each([
  ["tsikhanouski", "tikhanovsky", "cihanouski", "tihanovskiy"],
  ["lukashenko", "lukashenka"],
  ["kolesnikova", "kalesnikava"],
  ["zelensky", "zelenskyy", "selenskyj"],
  ["mohammed", "muhammad"],
])("%s and its other spellings share a key", (...spellings) => {
  expect(new Set(spellings.map(nameKey)).size).toBe(1);
});

it("keeps a husband from his wife, and short or foreign-lettered words out", () => {
  expect(nameKey("tikhanovskaya")).not.toBe(nameKey("tikhanovsky"));
  expect(nameKey("putin")).toBeNull();
  expect(nameKey("лукашенко")).toBeNull();
});
