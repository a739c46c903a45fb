import {
  type APIChannel,
  type APIMessage,
  ComponentType,
  type DiscordAPIError,
  MessageFlags,
  type REST,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from "discord.js";
import { fits } from "./pages.ts";
import { pieces } from "./quote.ts";
import { note, type Reply } from "./reply.ts";

/** The calls the bot makes. Every message passes {@link payload}, the one door out. */
export interface Api {
  /** Fills in, or replaces, the message that an acknowledgement opened. */
  editOriginal(token: string, reply: Reply): Promise<APIMessage>;
  /** `nonce`: of two messages sent under the same one, Discord keeps the first. */
  send(channel: string, reply: Reply, options: { nonce: string; answering?: string }): Promise<APIMessage>;
  edit(channel: string, message: string, reply: Reply): Promise<APIMessage>;
  typing(channel: string): Promise<void>;
  directChannel(user: string): Promise<string>;
}

export function api(rest: REST, application: string): Api {
  return {
    editOriginal: (token, reply) =>
      rest.patch(Routes.webhookMessage(application, token), {
        ...payload(reply),
        auth: false,
      }) as Promise<APIMessage>,
    send(channel, reply, { nonce, answering }) {
      const { body, files } = payload(reply);
      const message: RESTPostAPIChannelMessageJSONBody = {
        ...body,
        nonce,
        enforce_nonce: true,
        ...(answering && { message_reference: { message_id: answering, fail_if_not_exists: false } }),
      };
      return rest.post(Routes.channelMessages(channel), { body: message, files }) as Promise<APIMessage>;
    },
    edit: (channel, message, reply) =>
      rest.patch(Routes.channelMessage(channel, message), payload(reply)) as Promise<APIMessage>,
    typing: (channel) => rest.post(Routes.channelTyping(channel)) as Promise<void>,
    directChannel: async (user) => {
      const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: user } })) as APIChannel;
      return id;
    },
  };
}

/**
 * A reply as Discord takes it. Nobody is ever pinged, whatever the text says; a reply that breaks Discord's limits
 * (which pages prevent) goes out as a file, whole.
 */
export function payload(reply: Reply) {
  const { components, files = [] } = fits(reply) ? reply : asFile(reply);
  return {
    body: {
      components: [...components],
      flags: MessageFlags.IsComponentsV2 as number,
      allowed_mentions: { parse: [], replied_user: false },
      // Names all files there are: those of an earlier version of the message go.
      attachments: files.map((file, at) => ({ id: String(at), filename: file.name })),
    },
    files: files.map((file) => ({ name: file.name, data: Buffer.from(file.data), contentType: file.type })),
  };
}

function asFile(reply: Reply): Reply {
  const words: string[] = [];
  JSON.stringify(reply.components, (key, value) => {
    if (key === "content" && typeof value === "string") words.push(value);
    return value;
  });
  const whole = words.join("\n\n");
  const [beginning = ""] = pieces(whole, 1_000, (piece) => piece);
  const file = { name: "reply.md", data: whole, type: "text/markdown" };
  const { components } = note(`${beginning} …`);
  return {
    components: [...components, { type: ComponentType.File, file: { url: `attachment://${file.name}` } }],
    files: [file],
  };
}

/** Discord's error code (https://docs.discord.com/developers/topics/opcodes-and-status-codes#json), where it is one. */
export function errorCode(error: unknown): number | undefined {
  const code = (error as Partial<DiscordAPIError> | undefined)?.code;
  return typeof code === "number" ? code : undefined;
}
