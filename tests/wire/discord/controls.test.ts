import { expect, test } from "vitest";
import { openState } from "../../../src/ops/state/state.ts";
import { answerTo, articles, fixtureDesk, quote } from "../../fixtures/desk.ts";
import { connected } from "./bot.ts";
import { Peer, until } from "./peer.ts";
import { textOf } from "./world.ts";

async function answered(more: Parameters<typeof connected>[0] = {}) {
  const all = await connected(more);
  const message = await all.peer.answer(all.peer.command("ask", { question: "Who was freed?" }));
  return { ...all, message };
}

test("Passage shows the quote in bold amid its context, to the presser alone", async () => {
  const { peer, message } = await answered();
  const shown = await peer.answer(peer.press(message, /^passage:.*:0$/));
  expect(shown.ephemeral).toBe(true);
  expect(textOf(shown)).toContain("**In exchange, Belarusian authorities released 123 political prisoners**");
  expect(textOf(shown)).toContain("including Nobel Peace Prize laureate");
  expect(textOf(shown)).toContain("Belarus seeks to improve relations");
});

test("a passage whose article has changed since is shown as it was quoted, and said to be", async () => {
  const desk = fixtureDesk({ source: async () => undefined });
  const { peer, message } = await answered({ desk });
  const shown = textOf(await peer.answer(peer.press(message, /^passage:.*:0$/)));
  expect(shown).toContain("no longer in the corpus");
  expect(shown).toContain("> In exchange, Belarusian authorities released 123 political prisoners");
});

test("More evidence lists further passages, each of which opens", async () => {
  const { peer, message } = await answered();
  const more = await peer.answer(peer.press(message, /^more:/));
  expect(textOf(more)).toContain("> Belarus seeks to imp");
  const opened = await peer.answer(peer.press(more, /^found:.*:0$/));
  expect(textOf(opened)).toContain("**Belarus seeks to imp**rove relations");
});

test("Timeline of this shows dated events with a picture, and who reports them", async () => {
  const { peer, message } = await answered();
  const shown = await peer.answer(peer.press(message, /^when:/));
  expect(textOf(shown)).toContain("September 5, 2025");
  expect(textOf(shown)).toContain("announced");
  expect(textOf(shown)).toContain("One source says 123, another 52.");
  expect(shown.versions.at(-1)?.files.map(({ name }) => name)).toEqual(["timeline.png"]);
  const reports = await peer.answer(peer.press(shown, /^event:.*:1$/));
  expect(textOf(reports)).toMatch(/\[1\] .*Euronews/);
});

test("where the question names no event, the timeline tells all that the answer's sources date", async () => {
  const whole = await fixtureDesk().timeline({});
  const desk = fixtureDesk({
    timeline: async ({ topic }) => (topic ? { ...whole, topic, events: [] } : whole),
    ask: async ({ text }) => answerTo(text, { citations: [answerTo(text).citations[0]!] }),
  });
  const { peer, message } = await answered({ desk });
  const shown = textOf(await peer.answer(peer.press(message, /^when:/)));
  expect(shown).toContain("Timeline: Who was freed?");
  expect(shown).toContain("December 2025");
  expect(shown).not.toContain("September 5, 2025");
});

test("a vote is kept, and changed by a second one", async () => {
  const { peer, message, state } = await answered();
  const key = JSON.stringify(message.versions.at(-1)?.body).match(/vote:([^:]+):1/)?.[1] ?? "";
  await peer.answer(peer.press(message, /^vote:.*:1$/));
  expect(await state.feedback.of(key)).toEqual({ up: 1, down: 0 });
  await peer.answer(peer.press(message, /^vote:.*:-1$/));
  expect(await state.feedback.of(key)).toEqual({ up: 0, down: 1 });
});

test("Follow up opens a form, and its question is answered within the conversation", async () => {
  const { peer, message, desk } = await answered();
  const form = peer.press(message, /^follow:/, { user: "400000000000000099" });
  await until(() => form.response);
  expect(form.response?.type).toBe(9);
  await peer.answer(peer.submit(form, { question: "And when?" }, { user: "400000000000000099" }));
  expect(desk.asked.at(-1)).toMatchObject({ text: "And when?", history: [{ text: "Who was freed?" }, {}] });
});

test("buttons and conversations outlive a restart", async () => {
  const peer = await new Peer().start();
  const state = await openState(":memory:");
  const { bot, message } = await answered({ peer, state });
  await bot.close();
  const { desk } = await connected({ peer, state });
  const shown = await peer.answer(peer.press(message, /^passage:.*:1$/));
  expect(textOf(shown)).toContain("**the release of political prisoners is a price to pay**");
  await peer.replyTo(peer.say("and who was freed?", { replyTo: message.id }));
  expect(desk.asked.at(-1)?.history?.[0]).toEqual({ role: "user", text: "Who was freed?" });
});

