import { ApplicationCommandOptionType, ApplicationCommandType } from "discord.js";
import type { Command } from "../src/discord/command.ts";
import { localised } from "../src/discord/locales/index.ts";
import { everywhere, given } from "../src/discord/options.ts";
import { answering } from "./answering.ts";
import { dateOption, sourceChoices, sourceOption } from "./filters.ts";

export const ask = {
  data: {
    ...localised("ask"),
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    options: [
      {
        ...localised("ask", "question"),
        type: ApplicationCommandOptionType.String,
        required: true,
        min_length: 2,
        max_length: 1_000,
      },
      { ...localised("ask", "from"), type: ApplicationCommandOptionType.String, max_length: 10 },
      { ...localised("ask", "to"), type: ApplicationCommandOptionType.String, max_length: 10 },
      {
        ...localised("ask", "source"),
        type: ApplicationCommandOptionType.String,
        max_length: 100,
        autocomplete: true,
      },
    ],
  },
  limited: true,
  async execute(request) {
    const { options, strings, desk } = request;
    const filter = {
      from: dateOption(given(options.from), strings),
      to: dateOption(given(options.to), strings),
      source: await sourceOption(given(options.source), desk, strings),
    };
    return answering(request, given(options.question) ?? "", { filter });
  },
  autocomplete: sourceChoices,
} satisfies Command;
