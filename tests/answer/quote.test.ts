import { describe, expect, it } from "vitest";
import { locate } from "../../src/answer/quote.ts";

const text =
  "He said:\u00a0“the ﬁrst  step – isn’t …  far”. It was\nunable to be Re\u0301sume\u0301d. 北京表示欢迎。";
const shown = (quote: string): string | null => {
  const span = locate(quote, text);
  return span && text.slice(span.start, span.end);
};

describe("locating a quote", () => {
  it("finds it whatever the white space, quotation marks, dashes, ligatures and ellipses", () => {
    expect(shown('He said: "the first step - isn\'t ... far".')).toBe(
      "He said:\u00a0“the ﬁrst  step – isn’t …  far”.",
    );
    expect(shown("was unable to be Résuméd")).toBe("was\nunable to be Re\u0301sume\u0301d");
    expect(shown("北京表示欢迎")).toBe("北京表示欢迎");
  });

  it("forgives the quotation marks and the full stop that a model puts around it", () => {
    expect(shown("“isn't ... far”")).toBe("isn’t …  far");
    expect(shown("It was unable.")).toBe("It was\nunable");
  });

  it.each([
    ["another case", "he said"],
    ["half a word", "able to be"],
    ["another word", "the second step"],
    ["no word at all", "…"],
    ["nothing", "  "],
  ])("does not find %s", (_, quote) => {
    expect(shown(quote)).toBeNull();
  });
});
