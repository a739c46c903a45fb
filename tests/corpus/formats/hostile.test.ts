import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocument } from "../../../src/corpus/formats/read-document.ts";
import { readApart } from "../../../src/corpus/formats/sandbox.ts";
import { loadCorpus } from "../../../src/corpus/load.ts";
import { docx, pdf, wordParagraph } from "./make-files.ts";

const STORY = "The ministers met in the capital on Tuesday and agreed, after long talks, on three points. ";

/** Some hundred kilobytes as it comes, `size` once inflated. */
function bomb(size: number): Buffer {
  return docx({ deflated: deflateRawSync(Buffer.alloc(size, "a")), size });
}

function laughs(): Buffer {
  const entities = Array.from(
    { length: 9 },
    (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i === 0 ? "" : i};`.repeat(10)}">`,
  );
  const prolog = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY lol "lol">${entities.join("")}]>`;
  return docx(wordParagraph("&lol9;"), prolog);
}

describe("a hostile file", () => {
  const hostile: Record<string, Buffer> = {
    "laughs.docx": laughs(),
    "cut.docx": docx(wordParagraph(STORY)).subarray(0, 400),
    "no-zip.docx": Buffer.from("PK\u0003\u0004 nothing"),
    "empty.docx": Buffer.alloc(0),
    "empty.pdf": Buffer.alloc(0),
    "cut.pdf": pdf([[STORY]]).subarray(0, 300),
    "no.pdf": Buffer.from("%PDF-1.7\n%%EOF"),
    "loop.pdf": Buffer.from(
      pdf([[STORY]])
        .toString("latin1")
        .replace("/Kids [4 0 R]", "/Kids [2 0 R]"),
      "latin1",
    ),
    "noise.pdf": Buffer.from(Uint8Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 256)),
    "noise.docx": Buffer.from(Uint8Array.from({ length: 50_000 }, (_, i) => (i * 104_729) % 256)),
    "noise.html": Buffer.from(Uint8Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 256)),
    "deep.html": Buffer.from(`${"<div>".repeat(200_000)}${STORY}`),
    "wide.html": Buffer.from(`<p>${"<b><i><a href=x>".repeat(50_000)}`),
    "empty.html": Buffer.from("<html></html>"),
    "empty.eml": Buffer.from("\r\n\r\n"),
    "nested.eml": Buffer.from(
      Array.from(
        { length: 500 },
        (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
      ).join(""),
    ),
    "binary.txt": Buffer.from([0, 1, 2, 3, 0, 0, 9]),
    "aliases.md": Buffer.from(
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh".replace(/./g, (letter) => `${letter}: &${letter} [*${String.fromCharCode(letter.charCodeAt(0) - 1)}${`,*${String.fromCharCode(letter.charCodeAt(0) - 1)}`.repeat(8)}]\n`)}---\n${STORY}`,
    ),
    "surrogates.jsonl": Buffer.from('{"_id":"s","text":"\\ud800 alone"}\n{"_id":"ok","text":"Fine."}\n'),
    "proto.jsonl": Buffer.from(
      '{"__proto__":{"text":"x"},"_id":"p"}\n{"_id":"constructor","text":"Fine."}\n',
    ),
  };
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "attache-hostile-"));
    for (const [name, bytes] of Object.entries(hostile)) await writeFile(join(folder, name), bytes);
    await writeFile(join(folder, "zz-good.txt"), STORY.repeat(3));
    await writeFile(join(folder, "a-good.docx"), docx(wordParagraph(STORY)));
    await writeFile(join(folder, "a-good.pdf.pdf"), pdf([[STORY]]));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("costs no other article of its folder, and a line of its own at most", async () => {
    const ids: string[] = [];
    const problems: string[] = [];
    for await (const loaded of loadCorpus(folder)) {
      if (loaded.kind === "article") ids.push(loaded.article.id);
      if (loaded.kind === "problem") problems.push(`${loaded.problem.file}: ${loaded.problem.message}`);
    }
    expect(ids).toEqual(expect.arrayContaining(["zz-good", "a-good", "a-good.pdf", "ok", "constructor"]));
    for (const line of problems) expect(line).not.toMatch(/\n/);
    for (const name of [
      "laughs.docx",
      "cut.docx",
      "empty.pdf",
      "no.pdf",
      "empty.html",
      "binary.txt",
      "noise.docx",
    ]) {
      expect(problems.filter((line) => line.startsWith(`${name}:`))).toHaveLength(1);
    }
  });

  it("is stopped when it inflates past the memory it may take, and the next file is read", async () => {
    const limits = { milliseconds: 20_000, megabytes: 60 };
    const page = { file: "bomb.docx", url: null };
    await expect(readApart({ format: "docx", bytes: bomb(200_000_000), page }, limits)).rejects.toMatchObject(
      {
        code: "document.too-large",
      },
    );
    await expect(readDocument(docx(wordParagraph(STORY)), { file: "next.docx" })).resolves.toMatchObject([
      { text: STORY.trim() },
    ]);
  });

  it("is stopped when it takes too long, and the next file is read", async () => {
    const bytes = pdf(Array.from({ length: 400 }, () => Array.from({ length: 50 }, () => STORY)));
    const limits = { milliseconds: 20, megabytes: 1_000 };
    await expect(
      readApart({ format: "pdf", bytes, page: { file: "slow.pdf", url: null } }, limits),
    ).rejects.toMatchObject({ code: "document.broken", message: expect.stringContaining("longer than") });
    await expect(readDocument(pdf([[STORY]]), { file: "next.pdf" })).resolves.toMatchObject([
      { text: STORY.trim() },
    ]);
  });
});
