import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ours } from "./engines.ts";
import { RankMetrics } from "./metrics.ts";

interface Paraphrase {
  readonly q: string;
  /** A pattern that a passage which answers meets. */
  readonly answer: string;
  /** Where such a passage may stand, by the number that the file's name starts with. */
  readonly cite: readonly string[];
}

const root = join(import.meta.dirname, "..", "..");

/** The open questions about the five articles, asked in other words: metrics of the first passage that answers. */
export async function paraphrases(): Promise<Record<string, number>> {
  const index = await ours(join(root, "corpus"), []);
  const lines = readFileSync(join(root, "tests", "fixtures", "gold-paraphrases.jsonl"), "utf8")
    .trim()
    .split("\n");
  const metrics = new RankMetrics();
  for (const { q, answer, cite } of lines.map((line) => JSON.parse(line) as Paraphrase)) {
    const hits = await index.hits(q);
    const at = hits.findIndex(
      ({ article, text }) => cite.includes(article.id.slice(0, 3)) && new RegExp(answer, "i").test(text),
    );
    metrics.add([...hits.keys()].map(String), new Set([String(at)]));
  }
  await index.close();
  return { queries: lines.length, ...metrics.means() };
}
