import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { openDesk } from "../../src/desk.ts";
import { attacheJson, root } from "./attache.ts";

const scratch = mkdtempSync(join(tmpdir(), "attache-json-"));
const data = ["--data", join(scratch, "data")];
afterAll(() => rmSync(scratch, { recursive: true }));

const kind = z.enum(["original", "relay", "summary"]);
const offset = z.int().nonnegative();
const citation = z.looseObject({
  n: z.int().positive(),
  articleId: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  provenance: kind,
  quote: z.string().min(1),
  start: offset,
  end: offset,
});
type Citation = z.infer<typeof citation>;
const answer = z.looseObject({
  id: z.string(),
  question: z.string(),
  mode: z.enum(["extractive", "generated"]),
  refused: z.boolean(),
  claims: z.array(z.looseObject({ text: z.string().min(1), citations: z.array(z.int()).min(1) })),
  citations: z.array(citation),
  nearest: z.array(citation),
  tookMs: z.number(),
});
const timeline = z.looseObject({
  events: z.array(
    z.looseObject({
      date: z.string(),
      text: z.string().min(1),
      articles: z.array(z.string()).min(1),
      citations: z.array(citation).min(1),
      sentences: z.array(z.string()).min(1),
    }),
  ),
});
const source = z.looseObject({
  id: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  publishedBasis: z.enum(["given", "stated", "inferred", "unknown"]),
  language: z.string(),
  provenance: z.looseObject({
    kind,
    of: z.string().nullable(),
    machineGenerated: z.boolean(),
    excerpt: z.boolean(),
    evidence: z.array(z.looseObject({ of: z.string(), quote: z.string().min(1) })),
  }),
  passages: z.int().positive(),
  file: z.string(),
});
const report = z.strictObject({
  articleId: z.string().nullable(),
  outlet: z.string().nullable(),
  tie: z.enum(["relay", "summary", "copy", "excerpt"]).nullable(),
  words: z.array(z.string().min(1)),
  get made() {
    return z.array(report);
  },
});
const story = z.strictObject({
  id: z.string(),
  title: z.string().min(1),
  sources: z.int().positive(),
  voices: z.int().positive(),
  roots: z.array(report).min(1),
});
const sources = z.strictObject({ articles: z.array(source), stories: z.array(story) });
const hits = z.looseObject({
  hits: z.array(
    z.looseObject({ articleId: z.string(), text: z.string(), start: offset, end: offset, score: z.number() }),
  ),
});

const texts = new Map<string, string>();

const json = (...words: string[]) => attacheJson([...words, ...data]);

const verbatim = ({ articleId, quote, start, end }: Citation): boolean =>
  texts.get(articleId)?.slice(start, end) === quote;

beforeAll(async () => {
  expect(await json("index")).toMatchObject([{ articles: 5, added: 5, removed: 0, changed: true }]);
  const [listed] = await json("sources");
  const { articles } = sources.parse(listed);
  const [one] = await json("sources", articles[0]!.id);
  expect(sources.parse(one).articles[0]).toMatchObject({ ...articles[0], text: expect.any(String) });
  // The texts of the others come from the desk that the verb asks.
  await using desk = await openDesk({ corpus: join(root, "corpus"), data: join(scratch, "data") });
  for (const { article } of await desk.sources()) texts.set(article.id, article.text);
  expect(texts.get(articles[0]!.id)).toBe((one as { articles: [{ text: string }] }).articles[0].text);
});

const people = ["Lukashenko", "Coale", "Kolesnikova", "Kellogg", "Trump", "Tikhanovskaya", "Bialiatski"];
const things = ["potassium", "the embassy in Minsk", "Belavia", "political prisoners", "sanctions", "NATO"];
const questions = [
  ...people.flatMap((name) => [`Who is ${name}?`, `What did ${name} say in September?`, `${name}`]),
  ...things.flatMap((thing) => [`What happened to ${thing}?`, `When was ${thing} mentioned?`]),
  "Кто посетил Минск?",
  "白俄罗斯释放了多少政治犯？",
  "من زار مينسك؟",
  "Combien de prisonniers ont été libérés ?",
  "123",
  "Why?",
  "Who won the Africa Cup of Nations?",
  "What is the price of potash in Canada?",
  "who visited MINSK кто 谁 من",
  "--top what",
];

