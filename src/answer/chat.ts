import { z } from "zod";
import { UserError } from "../ops/user-error.ts";
import { ModelError, modelError } from "./model-error.ts";
import { watchdog } from "./watchdog.ts";

/** Which chat model, where, and how long it may take. */
export interface ModelSettings {
  /** `provider:name`, the provider one that LangChain's `initChatModel` knows: `openai:gpt-4.1-mini`. */
  readonly model: string;
  readonly apiKey?: string | undefined;
  /** Any server that speaks OpenAI's protocol. Only for the provider `openai`. */
  readonly baseUrl?: string | undefined;
  readonly bounds?: Partial<Bounds> | undefined;
}

/** Milliseconds, but for the last three. */
export interface Bounds {
  /** Until the server answers at all, each try. */
  readonly requestMs: number;
  /** From the question to the first token, retries and waiting included. */
  readonly firstTokenMs: number;
  /** Between two tokens. */
  readonly stallMs: number;
  /** From the question to the last token. */
  readonly totalMs: number;
  /** Further tries on 408, 409, 429 and 5xx, with backoff, or after as long as `Retry-After` says. */
  readonly retries: number;
  readonly outputTokens: number;
  /** UTF-16 units of a reply; what is longer is cut off there. */
  readonly outputChars: number;
}

export const defaultBounds: Bounds = {
  requestMs: 30_000,
  firstTokenMs: 30_000,
  stallMs: 15_000,
  totalMs: 90_000,
  retries: 2,
  outputTokens: 2_000,
  outputChars: 24_000,
};

export interface Message {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** Tokens, as the server counts them; estimated at four characters a token where it does not. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** A reply: what the model wrote, read as JSON as far as it goes. */
export interface Reply {
  readonly value: unknown;
  readonly usage: Usage;
  /** It ended before it was whole: the connection broke, it stalled, or it hit a bound. */
  readonly cut: ModelError | null;
}

export interface Request {
  readonly messages: readonly Message[];
  /** Names the structure, `[a-z_]+`. */
  readonly name: string;
  readonly schema: z.ZodType;
  readonly signal?: AbortSignal | undefined;
  /** Called as the reply grows, with what can be read of it so far. */
  readonly onPartial?: ((value: unknown) => void) | undefined;
}

/** A chat model that answers in structures. */
export interface Chat {
  /** `provider:name`, and the server's address where it is not the provider's own. */
  readonly id: string;
  /** Throws {@link ModelError} where no usable reply came, and the signal's reason where it was aborted. */
  ask(request: Request): Promise<Reply>;
}

/** How a structure is asked for, best first: what one server lacks, another has. */
const modes = ["schema", "tool", "json", "text"] as const;
type Mode = (typeof modes)[number];

interface Chunk {
  readonly content: unknown;
  readonly tool_call_chunks?: readonly { readonly args?: string | undefined }[];
  readonly usage_metadata?: { readonly input_tokens: number; readonly output_tokens: number };
  readonly response_metadata?: { readonly finish_reason?: string };
}

/** What is used of LangChain's `BaseChatModel`. */
interface Streaming {
  stream(messages: unknown, options: Record<string, unknown>): Promise<AsyncIterable<Chunk>>;
}

/** Connects to a chat model. LangChain and the provider's client are loaded with the first request. */
export function connect(settings: ModelSettings): Chat {
  const [, provider, name] = /^([a-z_-]+):(.+)$/.exec(settings.model) ?? [];
  if (!provider || !name) {
    throw new UserError(
      "model.name",
      `MODEL is “${settings.model}”: give it as provider:name, such as openai:gpt-4.1-mini.`,
    );
  }
  const bounds = { ...defaultBounds, ...settings.bounds };
  let loading: Promise<Streaming> | undefined;
  let mode: Mode = provider === "openai" ? "schema" : "tool";

  async function ask(request: Request): Promise<Reply> {
    loading ??= load(provider!, name!, settings, bounds);
    const model = await loading;
    for (;;) {
      try {
        const reply = await once(model, mode, request, bounds);
        return reply;
      } catch (error) {
        const next = modes[modes.indexOf(mode) + 1];
        // A server that lacks a way of asking says 400, or talks past the structure; the next way is remembered.
        if (!next || !(error instanceof ModelError) || !error.mayBeMode) throw error;
        mode = next;
      }
    }
  }
  return { id: settings.baseUrl ? `${settings.model}@${settings.baseUrl}` : settings.model, ask };
}

async function load(
  provider: string,
  name: string,
  { apiKey, baseUrl }: ModelSettings,
  bounds: Bounds,
): Promise<Streaming> {
  const { initChatModel } = await import("langchain/chat_models/universal");
  const openai = provider === "openai";
  try {
    const model = await initChatModel(name, {
      modelProvider: provider,
      // The openai client retries by itself and honours Retry-After; LangChain's own retries would multiply.
      maxRetries: openai ? 0 : bounds.retries,
      maxTokens: bounds.outputTokens,
      timeout: bounds.requestMs,
      ...(apiKey || openai ? { apiKey: apiKey ?? "none" } : {}),
      ...(openai
        ? { streamUsage: true, configuration: { baseURL: baseUrl, maxRetries: bounds.retries } }
        : {}),
    });
    return model as unknown as Streaming;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UserError("model.provider", `MODEL=${provider}:${name} cannot be used: ${detail}`, {
      cause: error,
    });
  }
}

async function once(model: Streaming, mode: Mode, request: Request, bounds: Bounds): Promise<Reply> {
  const { parsePartialJson } = await import("@langchain/core/output_parsers");
  const guard = watchdog(bounds, request.signal);
  const partial = (): unknown => parsePartialJson(unfenced(text));
  let text = "";
  let usage: Usage | undefined;
  let cut: ModelError | null = null;
  try {
    const messages = mode === "json" || mode === "text" ? explained(request) : request.messages;
    const stream = await guard.race(
      model.stream(messages, { ...options(mode, request), signal: guard.signal }),
    );
    const chunks = stream[Symbol.asyncIterator]();
    for (;;) {
      const { done, value: chunk } = await guard.race(chunks.next());
      if (done) break;
      guard.alive();
      const piece = textOf(chunk);
      text += piece;
      const counted = chunk.usage_metadata;
      if (counted) usage = { inputTokens: counted.input_tokens, outputTokens: counted.output_tokens };
      if (chunk.response_metadata?.finish_reason === "length")
        cut = new ModelError("cut", "the reply hit its bound of tokens");
      if (text.length > bounds.outputChars) {
        cut = new ModelError("cut", `the reply passed ${bounds.outputChars} characters`);
        guard.stop();
        break;
      }
      if (request.onPartial && /[}\]]/.test(piece)) {
        request.onPartial(partial());
        // The time that the reader took is not the server's.
        guard.alive();
      }
    }
  } catch (error) {
    request.signal?.throwIfAborted();
    cut = guard.fault() ?? modelError(error);
    // What has arrived whole is worth keeping; with nothing there, it is a failure.
    if (text === "") throw cut;
  } finally {
    guard.stop();
  }
  const value = partial();
  if (value === null || typeof value !== "object")
    throw cut ?? new ModelError(text.trim() === "" ? "empty" : "garbled", "the reply holds no JSON");
  return { value, usage: usage ?? estimate(request.messages, text), cut };
}

