import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from "discord.js";
import type { Settings } from "../ops/state/settings.ts";
import { languages } from "./locales/index.ts";
import { colours, container, type Reply, row, text } from "./reply.ts";
import type { Strings } from "./strings.ts";

const dailyLimits = [5, 10, 20, 50, 100, 200];

/** A server's settings as a panel: what is chosen in it holds at once. */
export function settingsView(settings: Settings, { settings: words }: Strings): Reply {
  const { channels, roles, language, dailyLimit } = settings;
  return {
    components: [
      container(colours.sources, [
        text(`### ${words.title}`),
        text(words.channels),
        menu({
          type: ComponentType.ChannelSelect,
          custom_id: "set:channels",
          channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum],
          min_values: 0,
          max_values: 25,
          default_values: channels.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
        }),
        text(words.roles),
        menu({
          type: ComponentType.RoleSelect,
          custom_id: "set:roles",
          min_values: 0,
          max_values: 25,
          default_values: roles.map((id) => ({ id, type: SelectMenuDefaultValueType.Role })),
        }),
        text(words.language),
        menu({
          type: ComponentType.StringSelect,
          custom_id: "set:language",
          options: [
            { label: words.ownLanguage, value: "own", default: language === null },
            ...languages.map(({ locale, language: name }) => ({
              label: name,
              value: locale,
              default: locale === language,
            })),
          ],
        }),
        text(words.limit),
        menu({
          type: ComponentType.StringSelect,
          custom_id: "set:limit",
          options: [
            { label: words.noLimit, value: "none", default: dailyLimit === null },
            ...dailyLimits.map((limit) => ({
              label: words.perDay(limit),
              value: String(limit),
              default: limit === dailyLimit,
            })),
          ],
        }),
      ]),
      row(
        { id: "set:ephemeral", label: words.ephemeral(settings.ephemeral), emoji: "👁️" },
        { id: "set:mentions", label: words.mentions(settings.mentions), emoji: "💬" },
      ),
    ],
  };
}

function menu(select: APIComponentInMessageActionRow): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components: [select] };
}
