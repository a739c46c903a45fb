import type { Message } from "./world.ts";

/** Who and what there is in the test server. */
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

export function user({ user = ids.user, bot = false }: Who) {
  return { id: user, username: `user${user.slice(-4)}`, discriminator: "0", avatar: null, bot };
}

export function member(who: Who) {
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

export function messagePayload(message: Message) {
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

export function channelList(): Record<string, unknown>[] {
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

export function guild(said: readonly Record<string, unknown>[]) {
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
