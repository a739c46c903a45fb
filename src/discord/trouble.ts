import { GatewayCloseCodes } from "discord.js";
import { UserError } from "../ops/user-error.ts";

/** Why the gateway closed for good. */
export function shutOut(code: number): UserError {
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

/** Why a first call to Discord failed. */
export function unreachable(error: unknown): UserError {
  const { status, code, message } = error as { status?: number; code?: string; message?: string };
  if (status === 401 || code === "TokenInvalid") return badToken();
  return new UserError(
    "discord.unreachable",
    `Discord cannot be reached (${message}). Is there a network, and may it be used?`,
    { cause: error },
  );
}
