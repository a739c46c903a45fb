import { ApplicationCommandOptionType, ApplicationCommandType } from "discord.js";
import type { StoryTree } from "../src/corpus/story-tree.ts";
import type { Desk } from "../src/desk.ts";
import type { Action, Command, ControlRequest, Request } from "../src/discord/command.ts";
import { localised } from "../src/discord/locales/index.ts";
import { everywhere, given } from "../src/discord/options.ts";
import type { Reply } from "../src/discord/reply.ts";
import { publisherInId, sourcesView, sourceView } from "../src/discord/sources-view.ts";
import { storyView } from "../src/discord/story-view.ts";
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
  async execute(request) {
    const { options, desk, strings } = request;
    const wanted = await sourceOption(given(options.article), desk, strings);
    if (wanted !== undefined && (await desk.source(wanted))) return opened(request, wanted, 0);
    return list(request, wanted, 0);
  },
  autocomplete: sourceChoices,
} satisfies Command;

const turnPage = {
  name: "sources",
  answers: "update",
  async execute(request) {
    const [page, ...publisher] = request.args;
    return list(request, publisher.join(":") || undefined, Number(page));
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

/** Opens the family tree of a story. */
const openTree = {
  name: "tree",
  answers: "ephemeral",
  execute: (request) => tree(request),
} satisfies Action;

const turnTree = {
  name: "story",
  answers: "update",
  execute: (request) => tree(request),
} satisfies Action;

/** The articles, or those of one publisher, whose name may be cut. */
async function list({ desk, strings }: Request, publisher: string | undefined, page: number): Promise<Reply> {
  const all = await desk.sources();
  if (publisher === undefined)
    return sourcesView({ sources: all, trees: await severalTell(desk) }, page, strings);
  const sources = all.filter(
    ({ article }) => article.publisher?.slice(0, publisherInId) === publisher.slice(0, publisherInId),
  );
  return sourcesView({ sources, trees: [], publisher }, page, strings);
}

async function opened(request: Request, id: string, page: number): Promise<Reply> {
  const { desk, strings } = request;
  const source = (await desk.source(id)) ?? expired(request);
  const tree = (await severalTell(desk)).find((each) => each.id === (source.article.story ?? id));
  return sourceView(source, tree, page, strings);
}

/** One page of a story's tree; the first carries its picture. */
async function tree(request: ControlRequest): Promise<Reply> {
  const { args, desk, strings } = request;
  const [page, ...id] = args;
  const found = (await desk.stories()).find((each) => each.id === id.join(":")) ?? expired(request);
  if (Number(page) > 0) return storyView(found, Number(page), strings);
  const picture = { name: "story.png", data: await desk.draw([found], "png"), type: "image/png" };
  return storyView(found, 0, strings, picture);
}

async function severalTell(desk: Desk): Promise<StoryTree[]> {
  return (await desk.stories()).filter(({ articles }) => articles > 1);
}

export const sourcesControls = [turnPage, open, turnArticle, openTree, turnTree];
