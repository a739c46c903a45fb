import { expect, test } from "vitest";
import { connected } from "./bot.ts";
import { ids } from "./cast.ts";
import { Peer } from "./peer.ts";
import { textOf } from "./world.ts";

test("a hundred people who ask at once are each acknowledged and answered, once", async () => {
  const { peer, desk } = await connected();
  const asked = Array.from({ length: 100 }, (_, at) =>
    peer.command("ask", { question: `question ${at}` }, { user: String(410000000000000000n + BigInt(at)) }),
  );
  const answers = await Promise.all(asked.map((each) => peer.answer(each, 15_000)));
  for (const [at, answer] of answers.entries()) expect(textOf(answer)).toContain(`question ${at}\n`);
  expect(asked.every(({ edits, response }) => edits === 1 && response?.type === 5)).toBe(true);
  expect(new Set(desk.asked.map(({ text }) => text)).size).toBe(100);
});

test("while connections are cut and calls fail, every question is answered once", async () => {
  const peer = await new Peer({ perChannel: { most: 50, within: 1_000 } }).start();
  await connected({ peer });
  const asked = [];
  const said = [];
  for (let round = 0; round < 3; round++) {
    peer.faults.limited = 2;
    for (let at = 0; at < 5; at++) {
      asked.push(peer.command("ask", { question: "who?" }));
      said.push(peer.say(`<@${ids.bot}> who?`, { user: `42000000000000000${at}` }));
    }
    peer.gateway.drop();
    asked.push(peer.command("ask", { question: "who was freed meanwhile?" }));
    peer.faults.broken = 2;
    await peer.answer(asked.at(-1)!, 15_000);
  }
  await Promise.all([...asked.map((each) => peer.answer(each)), ...said.map((id) => peer.replyTo(id))]);
  expect(asked.map(({ edits }) => edits)).toEqual(asked.map(() => 1));
  for (const id of said) {
    expect([...peer.world.messages.values()].filter(({ answering }) => answering === id)).toHaveLength(1);
  }
});
