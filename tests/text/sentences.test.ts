import { expect, it } from "vitest";
import { sentences } from "../../src/text/sentences.ts";

const said = (text: string, language?: string) =>
  sentences(text, language).map(({ start, end }) => text.slice(start, end));

it("ends a sentence at its full stop, not at that of a title, an initial or a country", () => {
  expect(
    said("Mr. Smith met U.S. Deputy Assistant Secretary J. Doe. He left the U.S. The move was big."),
  ).toEqual([
    "Mr. Smith met U.S. Deputy Assistant Secretary J. Doe.",
    "He left the U.S.",
    "The move was big.",
  ]);
});

it("ends a sentence at a line break, and at the marks of other scripts", () => {
  expect(said("A heading\nIts text. More")).toEqual(["A heading", "Its text.", "More"]);
  expect(said("他来了。他走了！真的吗？", "zh")).toEqual(["他来了。", "他走了！", "真的吗？"]);
});

it.each(["und", "de_AT", "no such language", ""])("reads a text in the language %j as it can", (language) => {
  expect(said("One. Two.", language)).toEqual(["One.", "Two."]);
});
