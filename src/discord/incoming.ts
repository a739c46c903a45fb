import {
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIModalSubmission,
  ApplicationCommandOptionType,
  ChannelType,
  PermissionFlagsBits,
} from "discord.js";
import type { Standing } from "./gate.ts";

/** What every interaction says of its sender and place, whatever its kind. */
export interface Incoming extends Standing {
  readonly id: string;
  readonly token: string;
  readonly user: string;
  readonly guild: string | null;
  readonly locale: string | null;
  /** A thread, forum post or direct messages: a place where what was said before belongs to what is said now. */
  readonly secluded: boolean;
  /** The message under which a button was pressed. */
  readonly message: string | undefined;
  /** Whether files may be sent. */
  readonly files: boolean;
}

export const threads: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];
const secluded: readonly (ChannelType | undefined)[] = [...threads, ChannelType.DM, ChannelType.GroupDM];

export function incoming(interaction: APIInteraction): Incoming {
  const { channel, member, user, app_permissions } = interaction;
  const parent =
    channel && "parent_id" in channel && threads.includes(channel.type) ? channel.parent_id : null;
  return {
    id: interaction.id,
    token: interaction.token,
    user: (member?.user ?? user)!.id,
    guild: interaction.guild_id ?? null,
    channel: channel?.id ?? interaction.channel_id ?? "",
    parent: parent ?? null,
    roles: member?.roles ?? [],
    manager: has(member?.permissions, PermissionFlagsBits.ManageGuild),
    locale: "locale" in interaction ? interaction.locale : null,
    secluded: secluded.includes(channel?.type),
    message: interaction.message?.id,
    files: app_permissions === undefined || has(app_permissions, PermissionFlagsBits.AttachFiles),
  };
}

/** Whether a permission set (a decimal string of bits) holds a permission; administrators hold all. */
function has(permissions: string | undefined, wanted: bigint): boolean {
  const held = BigInt(permissions ?? 0);
  return (held & (wanted | PermissionFlagsBits.Administrator)) !== 0n;
}

/** The options of a command by name, and the one being typed, if any. */
export function options(given: readonly APIApplicationCommandInteractionDataOption[] = []) {
  const values: Record<string, string | number | boolean> = {};
  let focused: string | undefined;
  for (const option of given) {
    if (
      option.type === ApplicationCommandOptionType.Subcommand ||
      option.type === ApplicationCommandOptionType.SubcommandGroup
    )
      continue;
    values[option.name] = option.value;
    if ("focused" in option && option.focused) focused = String(option.value);
  }
  return { values, focused };
}

/** What was typed into a form, by custom id. */
export function fields({ components }: APIModalSubmission): Record<string, string> {
  const inputs = components.flatMap((component) =>
    "component" in component ? [component.component] : "components" in component ? component.components : [],
  );
  return Object.fromEntries(
    inputs.flatMap((input) => ("value" in input ? [[input.custom_id, String(input.value)]] : [])),
  );
}
