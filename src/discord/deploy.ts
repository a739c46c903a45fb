import { type APIApplication, REST, type RESTOptions, Routes } from "discord.js";
import type { Command, Vocabulary } from "./command.ts";
import { unreachable } from "./trouble.ts";

export interface DeployOptions {
  readonly token: string;
  readonly vocabulary: Vocabulary;
  /** One server alone, where commands appear at once; everywhere where left out. */
  readonly guild?: string | undefined;
  readonly rest?: Partial<RESTOptions> | undefined;
}

/**
 * Registers the commands, replacing all that were registered, and names them.
 *
 * @throws {UserError} `discord.token` or `discord.unreachable`
 */
export async function deployCommands({ token, vocabulary, guild, rest }: DeployOptions): Promise<string[]> {
  const client = new REST(rest).setToken(token);
  try {
    const { id } = (await client.get(Routes.currentApplication())) as APIApplication;
    const body = vocabulary.commands.map(({ data }) => registered(guild ? ofOneServer(data) : data));
    await client.put(guild ? Routes.applicationGuildCommands(id, guild) : Routes.applicationCommands(id), {
      body,
    });
    return body.map(({ name }) => name);
  } catch (error) {
    throw unreachable(error);
  }
}

/** Discord's documentation calls permissions a string of digits, its API description a number, which both take. */
function registered(data: Command["data"]) {
  const { default_member_permissions: permissions } = data;
  return permissions ? { ...data, default_member_permissions: Number(permissions) } : data;
}

/** Where a command may be used, and who installs it, is said of commands that are registered everywhere only. */
function ofOneServer({ contexts: _, integration_types: __, ...data }: Command["data"]) {
  return data;
}
