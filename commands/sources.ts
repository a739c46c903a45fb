import { ApplicationCommandOptionType, ApplicationCommandType } from "discord.js";
import type { Action, Command, Request } from "../src/discord/command.ts";
import { localised } from "../src/discord/locales/index.ts";
import { everywhere, given } from "../src/discord/options.ts";
import type { Reply } from "../src/discord/reply.ts";
import { sourcesView, sourceView } from "../src/discord/sources-view.ts";
import { expired } from "./expired.ts";
import { sourceChoices, sourceOption } from "./filters.ts";

export const sources = {
  data: {
    ...localised("sources"),
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    options: [
      {
        ...localised("sources", "article"),
        type: ApplicationCommandOptionType.String,
        max_length: 100,
        autocomplete: true,
      },
    ],
  },
  async execute({ options, desk, strings }) {
    const wanted = await sourceOption(given(options.article), desk, strings);
    const all = await desk.sources();
    const one = all.find(({ article }) => article.id === wanted);
    if (one) return sourceView(one, 0, strings);
    return sourcesView(
      all.filter(({ article }) => wanted === undefined || article.publisher === wanted),
      0,
      strings,
    );
  },
  autocomplete: sourceChoices,
} satisfies Command;

const turnPage = {
  name: "sources",
  answers: "update",
  async execute({ args, desk, strings }) {
    return sourcesView(await desk.sources(), Number(args[0]), strings);
  },
} satisfies Action;

const open = {
  name: "source",
  answers: "ephemeral",
  execute: (request) => opened(request, request.args.join(":"), 0),
} satisfies Action;

/** Turns the page of one article. */
const turnArticle = {
  name: "article",
  answers: "update",
  execute: (request) => opened(request, request.args.slice(1).join(":"), Number(request.args[0])),
} satisfies Action;

async function opened(request: Request, id: string, page: number): Promise<Reply> {
  return sourceView((await request.desk.source(id)) ?? expired(request), page, request.strings);
}

export const sourcesControls = [turnPage, open, turnArticle];
