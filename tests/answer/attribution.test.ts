import { describe, expect, it } from "vitest";
import { attributable } from "../../src/answer/attribution.ts";
import { wordSimilarity } from "../../src/answer/similarity.ts";

const similarity = wordSimilarity();
const evidence =
  "Belarus freed 52 prisoners on Thursday after talks with an American envoy. They were taken to the Lithuanian border.";
const elsewhere = "The museum opened a new wing for its paintings. Visitors praised the light. ".repeat(20);

describe("the probability that evidence supports a claim", () => {
  it("is high for its own words, and falls from a paraphrase over another number to another subject", () => {
    const claims = [
      "Belarus freed 52 prisoners on Thursday.",
      "Belarus released 52 inmates following talks with a U.S. diplomat.",
      "Belarus released 80 inmates following talks with a U.S. diplomat.",
      "Volcanoes erupt where tectonic plates collide.",
    ];
    const found = claims.map((claim) => attributable(claim, evidence, similarity));
    expect(found).toEqual(found.toSorted((a, b) => b - a));
    expect(found[0]).toBeGreaterThan(0.9);
    expect(found.at(-1)).toBeLessThan(0.15);
  });

  it("does not hang on how much else the evidence says", () => {
    const claim = "Belarus freed 52 prisoners after talks with an American envoy.";
    const among = attributable(claim, `${elsewhere}${evidence} ${elsewhere}`, similarity);
    expect(among).toBeCloseTo(attributable(claim, evidence, similarity), 2);
  });

  it("is low where there is no evidence", () => {
    expect(attributable("Belarus freed 52 prisoners.", "", similarity)).toBeLessThan(0.05);
  });
});
