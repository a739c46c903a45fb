import { describe, expect, it } from "vitest";
import { languageGap } from "../../src/answer/language-gap.ts";
import { romanised } from "../../src/answer/romanise.ts";

describe("a question in a language that the corpus does not hold", () => {
  it.each([
    ["Что сказал президент о налогах?", ["en"], /Russian.*English.*EMBEDDINGS.*MODEL/],
    ["谁赢了非洲杯", ["en", "ru"], /Chinese.*English, Russian/],
  ])("%s is told what would cross languages", async (text, languages, told) => {
    expect(await languageGap({ text }, languages)).toMatch(told);
  });

  it.each([
    ["Who won the Africa Cup of Nations?", ["en"]],
    ["Что сказал президент о налогах?", ["en", "ru"]],
    ["Что сказал президент о налогах?", ["und"]],
  ])(
    "%s is told nothing of it where the corpus holds its language, or none is known",
    async (text, languages) => {
      expect(await languageGap({ text }, languages)).toBeNull();
    },
  );

  it("has its names looked for in Latin letters, where the corpus has no others", async () => {
    expect(await romanised("Когда Лукашенко говорил с Колесниковой?", ["en"])).toMatch(
      /Lukashenko говорил с Kolesnikov/,
    );
    expect(await romanised("Когда Лукашенко говорил?", ["ru", "en"])).toBe("Когда Лукашенко говорил?");
  });
});
