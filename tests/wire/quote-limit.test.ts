import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { verify } from "../../src/answer/verify.ts";
import { sharedWords } from "../../src/corpus/shared-words.ts";
import { openDesk } from "../../src/desk.ts";
import { words } from "../../src/text/words.ts";
import { articleOf, hitsOf } from "../answer/corpus.ts";
import { attache } from "../console/attache.ts";
import { connected } from "./discord/bot.ts";
import { textOf } from "./discord/world.ts";

/** A short quote alone may be taken of this one. */
const short = {
  limit: 6,
  text: "On 3 March 2025 the harbour master of Brevik closed the northern basin to all trawlers, because divers had found two unexploded mines under the ice. The closure will last until the navy has raised both of them, which takes a fortnight in such weather.",
};
/** This one may only be linked. */
const linked = {
  limit: 0,
  text: "On 9 April 2025 the parliament in Oslo voted to build a tunnel between Brevik and the island of Sandvika, at a cost of nine billion crowns. The minister of transport, Kari Moen, called the tunnel a gift to fishermen who have waited for it since their grandfathers' days.",
};
const free = {
  limit: 1_000,
  text: "On 20 May 2025 the cup final ended with a victory for Lyn, whose goalkeeper Ola Berg saved two penalties with a broken finger. Thousands of supporters sang on the quays of Brevik until the early morning.",
};
const questions = [
  "What did the harbour master of Brevik close in March 2025?",
  "What did the parliament in Oslo vote to build?",
  "What did the minister Kari Moen call the tunnel?",
  "Who saved two penalties?",
  "What will the price of cod be?",
];

const scratch = mkdtempSync(join(tmpdir(), "attache-limit-"));
const [corpus, data] = [join(scratch, "corpus.jsonl"), join(scratch, "data")];
const record = (id: string, { text, limit }: typeof short, more: object) =>
  `${JSON.stringify({ id, text, quoteLimit: limit, ...more })}\n`;
writeFileSync(
  corpus,
  record("short", short, {
    title: "Mines close harbour",
    publisher: "Fjord Post",
    url: "https://fjord.example/1",
  }) +
    // Without a title, an article is named by its first words: here these are not to be had.
    record("linked", linked, { publisher: "Coastal Times", url: "https://coast.example/2" }) +
    record("copy", { ...linked, text: `OSLO, Thursday. ${linked.text}` }, { publisher: "Coast Today" }) +
    record("free", free, { title: "Lyn wins" }),
);
afterAll(() => rmSync(scratch, { recursive: true }));

/** Fails where a text repeats more of an article in a row than its limit. Shorter runs than five words are names. */
function expectNoMore(output: string): void {
  for (const { text, limit } of [short, linked]) {
    // What stands between escapes and marks of a format is read as one text.
    const plain = output.replace(/\\n|\\"|\\(?=\W)|\*\*/g, " ");
    const run = sharedWords(plain, text);
    const length = run ? words(plain.slice(run.start, run.end)).length : 0;
    expect(length, run ? plain.slice(run.start, run.end) : "").toBeLessThanOrEqual(Math.max(limit, 4));
  }
}

it("holds in all that the desk says", async () => {
  await using desk = await openDesk({ corpus, data });
  const answers = await Promise.all(questions.map((text) => desk.ask({ text })));
  const hits = await Promise.all(questions.map((text) => desk.search(text, { top: 10 })));
  const timeline = await desk.timeline({ sentences: 3 });
  const ids = ["short", "linked", "copy", "free"];
  const sources = await Promise.all(ids.map((id) => desk.source(id)));
  const stories = await desk.stories();
  const listed = hits.flat().map(({ article: _, copies: __, ...hit }) => hit);
  for (const said of [answers, listed, timeline, sources, stories, await desk.sources()])
    expectNoMore(JSON.stringify(said));
  expectNoMore(new TextDecoder().decode(await desk.draw(stories, "svg")));
  expectNoMore(new TextDecoder().decode(await desk.draw(timeline, "svg")));

  const [mines, tunnel] = answers;
  expect(mines!.claims[0]!.text).toBe("On 3 March 2025 the harbour …");
  expect(mines!.citations[0]).toMatchObject({ quote: "On 3 March 2025 the harbour", cut: true });
  expect(tunnel).toMatchObject({ refused: false, claims: [{ linkOnly: true }] });
  expect(tunnel!.claims[0]!.text).toMatch(/\((Coastal Times|Coast Today)\).*licence allows a link only/);
  expect(tunnel!.citations.map(({ quote }) => quote).join("")).toBe("");
  // What is free is quoted whole.
  expect(answers[3]!.claims[0]!.text).toBe(`${free.text.split(". ")[0]}.`);
  const april = timeline.events.find(({ date }) => date === "2025-04-09");
  expect(april).toMatchObject({ linkOnly: true, text: expect.stringMatching(/licence allows a link only/) });
});

it("holds in the terminal, which names the address instead", async () => {
  const at = ["--corpus", corpus, "--data", data];
  const commands = [
    ["ask", questions[0]!],
    ["ask", questions[1]!],
    ["search", "tunnel Brevik"],
    ["timeline", "--sentences", "3"],
    ["sources"],
    ["sources", "linked"],
    ["sources", "short", "--json"],
  ];
  for (const command of commands) {
    const { code, stdout } = await attache([...command, ...at]);
    expect(code).toBe(0);
    expectNoMore(stdout);
    if (command[1] === questions[1]) expect(stdout).toContain("https://coast.example/2");
  }
});

it("holds on Discord, whatever is pressed", async () => {
  await using real = await openDesk({ corpus, data });
  const desk = Object.assign(real, { asked: [] });
  const { peer } = await connected({ desk });
  const seen: string[] = [];
  const open = async (message: Awaited<ReturnType<typeof peer.answer>>, depth: number): Promise<void> => {
    const { body, files } = message.versions.at(-1)!;
    expectNoMore(textOf(message));
    for (const { name, data } of files) if (!name.endsWith(".png")) expectNoMore(data.toString());
    if (depth === 0) return;
    for (const [, id] of JSON.stringify(body).matchAll(
      /"custom_id":"((?:passage|found|more|when|event|source|tree):[^"]+)"/g,
    )) {
      seen.push(id!.split(":")[0]!);
      await open(await peer.answer(peer.press(message, id!)), depth - 1);
    }
  };
  for (const question of questions.slice(0, 2))
    await open(await peer.answer(peer.command("ask", { question })), 2);
  await open(await peer.answer(peer.command("sources")), 2);
  expect(new Set(seen)).toEqual(new Set(["passage", "found", "more", "when", "event", "source", "tree"]));
});

it("holds for what a model writes: a claim that is a quotation is none", () => {
  const article = articleOf(linked.text, { quoteLimit: 0 });
  const support = [{ passage: 1, quote: linked.text.split(". ")[0]! }];
  const outcome = (text: string) =>
    verify({ text, support }, hitsOf([article]), { questions: [questions[1]!] })[0]!;
  const copied = outcome(`${linked.text.split(". ")[0]}.`);
  expect(copied).toMatchObject({ mendable: true });
  expect("reasons" in copied && copied.reasons.join()).toMatch(/licence allows/);
  expect(outcome("The Oslo parliament voted to build a tunnel.")).toHaveProperty("quotes");
});
