import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { answerTo, fixtureDesk } from "../../fixtures/desk.ts";
import { connected } from "./bot.ts";
import { ids } from "./cast.ts";
import { rawText, snowflake, textOf } from "./world.ts";

const ask = `<@${ids.bot}> who was freed?`;

test("a thread is one conversation, whoever asks", async () => {
  const { peer, desk } = await connected();
  await peer.replyTo(peer.say(ask, { channel: ids.thread, user: "400000000000000011" }));
  await peer.replyTo(
    peer.say(`<@${ids.bot}> and when?`, { channel: ids.thread, user: "400000000000000012" }),
  );
  expect(desk.asked[1]?.history?.[0]?.text).toBe("who was freed?");
});

test("a forum post is a thread too", async () => {
  const { peer, desk } = await connected();
  await peer.replyTo(peer.say(ask, { channel: ids.forumPost, user: "400000000000000011" }));
  await peer.replyTo(
    peer.say(`<@${ids.bot}> and when?`, { channel: ids.forumPost, user: "400000000000000012" }),
  );
  expect(desk.asked[1]?.history).toHaveLength(2);
});

test("in a busy channel, other people's questions begin conversations of their own", async () => {
  const { peer, desk } = await connected();
  await peer.replyTo(peer.say(ask, { user: "400000000000000011" }));
  await peer.replyTo(peer.say(ask, { user: "400000000000000012" }));
  await peer.replyTo(peer.say(`<@${ids.bot}> and when?`, { user: "400000000000000011" }));
  expect(desk.asked[1]?.history).toEqual([]);
  expect(desk.asked[2]?.history).toHaveLength(2);
});

test("direct messages need no mention", async () => {
  const { peer } = await connected();
  const message = await peer.replyTo(peer.say("who was freed?", { direct: true }));
  expect(message.channel).toBe(ids.direct);
  const command = await peer.answer(peer.command("ask", { question: "who?" }, { direct: true }));
  expect(textOf(command)).toContain("[1]");
});

test("commands work where a person, not the server, has installed the bot", async () => {
  const { peer } = await connected();
  const message = await peer.answer(peer.command("ask", { question: "who?" }, { userInstalled: true }));
  expect(textOf(message)).toContain("[1]");
});

test("it does not answer bots, itself, @everyone, joins, talk of others, or an event twice", async () => {
  const { peer, desk } = await connected();
  peer.say(ask, { bot: true });
  peer.say(ask, { user: ids.bot });
  peer.say("@everyone who was freed?", { everyone: true });
  peer.say(ask, { type: 7 });
  peer.say("who was freed?");
  const id = snowflake();
  peer.say(ask, { id });
  peer.say(ask, { id });
  await peer.replyTo(id);
  await setTimeout(100);
  expect(desk.asked).toHaveLength(1);
  expect(peer.world.in(ids.channel)).toHaveLength(1);
});

test("a mention without a question is told how to ask", async () => {
  const { peer, desk } = await connected();
  expect(textOf(await peer.replyTo(peer.say(`<@${ids.bot}>`)))).toContain("What would you like to know?");
  expect(desk.asked).toEqual([]);
});

test("an answer that is written bit by bit is shown bit by bit, in whole sentences, never half a mark", async () => {
  const claims = Array.from({ length: 12 }, (_, at) => ({ text: `Claim *${at}* stands.`, citations: [1] }));
  const desk = fixtureDesk({
    async ask({ text, onProgress }) {
      for (let ready = 1; ready <= claims.length; ready++) {
        onProgress?.({ claims: claims.slice(0, ready), citations: [] });
        await setTimeout(300);
      }
      return answerTo(text, { mode: "generated", claims });
    },
  });
  const { peer } = await connected({ desk });
  const message = await peer.replyTo(peer.say(ask));
  expect(message.versions.length).toBeGreaterThanOrEqual(3);
  // Twelve claims in 3.6 seconds: shown at most every 1.5 seconds, and once at the end.
  expect(message.versions.length).toBeLessThanOrEqual(5);
  for (const [at] of message.versions.entries()) {
    const lines = rawText(message, at)
      .split("\n")
      .filter((line) => line.startsWith("Claim"));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^Claim \\\*\d+\\\* stands\. \[1\]$/);
  }
  expect(textOf(message)).toContain("Written by a model");
});

test("the server's language is spoken where a person's is unknown, and a chosen one everywhere", async () => {
  const { peer, state } = await connected();
  expect(textOf(await peer.answer(peer.command("help", {}, { locale: "de" })))).toContain("Wort für Wort");
  expect(textOf(await peer.answer(peer.command("help", {}, { locale: "en-GB" })))).toContain("word for word");
  await state.settings.change(ids.guild, { language: "fr" });
  expect(textOf(await peer.replyTo(peer.say(`<@${ids.bot}>`)))).toContain("Que voulez-vous savoir");
  expect(textOf(await peer.answer(peer.command("help", {}, { locale: "de" })))).toContain("mot pour mot");
});
