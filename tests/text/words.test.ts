import { expect, it } from "vitest";
import { folded, searchedWords, words } from "../../src/text/words.ts";

const forms = (text: string) => words(text).map(({ form }) => form);

it("folds case, accents, apostrophes and widths, and spellings of one letter in other scripts", () => {
  expect(forms("L’État, Łódź’s café: １２ K.G.B.")).toEqual(["letat", "łodz", "cafe", "12", "kgb"]);
  expect(folded("самолёт")).toBe(folded("самолет"));
  expect(forms("مُحَمَّد أحمد שָׁלוֹם")).toEqual(forms("محمد احمد שלום"));
  expect(folded("йод")).not.toBe(folded("иод"));
});

it("reads Greek letters beside others as words, and Greek words as they are", () => {
  expect(words("TNFα, β").map(({ form, start, end }) => [form, start, end])).toEqual([
    ["tnf", 0, 3],
    ["alpha", 3, 4],
    ["beta", 6, 7],
  ]);
  expect(forms("Ελλάδα")).toEqual(["ελλαδα"]);
});

it("reads Chinese by pairs of characters, traditional and simplified alike, each at its place", () => {
  expect(forms("美國總統來了。")).toEqual(forms("美国总统来了。"));
  expect(words("在 美國").map(({ form, start, end }) => [form, start, end])).toEqual([
    ["在", 0, 1],
    ["美国", 2, 4],
  ]);
});

it("searches characters with a meaning or a sound of their own beside the pairs, and no kana alone", () => {
  const searched = (text: string) => searchedWords(text).map(({ form }) => form);
  expect(searched("做弓 OK")).toEqual(["做", "做弓", "弓", "ok"]);
  expect(searched("弓を引く")).toEqual(["弓", "弓を", "を引", "引", "引く"]);
  expect(searched("한국")).toEqual(["한", "한국", "국"]);
  expect(searched("ア")).toEqual(["ア"]);
});
