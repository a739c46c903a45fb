import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/corpus/languages.ts";

describe("the language of a text", () => {
  it.each([
    ["en", "The parliament election is over in Turkmenistan."],
    ["en", "KENNEDY PRESSED THE PREMIER TO STOP THE ARRESTS OF BUDDHISTS IN THE CAPITAL"],
    ["de", "Die Wahl ist vorbei, und das Ergebnis steht nicht fest."],
    ["uk", "Вибори завершилися, і результат ще не відомий."],
    ["zh", "选举已经结束，结果尚未公布。"],
  ])("is told, %s, from a line as short as “%s”", (language, text) => {
    expect(languageOf(text)).toBe(language);
  });
});
