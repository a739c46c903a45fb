import { expect, test } from "vitest";
import { connected } from "./bot.ts";
import { ids } from "./cast.ts";
import { textOf } from "./world.ts";

test("/ask is acknowledged, then answered with numbered claims and their sources", async () => {
  const { peer, desk } = await connected();
  const asked = peer.command("ask", { question: "What was traded for potash relief?", from: "2025-06" });
  const text = textOf(await peer.answer(asked));
  expect(asked.response?.type).toBe(5);
  expect(text).toContain("released 123 political prisoners [1]");
  expect(text).toMatch(/\[1\] .*Euronews.* · December 2025 · \*original\* · \*date inferred\*/);
  expect(text).toMatch(/\[2\] \*\*Charter97\*\* · September 5, 2025 · \*relays Financial Times\*/);
  expect(text).toContain("> the release of political prisoners is a price to pay");
  expect(desk.asked).toMatchObject([{ filter: { from: "2025-06" }, language: "en-US" }]);
});

test("a quote links to its words on the publisher's page", async () => {
  const { peer } = await connected();
  const message = await peer.answer(peer.command("ask", { question: "potash?" }));
  expect(JSON.stringify(message.versions.at(-1)?.body)).toContain(
    "https://www.euronews.com/2025/12/16/belarus%5F%28minsk%29#:~:text=In%20exchange%2C%20Belarusian",
  );
});

test("a mention is answered in reply, and what follows knows what came before", async () => {
  const { peer, desk } = await connected();
  const first = await peer.replyTo(peer.say(`<@${ids.bot}> what was traded for potash relief`));
  expect(textOf(first)).toContain("[1]");
  await peer.replyTo(peer.say("and who was freed?", { replyTo: first.id, user: "400000000000000077" }));
  expect(desk.asked[0]).toMatchObject({ text: "what was traded for potash relief", history: [] });
  expect(desk.asked[1]?.history).toMatchObject([
    { role: "user", text: "what was traded for potash relief" },
    { role: "assistant", text: expect.stringContaining("123 political prisoners") },
  ]);
  expect(peer.world.typing).toContain(ids.channel);
});
