import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Call } from "./judge.ts";
import { type Interaction, snowflake, type World } from "./world.ts";

/** What goes wrong on purpose, and for how many more calls. */
export interface Faults {
  limited: number;
  broken: number;
  /** Calls that are carried out, but whose answer is lost. */
  lost: number;
}

export interface RestOptions {
  readonly world: World;
  readonly faults: Faults;
  readonly token: string;
  readonly application: string;
  readonly self: string;
  readonly gateway: () => string;
  readonly channels: Map<string, Record<string, unknown>>;
  /** What people have written, oldest first. */
  readonly said: readonly Record<string, unknown>[];
  /** Milliseconds to acknowledge, and to answer; Discord's own are 3 seconds and 15 minutes. */
  readonly deadlines: { acknowledge: number; answer: number };
  /** How many messages a channel takes in how many milliseconds; Discord's own are 5 and 5,000. */
  readonly perChannel: { most: number; within: number };
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

const refused = (status: number, code: number, message: string): Answer => ({
  status,
  body: { code, message },
});

/** Discord's REST interface, as far as the bot needs it, with the refusals it would meet. */
export function restServer(options: RestOptions): Server {
  return createServer(async (request, response) => {
    const arrived = performance.now();
    const { world, faults } = options;
    const path = new URL(request.url!, "http://peer").pathname.replace("/api/v10", "");
    const call = await parse(request, path);
    const fault = failing(faults, path);
    if (fault === "lost") {
      const answer = answerTo(call, request, options, arrived);
      world.record(call, answer.status, true);
      request.socket.destroy();
      return;
    }
    const answer = fault ?? answerTo(call, request, options, arrived);
    world.record(call, answer.status, fault !== null);
    end(response, answer);
  });
}

function failing(faults: Faults, path: string): Answer | "lost" | null {
  if (path === "/gateway/bot") return null;
  if (faults.limited > 0) {
    faults.limited--;
    const body = { message: "You are being rate limited.", retry_after: 0.05, global: false };
    return { status: 429, body, headers: { "retry-after": "0.05", "x-ratelimit-scope": "user" } };
  }
  if (faults.broken > 0) {
    faults.broken--;
    return { status: 500, body: { code: 0, message: "500: Internal Server Error" } };
  }
  if (faults.lost > 0) {
    faults.lost--;
    return "lost";
  }
  return null;
}

const buckets = new WeakMap<World, Map<string, number[]>>();

/** Counts a call to a channel's messages, as Discord does. */
function limit(
  world: World,
  key: string,
  { most, within }: RestOptions["perChannel"],
): { remaining: number; wait: number } {
  if (!buckets.has(world)) buckets.set(world, new Map());
  const all = buckets.get(world)!;
  const now = Date.now();
  const recent = (all.get(key) ?? []).filter((at) => at > now - within);
  all.set(key, recent);
  if (recent.length >= most) return { remaining: -1, wait: recent[0]! + within - now };
  recent.push(now);
  return { remaining: most - recent.length, wait: recent[0]! + within - now };
}

function answerTo(call: Call, request: IncomingMessage, options: RestOptions, arrived: number): Answer {
  const { world, token, application, self, gateway, channels, perChannel } = options;
  const { method, path, files } = call;
  const body = call.body as Record<string, unknown>;
  const parts = path.split("/").slice(1);

  if (parts[0] === "interactions") return respond(call, parts[2]!, options, arrived);
  if (parts[0] === "webhooks") return editOriginal(call, parts[2]!, options);
  if (request.headers.authorization !== `Bot ${token}`) return refused(401, 0, "401: Unauthorized");
  if (path === "/gateway/bot") {
    const session_start_limit = { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 16 };
    return { status: 200, body: { url: gateway(), shards: 2, session_start_limit } };
  }
  if (path === "/applications/@me") return { status: 200, body: { id: application, name: "Attaché" } };
  if (path.endsWith("/commands")) {
    world.commands = body as unknown as unknown[];
    return { status: 200, body: world.commands };
  }
  if (path === "/users/@me/channels") {
    const id = `9${String(body.recipient_id).slice(1)}`;
    channels.set(id, { id, type: 1 });
    return { status: 200, body: { id, type: 1 } };
  }
  if (parts[2] === "members") return { status: 200, body: { user: { id: parts[3] }, roles: [] } };
  const channel = parts[1]!;
  if (!channels.has(channel)) return refused(404, 10003, "Unknown Channel");
  if (parts.length === 2) return { status: 200, body: channels.get(channel) };
  if (world.closed.has(channel)) return refused(403, 50013, "Missing Permissions");
  if (world.unread.has(channel) && method === "POST" && body?.message_reference) {
    return refused(400, 160002, "Cannot reply without permission to read message history");
  }
  if (parts[2] === "typing") {
    world.typing.push(channel);
    return { status: 204 };
  }
  if (method === "GET") {
    const after = BigInt(new URL(request.url!, "http://peer").searchParams.get("after") ?? 0);
    const found = options.said.filter(
      ({ id, channel_id: at }) => at === channel && BigInt(String(id)) > after,
    );
    // Newest first, and without what only the gateway tells.
    return { status: 200, body: found.map(({ guild_id: _, member: __, ...rest }) => rest).toReversed() };
  }
  const { remaining, wait } = limit(world, `${method}:${channel}`, perChannel);
  const headers = {
    "x-ratelimit-limit": String(perChannel.most),
    "x-ratelimit-remaining": String(Math.max(0, remaining)),
    "x-ratelimit-reset-after": String(wait / 1_000),
    "x-ratelimit-bucket": `${method}-messages`,
  };
  if (remaining < 0) {
    const limited = { message: "You are being rate limited.", retry_after: wait / 1_000, global: false };
    return { status: 429, body: limited, headers: { ...headers, "retry-after": String(wait / 1_000) } };
  }
  if (method === "POST") {
    const twin = body.nonce === undefined ? undefined : world.nonces.get(`${channel}:${body.nonce}`);
    const answering = (body.message_reference as { message_id: string } | undefined)?.message_id ?? null;
    const made = twin ?? world.post({ id: snowflake(), channel, ephemeral: false, answering }, body, files);
    if (body.nonce !== undefined && body.enforce_nonce === true)
      world.nonces.set(`${channel}:${body.nonce}`, made);
    return {
      status: 200,
      body: { ...body, id: made.id, channel_id: channel, author: { id: self } },
      headers,
    };
  }
  const message = world.messages.get(parts[3]!);
  if (!message) return refused(404, 10008, "Unknown Message");
  message.versions.push({ body, files });
  return { status: 200, body: { ...body, id: message.id, channel_id: channel }, headers };
}

/** The one response to an interaction: in time, and once. */
function respond(
  { body, files }: Call,
  token: string,
  { world, deadlines }: RestOptions,
  arrived: number,
): Answer {
  const interaction = world.interactions.get(token);
  if (!interaction) return refused(404, 10062, "Unknown interaction");
  return taken(
    interaction,
    body as { type: number; data?: Record<string, unknown> },
    files,
    world,
    deadlines,
    arrived,
  )
    ? { status: 204 }
    : interaction.response
      ? refused(400, 40060, "Interaction has already been acknowledged.")
      : refused(404, 10062, "Unknown interaction");
}

/** Takes an interaction response, over REST or as the answer to an HTTP request; false where it may not be given. */
export function taken(
  interaction: Interaction,
  { type, data }: { type: number; data?: Record<string, unknown> },
  files: Call["files"],
  world: World,
  deadlines: RestOptions["deadlines"],
  arrived = performance.now(),
): boolean {
  const after = arrived - interaction.at;
  if (interaction.response || after > deadlines.acknowledge) return false;
  interaction.response = { type, data, after };
  const ephemeral = ((Number(data?.flags ?? 0) >> 6) & 1) === 1;
  const place = { channel: interaction.channel, ephemeral, answering: null };
  if (type === 4) interaction.message = world.post({ id: snowflake(), ...place }, data ?? {}, files);
  if (type === 6 && interaction.under) interaction.message = world.messages.get(interaction.under)!;
  if (type === 5) {
    interaction.message = { id: snowflake(), ...place, versions: [] };
    world.messages.set(interaction.message.id, interaction.message);
  }
  return true;
}

function editOriginal({ body, files }: Call, token: string, { world, deadlines }: RestOptions): Answer {
  const interaction = world.interactions.get(token);
  if (!interaction?.response) return refused(404, 10015, "Unknown Webhook");
  if (performance.now() - interaction.at > deadlines.answer)
    return refused(401, 50027, "Invalid Webhook Token");
  interaction.edits++;
  interaction.message!.versions.push({ body: body as Record<string, unknown>, files });
  return {
    status: 200,
    body: { ...(body as object), id: interaction.message!.id, channel_id: interaction.channel },
  };
}

async function parse(request: IncomingMessage, path: string): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const raw = Buffer.concat(chunks);
  const method = request.method!;
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/")) {
    return { method, path, body: raw.length > 0 ? JSON.parse(raw.toString()) : undefined, files: [] };
  }
  const form = await new Response(raw, { headers: { "content-type": type } }).formData();
  const files = await Promise.all(
    [...form.entries()]
      .filter(([key]) => key.startsWith("files["))
      .map(async ([, value]) => {
        const file = value as File;
        return { name: file.name, data: Buffer.from(await file.arrayBuffer()) };
      }),
  );
  return { method, path, body: JSON.parse(String(form.get("payload_json"))), files };
}

function end(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const type = body === undefined ? {} : { "content-type": "application/json" };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
