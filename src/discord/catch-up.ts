import {
  type APIChannel,
  type APIGuildMember,
  type APIMessage,
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayGuildCreateDispatchData,
  type GatewayMessageCreateDispatchData,
  Routes,
} from "discord.js";
import type { Log } from "../ops/log.ts";

/** Connections die before it is noticed; what was answered meanwhile is not answered again. */
const unnoticed = 60_000;
/** Nobody waits longer for an answer to a message. */
const patience = 10 * 60_000;

/**
 * A session that cannot be resumed loses what happened since it broke. When the next one tells of channels that have
 * newer messages, this fetches those, so that a mention in the gap is answered after all.
 */
export function catchUp(
  client: Client,
  log: Log,
  handle: (message: GatewayMessageCreateDispatchData) => void,
): void {
  const lost = new Map<number, number>();
  client.on(Events.ShardReconnecting, (shard) => {
    if (!lost.has(shard)) lost.set(shard, Date.now() - unnoticed);
  });
  client.on(Events.ShardResume, (shard) => lost.delete(shard));
  client.on(Events.ShardReady, (shard) => lost.delete(shard));
  client.ws.on(
    GatewayDispatchEvents.GuildCreate,
    ({ id: guild, channels = [], threads = [] }: GatewayGuildCreateDispatchData, shard) => {
      const since = lost.get(shard);
      if (since === undefined) return;
      const from = snowflakeOf(Math.max(since, Date.now() - patience));
      for (const channel of [...channels, ...threads]) {
        if (BigInt(lastMessage(channel)) <= BigInt(from)) continue;
        missed(client, guild, channel.id, from, handle).catch((error: unknown) =>
          log.debug({ channel: channel.id, err: error }, "not caught up"),
        );
      }
    },
  );
}

async function missed(
  client: Client,
  guild: string,
  channel: string,
  from: string,
  handle: (message: GatewayMessageCreateDispatchData) => void,
): Promise<void> {
  const query = new URLSearchParams({ after: from, limit: "100" });
  const messages = (await client.rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
  const mine = messages.filter(({ mentions }) => mentions.some(({ id }) => id === client.user?.id));
  for (const message of mine.toReversed()) {
    const member = (await client.rest.get(Routes.guildMember(guild, message.author.id))) as APIGuildMember;
    handle({ ...message, guild_id: guild, member });
  }
}

function lastMessage(channel: APIChannel): string {
  return ("last_message_id" in channel && channel.last_message_id) || "0";
}

/** The smallest id of a moment: https://docs.discord.com/developers/reference#snowflakes. */
function snowflakeOf(moment: number): string {
  return String(BigInt(moment - 1_420_070_400_000) << 22n);
}
