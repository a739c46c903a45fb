import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { vocabulary } from "../../../commands/index.ts";
import { deployCommands } from "../../../src/discord/deploy.ts";
import { UserError } from "../../../src/ops/user-error.ts";
import { article } from "../../fixtures/article.ts";
import { fixtureDesk } from "../../fixtures/desk.ts";
import { connected } from "./bot.ts";
import { ids } from "./cast.ts";
import { Peer } from "./peer.ts";
import { textOf } from "./world.ts";

const manager = { manager: true, user: "400000000000000001" };

test("who manages the server sets it in a panel, and it holds at once", async () => {
  const { peer, state } = await connected();
  const panel = await peer.answer(peer.command("settings", {}, manager));
  expect(panel.ephemeral).toBe(true);
  await peer.answer(peer.press(panel, "set:channels", manager, [ids.other]));
  await peer.answer(peer.press(panel, "set:roles", manager, [ids.role]));
  await peer.answer(peer.press(panel, "set:limit", manager, ["5"]));
  await peer.answer(peer.press(panel, "set:ephemeral", manager));
  await peer.answer(peer.press(panel, "set:mentions", manager));
  await peer.answer(peer.press(panel, "set:language", manager, ["de"]));
  expect(await state.settings.of(ids.guild)).toEqual({
    channels: [ids.other],
    roles: [ids.role],
    ephemeral: true,
    mentions: false,
    language: "de",
    dailyLimit: 5,
  });
  expect(textOf(panel)).toContain("Einstellungen für diesen Server");
});

test("nobody else may, even through a panel that was open before", async () => {
  const { peer, state } = await connected();
  const panel = await peer.answer(peer.command("settings", {}, manager));
  const pressed = await peer.answer(peer.press(panel, "set:mentions", { user: ids.user }));
  expect(textOf(pressed)).toContain("Only people who manage this server");
  expect((await state.settings.of(ids.guild)).mentions).toBe(true);
});

test("a closed channel and an excluded role are told so; their threads and managers are not shut out", async () => {
  const { peer, state, desk } = await connected();
  await state.settings.change(ids.guild, { channels: [ids.channel] });
  const question = { question: "who?" };
  const closed = await peer.answer(peer.command("ask", question, { channel: ids.other }));
  expect(closed.ephemeral).toBe(true);
  expect(textOf(closed)).toContain("do not answer in this channel");
  await peer.answer(peer.command("ask", question, { channel: ids.other, ...manager }));
  await peer.answer(peer.command("ask", question, { channel: ids.thread }));
  await state.settings.change(ids.guild, { channels: [], roles: [ids.role] });
  expect(textOf(await peer.answer(peer.command("ask", question)))).toContain("Only certain roles");
  await peer.answer(peer.command("ask", question, { roles: [ids.role] }));
  expect(desk.asked).toHaveLength(3);
});

test("mentions stay unanswered in a closed channel, and where they are off", async () => {
  const { peer, state, desk } = await connected();
  await state.settings.change(ids.guild, { channels: [ids.channel] });
  peer.say(`<@${ids.bot}> who?`, { channel: ids.other });
  await peer.replyTo(peer.say(`<@${ids.bot}> who?`, { channel: ids.thread }));
  await state.settings.change(ids.guild, { mentions: false });
  peer.say(`<@${ids.bot}> who?`);
  await setTimeout(100);
  expect(desk.asked).toHaveLength(1);
});

test("the daily limit holds for each person, over commands and mentions together", async () => {
  const { peer, state, desk } = await connected();
  await state.settings.change(ids.guild, { dailyLimit: 2 });
  await peer.answer(peer.command("ask", { question: "one?" }));
  await peer.replyTo(peer.say(`<@${ids.bot}> two?`));
  expect(textOf(await peer.answer(peer.command("ask", { question: "three?" })))).toContain(
    "2 questions today",
  );
  expect(textOf(await peer.replyTo(peer.say(`<@${ids.bot}> three?`)))).toContain("2 questions today");
  await peer.answer(peer.command("ask", { question: "one?" }, { user: "400000000000000077" }));
  expect(desk.asked).toHaveLength(3);
});

test("answers are for the asker alone where the server wants it so", async () => {
  const { peer, state } = await connected();
  await state.settings.change(ids.guild, { ephemeral: true });
  expect((await peer.answer(peer.command("ask", { question: "who?" }))).ephemeral).toBe(true);
});

