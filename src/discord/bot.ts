import {
  type APIApplication,
  type APIChannel,
  type APIInteraction,
  type APIInteractionResponse,
  Client,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  type GatewayReadyDispatchData,
  Options,
  REST,
  type RESTOptions,
  Routes,
} from "discord.js";
import type { Desk } from "../desk.ts";
import type { Log } from "../ops/log.ts";
import type { State } from "../ops/state/state.ts";
import { UserError } from "../ops/user-error.ts";
import { api } from "./api.ts";
import type { Ingest, Vocabulary } from "./command.ts";
import { type Endpoint, listen } from "./http.ts";
import { threads } from "./incoming.ts";
import { Mentions, type Place } from "./mentions.ts";
import { Router } from "./router.ts";
import { Work } from "./work.ts";

export interface BotOptions {
  readonly token: string;
  readonly desk: Desk;
  readonly state: State;
  readonly log: Log;
  /** What people can say: `commands/index.ts`. */
  readonly vocabulary: Vocabulary;
  readonly ingest?: Ingest | undefined;
  /** Where Discord is; another address for tests and proxies. The gateway's address comes from it. */
  readonly rest?: Partial<RESTOptions> | undefined;
  /** Which gateway shards this process holds, of how many. Every one, of one, where left out. */
  readonly shards?: { readonly ids: readonly number[]; readonly count: number } | undefined;
  /** Receive interactions over HTTP in place of the gateway. There are no mentions then. */
  readonly http?: Endpoint | undefined;
  /** Milliseconds that one request may take before its asker is told that it took too long; ten minutes. */
  readonly patience?: number | undefined;
}

export interface Bot {
  /** The port that interactions arrive at, with `http`. */
  readonly port: number | null;
  /** Resolves with the reason when Discord has shut the bot out for good while it ran; never otherwise. */
  readonly failure: Promise<UserError>;
  /** Takes no more work, finishes what runs (for at most `patience` milliseconds), and disconnects. */
  close(patience?: number): Promise<void>;
}

/**
 * Connects, and resolves when Discord has called it ready.
 *
 * @throws {UserError} `discord.token`, `discord.intents` or `discord.unreachable`
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  return options.http ? overHttp(options, options.http) : overGateway(options);
}

/** Five tries in all: an acknowledgement has three seconds, and Discord's hiccups are shorter. */
const restDefaults: Partial<RESTOptions> = { retries: 4, timeout: 10_000 };

async function overGateway(options: BotOptions): Promise<Bot> {
  const { log } = options;
  const client = connection(options);
  const running = new Running();
  const { promise: failure, resolve: fail } = Promise.withResolvers<UserError>();
  const { promise: ready, resolve: becomeReady } = Promise.withResolvers<void>();
  client.once(Events.ClientReady, () => becomeReady());
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.error({ shard, code }, "gateway closed for good");
    fail(shutOut(code));
  });

  // Raw events, so that what arrives here and what arrives over HTTP pass the same door.
  let doors: { router: Router; mentions: Mentions } | undefined;
  client.ws.on(GatewayDispatchEvents.Ready, ({ user, application }: GatewayReadyDispatchData) => {
    if (doors) return;
    const parts = partsOf(options, client.rest, application.id);
    const place = (channel: string, guild: string | null) => placeOf(client, channel, guild);
    doors = { router: new Router(parts), mentions: new Mentions({ ...parts, self: user.id, place }) };
  });
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    const { id, token } = interaction;
    const respond = async (body: APIInteractionResponse) => {
      await client.rest.post(Routes.interactionCallback(id, token), { body, auth: false });
    };
    running.add(doors?.router.handle(interaction, respond));
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    running.add(doors?.mentions.handle(message));
  });

  try {
    const refused = failure.then((error) => Promise.reject(error));
    await Promise.race([client.login(options.token).then(() => ready), refused]);
  } catch (error) {
    await client.destroy();
    throw error instanceof UserError ? error : unreachable(error);
  }
  log.info({ user: client.user?.id, servers: client.guilds.cache.size }, "ready");
  return {
    port: null,
    failure,
    async close(patience = 30_000) {
      doors?.router.close();
      doors?.mentions.close();
      await running.drained(patience);
      await client.destroy();
    },
  };
}

