import { expect, it } from "vitest";
import { readDocument } from "../../../src/corpus/formats/read-document.ts";
import { docx, pdf, wordParagraph } from "./make-files.ts";

it("joins a PDF's lines to paragraphs, mends parted words, and drops page numbers", async () => {
  const bytes = pdf(
    [
      [
        "Ministers agree on three points",
        "",
        "The ministers met in the capital on Tuesday and agreed, after long talks that",
        "lasted into the night, on three points. Observers named ex-",
        "amples of what remains open.",
        "",
        "A second paragraph begins on this page and runs on over the foot of it to",
        "",
        "Page 1",
      ],
      ["the next page.", "", "Page 2"],
    ],
    "/Title (Treaty talks) /Author (Ann Lee)",
  );
  const [article] = await readDocument(bytes, { file: "treaty.pdf" });
  expect(article).toMatchObject({
    id: "treaty",
    state: "extracted",
    given: { title: "Treaty talks", byline: "Ann Lee" },
  });
  expect(article!.text.split("\n")).toEqual([
    "Ministers agree on three points",
    "The ministers met in the capital on Tuesday and agreed, after long talks that lasted into the night, on three points. Observers named examples of what remains open.",
    "A second paragraph begins on this page and runs on over the foot of it to the next page.",
  ]);
});

it("reads a Word document's paragraphs and tables, its first heading as the title", async () => {
  const cell = (text: string) => `<w:tc>${wordParagraph(text)}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell("Sector")}${cell("Goal")}</w:tr><w:tr>${cell("Trade")}${cell("Growth")}</w:tr></w:tbl>`;
  const bytes = docx(
    wordParagraph("Key elements", "Heading1") + wordParagraph("The table sums them up.") + table,
  );
  const [article] = await readDocument(bytes, { file: "elements.docx" });
  expect(article).toMatchObject({
    given: { title: "Key elements" },
    text: "The table sums them up.\n| Sector | Goal |\n| --- | --- |\n| Trade | Growth |",
  });
});

it("reads an e-mail: subject, sender, the sender's own date, and paragraphs unwrapped", async () => {
  const mail = [
    "From: Ann Lee <ann@example.org>",
    "Subject: =?utf-8?B?w5xiZXIgTWluc2s=?=",
    "Date: Wed, 01 Oct 2025 00:30:00 +0300",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "The ministers met in the capital on Tuesday and agreed, after long",
    "talks, on three points.",
    "",
    "More follows.",
  ].join("\r\n");
  const [article] = await readDocument(Buffer.from(mail), { file: "mail.eml" });
  expect(article).toMatchObject({
    given: {
      title: "Über Minsk",
      byline: "Ann Lee",
      published: { date: "2025-10-01", basis: "stated", evidence: "Date: Wed, 01 Oct 2025 00:30:00 +0300" },
    },
    text: "The ministers met in the capital on Tuesday and agreed, after long talks, on three points.\n\nMore follows.",
  });
});

it("reads the HTML of an e-mail without its scripts", async () => {
  const mail =
    "From: a@example.org\r\nSubject: S\r\nContent-Type: text/html\r\n\r\n<p>First.</p><script>alert(1)</script><ul><li>Second</li></ul>";
  const [article] = await readDocument(Buffer.from(mail), { file: "mail.eml" });
  expect(article!.text).toBe("First.\n- Second");
});
