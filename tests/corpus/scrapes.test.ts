import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toArticle } from "../../src/corpus/article-from-raw.ts";
import { readable } from "../../src/corpus/characters.ts";

const folder = "tests/fixtures/scrapes";

interface Fixture {
  readonly known: Record<string, string>;
  readonly page: string;
  readonly kept: string[];
  readonly gone: string[];
}

function fixture(name: string): Fixture {
  const [head, page] = readFileSync(`${folder}/${name}`, "utf8").split(/^---\n/m, 2) as [string, string];
  const marked = (mark: string): string[] =>
    page.split("\n").flatMap((line) => (line.startsWith(mark) ? [flat(line.slice(1))] : []));
  return {
    known: Object.fromEntries(
      head
        .trim()
        .split("\n")
        .map((line) => line.split(/: (.*)/s).slice(0, 2)),
    ),
    page: page.replace(/^[-+?]/gm, ""),
    kept: marked("+"),
    gone: marked("-"),
  };
}

/** As a reader compares lines: bullets and spacing aside. */
function flat(line: string): string {
  return readable(line)
    .replace(/\s+/g, " ")
    .replace(/^[-*•●] /, "")
    .trim();
}

describe.each(readdirSync(folder).filter((name) => name.endsWith(".txt")))("%s", (name) => {
  const { known, page, kept, gone } = fixture(name);
  const raw = { id: name, file: name, url: null, text: page, state: "scraped", given: {} } as const;
  const article = toArticle(raw);
  const lines = article.text.split("\n").map(flat);
  const whole = lines.join(" ").replace(/\s+/g, " ");

  it("keeps every line of the article", () => {
    expect(kept.filter((line) => !whole.includes(line))).toEqual([]);
  });

  it("keeps nothing of the page", () => {
    expect(gone.filter((line) => lines.includes(line))).toEqual([]);
  });

  it("knows the article by its own words", () => {
    const { title, publisher, byline, published, language, provenance } = article;
    const { kind, of, machineGenerated, excerpt, evidence } = provenance;
    const quoted = (what: string) => evidence.find((one) => one.of === what)?.quote;
    expect({ title, publisher, byline, language, kind, of }).toEqual({
      title: known.title ?? null,
      publisher: known.publisher ?? null,
      byline: known.byline ?? null,
      language: known.language,
      kind: known.kind,
      of: known.of ?? null,
    });
    expect(published?.date).toBe(known.published);
    expect([machineGenerated, quoted("machineGenerated")]).toEqual([Boolean(known.machine), known.machine]);
    expect([excerpt, quoted("excerpt")]).toEqual([Boolean(known.excerpt), known.excerpt]);
  });
});
