import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { channelList, guild, ids, member, messagePayload, user, type Who } from "./cast.ts";
import { Gateway } from "./gateway.ts";
import { componentsOf } from "./judge.ts";
import { type Faults, type RestOptions, restServer } from "./rest.ts";
import { type Interaction, type Message, snowflake, textOf, World } from "./world.ts";

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
