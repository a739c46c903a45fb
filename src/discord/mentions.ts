import { type GatewayMessageCreateDispatchData, MessageType } from "discord.js";
import type { Log } from "../ops/log.ts";
import { UserError } from "../ops/user-error.ts";
import type { Api } from "./api.ts";
import type { Tools, Vocabulary } from "./command.ts";
import { conversationOf } from "./conversation.ts";
import { replyDoor } from "./door.ts";
import { refusal } from "./gate.ts";
import { stringsOf } from "./locales/index.ts";
import { colours, note } from "./reply.ts";
import type { Work } from "./work.ts";

/** What a message does not say of the place it was written in. */
export interface Place {
  /** A thread or forum post. */
  readonly thread: boolean;
  readonly parent: string | null;
  /** The server's language, where it has said. */
  readonly locale: string | null;
}

export interface MentionsOptions {
  readonly tools: Tools;
  readonly api: Api;
  readonly work: Work;
  readonly log: Log;
  readonly vocabulary: Vocabulary;
  /** The bot's own user id. */
  readonly self: string;
  readonly place: (channel: string, guild: string | null) => Promise<Place>;
}

/** Discord shows "is typing" for ten seconds. */
const typingFor = 8_000;

/** The door in for messages: those that mention the bot, reply to it, or are written to it directly. */
export class Mentions {
  readonly #options: MentionsOptions;
  #closed = false;

  constructor(options: MentionsOptions) {
    this.#options = options;
  }

  close(): void {
    this.#closed = true;
  }

  /** Resolves when the message is answered, or was none of the bot's business; never rejects. */
  async handle(message: GatewayMessageCreateDispatchData): Promise<void> {
    const { log, tools } = this.#options;
    if (!this.#concerns(message)) return;
    try {
      if (await tools.state.seen.claim(message.id)) await this.#answer(message);
    } catch (error) {
      log.error({ message: message.id, err: error }, "mention failed");
    }
  }

  /** Never other bots, webhooks, itself, `@everyone`, or what Discord writes in people's names. */
  #concerns(message: GatewayMessageCreateDispatchData): boolean {
    const { author, webhook_id, type, guild_id, mentions } = message;
    if (author.bot || webhook_id !== undefined || author.id === this.#options.self) return false;
    if (type !== MessageType.Default && type !== MessageType.Reply) return false;
    return guild_id === undefined || mentions.some(({ id }) => id === this.#options.self);
  }

  async #answer(message: GatewayMessageCreateDispatchData): Promise<void> {
    const { tools, api, work, log, vocabulary } = this.#options;
    const guild = message.guild_id ?? null;
    const settings = await tools.state.settings.of(guild);
    if (!settings.mentions) return;
    const place = await this.#options.place(message.channel_id, guild);
    const strings = stringsOf(settings.language ?? place.locale);
    const to = { id: message.id, channel: message.channel_id, user: message.author.id };
    const door = replyDoor(api, to, strings.elsewhere);
    const standing = {
      channel: message.channel_id,
      parent: place.parent,
      roles: message.member?.roles ?? [],
      manager: false,
    };
    // A closed channel stays silent: a reply there is what its managers did not want.
    if (refusal(settings, standing, strings) !== null) return;
    if (this.#closed) return void (await door.show(note(strings.restarting, colours.refusal)));

    const stopTyping = this.#type(message.channel_id);
    await work.do({
      about: { message: message.id, name: "mention" },
      door,
      strings,
      run: async (signal, progress) => {
        const question = this.#question(message.content);
        if (question === "") return note(strings.emptyQuestion);
        if (!(await tools.state.usage.take(`${guild}:${message.author.id}`, settings.dailyLimit))) {
          throw new UserError("limit", strings.limitReached(settings.dailyLimit!));
        }
        const request = {
          ...tools,
          user: message.author.id,
          guild,
          channel: message.channel_id,
          conversation: await conversationOf(tools.state, {
            place: message.channel_id,
            secluded: place.thread || guild === null,
            user: message.author.id,
            event: message.id,
            answering: message.message_reference?.message_id,
          }),
          settings,
          strings,
          manager: false,
          signal,
          progress,
        };
        return vocabulary.answer(request, question, this.#repliedTo(message));
      },
    });
    stopTyping();
    log.debug({ message: message.id }, "mention answered");
  }

  /** The message without its mentions of the bot. */
  #question(content: string): string {
    return content
      .replaceAll(new RegExp(`<@!?${this.#options.self}>`, "g"), " ")
      .replace(/\s+/g, " ")
      .trim();
  }

  /** The words of someone else that the question replies to, where Discord shows them: "is this true?" needs them. */
  #repliedTo({ referenced_message: replied }: GatewayMessageCreateDispatchData): string | null {
    return replied && replied.author.id !== this.#options.self && replied.content ? replied.content : null;
  }

  #type(channel: string): () => void {
    const { api, log } = this.#options;
    const show = () => {
      api.typing(channel).catch((error: unknown) => log.debug({ err: error }, "typing not shown"));
    };
    show();
    const timer = setInterval(show, typingFor);
    return () => clearInterval(timer);
  }
}
