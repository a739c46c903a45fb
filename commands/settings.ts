import { ApplicationCommandType } from "discord.js";
import type { Action, Command, Request } from "../src/discord/command.ts";
import { localised, stringsOf } from "../src/discord/locales/index.ts";
import { forManagers } from "../src/discord/options.ts";
import type { Reply } from "../src/discord/reply.ts";
import { settingsView } from "../src/discord/settings-view.ts";
import type { Settings } from "../src/ops/state/settings.ts";
import { UserError } from "../src/ops/user-error.ts";

export const settings = {
  data: { ...localised("settings"), ...forManagers, type: ApplicationCommandType.ChatInput },
  ephemeral: true,
  ungated: true,
  execute: async (request) => changed(request, {}),
} satisfies Command;

/** A menu or switch of the settings: `set:NAME`. */
const set = {
  name: "set",
  answers: "update",
  ungated: true,
  async execute(request) {
    const { args, values, settings } = request;
    const [value] = values;
    switch (args[0]) {
      case "channels":
        return changed(request, { channels: values });
      case "roles":
        return changed(request, { roles: values });
      case "language":
        return changed(request, { language: value === "own" ? null : (value ?? null) });
      case "limit":
        return changed(request, { dailyLimit: value === "none" ? null : Number(value) });
      case "ephemeral":
        return changed(request, { ephemeral: !settings.ephemeral });
      case "mentions":
        return changed(request, { mentions: !settings.mentions });
      default:
        throw new Error(`[settings] no setting ${args[0]}`);
    }
  },
} satisfies Action;

export const settingsControls = [set];

/** Discord hides the command from others; what a menu sends is checked again, since menus stay when rights go. */
async function changed(
  { guild, manager, state, strings }: Request,
  change: Partial<Settings>,
): Promise<Reply> {
  if (guild === null) throw new UserError("settings.server", strings.serversOnly);
  if (!manager) throw new UserError("settings.manager", strings.managersOnly);
  const settings = await state.settings.change(guild, change);
  return settingsView(settings, settings.language ? stringsOf(settings.language) : strings);
}
