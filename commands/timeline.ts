import { ApplicationCommandOptionType, ApplicationCommandType } from "discord.js";
import type { Action, Command, ControlRequest, Request } from "../src/discord/command.ts";
import { everywhere, given } from "../src/discord/options.ts";
import { passagesView } from "../src/discord/passages-view.ts";
import type { Reply } from "../src/discord/reply.ts";
import { localised } from "../src/discord/strings.ts";
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

/** A timeline with its picture, kept for its buttons. */
export async function timelineReply({ desk, state, strings }: Request, found: Timeline): Promise<Reply> {
  const key = state.memos.keep("timeline", found);
  if (found.events.length < 2) return timelineView(found, key, 0, strings);
  const picture = { name: "timeline.png", data: await desk.draw(found, "png"), type: "image/png" };
  return timelineView(found, key, 0, strings, picture);
}

/** Turns the page of a timeline. */
const turnPage = {
  name: "timeline",
  answers: "update",
  async execute(request) {
    return timelineView(recalled(request), request.args[0]!, Number(request.args[1]), request.strings);
  },
} satisfies Action;

/** Quotes everyone who reports an event. */
const reports = {
  name: "event",
  answers: "ephemeral",
  async execute(request) {
    const { args, state, strings } = request;
    const event = recalled(request).events[Number(args[1])] ?? expired(request);
    const passages = reportsOf(event, strings);
    return passagesView(passages, state.memos.keep("passages", passages), 0, strings);
  },
} satisfies Action;

export const timelineControls = [turnPage, reports];

function recalled(request: ControlRequest): Timeline {
  return request.state.memos.recall<Timeline>("timeline", request.args[0] ?? "") ?? expired(request);
}
