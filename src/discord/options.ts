import { ApplicationIntegrationType, InteractionContextType } from "discord.js";

/** In servers, direct messages and group chats, whether the server or the person has installed the bot. */
export const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** For the people who manage a server that has installed the bot: the permission Manage Server, as a bit set. */
export const forManagers = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: String(1 << 5),
};

/** A text option as it was given, or undefined where it was not. */
export function given(option: string | number | boolean | undefined): string | undefined {
  const text = option === undefined ? "" : String(option).trim();
  return text === "" ? undefined : text;
}