function options(mode: Mode, { name, schema }: Request): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema);
  if (mode === "schema")
    return { response_format: { type: "json_schema", json_schema: { name, schema: json, strict: true } } };
  if (mode === "tool") {
    const tool = {
      type: "function",
      function: { name, description: "Hands in the reply.", parameters: json },
    };
    return { tools: [tool], tool_choice: { type: "function", function: { name } } };
  }
  return mode === "json" ? { response_format: { type: "json_object" } } : {};
}

/** The messages with the structure spelled out, for servers that do not take it as a schema. */
function explained({ messages, schema }: Request): readonly Message[] {
  const { $schema: _, ...json } = z.toJSONSchema(schema);
  const [system, ...rest] = messages;
  const content = `${system!.content}\n\nReply with one JSON object and nothing else, by this JSON schema:\n${JSON.stringify(json)}`;
  return [{ role: "system", content }, ...rest];
}

/** What a chunk adds to the structure: the text, or the arguments of the tool call that hands it in. */
function textOf({ content, tool_call_chunks: calls = [] }: Chunk): string {
  const called = calls.map(({ args }) => args ?? "").join("");
  if (called !== "") return called;
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part: { type?: string; text?: unknown }) =>
      part.type === "text" && typeof part.text === "string" ? part.text : "",
    )
    .join("");
}

/** Without the code fence, or the words before the first brace, that some models put around JSON. */
function unfenced(text: string): string {
  const brace = text.indexOf("{");
  const end = text.lastIndexOf("```");
  return brace < 0 ? text : text.slice(brace, end > brace ? end : undefined);
}

function estimate(messages: readonly Message[], text: string): Usage {
  const input = messages.reduce((sum, { content }) => sum + content.length, 0);
  return { inputTokens: Math.ceil(input / 4), outputTokens: Math.ceil(text.length / 4) };
}
