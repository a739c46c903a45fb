import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toArticle } from "../../src/corpus/article-from-raw.ts";
import { relate } from "../../src/corpus/relate.ts";
import { passages } from "../../src/corpus/split.ts";

const scraped = (text: string, id = "a") =>
  toArticle({ id, file: null, url: null, text, state: "scraped", given: {} });

/** What must hold of any text at all. */
function check(text: string): void {
  const article = scraped(text);
  expect(article.text.isWellFormed()).toBe(text.isWellFormed() || article.text.isWellFormed());
  expect(article.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000-\u0008\ufeff]/u);
  let last = 0;
  for (const { start, end, context } of passages(article)) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(article.text.length);
    expect(article.text.slice(start, end).trim()).toHaveLength(end - start);
    for (const span of context) expect(span.end).toBeLessThanOrEqual(article.text.length);
    last = end;
  }
}

describe("whatever stands in a file", () => {
  it("becomes an article whose passages are spans of its text, in order", () => {
    const line = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.constantFrom(
        "# Title",
        "- item",
        "| a | b |",
        "|---|---|",
        "4 mins",
        "2025-10-01",
        "",
        "Related articles",
      ),
      fc.constantFrom(
        "A whole sentence that is long enough to be read as running text.",
        "相关文章",
        "\u202eevil",
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => check(lines.join("\n"))),
      { numRuns: 150 },
    );
  });

  it("may be long lines, many lines, or nothing", () => {
    check("");
    check("a".repeat(200_000));
    check(`${"word ".repeat(40_000)}.`);
    check("Home\n".repeat(20_000));
    check("| a | b |\n".repeat(5_000));
    check(`${"(".repeat(5_000)}\n${"“".repeat(5_000)}\n${"Reuters ".repeat(2_000)}`);
    check("The AI this article ".repeat(3_000));
  });

  it("may be any naughty string, in a text or as all of it", () => {
    // The Big List of Naughty Strings, where the open data is at hand, beside a few of our own.
    const list = `${process.env.BENCH_DATA ?? "../shared/bench"}/injection/blns.json`;
    const strings: string[] = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
    strings.push(
      "__proto__",
      "\ud800",
      "{{7*7}}",
      "<script>alert(1)</script>",
      "@everyone",
      "🏳️‍🌈",
      "\u0000",
      "ﷺ",
      "1/0",
    );
    for (const string of strings)
      check(`${string}\nThe council met on Monday and agreed on nothing. ${string}`);
    const articles = strings.map((string, i) => scraped(`${string} said the mayor on Monday.`, `n${i}`));
    expect(relate(articles)).toHaveLength(strings.length);
  });
});
