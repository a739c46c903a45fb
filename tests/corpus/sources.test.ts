import { expect, it } from "vitest";
import { sourceOf } from "../../src/corpus/sources.ts";
import { countTerms } from "../../src/corpus/terms.ts";
import { looseShare, runsOf } from "../../src/corpus/word-runs.ts";
import { article } from "../fixtures/article.ts";

const storm =
  "Nineteen people were hurt when a storm tore the roof off the fish market in Brevik on Tuesday. The harbour master said the wind reached 42 metres a second. Ferries will not sail before Friday.";
/** The very same words, told in another order. */
const shuffled =
  "On Tuesday the harbour master said ferries will not sail in Brevik before Friday. The wind reached 42 metres a second when a storm hurt nineteen people. The roof were off, tore the fish market.";
const budget =
  "Parliament passed the budget on Thursday with a majority of one, and the opposition called it a gift.";

it("finds the source of a few words that are left of its sentences, by their order", () => {
  const extract = "people hurt storm tore roof fish market Brevik Tuesday";
  for (const texts of [
    [storm, shuffled, budget],
    [shuffled, budget, storm],
  ]) {
    const all = [...texts, extract].map((text, i) => article(`a${i}`, text));
    const textOf = (i: number) => all[i]!;
    const measures = { pairs: runsOf(textOf, 2), terms: countTerms(all) };
    const found = sourceOf(textOf, measures, 3, [0, 1, 2]);
    expect(texts[found!.other]).toBe(storm);
  }
});

it("measures how many neighbouring words follow each other elsewhere, if not at once", () => {
  const share = (own: string, other: string) => looseShare({ text: own }, { text: other });
  expect(share("a storm tore roof off", storm)).toBe(1);
  expect(share("off roof tore storm a", storm)).toBe(0);
  expect(share("storm budget", storm)).toBe(0);
  expect(share("", storm)).toBe(0);
  expect(share("storm storm storm", "storm storm storm storm")).toBe(1);
});
