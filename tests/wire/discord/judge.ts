import * as spec from "discord-api-spec/zod";

export interface SentFile {
  readonly name: string;
  readonly data: Buffer;
}

/** What a call to Discord's REST interface is made of. */
export interface Call {
  readonly method: string;
  /** Without query and `/api/v10`. */
  readonly path: string;
  readonly body: unknown;
  readonly files: readonly SentFile[];
}

interface Schema {
  safeParse(value: unknown): { success: boolean; data?: unknown; error?: { message: string } };
}

/** The routes the bot may call, and the schema of Discord's own OpenAPI description that each body must satisfy. */
const routes: readonly [method: string, path: RegExp, schema: Schema | null][] = [
  ["GET", /^\/gateway\/bot$/, null],
  ["GET", /^\/applications\/@me$/, null],
  ["GET", /^\/channels\/\d+$/, null],
  ["GET", /^\/channels\/\d+\/messages$/, null],
  ["GET", /^\/guilds\/\d+\/members\/\d+$/, null],
  ["PUT", /^\/applications\/\d+(\/guilds\/\d+)?\/commands$/, null],
  ["POST", /^\/channels\/\d+\/typing$/, null],
  ["POST", /^\/users\/@me\/channels$/, spec.CreatePrivateChannelRequestSchema],
  ["POST", /^\/channels\/\d+\/messages$/, spec.MessageCreateRequestSchema],
  ["PATCH", /^\/channels\/\d+\/messages\/\d+$/, spec.MessageEditRequestPartialSchema],
  ["PATCH", /^\/webhooks\/\d+\/[^/]+\/messages\/@original$/, spec.IncomingWebhookUpdateRequestPartialSchema],
  ["POST", /^\/interactions\/\d+\/[^/]+\/callback$/, null],
];

/** By the `type` of an interaction response. */
const callbacks: Readonly<Record<number, Schema>> = {
  1: spec.PongInteractionCallbackRequestSchema,
  4: spec.CreateMessageInteractionCallbackRequestSchema,
  5: spec.CreateMessageInteractionCallbackRequestSchema,
  6: spec.UpdateMessageInteractionCallbackRequestSchema,
  7: spec.UpdateMessageInteractionCallbackRequestSchema,
  8: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: spec.ModalInteractionCallbackRequestSchema,
};

/** Everything that Discord would hold against a call: an empty list for a good one. */
export function judge({ method, path, body, files }: Call): string[] {
  const route = routes.find(([verb, pattern]) => verb === method && pattern.test(path));
  if (!route) return [`${method} ${path}: no such route`];
  const found: string[] = [];
  const [, pattern, schema] = route;
  if (pattern.source.includes("callback")) found.push(...judgeCallback(body));
  else if (schema) found.push(...conforms(schema, body));
  if (path.endsWith("/commands")) found.push(...judgeCommands(body));
  found.push(...judgeMessage(messageOf(body), files, method));
  return found.map((fault) => `${method} ${path}: ${fault}`);
}

export function judgeCallback(body: unknown): string[] {
  const schema = callbacks[(body as { type: number }).type];
  return schema
    ? conforms(schema, body)
    : [`no interaction response of type ${(body as { type: number }).type}`];
}

function conforms(schema: Schema, body: unknown): string[] {
  const { success, data, error } = schema.safeParse(body);
  return success ? unknownKeys(body, data, "") : [error!.message.slice(0, 2_000)];
}

/** The schemas drop keys they do not know: whatever the parsed value lacks was one. */
function unknownKeys(given: unknown, parsed: unknown, at: string): string[] {
  if (typeof given !== "object" || given === null || typeof parsed !== "object" || parsed === null) return [];
  return Object.entries(given).flatMap(([key, value]) =>
    key in parsed
      ? unknownKeys(value, (parsed as Record<string, unknown>)[key], `${at}/${key}`)
      : [`unknown key ${at}/${key}`],
  );
}

/** The message in a request: the body itself, or an interaction response's data. */
export function messageOf(body: unknown): Record<string, unknown> | undefined {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
  const { type, data } = body as { type?: unknown; data?: Record<string, unknown> };
  if (typeof type === "number") return type === 4 || type === 7 ? data : undefined;
  return body as Record<string, unknown>;
}

/** Every component of a message, nested ones and accessories included. */
export function componentsOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(componentsOf);
  if (typeof value !== "object" || value === null) return [];
  const component = value as Record<string, unknown>;
  const { components, accessory, component: labelled } = component;
  return [component, ...[components, accessory, labelled].flatMap(componentsOf)];
}

const v2 = 1 << 15;
const v2Only = [9, 10, 11, 12, 13, 14, 17];

