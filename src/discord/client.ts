import {
  type APIChannel,
  Client,
  Events,
  GatewayIntentBits,
  Options,
  type RESTOptions,
  Routes,
} from "discord.js";
import type { Log } from "../ops/log.ts";
import { threads } from "./incoming.ts";
import type { Place } from "./mentions.ts";

/** Five tries in all: an acknowledgement has three seconds, and Discord's hiccups are shorter. */
export const restDefaults: Partial<RESTOptions> = { retries: 4, timeout: 10_000 };

/** A client that asks for no privileged intent and remembers little. */
export function openClient(
  log: Log,
  rest: Partial<RESTOptions> | undefined,
  shards: { readonly ids: readonly number[]; readonly count: number } | undefined,
): Client {
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

/** What a message's channel is: from what the gateway has told, else asked for once. */
export async function placeOf(client: Client, channel: string, guild: string | null): Promise<Place> {
  if (guild === null) return { thread: false, parent: null, locale: null };
  const locale = client.guilds.cache.get(guild)?.preferredLocale ?? null;
  const known = client.channels.cache.get(channel);
  if (known) return { thread: known.isThread(), parent: known.isThread() ? known.parentId : null, locale };
  const fetched = (await client.rest.get(Routes.channel(channel))) as APIChannel;
  const thread = threads.includes(fetched.type);
  return { thread, parent: thread && "parent_id" in fetched ? (fetched.parent_id ?? null) : null, locale };
}
