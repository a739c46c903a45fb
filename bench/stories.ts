/**
 * Same-story groups and summaries: `node bench/stories.ts [folder of open data]`.
 * Stories: ECB+ (Cybulska and Vossen 2014), each topic's two sub-stories told apart; B³ (Bagga and Baldwin 1998).
 * Sources: extracts of timeline17 articles, cut down, must find the article they were made from among 1,000.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Likeness, normOf } from "../src/corpus/likeness.ts";
import { NeighbourFinder } from "../src/corpus/neighbours.ts";
import { sourceOf } from "../src/corpus/sources.ts";
import { stories } from "../src/corpus/stories.ts";
import { countTerms } from "../src/corpus/terms.ts";
import { runsOf } from "../src/corpus/word-runs.ts";
import { sentences } from "../src/text/sentences.ts";
import { type Measure, openData, record } from "./record.ts";

const data = openData();
for (const set of ["ecbplus", "timeline17"]) {
  if (existsSync(join(data, set))) continue;
  console.error(`There is no ${set} in ${data}: give the folder of open data as an argument.`);
  process.exit(2);
}

const command = "node bench/stories.ts";
const measures: Measure[] = [];

interface Text {
  readonly title: null;
  readonly language: "en";
  readonly text: string;
}
const asText = (text: string): Text => ({ title: null, language: "en", text });
/** The same numbers in every run (a linear congruential generator). */
let seed = 11;
const random = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};

function ecb(): { topic: string; story: string; article: Text }[] {
  return readdirSync(join(data, "ecbplus")).flatMap((topic) =>
    readdirSync(join(data, "ecbplus", topic)).map((file) => {
      const lines: string[][] = [];
      const xml = readFileSync(join(data, "ecbplus", topic, file), "utf8");
      for (const [, sentence, token] of xml.matchAll(/<token t_id="\d+" sentence="(\d+)"[^>]*>([^<]*)</g))
        lines[Number(sentence)] = [...(lines[Number(sentence)] ?? []), token!];
      const text = lines.map((tokens) => tokens.join(" ")).filter((line) => !line.startsWith("http"));
      return { topic, story: topic + file.includes("plus"), article: asText(text.join("\n")) };
    }),
  );
}

/** B³ precision, recall and F1 of groups against gold ones, both by item. */
function bcubed(groups: Int32Array, gold: readonly string[]): { p: number; r: number; f: number } {
  let [p, r] = [0, 0];
  groups.forEach((group, i) => {
    const both = groups.filter((other, j) => other === group && gold[j] === gold[i]).length;
    p += both / groups.filter((other) => other === group).length / groups.length;
    r += both / gold.filter((other) => other === gold[i]).length / groups.length;
  });
  return { p, r, f: (2 * p * r) / (p + r) };
}

function scoreStories(name: string, articles: ReturnType<typeof ecb>): void {
  const began = performance.now();
  const terms = countTerms(articles.map(({ article }) => article));
  const finder = new NeighbourFinder(terms);
  const norms = Int16Array.from(articles, (_, i) => normOf(terms, i));
  const likeness = new Likeness(terms, norms);
  const groups = stories(
    articles.map((_, i) => likeness.hood(i, finder.of(i).near)),
    likeness,
  ).first;
  const took = performance.now() - began;
  const { p, r, f } = bcubed(
    groups,
    articles.map(({ story }) => story),
  );
  const figures = [p, r, f].map((x) => x.toFixed(3)).join(" | ");
  console.log(`| ${name} | ${articles.length} | ${figures} | ${Math.round(took)} ms |`);
  measures.push({
    what: `same-story groups, ECB+ ${name}: B³ F1`,
    figure: figures.split(" | ").at(-1)!,
    goal: "≥ .92",
    command,
  });
}

console.log("| ECB+ | articles | B³ precision | recall | F1 | took |\n|---|---|---|---|---|---|");
const articles = ecb();
scoreStories("all open topics", articles);
const topics = [...new Set(articles.map(({ topic }) => topic))];
for (let fold = 0; fold < 3; fold++) {
  const some = new Set(topics.filter((_, i) => i % 3 === fold));
  scoreStories(
    `every third topic, from ${fold + 1}`,
    articles.filter(({ topic }) => some.has(topic)),
  );
}

const pool = new Map<string, string>();
for (const topic of readdirSync(join(data, "timeline17"))) {
  const found: { text: string }[] = JSON.parse(
    readFileSync(join(data, "timeline17", topic, "articles.json"), "utf8"),
  );
  for (const { text } of found) if (text.length >= 1500) pool.set(text.slice(0, 200), text);
}
const sources = [...pool.values()]
  .map((text) => ({ text, order: random() }))
  .sort((a, b) => a.order - b.order)
  .slice(0, 1000)
  .map(({ text }) => asText(text));
const kinds: Record<string, (picked: string[]) => string> = {
  "two to five sentences": (picked) => picked.join(" "),
  "of those, 40 % of the words": (picked) =>
    words(picked)
      .filter(() => random() < 0.4)
      .join(" "),
  "of those, the first 15 of half the words": (picked) =>
    words(picked)
      .filter(() => random() < 0.5)
      .slice(0, 15)
      .join(" "),
};
function words(picked: string[]): string[] {
  return picked.join(" ").split(" ");
}

console.log("\n| extract of one of 1,000 articles | extracts | its source first |\n|---|---|---|");
for (const [name, shorten] of Object.entries(kinds)) {
  const extracts = sources.flatMap(({ text }, source) => {
    const all = sentences(text)
      .map(({ start, end }) => text.slice(start, end))
      .filter(({ length }) => length > 40);
    const picked = all.filter((_, i) => random() < (i < 6 ? 0.35 : 0.12)).slice(0, 5);
    return all.length >= 8 && picked.length >= 2 ? [{ source, article: asText(shorten(picked)) }] : [];
  });
  const everything = [...sources, ...extracts.map(({ article }) => article)];
  const terms = countTerms(everything);
  const finder = new NeighbourFinder(terms);
  const textOf = (i: number) => everything[i]!;
  const pairs = runsOf(textOf, 2);
  const right = extracts.filter(({ source }, i) => {
    const extract = sources.length + i;
    const near = [...finder.of(extract).near].filter((other) => other < sources.length);
    return sourceOf(textOf, { pairs, terms }, extract, near)?.other === source;
  });
  const figure = (right.length / extracts.length).toFixed(3);
  console.log(`| ${name} | ${extracts.length} | ${figure} |`);
  measures.push({ what: `an extract's source first among 1,000: ${name}`, figure, goal: "≥ .98", command });
}
record("stories", measures);