it("answers as the contract says, and every quote is its article's own words", async () => {
  expect(questions.length).toBeGreaterThan(40);
  const file = join(scratch, "questions.jsonl");
  writeFileSync(file, questions.map((q, id) => `${JSON.stringify({ id, q })}\n`).join(""));
  const answers = (await json("ask", "--questions", file)).map((line) => answer.parse(line));
  expect(answers.map(({ id }) => id)).toEqual(questions.map((_, id) => String(id)));
  const cited = answers.flatMap(({ citations, nearest }) => [...citations, ...nearest]);
  expect(cited.length).toBeGreaterThan(40);
  expect(cited.filter((each) => !verbatim(each))).toEqual([]);
  for (const { claims, citations, refused, nearest } of answers) {
    expect(citations.map(({ n }) => n)).toEqual(citations.map((_, i) => i + 1));
    expect(new Set(claims.flatMap((claim) => claim.citations))).toEqual(new Set(citations.map(({ n }) => n)));
    expect(refused).toBe(claims.length === 0);
    if (!refused) expect(nearest).toEqual([]);
  }
});

it("tells a timeline in order, every event in its articles' own words", async () => {
  const [told] = await json("timeline", "--sentences", "3");
  const { events } = timeline.parse(told);
  expect(events.length).toBeGreaterThan(3);
  expect(events.flatMap(({ citations }) => citations).filter((each) => !verbatim(each))).toEqual([]);
  for (const { articles, citations, sentences, text } of events) {
    expect(new Set(articles)).toEqual(new Set(citations.map(({ articleId }) => articleId)));
    for (const sentence of [text, ...sentences]) {
      expect(
        [...texts.values()].some((whole) => whole.includes(sentence)),
        sentence,
      ).toBe(true);
    }
    expect(sentences.length).toBeLessThanOrEqual(3);
  }
  const [few] = await json("timeline", "--top", "2", "--from", "2025-06", "--to", "2025-12");
  expect(new Set(timeline.parse(few).events.map(({ date }) => date)).size).toBeLessThanOrEqual(2);
});

it("grows the family tree of a story, with the words that show each tie", async () => {
  const [listed] = await json("sources");
  const [one, ...others] = sources.parse(listed).stories;
  expect(others).toEqual([]);
  expect(one).toMatchObject({
    sources: 2,
    voices: 1,
    roots: [
      {
        articleId: "002_e7600e6aa5c942e1",
        tie: null,
        made: [{ articleId: "001_7c974063d1f566f4", tie: "summary", made: [] }],
      },
    ],
  });
  const shared = one!.roots[0]!.made[0]!.words.at(-1)!;
  expect(texts.get("001_7c974063d1f566f4")).toContain(shared);
  const [alone] = await json("sources", "003_082334ece72b5cb7");
  // Its source is known by name alone.
  expect(sources.parse(alone).stories).toMatchObject([
    { sources: 1, roots: [{ articleId: null, outlet: "Financial Times", made: [{ tie: "relay" }] }] },
  ]);
});

it("ranks passages that are spans of their articles", async () => {
  const [found] = await json("search", "potassium sanctions", "--top", "1000000");
  const ranked = hits.parse(found).hits;
  expect(ranked.length).toBeGreaterThan(5);
  expect(
    ranked.filter(({ articleId, start, end, text }) => texts.get(articleId)?.slice(start, end) !== text),
  ).toEqual([]);
  expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).sort((a, b) => b - a));
});
