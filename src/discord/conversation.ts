import type { Turn } from "../answer/answer.ts";
import type { State } from "../ops/state/state.ts";

/** How long after its last answer a conversation in a busy channel still counts as going on. */
const pause = 10 * 60_000;
/** As many exchanges as a follow-up can be thought to refer to. */
const last = 4;

export interface Asked {
  readonly place: string;
  /** A thread, forum post or direct messages: the place itself is the conversation. */
  readonly secluded: boolean;
  readonly user: string;
  /** The interaction or message that asks. */
  readonly event: string;
  /** The message it replies to. */
  readonly answering?: string | undefined;
}

/**
 * Which conversation a question belongs to: that of the answer it replies to; in a thread or in direct messages, the
 * one of the place; elsewhere the one the same person had there minutes ago; or a new one.
 */
export async function conversationOf(
  state: State,
  { place, secluded, user, event, answering }: Asked,
): Promise<string> {
  const { conversations } = state;
  return (
    (answering && (await conversations.ofMessage(answering))) ||
    (secluded && `place:${place}`) ||
    (await conversations.latest(place, user, pause)) ||
    `event:${event}`
  );
}

/** What was said in a conversation, oldest first. */
export async function turns(state: State, conversation: string): Promise<Turn[]> {
  return (await state.conversations.recall(conversation, last)).flatMap(({ question, answer }) => [
    { role: "user" as const, text: question },
    { role: "assistant" as const, text: answer },
  ]);
}
