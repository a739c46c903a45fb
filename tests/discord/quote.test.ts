import fc from "fast-check";
import { expect, test } from "vitest";
import { bold, inline, pieces, plain, quoted } from "../../src/discord/quote.ts";

/** What Discord shows of guarded text: a backslash before a punctuation mark is not shown. */
const shown = (text: string) => text.replace(/\\([^0-9A-Za-z\s])/g, "$1").replaceAll("\u200b", "");

test("guarded text is shown as it was", () => {
  for (const text of [
    "a *b* [c](d)",
    "1. one",
    "# two",
    "https://x.example/a_b",
    "\\ back\\slash",
    "12:30 :smile: 5 < 6",
  ]) {
    expect(shown(plain(text))).toBe(text);
  }
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
      expect(shown(plain(text))).toBe(text);
    }),
  );
});

test("a quotation sets off every line, and bold text ends with its line", () => {
  expect(quoted("one\ntwo")).toBe("> one\n> two");
  expect(bold("one\n\ntwo ")).toBe("**one**\n\n**two** ");
  expect(inline(" one\n two ")).toBe("one two");
});

test("pieces fit, and hold every word", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 30 })),
      fc.integer({ min: 20, max: 100 }),
      (words, limit) => {
        const text = words.join(" ");
        const cut = pieces(text, limit, plain);
        for (const piece of cut) expect(piece.length).toBeLessThanOrEqual(limit);
        expect(shown(cut.join("")).replace(/\s/g, "")).toBe(shown(plain(text)).replace(/\s/g, ""));
      },
    ),
  );
});

test("pieces end between words, and never within a character", () => {
  expect(pieces("alpha beta gamma", 11, (piece) => piece)).toEqual(["alpha beta", "gamma"]);
  for (const piece of pieces("😀".repeat(20), 7, (each) => each)) expect(piece.isWellFormed()).toBe(true);
});
