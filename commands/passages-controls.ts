import type { Answer } from "../src/answer/answer.ts";
import type { Citation } from "../src/corpus/citation.ts";
import { cited } from "../src/discord/answer-view.ts";
import type { Action, ControlRequest } from "../src/discord/command.ts";
import { passageView } from "../src/discord/passage-view.ts";
import { type Passages, passagesView } from "../src/discord/passages-view.ts";
import type { Reply } from "../src/discord/reply.ts";
import { expired } from "./expired.ts";

/** Turns the page of a list of passages. */
const turnList = {
  name: "passages",
  answers: "update",
  async execute(request) {
    const [key, page] = request.args;
    return passagesView(await listed(request, key), key!, Number(page), request.strings);
  },
} satisfies Action;

/** Shows a citation of an answer in its context: `passage:KEY:PLACE`. */
const ofAnswer = {
  name: "passage",
  answers: "ephemeral",
  execute: (request) => inContext(request, "answer", request.args),
} satisfies Action;

/** Shows a passage of a list in its context: `found:KEY:PLACE`. */
const ofList = {
  name: "found",
  answers: "ephemeral",
  execute: (request) => inContext(request, "passages", request.args),
} satisfies Action;

/** Turns the page of a long passage: `leaf:KIND:KEY:PLACE:PAGE`. */
const turnPassage = {
  name: "leaf",
  answers: "update",
  async execute(request) {
    const [kind, ...args] = request.args;
    return inContext(request, kind === "answer" ? kind : "passages", args);
  },
} satisfies Action;

export const passagesControls = [turnList, ofAnswer, ofList, turnPassage];

async function inContext(
  request: ControlRequest,
  kind: "answer" | "passages",
  [key = "", place = "0", page = "0"]: readonly string[],
): Promise<Reply> {
  const { state, desk, strings } = request;
  const citations: readonly Citation[] =
    kind === "answer"
      ? cited((await state.memos.recall<Answer>(kind, key)) ?? expired(request))
      : (await listed(request, key)).citations;
  const citation = citations[Number(place)] ?? expired(request);
  const source = await desk.source(citation.articleId);
  return passageView(citation, source, (to) => `leaf:${kind}:${key}:${place}:${to}`, Number(page), strings);
}

async function listed(request: ControlRequest, key = ""): Promise<Passages> {
  return (await request.state.memos.recall<Passages>("passages", key)) ?? expired(request);
}
