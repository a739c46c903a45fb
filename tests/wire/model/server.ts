import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the model behind the server behaves on one request. */
export interface Behaviour {
  /** The structure it hands in, or raw text. */
  readonly reply?: unknown;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The server's words beside an error status. */
  readonly error?: string;
  /** Milliseconds before the first byte. */
  readonly delayMs?: number;
  /** After this many characters: no more is sent, and the connection stays open. */
  readonly stallAfter?: number;
  /** After this many characters: the connection is dropped. */
  readonly cutAfter?: number;
  readonly finish?: "stop" | "length" | "content_filter";
  /** Declines in the protocol's own way. */
  readonly refusal?: string;
  /** Sends a stream, or a completion, without any choice. */
  readonly noChoice?: boolean;
}

/** A request as the server saw it. */
export interface Seen {
  readonly path: string;
  readonly body: ChatBody & { input?: string | string[]; encoding_format?: string; dimensions?: number };
  readonly authorization: string | undefined;
  /** How it asks for a structure. */
  readonly mode: "schema" | "tool" | "json" | "text";
  /** Passages by number, the question, and all the text that was sent. */
  readonly passages: ReadonlyMap<number, string>;
  readonly question: string;
  readonly prompt: string;
}

interface ChatBody {
  readonly model?: string;
  readonly stream?: boolean;
  readonly messages?: readonly { role: string; content: unknown }[];
  readonly tools?: readonly { function: { name: string } }[];
  readonly response_format?: { type: string };
  readonly max_tokens?: number;
}

export interface ModelServer {
  /** For `OPENAI_BASE_URL`. */
  readonly url: string;
  readonly seen: readonly Seen[];
  /** Behaves so from now on; `n` counts the requests since, from 0. */
  behave(behaviour: Behaviour | ((seen: Seen, n: number) => Behaviour)): void;
  close(): Promise<void>;
}

/** A loopback server that speaks OpenAI's protocol over HTTP and server-sent events. */
export async function modelServer(): Promise<ModelServer> {
  const seen: Seen[] = [];
  let behaviour: (seen: Seen, n: number) => Behaviour = () => ({
    reply: { claims: [], conflicts: [], missing: [] },
  });
  let n = 0;
  const server = createServer(async (request, response) => {
    const request_ = await read(request);
    seen.push(request_);
    if (request_.path.endsWith("/embeddings")) embeddings(request_, behaviour(request_, n++), response);
    else await chat(request_, behaviour(request_, n++), response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    seen,
    behave(next) {
      behaviour = typeof next === "function" ? next : () => next;
      n = 0;
      seen.length = 0;
    },
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

async function read(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Seen["body"];
  const prompt = (body.messages ?? [])
    .map(({ content }) => (typeof content === "string" ? content : JSON.stringify(content)))
    .join("\n");
  const blocks = [...prompt.matchAll(/⟦([0-9a-f]{16}) ([^⟧]+)⟧\n([\s\S]*?)\n⟦\1 end⟧/g)];
  const format = body.response_format?.type;
  return {
    path: request.url ?? "",
    body,
    authorization: request.headers.authorization,
    mode: body.tools
      ? "tool"
      : format === "json_schema"
        ? "schema"
        : format === "json_object"
          ? "json"
          : "text",
    passages: new Map(
      blocks.flatMap(([, , name, text]) =>
        /^passage \d+$/.test(name!) ? [[Number(name!.slice(8)), text!]] : [],
      ),
    ),
    question: blocks.find(([, , name]) => name === "question")?.[3] ?? "",
    prompt,
  };
}

async function chat(seen: Seen, behaviour: Behaviour, response: ServerResponse): Promise<void> {
  if (behaviour.delayMs) await new Promise((later) => setTimeout(later, behaviour.delayMs));
  if (response.destroyed) return;
  if (behaviour.status) {
    failed(behaviour, response);
    return;
  }
  const text = typeof behaviour.reply === "string" ? behaviour.reply : JSON.stringify(behaviour.reply ?? {});
  if (seen.body.stream !== true) {
    whole(seen, text, behaviour, response);
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  const name = seen.body.tools?.[0]?.function.name;
  const send = (delta: object, finish: string | null = null): void =>
    event(response, seen, behaviour.noChoice ? [] : [{ index: 0, delta, finish_reason: finish }]);
  send({ role: "assistant", content: name ? null : "" });
  if (behaviour.refusal) send({ refusal: behaviour.refusal });
  else {
    if (name)
      send({ tool_calls: [{ index: 0, id: "call_1", type: "function", function: { name, arguments: "" } }] });
    for (let at = 0; at < text.length; at += 24) {
      if (behaviour.stallAfter !== undefined && at >= behaviour.stallAfter) return;
      if (behaviour.cutAfter !== undefined && at >= behaviour.cutAfter) return void response.destroy();
      const piece = text.slice(at, at + 24);
      send(name ? { tool_calls: [{ index: 0, function: { arguments: piece } }] } : { content: piece });
      await new Promise((later) => setImmediate(later));
    }
  }
  send({}, behaviour.finish ?? (name ? "tool_calls" : "stop"));
  const usage = {
    prompt_tokens: Math.ceil(seen.prompt.length / 4),
    completion_tokens: Math.ceil(text.length / 4),
  };
  event(response, seen, [], { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens });
  response.end("data: [DONE]\n\n");
}

function event(response: ServerResponse, { body }: Seen, choices: readonly object[], usage?: object): void {
  const chunk = {
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1,
    model: body.model,
    choices,
    usage: usage ?? null,
  };
  response.write(`data: ${JSON.stringify(chunk)}\n\n`);
}

function whole(
  { body }: Seen,
  text: string,
  { noChoice, finish = "stop", refusal }: Behaviour,
  response: ServerResponse,
): void {
  const name = body.tools?.[0]?.function.name;
  const call = { id: "call_1", type: "function", function: { name, arguments: text } };
  const message = name
    ? { role: "assistant", content: null, tool_calls: [call] }
    : { role: "assistant", content: text, refusal: refusal ?? null };
  const choices = noChoice ? [] : [{ index: 0, message, finish_reason: finish }];
  const usage = { prompt_tokens: 10, completion_tokens: 10, total_tokens: 20 };
  json(response, 200, {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: body.model,
    choices,
    usage,
  });
}

function failed(
  { status = 500, headers = {}, error = `status ${status}` }: Behaviour,
  response: ServerResponse,
): void {
  json(response, status, { error: { message: error, type: "error", code: null, param: null } }, headers);
}

/** A vector a text, of unit length, the same for the same text; as base64 where the client asks for it. */
function embeddings({ body }: Seen, behaviour: Behaviour, response: ServerResponse): void {
  if (behaviour.status) {
    failed(behaviour, response);
    return;
  }
  const input = typeof body.input === "string" ? [body.input] : (body.input ?? []);
  const data = input.map((text, index) => {
    const vector = vectorOf(text, body.dimensions ?? 8);
    const base64 = Buffer.from(Float32Array.from(vector).buffer).toString("base64");
    return { object: "embedding", index, embedding: body.encoding_format === "base64" ? base64 : vector };
  });
  json(response, 200, {
    object: "list",
    data,
    model: body.model,
    usage: { prompt_tokens: input.length, total_tokens: input.length },
  });
}

export function vectorOf(text: string, dimensions: number): number[] {
  const bytes = createHash("sha256").update(text).digest();
  const raw = Array.from({ length: dimensions }, (_, i) => bytes[i % bytes.length]! - 127.5);
  const norm = Math.hypot(...raw);
  return raw.map((value) => value / norm);
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
