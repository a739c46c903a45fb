import { setTimeout } from "node:timers/promises";
import { pino } from "pino";
import { expect, test } from "vitest";
import { vocabulary } from "../../../commands/index.ts";
import { startBot } from "../../../src/discord/bot.ts";
import { openState } from "../../../src/ops/state/state.ts";
import { answerTo, fixtureDesk } from "../../fixtures/desk.ts";
import { connected } from "./bot.ts";
import { ids } from "./cast.ts";
import { Peer, until } from "./peer.ts";
import { textOf } from "./world.ts";

const question = { question: "who was freed?" };

function slow(milliseconds: number) {
  return fixtureDesk({
    async ask({ text }) {
      await setTimeout(milliseconds);
      return answerTo(text);
    },
  });
}

test("an interaction delivered twice is answered once", async () => {
  const { peer, desk } = await connected();
  const { interaction, payload } = peer.prepare({ type: 2, data: { name: "help", type: 1, options: [] } });
  peer.gateway.dispatch("INTERACTION_CREATE", payload, ids.guild);
  peer.gateway.dispatch("INTERACTION_CREATE", payload, ids.guild);
  await peer.answer(interaction);
  await setTimeout(50);
  expect(interaction.edits).toBe(1);
  expect(desk.asked).toEqual([]);
});

test("an acknowledgement that comes too late (10062) does not cost the answer: it goes to the channel", async () => {
  const peer = await new Peer({ acknowledge: -1 }).start();
  await connected({ peer });
  const asked = peer.command("ask", question);
  const message = await until(() => peer.world.in(ids.channel)[0]);
  expect(asked.response).toBeUndefined();
  expect(textOf(message)).toContain("could not answer where you asked");
  expect(textOf(message)).toContain("[1]");
  forgive(peer, 404);
});

test("past the fifteen minutes (50027) the answer goes to the channel, and a private one to its asker", async () => {
  const peer = await new Peer({ answer: 100 }).start();
  const { state } = await connected({ peer, desk: slow(200) });
  peer.command("ask", question);
  const open = await until(() => peer.world.in(ids.channel).find(({ versions }) => versions.length > 0));
  expect(textOf(open)).toContain("could not answer where you asked");
  await state.settings.change(ids.guild, { ephemeral: true });
  peer.command("ask", question);
  await until(
    () =>
      peer.world.in(ids.direct.replace(/^9/, "9")).length > 0 ||
      [...peer.world.messages.values()].some(({ channel }) => channel === `9${ids.user.slice(1)}`),
  );
  expect(peer.world.in(ids.channel).filter(({ versions }) => versions.length > 0)).toHaveLength(1);
  forgive(peer, 401);
});

test("one that was taken although its answer was lost (40060) counts as taken", async () => {
  const { peer } = await connected();
  peer.faults.lost = 1;
  const asked = peer.command("ask", question);
  expect(textOf(await peer.answer(asked))).toContain("[1]");
  expect(peer.world.in(ids.channel)).toHaveLength(1);
  forgive(peer, 400);
});

test("a mention whose reply was taken although the answer was lost is not answered twice", async () => {
  const { peer } = await connected();
  const id = peer.say(`<@${ids.bot}> who was freed?`);
  await until(() => peer.world.typing.length > 0);
  peer.faults.lost = 2;
  await peer.replyTo(id);
  await setTimeout(300);
  expect(peer.world.in(ids.channel)).toHaveLength(1);
});

test("where the bot may not write, a mention is answered to its author directly", async () => {
  const { peer } = await connected();
  peer.world.closed.add(ids.other);
  peer.say(`<@${ids.bot}> who was freed?`, { channel: ids.other });
  const message = await until(() => peer.world.in(`9${ids.user.slice(1)}`)[0]);
  expect(textOf(message)).toContain("could not answer where you asked");
  expect(textOf(message)).toContain("[1]");
  forgive(peer, 403);
});

test("where the bot may not reply, it writes", async () => {
  const { peer } = await connected();
  peer.world.unread.add(ids.other);
  peer.say(`<@${ids.bot}> who was freed?`, { channel: ids.other });
  expect(textOf(await until(() => peer.world.in(ids.other)[0]))).toContain("[1]");
  forgive(peer, 400);
});

