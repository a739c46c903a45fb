import { beforeAll, describe, expect, it } from "vitest";
import type { Article } from "../../src/corpus/article.ts";
import { loadCorpus } from "../../src/corpus/load.ts";
import { relate } from "../../src/corpus/relate.ts";
import { passages } from "../../src/corpus/split.ts";

let articles: Article[];
const numbered = (n: string): Article => articles.find(({ id }) => id.startsWith(n))!;
beforeAll(async () => {
  const loaded = await Array.fromAsync(loadCorpus("corpus"));
  articles = relate(loaded.flatMap((one) => (one.kind === "article" ? [one.article] : [])));
});

describe("the five articles", () => {
  it("are five, in English, and none is lost", () => {
    expect(articles.map(({ id, language }) => [id.slice(0, 3), language])).toEqual(
      ["000", "001", "002", "003", "004"].map((n) => [n, "en"]),
    );
  });

  it("000 is The Guardian's, dated, and an excerpt", () => {
    expect(numbered("000")).toMatchObject({
      title: "'A power addict' Belarus's leader treads tightrope between Russia and the west",
      publisher: "The Guardian",
      published: { date: "2025-10-01", basis: "stated", evidence: "|October 01, 2025" },
      provenance: { kind: "original", excerpt: true, machineGenerated: false },
    });
  });

  it("001 says in Chinese that a machine summed it up, and is a summary of 002", () => {
    const { title, publisher, published, provenance } = numbered("001");
    expect({ title, publisher }).toEqual({
      title: "Belarus Courts U.S. in High-Stakes Pivot From Moscow",
      publisher: null,
    });
    expect(published?.basis).toBe("inferred");
    expect(provenance).toMatchObject({ kind: "summary", of: numbered("002").id, machineGenerated: true });
    const quotes = provenance.evidence.map(({ quote }) => quote).join(" ");
    expect(quotes).toContain("本内容由AI根据原文进行摘要");
    expect(quotes).toContain("South China Morning Post");
  });

  it("002 has no title or publisher, and is of December 2025 by what it tells", () => {
    expect(numbered("002")).toMatchObject({
      title: null,
      publisher: null,
      published: { date: "2025-12", basis: "inferred" },
      provenance: { kind: "original", machineGenerated: false, excerpt: false },
    });
  });

  it("003 relays the Financial Times on the day it says", () => {
    expect(numbered("003")).toMatchObject({
      title: expect.stringMatching(/^FT: The West Has Made Lukashenka/),
      publisher: null,
      published: { date: "2025-09-05", basis: "stated" },
      provenance: { kind: "relay", of: "Financial Times" },
    });
  });

  it("004 relays The Kyiv Independent and carries no date", () => {
    expect(numbered("004")).toMatchObject({
      title: "Lukashenko Signals Openness to Strategic US Partnership Focused on Belarusian Interests",
      publisher: null,
      published: null,
      provenance: { kind: "relay", of: "The Kyiv Independent" },
    });
  });

  it("keep their whole bodies, and nothing of what the pages put around them", () => {
    const ends: Record<string, [string, string]> = {
      "000": ["At the presidential palace in Minsk", "democratic reform that never materialised."],
      "001": ["As Russia's war in Ukraine continues", "fragile diplomatic maneuver."],
      "002": ["As Russia remains bogged down", "opposition figure Maria Kolesnikova."],
      "003": ["The key requirement for Minsk", '"wanted to make a gesture."'],
      "004": ["Belarusian President Alexander Lukashenko signaled", "in the coming months."],
    };
    for (const [n, [first, last]] of Object.entries(ends)) {
      expect(numbered(n).text.slice(0, first.length)).toBe(first);
      expect(numbered(n).text.slice(-last.length)).toBe(last);
    }
    const all = articles.map(({ text }) => text).join("\n");
    expect(all).not.toMatch(
      /[\p{Script=Han}\p{Script=Hiragana}]|Raducanu|Greenland|Starmer|Boudicca|mins$|Magzter|Listen|BE RU EN|Latest news/mu,
    );
  });

  it("give table rows with their header and heading", () => {
    const article = numbered("004");
    const row = passages(article).find(({ start, end }) =>
      article.text.slice(start, end).startsWith("| Trade |"),
    );
    expect(row?.context.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      article.title,
      "| Key Element | Belarus’s Priority | Potential US Interest |",
    ]);
  });

  it("are told anew when a source goes away", () => {
    const without = relate(articles.filter(({ id }) => !id.startsWith("002")));
    expect(without.find(({ id }) => id.startsWith("001"))?.provenance).toMatchObject({
      kind: "summary",
      of: "South China Morning Post",
    });
    const again = relate(articles);
    again.forEach((article, i) => {
      expect(article).toBe(articles[i]);
    });
  });
});
