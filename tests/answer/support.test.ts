import { describe, expect, it } from "vitest";
import { supports } from "../../src/answer/support.ts";

const released =
  "In exchange, Belarusian authorities released 123 political prisoners, including Nobel Peace Prize laureate Ales Bialiatski and key opposition figure Maria Kolesnikova.";
const announced =
  "In September, following a meeting with Lukashenko, Trump representative John Coale announced that the US might soon open its embassy in Minsk.";

describe("what a quote carries", () => {
  it.each([
    ["Belarus freed 123 political prisoners, among them Ales Bialiatski.", released],
    ["123 political prisoners were released by the Belarusian authorities.", released],
    ["Maria Kolesnikova, a key opposition figure, was released.", released],
    ["John Coale said in September that the United States might reopen its embassy in Minsk.", announced],
    ["The U.S. embassy in Minsk may open soon, Coale announced after meeting Lukashenko.", announced],
    ["The visit cost $1,500,000.", "The visit cost 1.5 million dollars."],
    ["Twelve men were hurt.", "Officials said 12 men were hurt."],
    ["The FT reported a rise of 3%.", "The Financial Times reported a rise of three percent."],
    ["Tikhanovsky left prison.", "Siarhei Tsikhanouski left prison."],
  ])("%s", (claim, quote) => {
    expect(supports(claim, [quote])).toEqual({ supported: true, reasons: [] });
  });

  it.each([
    ["another number", "Belarus freed 132 political prisoners.", released],
    ["another name", "Russia freed 123 political prisoners.", released],
    ["another date", announced.replace("September", "October"), announced],
    ["a denial put in", "Belarus did not release 123 political prisoners.", released],
    ["a denial left out", "It did affect the talks.", "It did not affect the talks."],
    ["the contrary", "Belarus jailed 123 political prisoners.", released],
    ["a possibility told as fact", "The US opened its embassy in Minsk.", announced],
    [
      "names that changed places",
      announced.replace("with Lukashenko, Trump", "with Trump, Lukashenko"),
      announced,
    ],
    ["roles that changed places", "Trump praised Lukashenko.", "Lukashenko praised Trump."],
    ["more than is said", "All political prisoners were released.", released],
    [
      "a number of something else",
      "The group had 14 prisoners.",
      "The group had 14 foreigners and 123 prisoners.",
    ],
    ["a percentage for a count", "It rose by 12.", "It rose by 12 percent."],
    ["what is only asked", "He will succeed.", "But will he succeed?"],
    ["a husband's name for his wife's", "Tsikhanouskaya left prison.", "Tsikhanouski left prison."],
  ])("not %s", (_, claim, quote) => {
    const { supported, reasons } = supports(claim, [quote]);
    expect(supported).toBe(false);
    expect(reasons.length).toBeGreaterThan(0);
  });

  it("reads a pronoun by what comes before it, and by nobody else", () => {
    const quote = {
      text: "A month later, he freed 14 foreigners.",
      before: "In August, Lukashenko spoke with Trump by phone.",
    };
    expect(supports("Lukashenko freed 14 foreigners.", [quote]).supported).toBe(true);
    expect(supports("Trump freed 14 foreigners.", [quote]).supported).toBe(false);
  });

  it("takes a year from the date that the quote's words mean", () => {
    const quote = { text: "This month, Coale met Lukashenko.", dates: ["2025-12"] };
    expect(supports("In December 2025, Coale met Lukashenko.", [quote]).supported).toBe(true);
    expect(supports("In November 2025, Coale met Lukashenko.", [quote]).supported).toBe(false);
  });
});
