import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { Gateway } from "./gateway.ts";
import { componentsOf } from "./judge.ts";
import { type Faults, type RestOptions, restServer } from "./rest.ts";
import { type Interaction, type Message, snowflake, textOf, World } from "./world.ts";

export const ids = {
  application: "100000000000000001",
  bot: "100000000000000002",
  guild: "200000000000000001",
  channel: "300000000000000001",
  other: "300000000000000002",
  thread: "300000000000000003",
  forumPost: "300000000000000004",
  forum: "300000000000000005",
  direct: "900000000000000010",
  user: "400000000000000010",
  role: "500000000000000001",
} as const;

/** Who does something, and where; the rest is a member of the test server, in its first channel. */
export interface Who {
  readonly user?: string;
  readonly bot?: boolean;
  readonly channel?: string;
  readonly roles?: readonly string[];
  readonly manager?: boolean;
  readonly locale?: string;
  /** Written to the bot directly. */
  readonly direct?: boolean;
  /** By a user-installed bot in a server that has not installed it. */
  readonly userInstalled?: boolean;
  readonly mayAttach?: boolean;
}

/** A stand-in for Discord on the loopback interface: REST and gateway, and the people who use it. */
export class Peer {
  readonly world = new World();
  readonly faults: Faults = { limited: 0, broken: 0, lost: 0 };
  readonly token = "test.token.value";
  readonly #said: Record<string, unknown>[] = [];
  readonly deadlines: RestOptions["deadlines"];
  readonly #http;
  readonly gateway: Gateway;

  constructor({ acknowledge = 3_000, answer = 900_000, perChannel = { most: 5, within: 5_000 } } = {}) {
    this.deadlines = { acknowledge, answer };
    const channels = new Map(channelList().map((channel) => [String(channel.id), channel]));
    this.#http = restServer({
      world: this.world,
      faults: this.faults,
      token: this.token,
      application: ids.application,
      self: ids.bot,
      gateway: () => `${this.#address().replace("http", "ws")}/gateway`,
      channels,
      said: this.#said,
      deadlines: this.deadlines,
      perChannel,
    });
    this.gateway = new Gateway(this.#http, {
      token: this.token,
      ready: () => ({
        v: 10,
        user: { id: ids.bot, username: "Attaché", discriminator: "0", avatar: null, bot: true },
        guilds: [{ id: ids.guild, unavailable: true }],
        application: { id: ids.application, flags: 0 },
        resume_gateway_url: `${this.#address().replace("http", "ws")}/gateway`,
      }),
      guilds: () => [guild(this.#said)],
    });
  }

  /** Listens on a free port of the loopback interface. */
  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#http.listen(0, "127.0.0.1", resolve));
    return this;
  }

  async stop(): Promise<void> {
    await this.gateway.close();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  /** What the client is given as `rest`. */
  get rest() {
    return { api: `${this.#address()}/api` };
  }

  #address(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  /** Someone uses a slash command. */
  command(name: string, options: Record<string, unknown> = {}, who: Who = {}): Interaction {
    const { focused, ...values } = options;
    const given = Object.entries(values).map(([option, value]) => ({ name: option, type: 3, value }));
    if (focused) given.push({ ...(focused as object), type: 3, focused: true } as never);
    const type = focused ? 4 : 2;
    return this.interact({ type, data: { id: ids.role, name, type: 1, options: given } }, who);
  }

  /** Someone presses a button or uses a menu of a message, which must be there and enabled. */
  press(message: Message, customId: string | RegExp, who: Who = {}, values?: string[]): Interaction {
    const all = componentsOf(message.versions.at(-1)?.body.components ?? []);
    const found = all.find(
      ({ custom_id: id }) =>
        typeof id === "string" && (id === customId || (customId instanceof RegExp && customId.test(id))),
    );
    if (!found || found.disabled)
      throw new Error(`no button ${customId} among ${all.map((c) => c.custom_id ?? "")}`);
    const data = { custom_id: found.custom_id, component_type: found.type, ...(values && { values }) };
    return this.interact({ type: 3, data, message: messagePayload(message) }, who, message.id);
  }

  /** Someone fills in the form that an interaction opened. */
  submit(opened: Interaction, values: Record<string, string>, who: Who = {}): Interaction {
    const components = Object.entries(values).map(([custom_id, value]) => ({
      type: 18,
      id: 1,
      component: { type: 4, id: 2, custom_id, value },
    }));
    const data = { custom_id: opened.response?.data?.custom_id, components };
    const under = opened.under && this.world.messages.get(opened.under);
    return this.interact(
      { type: 5, data, ...(under && { message: messagePayload(under) }) },
      who,
      opened.under,
    );
  }

  /** An interaction arrives at the bot over the gateway. */
  interact(what: Record<string, unknown>, who: Who, under?: string): Interaction {
    const { interaction, payload } = this.prepare(what, who, under);
    this.gateway.dispatch("INTERACTION_CREATE", payload, who.direct ? undefined : ids.guild);
    return interaction;
  }

  /** Makes an interaction known, and its payload, without delivering it. */
  prepare(what: Record<string, unknown>, who: Who = {}, under?: string) {
    const id = snowflake();
    const token = `token-${id}`;
    const channel = who.channel ?? (who.direct ? ids.direct : ids.channel);
    const interaction: Interaction = { id, token, channel, at: performance.now(), under, edits: 0 };
    this.world.interactions.set(token, interaction);
    const payload = {
      ...what,
      id,
      token,
      version: 1,
      application_id: ids.application,
      channel_id: channel,
      channel: channelList().find((each) => each.id === channel) ?? { id: channel, type: 0 },
      app_permissions: who.mayAttach === false ? "0" : String(1 << 15),
      locale: who.locale ?? "en-US",
      guild_locale: "en-US",
      entitlements: [],
      authorizing_integration_owners: who.userInstalled ? { 1: who.user ?? ids.user } : { 0: ids.guild },
      context: who.direct ? 1 : 0,
      attachment_size_limit: 10_000_000,
      ...(who.direct
        ? { user: user(who) }
        : { guild_id: ids.guild, guild: { id: ids.guild }, member: member(who) }),
    };
    return { interaction, payload };
  }

  /** Someone writes a message; `text` mentions the bot where it names it. */
  say(
    text: string,
    who: Who & { replyTo?: string; id?: string; type?: number; everyone?: boolean } = {},
  ): string {
    const id = who.id ?? snowflake();
    const channel = who.channel ?? (who.direct ? ids.direct : ids.channel);
    const replied = who.replyTo ? this.world.messages.get(who.replyTo) : undefined;
    const mentioned = text.includes(`<@${ids.bot}>`) || replied !== undefined;
    const message = {
      id,
      channel_id: channel,
      type: who.type ?? (who.replyTo ? 19 : 0),
      author: user(who),
      // Without the Message Content intent, Discord shows only what is meant for the bot.
      content: mentioned || who.direct ? text : "",
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: who.everyone ?? false,
      mentions: mentioned
        ? [{ id: ids.bot, username: "Attaché", discriminator: "0", avatar: null, bot: true }]
        : [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      pinned: false,
      ...(who.direct ? {} : { guild_id: ids.guild, member: { ...member(who), user: undefined } }),
      ...(who.replyTo && {
        message_reference: { message_id: who.replyTo, channel_id: channel },
        referenced_message: replied ? messagePayload(replied) : null,
      }),
    };
    this.#said.push(message);
    this.gateway.dispatch("MESSAGE_CREATE", message, who.direct ? undefined : ids.guild);
    return id;
  }

  /** The message that answers an interaction, once it is whole. */
  async answer(interaction: Interaction, within = 10_000): Promise<Message> {
    return until(() => {
      const { message, response, edits } = interaction;
      return message && (edits > 0 || response?.type === 4) ? whole(message) : undefined;
    }, within);
  }

  /** The bot's message in reply to a message, once it is whole. */
  async replyTo(id: string, within = 10_000): Promise<Message> {
    return until(() => {
      const message = [...this.world.messages.values()].find(({ answering }) => answering === id);
      return message && whole(message);
    }, within);
  }
}

function whole(message: Message): Message | undefined {
  return textOf(message).includes("✍") ? undefined : message;
}

/** Waits for something to come about. */
export async function until<Value>(look: () => Value | undefined | false, within = 10_000): Promise<Value> {
  const end = performance.now() + within;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`waited ${within} ms in vain`);
    await setTimeout(5);
  }
}

