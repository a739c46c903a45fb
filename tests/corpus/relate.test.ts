import { describe, expect, it } from "vitest";
import type { Article } from "../../src/corpus/article.ts";
import { toArticle } from "../../src/corpus/article-from-raw.ts";
import { relate } from "../../src/corpus/relate.ts";

const storm = `A storm tore the roof off the fish market in Brevik on Tuesday night, and nineteen people were taken to hospital. The harbour master, Astrid Lunde, said the wind reached 42 metres a second before the gauge broke. Divers searched the basin until dawn for two men whose boat had been seen drifting without lights. The ferry to the islands will not sail before Friday, the county said, because the ramp has been bent. Schools stay closed. Insurers put the damage at about nine million crowns, and the mayor asked the government for emergency funds to rebuild the market before the Christmas season.`;
const stormElsewhere = `Nineteen people were hurt when a storm ripped through Brevik late on Tuesday. Part of the fish market collapsed. Astrid Lunde, who runs the harbour, told reporters that gusts of 42 metres a second had been measured. Two fishermen are missing after their boat was found empty; rescue divers resumed their work on Wednesday. Ferries are cancelled until Friday and pupils were told to stay at home.`;
const budget = `Parliament passed next year's budget on Thursday with a majority of one. The finance minister, Kari Moen, had to promise the farmers' party lower duties on diesel. Economists at the central bank warned that the deficit would grow to four per cent. The opposition called the vote a gift to landowners and announced a motion of no confidence for Monday.`;
const match = `Lyn beat Vard 3-2 after extra time in a cup final that nobody in the stadium will forget. Goalkeeper Ola Berg saved two penalties with a broken finger, and the winner came from a corner in the last minute. Coach Siv Dahl said she would shave her head as promised.`;

let made = 0;
function article(text: string, given: Partial<Article> = {}): Article {
  const id = `a${made++}`;
  return { ...toArticle({ id, file: null, url: null, text, state: "given", given: {} }), ...given };
}
const sentences = (text: string) => text.split(/(?<=\.) /);

describe("relate", () => {
  it("groups what tells the same story, and keeps other stories apart", () => {
    const told = relate([storm, budget, stormElsewhere, match].map((text) => article(text)));
    const [a, b, c, d] = told.map(({ story }) => story);
    expect(c).toBe(a);
    expect(new Set([a, b, d]).size).toBe(3);
    expect(new Set(told.map(({ voice }) => voice)).size).toBe(4);
  });

  it("finds the source of an extract that does not call itself one", () => {
    const extract = [0, 3].map((i) => sentences(storm)[i]).join(" ");
    const [source, summary] = relate([article(storm), article(extract), article(budget), article(match)]);
    expect(summary?.provenance).toMatchObject({ kind: "summary", of: source?.id, machineGenerated: false });
    expect(summary?.voice).toBe(source?.voice);
  });

  it("takes a copy for one voice, whoever printed it", () => {
    const copy = `BREVIK, Wednesday. ${sentences(storm).slice(0, -1).join(" ")}`;
    const told = relate([
      article(storm, { publisher: "The Coast" }),
      article(budget),
      article(copy, { publisher: "Inland News" }),
    ]);
    expect(told[2]?.voice).toBe(told[0]?.voice);
    expect(told[1]?.voice).not.toBe(told[0]?.voice);
  });

  it("takes two relays of one outlet's report for one voice", () => {
    const told = relate([
      article(storm),
      article(budget),
      article(`According to the Coastal Times, this is what happened. ${stormElsewhere}`),
      article(`${stormElsewhere.replaceAll("hurt", "injured")} Source: Coastal Times.`),
    ]);
    expect(told.map(({ provenance }) => provenance.of)).toEqual([
      null,
      null,
      "Coastal Times",
      "Coastal Times",
    ]);
    expect(told[2]?.voice).toBe(told[3]?.voice);
  });

  it("keeps articles that nothing changes for, and forgets a source that is gone", () => {
    const told = relate([article(storm), article(sentences(storm).slice(1, 3).join(" ")), article(match)]);
    const again = relate(told);
    for (const [i, one] of again.entries()) expect(one).toBe(told[i]);
    const [left] = relate(told.slice(1));
    expect(left?.provenance).toMatchObject({ kind: "original", of: null });
  });

  it("has nothing to say of no articles, or of empty ones", () => {
    expect(relate([])).toEqual([]);
    expect(relate([article(""), article("…")]).map(({ voice }) => voice)).toHaveLength(2);
  });
});