/** What the description leaves out, from Discord's documentation. */
function judgeMessage(
  message: Record<string, unknown> | undefined,
  files: Call["files"],
  method: string,
): string[] {
  if (!message) return [];
  const found: string[] = [];
  const { content, embeds, components, flags, attachments } = message as {
    content?: string;
    embeds?: Record<string, unknown>[];
    components?: unknown[];
    flags?: number;
    attachments?: { id: string | number; filename?: string }[];
  };
  if ((content?.length ?? 0) > 2_000) found.push("content over 2000 characters");
  if (JSON.stringify(embeds ?? []).length > 6_000) found.push("embeds over 6000 characters");
  const all = componentsOf(components ?? []);
  if (all.length > 40) found.push(`${all.length} components`);
  const characters = all.reduce(
    (sum, { content: text }) => sum + (typeof text === "string" ? text.length : 0),
    0,
  );
  if (characters > 4_000) found.push(`${characters} characters of text`);
  const isV2 = ((flags ?? 0) & v2) !== 0;
  if (isV2 && (content || (embeds?.length ?? 0) > 0)) found.push("content or embeds beside components v2");
  if (!isV2 && all.some(({ type }) => v2Only.includes(type as number)))
    found.push("v2 components without the flag");
  if (isV2 && all.length === 0) found.push("an empty message");
  if (method === "POST" && !content && all.length === 0 && !embeds?.length && "flags" in message)
    found.push("empty");
  const ids = all.map(({ custom_id: id }) => id).filter((id) => id !== undefined);
  if (new Set(ids).size !== ids.length) found.push(`custom ids twice: ${ids.join(", ")}`);
  for (const { type, style, label, emoji, options, default_values: defaults, max_values: most } of all) {
    if (type === 2 && style !== 6 && !label && !emoji) found.push("a button without label or emoji");
    if (type === 3 && ((options as unknown[]).length < 1 || (options as unknown[]).length > 25))
      found.push("options");
    if (Array.isArray(defaults) && defaults.length > ((most as number | undefined) ?? 1))
      found.push("too many defaults");
  }
  const names = files.map(({ name }) => name);
  const shown = JSON.stringify(components ?? []).match(/attachment:\/\/[^"]+/g) ?? [];
  for (const url of shown) if (!names.includes(url.slice(13))) found.push(`${url} was not sent`);
  for (const { id } of attachments ?? [])
    if (Number(id) < 1_000 && !files[Number(id)]) found.push(`no file ${id}`);
  if (files.reduce((sum, { data }) => sum + data.length, 0) > 10_000_000) found.push("files over 10 MB");
  if (!("allowed_mentions" in message) && ("components" in message || "content" in message)) {
    found.push("no allowed_mentions");
  }
  return found;
}

const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

function judgeCommands(body: unknown): string[] {
  const commands = body as Record<string, unknown>[];
  if (!Array.isArray(commands) || commands.length > 100) return ["commands are a list of at most 100"];
  return commands.flatMap((command) => {
    const found = conforms(spec.ApplicationCommandUpdateRequestSchema, command);
    const named = [command, ...((command.options as Record<string, unknown>[]) ?? [])];
    for (const { name, name_localizations: others } of named) {
      for (const each of [name, ...Object.values(others ?? {})] as string[]) {
        if (!commandName.test(each) || each !== each.toLowerCase()) found.push(`command name ${each}`);
      }
    }
    for (const locale of ["name", ...Object.keys((command.name_localizations as object) ?? {})]) {
      const names = ((command.options as Record<string, unknown>[]) ?? []).map(
        (option) => (option.name_localizations as Record<string, string>)?.[locale] ?? option.name,
      );
      if (new Set(names).size !== names.length) found.push(`two options of one name in ${locale}`);
    }
    const optional = ((command.options as { required?: boolean }[]) ?? []).map(
      ({ required }) => required ?? false,
    );
    if (optional.lastIndexOf(true) > optional.indexOf(false) && optional.includes(false)) {
      found.push("a required option behind an optional one");
    }
    return found;
  });
}

/** Whom a message would ping, by Discord's rules: mentions in its text, as far as `allowed_mentions` lets them. */
export function pings(message: Record<string, unknown>): string[] {
  const texts = [message.content, ...componentsOf(message.components ?? []).map(({ content }) => content)];
  const text = texts.filter((each) => typeof each === "string").join("\n");
  const allowed = message.allowed_mentions as
    | { parse?: string[]; users?: string[]; roles?: string[]; replied_user?: boolean }
    | undefined;
  const found: string[] = [];
  if (/@(everyone|here)/.test(text) && (!allowed || allowed.parse?.includes("everyone")))
    found.push("everyone");
  for (const [, id] of text.matchAll(/<@!?(\d+)>/g)) {
    if (!allowed || allowed.parse?.includes("users") || allowed.users?.includes(id!))
      found.push(`user ${id}`);
  }
  for (const [, id] of text.matchAll(/<@&(\d+)>/g)) {
    if (!allowed || allowed.parse?.includes("roles") || allowed.roles?.includes(id!))
      found.push(`role ${id}`);
  }
  if (message.message_reference && (!allowed || (allowed.replied_user ?? true))) found.push("replied user");
  return found;
}
