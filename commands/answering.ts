import type { Answer } from "../src/answer/answer.ts";
import { answerView, progressView } from "../src/discord/answer-view.ts";
import type { Request } from "../src/discord/command.ts";
import { turns } from "../src/discord/conversation.ts";
import type { Reply } from "../src/discord/reply.ts";
import type { Filter } from "../src/index/hit.ts";

/** Puts a question to the desk within its conversation, and shows the answer as it grows. */
export async function answering(
  request: Request,
  text: string,
  { filter, said }: { filter?: Filter; said?: string | null } = {},
): Promise<Reply> {
  const { desk, state, strings, signal, progress, conversation } = request;
  const history = await turns(state, conversation);
  const answer = await desk.ask({
    text,
    filter,
    history: said ? [...history, { role: "user", text: said }] : history,
    language: strings.locale,
    asker: { person: request.user, server: request.guild ?? undefined },
    signal,
    onProgress: (partial) => progress(progressView(text, partial, strings)),
  });
  return answered(request, answer);
}

/** The reply to a question, kept so that its buttons work and the conversation goes on, after a restart too. */
async function answered(
  { state, strings, conversation, channel, user }: Request,
  answer: Answer,
): Promise<Reply> {
  const key = await state.memos.keep("answer", answer);
  return {
    ...answerView(answer, key, 0, strings),
    sent: (message) =>
      state.conversations.add({
        conversation,
        place: channel,
        user,
        message,
        question: answer.question,
        answer: answer.claims.map((claim) => claim.text).join(" "),
      }),
  };
}