test("source completes from names alone: no article is read while somebody types", async () => {
  const unread = () => Promise.reject(new Error("an article was read"));
  const names = Array.from({ length: 40 }, (_, i) => ({
    id: `report-${i}`,
    name: `Storm, part ${i}`,
    publisher: i % 2 ? "The Coast" : null,
  }));
  const { peer, desk, lines } = await connected({
    desk: fixtureDesk({ sources: unread, source: unread, stories: unread, sourceNames: async () => names }),
  });
  const typing = peer.command("sources", { focused: { name: "article", value: "PART 1" } });
  await setTimeout(50);
  const parts = [1, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];
  expect(typing.response?.data?.choices).toEqual(
    parts.map((i) => ({ name: `${i % 2 ? "The Coast: " : ""}Storm, part ${i}`, value: `report-${i}` })),
  );
  const all = peer.command("ask", { question: "w", focused: { name: "source", value: "" } });
  await setTimeout(50);
  expect(all.response?.data?.choices).toHaveLength(25);
  expect(all.response?.data?.choices).toContainEqual({ name: "The Coast", value: "The Coast" });
  await peer.answer(peer.command("ask", { question: "who?", source: "the coast" }));
  expect(desk.asked[0]?.filter?.source).toBe("The Coast");
  expect(lines.filter(({ err }) => err)).toEqual([]);
});

test("source completes while it is typed, and from takes dates alone", async () => {
  const { peer, desk } = await connected();
  const typing = peer.command("ask", { question: "w", focused: { name: "source", value: "char" } });
  await setTimeout(50);
  expect(typing.response?.data).toEqual({
    choices: [
      { name: "Charter97", value: "Charter97" },
      { name: "Charter97: FT: The West Has Made Lukashenka Understand", value: "charter97" },
    ],
  });
  await peer.answer(peer.command("ask", { question: "who?", source: "charter97" }));
  expect(desk.asked[0]?.filter?.source).toBe("charter97");
  for (const from of ["yesterday", "2025-13", "2025-02-30"]) {
    const refused = await peer.answer(peer.command("ask", { question: "who?", from }));
    expect(textOf(refused)).toContain(`“${from}” is not a date`);
  }
  const unknown = await peer.answer(peer.command("ask", { question: "who?", source: "nobody" }));
  expect(textOf(unknown)).toContain("no article or publisher called “nobody”");
  expect(desk.asked).toHaveLength(1);
});

test("/ingest is for managers, takes a URL, and says what was added and what was not", async () => {
  const taken: unknown[] = [];
  const ingest = async (what: unknown) => {
    taken.push(what);
    return {
      added: [article("new", "text", { title: "A *new* one" })],
      skipped: [{ name: "b.pdf", reason: "empty" }],
      unchanged: 3,
    };
  };
  const { peer } = await connected({ ingest });
  const refused = await peer.answer(peer.command("ingest", { url: "https://example.org/a" }));
  expect(textOf(refused)).toContain("Only people who manage this server");
  const done = await peer.answer(peer.command("ingest", { url: "https://example.org/a" }, manager));
  expect(textOf(done)).toContain("1 article added");
  expect(textOf(done)).toContain("A *new* one");
  expect(textOf(done)).toContain("b.pdf: empty");
  expect(textOf(done)).toContain("3 already there");
  const path = await peer.answer(peer.command("ingest", { url: "/etc/passwd" }, manager));
  expect(textOf(path)).toContain("An address begins with https://");
  expect(taken).toEqual([{ url: "https://example.org/a" }]);
});

test("what the desk calls a user's mistake is told in its words; a fault gets a number that is in the log", async () => {
  const mistaken = fixtureDesk({
    ask: async ({ text }) => {
      throw text === "mistake"
        ? new UserError("x", "That date lies in the future.")
        : new Error("secret detail");
    },
  });
  const { peer, lines } = await connected({ desk: mistaken });
  const told = textOf(await peer.answer(peer.command("ask", { question: "mistake" })));
  expect(told).toContain("That date lies in the future.");
  const failed = textOf(await peer.answer(peer.command("ask", { question: "fault" })));
  const id = /`([A-Z0-9]{8})`/.exec(failed)?.[1];
  expect(failed).not.toContain("secret");
  expect(lines.find((line) => line.id === id)).toMatchObject({ err: { message: "secret detail" } });
});

test("deploy registers every command, named and described in seven languages", async () => {
  const peer = await new Peer().start();
  const names = await deployCommands({ token: peer.token, vocabulary, rest: peer.rest });
  await deployCommands({ token: peer.token, vocabulary, rest: peer.rest, guild: ids.guild });
  await peer.stop();
  expect(peer.world.faults).toEqual([]);
  expect(names).toEqual(["ask", "timeline", "sources", "settings", "ingest", "help"]);
  for (const command of peer.world.commands as Record<string, object>[]) {
    const languages = ["de", "fr", "ja", "ru", "uk", "zh-CN"];
    expect(Object.keys(command.name_localizations!).toSorted()).toEqual(languages);
    expect(Object.keys(command.description_localizations!).toSorted()).toEqual(languages);
  }
});
