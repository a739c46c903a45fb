import { expect, it } from "vitest";
import { nameKey, nameSkeleton, oneName } from "../../src/text/names.ts";
import { latinNames } from "../../src/text/romanise.ts";

it.each([
  ["tsikhanouski", "tikhanovsky", "cihanouski", "tihanovskiy"],
  ["lukashenko", "lukashenka"],
  ["kolesnikova", "kalesnikava"],
  ["zelensky", "zelenskyy", "selenskyj"],
  ["mohammed", "muhammad"],
  ["sergei", "siarhei", "sergey"],
  ["macron", "makron"],
])("%s and its other spellings share a key", (...spellings) => {
  expect(new Set(spellings.map(nameKey)).size).toBe(1);
});

it("keeps a husband from his wife, short names apart by their vowels, and foreign-lettered words out", () => {
  expect(nameKey("tikhanovskaya")).not.toBe(nameKey("tikhanovsky"));
  expect(nameKey("putin")).not.toBe(nameKey("patton"));
  expect(nameKey("miller")).not.toBe(nameKey("muller"));
  expect(nameKey("oleg")).toBeNull();
  expect(nameKey("лукашенко")).toBeNull();
});

it.each([
  ["lukashenka", "лукашенко", "лукашенки", "лукашенку"],
  ["putin", "путин", "путину", "путиным"],
  ["kalesnikava", "колесникова", "колесникову", "колесниковой"],
  ["tsikhanouskaya", "тихановская", "тихановской", "тихановскую"],
  ["zelenskyy", "зеленский", "зеленського", "зеленському"],
  ["biden", "байден", "байдена", "байденом"],
])("%s is known in Cyrillic, in every case", (name, ...forms) => {
  for (const form of forms) {
    const known = latinNames(form).some(
      (latin) => nameSkeleton(latin) === nameSkeleton(name) && oneName(latin, name),
    );
    expect([form, known]).toEqual([form, true]);
  }
});

it("takes no Russian word for a name that has its consonants by chance", () => {
  for (const form of ["страна", "сторона", "строение"])
    for (const latin of latinNames(form)) expect(oneName(latin, "stern")).toBe(false);
});
