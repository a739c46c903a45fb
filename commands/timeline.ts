import { ApplicationCommandOptionType, ApplicationCommandType } from "discord.js";
import type { Action, Command, ControlRequest, Request } from "../src/discord/command.ts";
import { localised } from "../src/discord/locales/index.ts";
import { everywhere, given } from "../src/discord/options.ts";
import { passagesView } from "../src/discord/passages-view.ts";
import type { Reply } from "../src/discord/reply.ts";
import { reportsOf, timelineView } from "../src/discord/timeline-view.ts";
import type { Timeline } from "../src/timeline/event.ts";
import { expired } from "./expired.ts";
import { dateOption } from "./filters.ts";

export const timeline = {
  data: {
    ...localised("timeline"),
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    options: [
      { ...localised("timeline", "topic"), type: ApplicationCommandOptionType.String, max_length: 300 },
      { ...localised("timeline", "from"), type: ApplicationCommandOptionType.String, max_length: 10 },
      { ...localised("timeline", "to"), type: ApplicationCommandOptionType.String, max_length: 10 },
    ],
  },
  limited: true,
  async execute(request) {
    const { options, strings } = request;
    const found = await request.desk.timeline({
      topic: given(options.topic),
      from: dateOption(given(options.from), strings),
      to: dateOption(given(options.to), strings),
      signal: request.signal,
    });
    return timelineReply(request, found);
  },
} satisfies Command;

/** A timeline, kept for its buttons. */
export async function timelineReply(request: Request, found: Timeline): Promise<Reply> {
  return onPage(request, found, await request.state.memos.keep("timeline", found), 0);
}

/** One page of a timeline; the first carries its picture, where there is more than a point to draw. */
async function onPage(
  { desk, strings }: Request,
  found: Timeline,
  key: string,
  page: number,
): Promise<Reply> {
  if (page > 0 || found.events.length < 2) return timelineView(found, key, page, strings);
  const picture = { name: "timeline.png", data: await desk.draw(found, "png"), type: "image/png" };
  return timelineView(found, key, page, strings, picture);
}

/** Turns the page of a timeline. */
const turnPage = {
  name: "timeline",
  answers: "update",
  async execute(request) {
    const [key, page] = request.args;
    return onPage(request, await recalled(request), key!, Number(page));
  },
} satisfies Action;

/** Quotes everyone who reports an event. */
const reports = {
  name: "event",
  answers: "ephemeral",
  async execute(request) {
    const { args, state, strings } = request;
    const event = (await recalled(request)).events[Number(args[1])] ?? expired(request);
    const passages = reportsOf(event, strings);
    return passagesView(passages, await state.memos.keep("passages", passages), 0, strings);
  },
} satisfies Action;

export const timelineControls = [turnPage, reports];

async function recalled(request: ControlRequest): Promise<Timeline> {
  return (await request.state.memos.recall<Timeline>("timeline", request.args[0] ?? "")) ?? expired(request);
}
