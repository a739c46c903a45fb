import { ComponentType, TextInputStyle } from "discord.js";
import type { Answer } from "../src/answer/answer.ts";
import { cite } from "../src/corpus/citation.ts";
import { answerView, cited } from "../src/discord/answer-view.ts";
import type { Action, ControlRequest, Form } from "../src/discord/command.ts";
import { passagesView } from "../src/discord/passages-view.ts";
import { note } from "../src/discord/reply.ts";
import { answering } from "./answering.ts";
import { expired } from "./expired.ts";
import { timelineReply } from "./timeline.ts";

/** Turns the page of an answer. */
const turnPage = {
  name: "answer",
  answers: "update",
  async execute(request) {
    const [, page] = request.args;
    return answerView(await recalled(request), request.args[0]!, Number(page), request.strings);
  },
} satisfies Action;

/** Opens a form for the next question: in a thread the only way to go on without a mention. */
const followUp = {
  name: "follow",
  form: ([key], { followUp: words }) => ({
    custom_id: `followed:${key}`,
    title: words.title,
    components: [
      {
        type: ComponentType.Label,
        label: words.label,
        component: {
          type: ComponentType.TextInput,
          custom_id: "question",
          style: TextInputStyle.Paragraph,
          min_length: 2,
          max_length: 1_000,
        },
      },
    ],
  }),
} satisfies Form;

const followed = {
  name: "followed",
  answers: "reply",
  limited: true,
  execute: (request) => answering(request, request.fields.question?.trim() ?? ""),
} satisfies Action;

/** Searches for passages that the answer did not cite. */
const moreEvidence = {
  name: "more",
  answers: "ephemeral",
  async execute(request) {
    const { desk, state, strings, signal } = request;
    const answer = await recalled(request);
    const hits = await desk.search(answer.question, { top: 12, signal });
    const fresh = hits.filter(
      ({ passage }) =>
        !cited(answer).some(
          ({ articleId, start, end }) =>
            articleId === passage.articleId && start < passage.end && passage.start < end,
        ),
    );
    const citations = fresh.map(({ article, passage }, at) => cite(article, passage, at + 1));
    const passages = { heading: `${strings.moreEvidence}: ${answer.question}`, citations };
    return passagesView(passages, await state.memos.keep("passages", passages), 0, strings);
  },
} satisfies Action;

/** Lays out when what the answer tells of happened. */
const whenItWas = {
  name: "when",
  answers: "ephemeral",
  async execute(request) {
    const { desk, signal } = request;
    const answer = await recalled(request);
    const topic = answer.question;
    const onTopic = await desk.timeline({ topic, signal });
    if (onTopic.events.length > 1) return timelineReply(request, onTopic);
    // A question's words are seldom those of the events around it: all that its sources date tells more.
    const articles = new Set(answer.citations.map(({ articleId }) => articleId));
    const all = await desk.timeline({ signal });
    const events = all.events.filter((event) => event.articles.some((id) => articles.has(id)));
    return timelineReply(request, { ...all, topic, events });
  },
} satisfies Action;

const vote = {
  name: "vote",
  answers: "ephemeral",
  async execute(request) {
    const { args, state, user, strings } = request;
    const { question } = await recalled(request);
    await state.feedback.vote(args[0]!, user, args[1] === "1" ? 1 : -1, question);
    return note(strings.thanks);
  },
} satisfies Action;

export const answerControls = [turnPage, followUp, followed, moreEvidence, whenItWas, vote];

async function recalled(request: ControlRequest): Promise<Answer> {
  return (await request.state.memos.recall<Answer>("answer", request.args[0] ?? "")) ?? expired(request);
}
