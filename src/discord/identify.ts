import { type APIUser, REST, type RESTOptions, Routes } from "discord.js";
import { unreachable } from "./trouble.ts";

/**
 * The name of the bot that a token belongs to.
 *
 * @throws {UserError} `discord.token` or `discord.unreachable`
 */
export async function identify(token: string, rest?: Partial<RESTOptions>): Promise<string> {
  try {
    const user = await new REST({ retries: 0, timeout: 10_000, ...rest }).setToken(token).get(Routes.user());
    return (user as APIUser).username;
  } catch (error) {
    throw unreachable(error);
  }
}