test("a button whose answer is forgotten says so, and so does one this version does not know", async () => {
  const { peer, message } = await answered();
  const under = { message: { id: message.id } };
  const old = peer.interact(
    { type: 3, data: { custom_id: "passage:gone:0", component_type: 2 }, ...under },
    {},
  );
  expect(textOf(await peer.answer(old))).toContain("too old for its buttons");
  const strange = peer.interact({ type: 3, data: { custom_id: "strange", component_type: 2 }, ...under }, {});
  expect(textOf(await peer.answer(strange))).toContain("too old for its buttons");
});

test("an answer too long for one message goes on overleaf and lies attached, whole", async () => {
  const [first] = articles;
  const words = "In exchange, Belarusian authorities released 123 political prisoners";
  const claims = Array.from({ length: 60 }, (_, at) => ({
    text: `Sentence ${at}: ${"word ".repeat(40)}end${at}.`,
    citations: [1],
  }));
  const citations = Array.from({ length: 30 }, (_, at) => quote(first!, words, at + 1));
  const desk = fixtureDesk({ ask: async ({ text }) => answerTo(text, { claims, citations }) });
  const { peer, message } = await answered({ desk });
  const [file] = message.versions.at(-1)!.files;
  expect(file?.name).toBe("answer.md");
  for (let at = 0; at < 60; at++) expect(String(file?.data)).toContain(`end${at}.`);

  let seen = textOf(message);
  for (let page = 1; page < 12; page++) {
    await peer.answer(peer.press(message, new RegExp(`^answer:[^:]+:${page}$`)));
    seen += textOf(message);
    if (JSON.stringify(message.versions.at(-1)?.body).includes('"disabled":true,') === false && page > 8)
      break;
    const next = JSON.stringify(message.versions.at(-1)?.body).match(
      new RegExp(`"custom_id":"answer:[^:]+:${page + 1}"[^}]*`),
    )?.[0];
    if (!next || next.includes("disabled")) break;
  }
  for (let at = 0; at < 60; at++) expect(seen).toContain(`end${at}. [1]`);
  for (let n = 1; n <= 30; n++) expect(seen).toContain(`[${n}] `);
});

test("where files may not be sent, the pages alone hold the answer", async () => {
  const claims = Array.from({ length: 30 }, () => ({ text: "word ".repeat(60), citations: [1] }));
  const desk = fixtureDesk({ ask: async ({ text }) => answerTo(text, { claims }) });
  const { peer } = await connected({ desk });
  const message = await peer.answer(peer.command("ask", { question: "long?" }, { mayAttach: false }));
  expect(message.versions.at(-1)?.files).toEqual([]);
  expect(textOf(message)).toContain("Page 1 of");
});

test("a refusal says so and offers the nearest passages as such", async () => {
  const nearest = [quote(articles[0]!, "Will he succeed?", 1)];
  const desk = fixtureDesk({
    ask: async ({ text }) => answerTo(text, { refused: true, claims: [], citations: [], nearest }),
  });
  const { peer } = await connected({ desk });
  const message = await peer.answer(peer.command("ask", { question: "What is the capital of Peru?" }));
  expect(textOf(message)).toContain("The sources do not answer this.");
  expect(textOf(message)).toContain("> Will he succeed?");
  const shown = await peer.answer(peer.press(message, /^passage:.*:0$/));
  expect(textOf(shown)).toContain("**Will he succeed?**");
});

test("/sources lists the articles and opens one with the words that prove what it is", async () => {
  const { peer } = await connected();
  const list = await peer.answer(peer.command("sources"));
  expect(textOf(list)).toContain("2 articles, 4 passages");
  const one = await peer.answer(peer.press(list, "source:charter97"));
  expect(textOf(one)).toContain("relays Financial Times");
  expect(textOf(one)).toContain("> the Financial Times wrote");
  const chosen = await peer.answer(peer.command("sources", { article: "Euronews" }));
  expect(textOf(chosen)).toContain("1 article, 2 passages");
});

test("/timeline goes on overleaf, with its picture on the first page", async () => {
  const { events, ...rest } = await fixtureDesk().timeline({});
  const many = Array.from({ length: 30 }, (_, at) => ({
    ...events[0]!,
    text: `Event ${at}`,
    sentences: [`Event ${at}.`],
  }));
  const desk = fixtureDesk({ timeline: async ({ topic = null }) => ({ ...rest, topic, events: many }) });
  const { peer } = await connected({ desk });
  const files = () => shown.versions.at(-1)!.files.map(({ name }) => name);
  const shown = await peer.answer(peer.command("timeline", { topic: "prisoners" }));
  expect(textOf(shown)).toContain("Timeline: prisoners");
  expect(files()).toEqual(["timeline.png", "timeline.md"]);
  await peer.answer(peer.press(shown, /^timeline:.*:1$/));
  expect(files()).toEqual(["timeline.md"]);
  expect(textOf(shown)).not.toContain("Event 0.");
  await peer.answer(peer.press(shown, /^timeline:.*:0$/));
  expect(files()).toEqual(["timeline.png", "timeline.md"]);
});
