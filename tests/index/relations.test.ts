import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { Article } from "../../src/corpus/article.ts";
import { relations } from "../../src/corpus/relate.ts";
import { article } from "../fixtures/article.ts";
import { others, printed, wire } from "../fixtures/wire.ts";
import { build, folder, news, open } from "./corpora.ts";

const agency = article("wire", wire, { publisher: "Reuters" });
const copies = ["Alpha", "Beta"].map((publisher) =>
  article(publisher, printed(`The ${publisher} reports from the coast.`), { publisher }),
);
const brief = article("brief", wire.split(". ").slice(0, 3).join(". "));
const rest = [...Object.entries(others).map(([id, text]) => article(id, text)), ...news(20)];

/** What an index tells of articles once it was brought up to date with one corpus after the other. */
async function told(
  corpora: readonly (readonly Article[])[],
  between: (dir: string, version: string) => void = () => {},
) {
  const dir = folder();
  for (const corpus of corpora) {
    const { version } = await build(dir, corpus, { relateAgain: relations });
    between(dir, version);
  }
  return (await open(dir)).articles();
}

describe("an index that is brought up to date", () => {
  const steps = [
    [agency, ...rest],
    [...rest.slice(3), agency, ...copies],
    [copies[0]!, ...rest, agency, brief],
    [copies[0]!, ...rest.slice(1), brief],
  ];

  it("tells the stories, voices and summaries that one built anew tells", async () => {
    for (let until = 2; until <= steps.length; until++) {
      const [again, anew] = [await told(steps.slice(0, until)), await told([steps[until - 1]!])];
      expect(again).toEqual(anew);
    }
    const [first, summary] = [copies[0]!.id, "brief"].map((id) =>
      steps[3]!.findIndex((each) => each.id === id),
    ) as [number, number];
    const last = await told(steps);
    expect(last[summary]?.voice).toBe(last[first]?.id);
  });

  it("holds only what has come against what is there", async () => {
    const dir = folder();
    const counted = vi.fn(relations);
    await build(dir, [agency, ...news(300)], { relateAgain: counted });
    await build(dir, [agency, ...news(300), copies[0]!], { relateAgain: counted });
    const [relatives, before] = counted.mock.calls[1]!;
    expect(relatives.filter(({ known }) => known < 0).map(({ id }) => id)).toEqual(["Alpha"]);
    expect(before?.kinds.length).toBe(301);
  });

  it("relates all anew where what it knew of them is damaged", async () => {
    const damage = (dir: string, version: string) => {
      const file = join(dir, version, "relations.near");
      const bytes = readFileSync(file);
      bytes[bytes.length >> 1]! ^= 1;
      writeFileSync(file, bytes);
    };
    expect(await told(steps.slice(0, 3), damage)).toEqual(await told([steps[2]!]));
  });
});
