import {
  type APIApplication,
  type APIInteraction,
  type APIInteractionResponse,
  Events,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  type GatewayReadyDispatchData,
  REST,
  type RESTOptions,
  Routes,
} from "discord.js";
import type { Desk } from "../desk.ts";
import type { Log } from "../ops/log.ts";
import type { State } from "../ops/state/state.ts";
import { UserError } from "../ops/user-error.ts";
import { api } from "./api.ts";
import { catchUp } from "./catch-up.ts";
import { openClient, placeOf, restDefaults } from "./client.ts";
import type { Ingest, Vocabulary } from "./command.ts";
import { type Endpoint, listen } from "./http.ts";
import { Mentions } from "./mentions.ts";
import { Router } from "./router.ts";
import { Running } from "./running.ts";
import { shutOut, unreachable } from "./trouble.ts";
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
  const bot = await (options.http ? overHttp(options, options.http) : overGateway(options));
  const { log, state } = options;
  const prune = () => state.prune().catch((err: unknown) => log.error({ err }, "old state not forgotten"));
  const pruning = setInterval(prune, 3_600_000).unref();
  return {
    ...bot,
    close(patience) {
      clearInterval(pruning);
      return bot.close(patience);
    },
  };
}

async function overGateway(options: BotOptions): Promise<Bot> {
  const { log } = options;
  const client = openClient(log, options.rest, options.shards);
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
  const heard = (message: GatewayMessageCreateDispatchData) => running.add(doors?.mentions.handle(message));
  client.ws.on(GatewayDispatchEvents.MessageCreate, heard);
  catchUp(client, log, heard);

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

function partsOf(
  { desk, state, ingest, log, vocabulary, patience }: BotOptions,
  rest: REST,
  application: string,
) {
  const work = new Work(log, patience === undefined ? {} : { patience });
  return { tools: { desk, state, ingest }, api: api(rest, application), work, log, vocabulary };
}
