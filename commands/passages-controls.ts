import type { Action, ControlRequest } from "../src/discord/command.ts";
import { passageView } from "../src/discord/passage-view.ts";
import { type Passages, passagesView } from "../src/discord/passages-view.ts";
import { expired } from "./expired.ts";

/** Turns the page of a list of passages. */
const turnPage = {
  name: "passages",
  answers: "update",
  async execute(request) {
    return passagesView(recalled(request), request.args[0]!, Number(request.args[1]), request.strings);
  },
} satisfies Action;

/** Shows a passage of a list in its context. */
const found = {
  name: "found",
  answers: "ephemeral",
  async execute(request) {
    const citation = recalled(request).citations[Number(request.args[1])] ?? expired(request);
    return passageView(citation, await request.desk.source(citation.articleId), request.strings);
  },
} satisfies Action;

export const passagesControls = [turnPage, found];

function recalled(request: ControlRequest): Passages {
  return request.state.memos.recall<Passages>("passages", request.args[0] ?? "") ?? expired(request);
}
