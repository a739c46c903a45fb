import { expect, it } from "vitest";
import { stemmer } from "../../src/text/stem.ts";

const stem = stemmer("en");
const stems = (words: string) => words.split(" ").map(stem);

it.each([
  "defence defense",
  "labour labor labours",
  "neighbourhood neighborhood",
  "behavioural behavioral",
  "organisations organization organised organize",
  "analyse analyzed analysis analyses",
  "theatre theater theaters",
  "kilometre kilometer kilometres",
  "programme program programmes",
  "travellers traveler travelled",
  "dialogue dialog",
  "licence license",
  "ageing aging",
  "paediatrician pediatrician",
  "anaemia anemia",
  "oestrogen estrogen",
  "grey gray",
  "aluminium aluminum",
])("British and American English have one stem: %s", (words) => {
  expect(new Set(stems(words)).size).toBe(1);
});

it.each([
  "four for",
  "court cort",
  "tourist torist",
  "poet pet",
  "timbre timber",
  "prise prize",
  "revision revise",
])("other words stay what they are: %s", (words) => {
  const [one, other] = words.split(" ").map((word) => stem(word));
  expect(one === other).toBe(words.startsWith("revis"));
});

it("leaves other languages alone", () => {
  expect(stemmer("fr")("favoure")).not.toContain("favor");
  expect(stemmer("xx")("labour")).toBe("labour");
});
