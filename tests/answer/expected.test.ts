import { describe, expect, it } from "vitest";
import { expected } from "../../src/answer/expected.ts";
import { openSimilarity } from "../../src/index/search/open-similarity.ts";

const met = (question: string, sentence: string) => expected(question, openSimilarity()).met(sentence);

describe("what a sentence must hold to answer", () => {
  it.each([
    ["Who came to hear Luther speak?", "Students thronged to Wittenberg to hear Luther speak."],
    ["Where was Tsikhanouskaya received?", "She was received in Vilnius."],
    ["How many prisoners were freed?", "Among the freed prisoners were 14 foreigners."],
    ["How long ago did the ice retreat?", "The ice retreated some 11,000 years ago."],
    ["How much colder was it?", "It was colder by 3°."],
    ["Which river flows to Rotterdam?", "The Rhine flows there."],
    ["What alphabet do machines use?", "Machines use the binary alphabet."],
    ["What was the population of Minsk in 1989?", "Minsk counted 1,607,000 in 1989."],
  ])("%s: %s", (question, sentence) => {
    expect(met(question, sentence)).toBe(1);
  });

  it.each([
    ["Where do the pharmacists work?", "Most of the pharmacists work in nursing homes."],
    ["When did the mood change?", "The mood changed when the prices rose."],
    ["How many guards were chosen for the final?", "The club boasts four final selections."],
  ])(
    "perhaps, where it says so without a name, a date or the thing counted. %s: %s",
    (question, sentence) => {
      expect(met(question, sentence)).toBe(0.5);
    },
  );

  it.each([
    ["Who is the oldest player of the Bowl?", "He is also the oldest player ever in the Bowl."],
    ["Where do the pharmacists work?", "The pharmacists work hard."],
    ["How many prisoners were freed?", "They were freed in 2020."],
    ["Which river flows to Rotterdam?", "Goods are shipped there."],
  ])("%s not: %s", (question, sentence) => {
    expect(met(question, sentence)).toBe(0);
  });

  it.each(["What was the black death blamed on?", "Why does income inequality harm growth?"])(
    "no fact of a life where the word for one means something else: %s",
    (question) => {
      expect(expected(question, openSimilarity()).strict).toBe(false);
    },
  );
});
