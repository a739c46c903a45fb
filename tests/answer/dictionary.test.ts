import { expect, it } from "vitest";
import { inTheirWords } from "../../src/answer/dictionary.ts";
import { nameKey } from "../../src/text/names.ts";

it("says a Russian question in English words, its question word and names kept", async () => {
  const words = (await inTheirWords("Когда суд освободил Лукашенко?", ["en"])).split(" ");
  expect(words).toEqual(expect.arrayContaining(["когда", "Lukashenko", "court"]));
  expect(words.some((word) => /^(?:freed|released|liberated)$/.test(word))).toBe(true);
});

it("says a Chinese question in English words, whichever characters it is in, names by their sound", async () => {
  const words = (await inTheirWords("盧卡申科什麼時候釋放了政治犯？", ["en"])).trim().split(/\s+/);
  expect(words).toEqual(expect.arrayContaining(["when", "release", "political", "prisoner", "?"]));
  expect(nameKey(words[1]!.toLowerCase())).toBe(nameKey("lukashenko"));
});

it.each([
  ["Когда суд освободил Лукашенко?", ["en", "ru"]],
  ["When was he freed?", ["en"]],
  ["谁赢了非洲杯？", ["en", "zh"]],
  ["谁赢了非洲杯？", ["ru"]],
  ["誰がアフリカ杯で勝ちましたか？", ["en"]],
])("leaves %s as it is where articles are in %j", async (question, languages) => {
  expect(await inTheirWords(question, languages)).toBe(question);
});
