import { describe, expect, it } from "vitest";
import { isDocument, readDocument } from "../../../src/corpus/formats/read-document.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("readDocument", () => {
  it("hands a plain text on as it stands, named after its file", async () => {
    const [article] = await readDocument(bytes("First line.\r\nSecond.\n"), { file: "belarus/one two.txt" });
    expect(article).toMatchObject({
      file: "belarus/one two.txt",
      state: "scraped",
      text: "First line.\nSecond.\n",
    });
    expect(article!.id).toMatch(/^belarus\.one-two-[0-9a-f]{8}$/);
  });

  it("reads front matter as what is given, dates as they were written", async () => {
    const text =
      '---\ntitle: "A: B"\npublished: 2025-12\nsource: Example News\nurl: https://example.org/a\n---\nBody.';
    const [article] = await readDocument(bytes(text), { file: "a.md" });
    expect(article).toMatchObject({
      id: "a",
      url: "https://example.org/a",
      text: "Body.",
      given: {
        title: "A: B",
        publisher: "Example News",
        published: { date: "2025-12", basis: "given", evidence: "2025-12" },
      },
    });
  });

  it("does not take a rule at the head of a text for front matter", async () => {
    const [article] = await readDocument(bytes("---\nA scene.\n---\nAnother.\n"), { file: "a.md" });
    expect(article!.text).toBe("---\nA scene.\n---\nAnother.\n");
  });

  it("reads BEIR and flat records, and names each line that is no article", async () => {
    const problems: string[] = [];
    const lines = [
      '{"_id":"4983","title":"T","text":"One.","metadata":{"published":"2025-10-01","publisher":"P","url":"https://e.org/1"}}',
      "",
      "{broken",
      '"a string"',
      '{"id":"x","title":"no text"}',
      '{"id":"flat","text":"Two.","author":"A. Writer","date":"1 October 2025"}',
      '{"_id":"4983","text":"The same id again."}',
    ];
    const articles = await readDocument(bytes(lines.join("\n")), {
      file: "news.jsonl",
      onProblem: (problem) => problems.push(problem),
    });
    expect(articles.map(({ id, text }) => [id, text])).toEqual([
      ["4983", "One."],
      ["flat", "Two."],
    ]);
    expect(articles[0]!.given.published).toEqual({
      date: "2025-10-01",
      basis: "given",
      evidence: "2025-10-01",
    });
    expect(articles[1]!.given).toMatchObject({ byline: "A. Writer", published: { date: "2025-10-01" } });
    expect(problems.map((problem) => problem.split(":")[0])).toEqual([
      "line 3",
      "line 4",
      "line 5",
      "line 7",
    ]);
  });

  it("reads a page's body and title", async () => {
    const paragraph =
      "The ministers met in the capital on Tuesday, and agreed, after long talks, on three points. ";
    const html = `<html><head><title>Ministers agree</title></head><body><nav><a href="/">Home</a></nav>
      <article><h1>Ministers agree</h1><p>${paragraph.repeat(4)}</p><ul><li>Trade</li><li>Borders</li></ul>
      <p>${paragraph.repeat(4)}</p></article></body></html>`;
    const [article] = await readDocument(bytes(html), { file: "page.html" });
    expect(article).toMatchObject({ state: "extracted", given: { title: "Ministers agree" } });
    expect(article!.text.split("\n")).toEqual(
      expect.arrayContaining([paragraph.repeat(4).trim(), "- Trade", "- Borders"]),
    );
    expect(article!.text).not.toContain("Home");
  });

  it("says which kinds it reads when given another", async () => {
    await expect(readDocument(bytes("x"), { file: "a.exe" })).rejects.toMatchObject({
      code: "document.unsupported",
    });
    expect([isDocument("a.TXT"), isDocument("b?#1.md"), isDocument("c.exe"), isDocument("txt")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
