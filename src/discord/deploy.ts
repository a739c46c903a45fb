import { type APIApplication, REST, type RESTOptions, Routes } from "discord.js";
import type { Vocabulary } from "./command.ts";

export interface DeployOptions {
  readonly token: string;
  readonly vocabulary: Vocabulary;
  /** One server alone, where commands appear at once; everywhere where left out. */
  readonly guild?: string | undefined;
  readonly rest?: Partial<RESTOptions> | undefined;
}

/** Registers the commands, replacing all that were registered, and names them. */
export async function deployCommands({ token, vocabulary, guild, rest }: DeployOptions): Promise<string[]> {
  const client = new REST(rest).setToken(token);
  const { id } = (await client.get(Routes.currentApplication())) as APIApplication;
  const route = guild ? Routes.applicationGuildCommands(id, guild) : Routes.applicationCommands(id);
  const registered = (await client.put(route, { body: vocabulary.commands.map(({ data }) => data) })) as {
    name: string;
  }[];
  return registered.map(({ name }) => name);
}
