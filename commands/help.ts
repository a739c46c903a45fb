import { ApplicationCommandType } from "discord.js";
import type { Command } from "../src/discord/command.ts";
import { localised } from "../src/discord/locales/index.ts";
import { everywhere } from "../src/discord/options.ts";
import { note } from "../src/discord/reply.ts";

export const help = {
  data: { ...localised("help"), ...everywhere, type: ApplicationCommandType.ChatInput },
  ephemeral: true,
  ungated: true,
  execute: async ({ strings }) => note(strings.help),
} satisfies Command;