test("429s are waited out, and 500s tried again", async () => {
  const { peer } = await connected();
  peer.faults.limited = 5;
  const first = peer.command("ask", question);
  expect(textOf(await peer.answer(first))).toContain("[1]");
  peer.faults.broken = 4;
  const second = peer.command("ask", question);
  expect(textOf(await peer.answer(second))).toContain("[1]");
});

test("more answers than a channel takes at once keep to its limit, and all arrive", async () => {
  const peer = await new Peer({ perChannel: { most: 3, within: 1_000 } }).start();
  await connected({ peer });
  const asked = Array.from({ length: 4 }, (_, at) =>
    peer.say(`<@${ids.bot}> who?`, { user: `40000000000000002${at}` }),
  );
  for (const id of asked) expect(textOf(await peer.replyTo(id))).toContain("[1]");
});

test("what happens while the connection is cut is answered after RESUME", async () => {
  const { peer } = await connected();
  peer.gateway.drop();
  const missed = peer.command("ask", question);
  expect(textOf(await peer.answer(missed))).toContain("[1]");
  expect(peer.gateway.resumed).toBe(1);
  peer.gateway.reconnect();
  await until(() => peer.gateway.resumed === 2);
  expect(textOf(await peer.answer(peer.command("ask", question)))).toContain("[1]");
});

test("a refused RESUME begins a new session, and mentions missed in between are caught up with", async () => {
  const { peer } = await connected();
  await peer.replyTo(peer.say(`<@${ids.bot}> who was freed?`));
  peer.gateway.refuseResumes = 1;
  peer.gateway.drop();
  const missed = peer.say(`<@${ids.bot}> and when?`);
  expect(textOf(await peer.replyTo(missed, 15_000))).toContain("[1]");
  expect(peer.gateway.identified).toBe(2);
  await setTimeout(100);
  expect(peer.world.in(ids.channel)).toHaveLength(2);
});

test("a wrong token and refused intents are told in plain words", async () => {
  const peer = await new Peer().start();
  const log = pino({ level: "silent" });
  const options = {
    token: peer.token,
    log,
    vocabulary,
    rest: peer.rest,
    desk: fixtureDesk(),
    state: await openState(":memory:"),
  };
  await expect(startBot({ ...options, token: "wrong" })).rejects.toMatchObject({ code: "discord.token" });
  peer.gateway.disallowed = 1;
  await expect(startBot(options)).rejects.toMatchObject({ code: "discord.intents" });
  await peer.stop();
  await expect(
    startBot({ ...options, rest: { api: "http://127.0.0.1:9", retries: 0 } }),
  ).rejects.toMatchObject({
    code: "discord.unreachable",
  });
});

test("a token that Discord withdraws while the bot runs (4004) is reported", async () => {
  const { bot, peer } = await connected();
  peer.gateway.closeWith(4004);
  await expect(bot.failure).resolves.toMatchObject({ code: "discord.token" });
});

test("closing finishes what runs, and tells who comes later", async () => {
  const { bot, peer } = await connected({ desk: slow(300) });
  const running = peer.command("ask", question);
  await until(() => running.response);
  const closed = bot.close();
  const late = peer.command("ask", question);
  expect(textOf(await peer.answer(late))).toContain("I am restarting");
  await closed;
  expect(textOf(await peer.answer(running))).toContain("[1]");
});

test("a question that takes too long is given up, and its asker told", async () => {
  const { peer, lines } = await connected({ desk: slow(1_000), patience: 100 });
  const text = textOf(await peer.answer(peer.command("ask", question)));
  expect(text).toContain("took too long");
  expect(lines.some(({ id }) => typeof id === "string" && text.includes(id))).toBe(true);
});

/** Takes refusals that the test provoked off the list of faults. */
function forgive(peer: Peer, status: number): void {
  const rest = peer.world.faults.filter((fault) => !fault.endsWith(`: ${status}`));
  peer.world.faults.splice(0, Infinity, ...rest);
}