async function overHttp(options: BotOptions, endpoint: Endpoint): Promise<Bot> {
  const { token, log } = options;
  const rest = new REST({ ...restDefaults, ...options.rest }).setToken(token);
  const { id } = await (rest.get(Routes.currentApplication()) as Promise<APIApplication>).catch((error) => {
    throw unreachable(error);
  });
  const running = new Running();
  const router = new Router(partsOf(options, rest, id));
  const server = await listen(endpoint, log, (interaction, respond) => {
    const handled = router.handle(interaction, respond);
    running.add(handled);
    return handled;
  });
  log.info({ port: server.port }, "ready for interactions over HTTP; mentions need the gateway");
  return {
    port: server.port,
    failure: new Promise(() => {}),
    async close(patience = 30_000) {
      router.close();
      await running.drained(patience);
      await server.close();
    },
  };
}

function connection({ log, rest, shards }: BotOptions): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Given even for one shard: the client would read SHARDS from the environment otherwise.
    shards: [...(shards?.ids ?? [0])],
    shardCount: shards?.count ?? 1,
    rest: { ...restDefaults, ...rest },
    allowedMentions: { parse: [], repliedUser: false },
    waitGuildTimeout: 500,
    // Of all it could keep, only servers, channels and threads are needed: their language, and what belongs to what.
    makeCache: Options.cacheWithLimits({
      ...Object.fromEntries(unneeded.map((manager) => [manager, 0])),
    }),
  });
  client.on(Events.Error, (error) => log.error({ err: error }, "client error"));
  client.on(Events.Warn, (warning) => log.warn(warning));
  client.on(Events.ShardError, (error, shard) => log.warn({ shard, err: error }, "gateway error"));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, "reconnecting"));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, "resumed"));
  return client;
}

const unneeded = [
  "ApplicationCommandManager",
  "AutoModerationRuleManager",
  "BaseGuildEmojiManager",
  "GuildBanManager",
  "GuildEmojiManager",
  "GuildInviteManager",
  "GuildMemberManager",
  "GuildScheduledEventManager",
  "GuildStickerManager",
  "MessageManager",
  "PresenceManager",
  "ReactionManager",
  "ReactionUserManager",
  "StageInstanceManager",
  "ThreadMemberManager",
  "UserManager",
  "VoiceStateManager",
] as const;

function partsOf(
  { desk, state, ingest, log, vocabulary, patience }: BotOptions,
  rest: REST,
  application: string,
) {
  const work = new Work(log, patience === undefined ? {} : { patience });
  return { tools: { desk, state, ingest }, api: api(rest, application), work, log, vocabulary };
}

/** What a message's channel is: from what the gateway has told, else asked for once. */
async function placeOf(client: Client, channel: string, guild: string | null): Promise<Place> {
  if (guild === null) return { thread: false, parent: null, locale: null };
  const locale = client.guilds.cache.get(guild)?.preferredLocale ?? null;
  const known = client.channels.cache.get(channel);
  if (known) return { thread: known.isThread(), parent: known.isThread() ? known.parentId : null, locale };
  const fetched = (await client.rest.get(Routes.channel(channel))) as APIChannel;
  const thread = threads.includes(fetched.type);
  return { thread, parent: thread && "parent_id" in fetched ? (fetched.parent_id ?? null) : null, locale };
}

/** What has been begun and not ended. */
class Running {
  readonly #all = new Set<Promise<void>>();

  add(task: Promise<void> | undefined): void {
    if (!task) return;
    this.#all.add(task);
    void task.finally(() => this.#all.delete(task));
  }

  async drained(patience: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([Promise.allSettled(this.#all), enough]);
    clearTimeout(timer);
  }
}

function shutOut(code: number): UserError {
  if (code === GatewayCloseCodes.AuthenticationFailed) return badToken();
  if (code === GatewayCloseCodes.DisallowedIntents || code === GatewayCloseCodes.InvalidIntents) {
    return new UserError(
      "discord.intents",
      "Discord refuses the bot's intents. It asks for none that need approval: look at the application's Bot page.",
    );
  }
  return new UserError("discord.closed", `Discord closed the connection for good (${code}).`);
}

function badToken(): UserError {
  return new UserError(
    "discord.token",
    "Discord refuses DISCORD_TOKEN. Copy the token anew from the application's Bot page.",
  );
}

function unreachable(error: unknown): UserError {
  const { status, code, message } = error as { status?: number; code?: string; message?: string };
  if (status === 401 || code === "TokenInvalid") return badToken();
  return new UserError(
    "discord.unreachable",
    `Discord cannot be reached (${message}). Is there a network, and may it be used?`,
    { cause: error },
  );
}
