import { Server } from "node:http";
import type { ListenOptions } from "node:net";
import { DigitalDiscord } from "discord-digital-twin";
import { pino } from "pino";
import { expect, test } from "vitest";
import { vocabulary } from "../../../commands/index.ts";
import { startBot } from "../../../src/discord/bot.ts";
import { openState } from "../../../src/ops/state/state.ts";
import { fixtureDesk } from "../../fixtures/desk.ts";

/** The twin listens on every interface; here it is told to keep to the loopback one. */
async function onLoopback(start: () => Promise<unknown>): Promise<void> {
  const listen = Server.prototype.listen;
  Server.prototype.listen = function (this: Server, port: unknown, ...rest: unknown[]) {
    const where: ListenOptions = { port: Number(port), host: "127.0.0.1" };
    return listen.call(this, where, rest.at(-1) as () => void);
  } as typeof listen;
  try {
    await start();
  } finally {
    Server.prototype.listen = listen;
  }
}

test("a second stand-in for Discord, not of our making, is served as well", async () => {
  const discord = new DigitalDiscord({
    channels: [{ name: "general", type: 0 }],
    users: [{ username: "Mira" }],
  });
  await onLoopback(() => discord.start());
  const state = await openState(":memory:");
  const bot = await startBot({
    token: discord.botToken,
    desk: fixtureDesk(),
    state,
    log: pino({ level: "silent" }),
    vocabulary,
    rest: { api: discord.restUrl },
  });
  try {
    const [first] = await discord.prisma.channel.findMany();
    const channel = discord.channel(first!.id);
    const user = channel.user((await discord.getFirstNonBotUserId())!);
    const asked = await user.runSlashCommand({
      name: "ask",
      options: [{ name: "question", type: 3, value: "who was freed?" }],
    });
    const { acknowledged } = await channel.waitForInteractionAck({ interactionId: asked.id });
    expect(acknowledged).toBe(true);
    const answers = ({ components }: { components?: unknown }) =>
      JSON.stringify(components ?? []).includes("[1]");
    const answer = await channel.waitForMessage({ predicate: answers });
    const button = /passage:[^"]+:0/.exec(JSON.stringify(answer.components))![0];
    await user.clickButton({ messageId: answer.id, customId: button });
    const inBold = ({ components }: { components?: unknown }) =>
      JSON.stringify(components).includes("**In exchange");
    expect(await channel.waitForMessage({ predicate: inBold })).toBeDefined();
  } finally {
    await bot.close();
    await discord.stop();
    await state.close();
  }
});
