import { describe, expect, it } from "vitest";
import type { Article } from "../../src/corpus/article.ts";
import { passages } from "../../src/corpus/split.ts";

const split = (text: string) => {
  const article = { id: "a", text, language: "en", outline: [] } as unknown as Article;
  return passages(article).map(({ start, end }) => text.slice(start, end));
};
const sentence = (length: number) => `${"Talks".padEnd(length - 1, " on")}.`;

describe("the passages of running text", () => {
  it("are of even length, so that no leftover sentence stands alone", () => {
    const text = Array.from({ length: 5 }, (_, i) => `Point ${i} of the talks in Minsk was put off.`).join(
      " ",
    );
    const found = split(text);
    expect(found.join(" ")).toBe(text);
    expect(found.map((passage) => passage.split(". ").length).sort()).toEqual([2, 3]);
  });

  it("are as few as fit into 600 characters each, and a longer sentence stands alone", () => {
    const text = [250, 250, 250, 700, 100].map(sentence).join(" ");
    expect(split(text).map(({ length }) => length)).toEqual([501, 250, 700, 100]);
  });
});
