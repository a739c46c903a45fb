import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Article } from "../../src/corpus/article.ts";
import { cite, nameOf } from "../../src/corpus/citation.ts";
import { articleLine } from "../../src/corpus/ingest/article-file.ts";
import { ingest } from "../../src/corpus/ingest.ts";
import { loadCorpus } from "../../src/corpus/load.ts";
import { quotation, repeatsTooMuch, shortened, shown } from "../../src/corpus/quote-limit.ts";
import { article } from "../fixtures/article.ts";

const storm =
  "A storm tore the roof off the fish market in Brevik on Tuesday night, and nineteen people were taken to hospital.";
const whole = { start: 0, end: storm.length };

describe("a quote limit", () => {
  it("cuts a citation between words, which stays verbatim by its offsets and says that it is cut", () => {
    const limited = article("a", storm, { quoteLimit: 6 });
    const citation = cite(limited, whole, 1);
    expect(citation).toMatchObject({ quote: "A storm tore the roof off", start: 0, end: 25, cut: true });
    expect(limited.text.slice(citation.start, citation.end)).toBe(citation.quote);
    expect(quotation(limited, whole)).toBe("A storm tore the roof off …");
    const roomy = cite(article("b", storm, { quoteLimit: 21 }), whole, 1);
    expect(roomy).toEqual(cite(article("b", storm), whole, 1));
  });

  it("of none leaves a link: a name, an address, and no words", () => {
    const linked = article("a", storm, { quoteLimit: 0, url: "https://example.org/storm" });
    expect(cite(linked, whole, 1)).toMatchObject({ quote: "", start: 0, end: 0, cut: true, url: linked.url });
    expect(nameOf(linked)).toBe("a");
    expect(shown(linked)).toMatchObject({ text: "", id: "a" });
  });

  it("counts words of scripts that put no spaces between them", () => {
    expect(shortened("白俄罗斯释放了一百二十三名政治犯。", 3)).toMatch(/^白俄罗斯释放.{0,2}$/u);
    expect(shortened("В Минске освободили 123 заключённых.", 3)).toBe("В Минске освободили");
  });

  it("never yields more words, other words, or half a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.nat(30), (text, limit) => {
        const cut = shortened(text, limit);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut === text || cut.toWellFormed() === cut || !text.isWellFormed()).toBe(true);
        const words = [...new Intl.Segmenter("en", { granularity: "word" }).segment(cut)];
        expect(words.filter(({ isWordLike }) => isWordLike).length).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it("takes a statement for a quote that repeats more in a row, whoever wrote it", () => {
    const limited = article("a", storm, { quoteLimit: 5 });
    expect(repeatsTooMuch("In Brevik a storm tore the roof off the fish market in Brevik.", limited)).toBe(
      true,
    );
    expect(repeatsTooMuch("The fish market in Brevik lost its roof to a storm.", limited)).toBe(false);
    expect(repeatsTooMuch(storm, article("b", storm))).toBe(false);
  });
});

const scratch = mkdtempSync(join(tmpdir(), "attache-limits-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** A corpus folder of some files; what of it is read, and what is not. */
async function loaded(files: Record<string, string>, known?: ReadonlyMap<string, string>) {
  const folder = mkdtempSync(join(scratch, "corpus-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const all = await Array.fromAsync(loadCorpus(folder, { known }));
  const articles = new Map(
    all.flatMap((item): [string, Article][] =>
      item.kind === "article" ? [[item.article.id, item.article]] : [],
    ),
  );
  const problems = all.flatMap((item) => (item.kind === "problem" ? [item.problem.message] : []));
  const hashes = new Map(all.flatMap((item) => (item.kind === "problem" ? [] : [[hashed(item), item.hash]])));
  return {
    limits: Object.fromEntries([...articles].map(([id, { quoteLimit }]) => [id, quoteLimit])),
    problems,
    hashes,
  };
}
const hashed = (item: { kind: string; id?: string; article?: Article }) => item.article?.id ?? item.id!;
const front = (fields: string) => `---\n${fields}\n---\n${storm}`;

describe("where a limit comes from", () => {
  it("an article's own, its publisher's, its host's, everyone's, in that order", async () => {
    const files = {
      "own.md": front("publisher: Coastal Times\nquoteLimit: 7"),
      "publisher.md": front("publisher: The coastal times\nurl: https://example.org/x"),
      "host.md": front("url: https://news.example.org/x"),
      "rest.txt": storm,
      "records.jsonl": `${JSON.stringify({ id: "record", text: storm, metadata: { quoteLimit: 9 } })}\n`,
    };
    const rules = 'quoteLimit:\n  Coastal Times: 0\n  example.org: 25\n  "*": 60\n';
    const { limits, problems } = await loaded({ ...files, "sources.yml": rules });
    expect(problems).toEqual([]);
    expect(limits).toEqual({ own: 7, publisher: 0, host: 25, rest: 60, record: 9 });
    expect((await loaded(files)).limits).toMatchObject({ publisher: undefined, rest: undefined });
  });

  it("a change of the rules reads every article anew; none reads none", async () => {
    const files = { "a.txt": storm, "sources.yml": 'quoteLimit:\n  "*": 60\n' };
    const { hashes } = await loaded(files);
    expect((await loaded(files, hashes)).limits).toEqual({});
    expect((await loaded({ ...files, "sources.yml": 'quoteLimit:\n  "*": 5\n' }, hashes)).limits).toEqual({
      a: 5,
    });
  });

  it("a limit that cannot be understood is never passed over", async () => {
    const { limits, problems } = await loaded({
      "wrong.md": front("quoteLimit: short"),
      "right.txt": storm,
      "records.jsonl": `{"id": "r", "text": "A storm.", "quoteLimit": -1}\n`,
    });
    expect(limits).toEqual({ right: undefined });
    expect(problems).toHaveLength(2);
    for (const problem of problems)
      expect(problem).toMatch(/quoteLimit is "(?:short|-1)"; give the number of words/);
    for (const rules of ["quoteLimit: 5", "quoteLimit:\n  FT: many", "quotelimits:\n  FT: 5", "{", "- FT"])
      await expect(loaded({ "a.txt": storm, "sources.yml": rules })).rejects.toThrow(
        /sources\.yml is not understood/,
      );
  });

  it("stays with an article that is ingested", async () => {
    const from = mkdtempSync(join(scratch, "from-"));
    writeFileSync(join(from, "own.md"), front("quoteLimit: 7"));
    const corpus = join(scratch, "ingested");
    await Array.fromAsync(ingest([from], { corpus, data: join(scratch, "data") }));
    const [item] = await Array.fromAsync(loadCorpus(corpus));
    expect(item).toMatchObject({ kind: "article", article: { quoteLimit: 7 } });
    const raw = {
      id: "r",
      file: null,
      url: null,
      text: storm,
      state: "given" as const,
      given: { quoteLimit: 3 },
    };
    expect(JSON.parse(articleLine(raw))).toMatchObject({ metadata: { quoteLimit: 3 } });
  });
});
