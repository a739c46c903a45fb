import { expect, it } from "vitest";
import { inTheirWords } from "../../src/answer/dictionary.ts";

it("says a Russian question in English words, its question word and names kept", async () => {
  const words = (await inTheirWords("Когда суд освободил Лукашенко?", ["en"])).split(" ");
  expect(words).toEqual(expect.arrayContaining(["когда", "Lukashenko", "court"]));
  expect(words.some((word) => /^(?:freed|released|liberated)$/.test(word))).toBe(true);
});

it.each([
  ["Когда суд освободил Лукашенко?", ["en", "ru"]],
  ["When was he freed?", ["en"]],
  ["谁赢了非洲杯？", ["en"]],
])("leaves %s as it is where articles are in %j", async (question, languages) => {
  expect(await inTheirWords(question, languages)).toBe(question);
});
