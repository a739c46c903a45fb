import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mutations, nameRuns } from "../../bench/mutations.ts";
import { locate } from "../../src/answer/quote.ts";
import { evidenceAt, widened } from "../../src/answer/quoted.ts";
import { read } from "../../src/answer/reading.ts";
import { wordSimilarity } from "../../src/answer/similarity.ts";
import { supports } from "../../src/answer/support.ts";
import { sentences } from "../../src/text/sentences.ts";
import { corpus } from "./corpus.ts";

const articles = await corpus();
const similarity = wordSimilarity();

// The whole figures are printed by `node bench/verify.ts`; a part of the corpus keeps them from slipping.
describe("claims over the corpus", () => {
  it("pass with next to no altered name, number, date or denial", () => {
    const all = articles.flatMap((article) =>
      sentences(article.text).map((span) => ({
        article,
        span,
        text: article.text.slice(span.start, span.end),
      })),
    );
    const names = [
      ...new Set(
        all.flatMap(({ text }) => nameRuns(read(text)).map(({ start, end }) => text.slice(start, end))),
      ),
    ];
    const altered = all
      .filter((_, i) => i % 3 === 0)
      .flatMap(({ article, span, text }) => {
        const { evidence } = evidenceAt(article, span);
        return mutations(text, names)
          .filter(({ kind }) => kind !== "modality" && kind !== "contrary")
          .map(({ claim }) => supports(claim, [evidence], { similarity }).supported);
      });
    expect(altered.length).toBeGreaterThan(500);
    expect(altered.filter(Boolean).length / altered.length).toBeLessThan(0.02);
  });

  it("pass in other words", () => {
    const lines = readFileSync(new URL("../fixtures/paraphrases.jsonl", import.meta.url), "utf8")
      .trim()
      .split("\n");
    const dropped = lines.filter((line) => {
      const { claim, quotes, about } = JSON.parse(line) as {
        claim: string;
        quotes: string[];
        about?: string[];
      };
      const evidence = quotes.map((quote) => {
        const article = articles.find(({ text }) => locate(quote, text))!;
        const { evidence: found } = evidenceAt(article, widened(article.text, locate(quote, article.text)!));
        return { ...found, about: [...(found.about ?? []), ...(about ?? [])] };
      });
      return !supports(claim, evidence, { similarity }).supported;
    });
    expect(dropped.length / lines.length).toBeLessThan(0.15);
  });
});
