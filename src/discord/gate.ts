import type { Settings } from "../ops/state/settings.ts";
import type { Strings } from "./strings.ts";

/** Where an asker stands and what they are there. */
export interface Standing {
  readonly channel: string;
  /** The channel that a thread or forum post belongs to. */
  readonly parent: string | null;
  readonly roles: readonly string[];
  readonly manager: boolean;
}

/** Why a server's settings forbid an answer, or null where they allow it. Who manages the server is never shut out. */
export function refusal(settings: Settings, standing: Standing, strings: Strings): string | null {
  const { channels, roles } = settings;
  if (standing.manager) return null;
  const here = channels.includes(standing.channel) || channels.includes(standing.parent ?? "");
  if (channels.length > 0 && !here) return strings.notHere;
  if (roles.length > 0 && !standing.roles.some((role) => roles.includes(role))) return strings.notYou;
  return null;
}