function user({ user = ids.user, bot = false }: Who) {
  return { id: user, username: `user${user.slice(-4)}`, discriminator: "0", avatar: null, bot };
}

function member(who: Who) {
  return {
    user: user(who),
    roles: who.roles ?? [],
    permissions: who.manager ? "32" : "0",
    joined_at: "2025-01-01T00:00:00Z",
    deaf: false,
    mute: false,
    flags: 0,
  };
}

function messagePayload(message: Message) {
  return {
    id: message.id,
    channel_id: message.channel,
    type: 0,
    content: "",
    author: { id: ids.bot, username: "Attaché", discriminator: "0", avatar: null, bot: true },
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: message.ephemeral ? 64 : 0,
  };
}

function channelList(): Record<string, unknown>[] {
  const rest = { guild_id: ids.guild, position: 0, permission_overwrites: [] };
  const thread = { ...rest, type: 11, thread_metadata: { archived: false, auto_archive_duration: 60 } };
  return [
    { ...rest, id: ids.channel, type: 0, name: "general" },
    { ...rest, id: ids.other, type: 0, name: "other" },
    { ...rest, id: ids.forum, type: 15, name: "forum" },
    { ...thread, id: ids.thread, parent_id: ids.channel, name: "thread" },
    { ...thread, id: ids.forumPost, parent_id: ids.forum, name: "post" },
    { id: ids.direct, type: 1 },
  ];
}

function guild(said: readonly Record<string, unknown>[]) {
  const last = (channel: unknown) => said.findLast(({ channel_id: id }) => id === channel)?.id ?? null;
  const [text, other, forum, thread, post] = channelList().map((channel) => ({
    ...channel,
    last_message_id: last(channel.id),
  }));
  return {
    id: ids.guild,
    name: "Test server",
    owner_id: ids.user,
    preferred_locale: "en-US",
    roles: [{ id: ids.guild, name: "@everyone", permissions: "0", position: 0, color: 0 }],
    emojis: [],
    stickers: [],
    features: [],
    members: [],
    member_count: 2,
    channels: [text, other, forum],
    threads: [thread, post],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    joined_at: "2025-01-01T00:00:00Z",
    large: false,
  };
}
