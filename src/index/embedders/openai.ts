import type OpenAI from "openai";
import { UserError } from "../../ops/user-error.ts";
import type { Embedder } from "./embedder.ts";
import { openVectorCache, type VectorCache } from "./vector-cache.ts";

export interface OpenAIEmbedderOptions {
  /** Such as `text-embedding-3-small`. */
  readonly model: string;
  readonly apiKey?: string | undefined;
  /** Any server that speaks OpenAI's protocol. */
  readonly baseUrl?: string | undefined;
  /** An SQLite file that keeps what was embedded, so that a run that breaks off goes on where it was. */
  readonly cache?: string | undefined;
  /** Requests that are under way at the same time, and that begin in a minute, at most. */
  readonly concurrency?: number | undefined;
  readonly perMinute?: number | undefined;
  /** Further tries on 408, 409, 429 and 5xx, with backoff, or after as long as `Retry-After` says. */
  readonly retries?: number | undefined;
}

/** What one request may hold: texts, and UTF-16 units in all; and of one text, well within 8,192 tokens. */
const batch = { texts: 96, units: 60_000, text: 16_000 };

/**
 * Embeds by a hosted model: in batches, each kept as it arrives, no faster than allowed. The vectors' length is asked
 * of the server once and kept with them.
 * @throws {UserError} `embedder.key`, `embedder.model` or `embedder.down`, from here and from the embedder itself.
 */
export async function openaiEmbedder(options: OpenAIEmbedderOptions): Promise<Embedder> {
  const { model, apiKey, baseUrl, concurrency = 2, perMinute = 1_000, retries = 5 } = options;
  const { OpenAI: Client } = await import("openai");
  const client = new Client({
    apiKey: apiKey ?? "none",
    baseURL: baseUrl ?? null,
    maxRetries: retries,
    timeout: 60_000,
  });
  const id = `openai:${model}`;
  const cache = openVectorCache(options.cache ?? ":memory:", id);
  const pace = pacer(60_000 / perMinute);
  const embed = async (texts: readonly string[]): Promise<Float32Array[]> => {
    await pace();
    const vectors = await request(client, model, texts);
    cache.put(texts, vectors);
    return vectors;
  };
  const dimensions = cache.dimensions() ?? (await embed(["dimensions"]))[0]!.length;
  return {
    id,
    dimensions,
    embedDocuments: (texts) => embedAll(texts, cache, embed, concurrency),
    embedQuery: async (text) => (await embedAll([text], cache, embed, 1))[0]!,
    recipe: { module: import.meta.url, options },
  };
}

export default (options: OpenAIEmbedderOptions) => openaiEmbedder(options);

async function embedAll(
  texts: readonly string[],
  cache: VectorCache,
  embed: (texts: readonly string[]) => Promise<Float32Array[]>,
  concurrency: number,
): Promise<Float32Array[]> {
  const cut = texts.map((text) => text.slice(0, batch.text));
  // A server refuses an empty text; it means nothing anyway.
  const wanted = new Set(cut.filter((text) => text.trim() !== ""));
  const found = cache.get([...wanted]);
  const batches = batched([...wanted].filter((text) => !found.has(text)));
  const next = batches.values();
  const work = async (): Promise<void> => {
    for (const part of next) {
      const vectors = await embed(part);
      for (const [i, text] of part.entries()) found.set(text, vectors[i]!);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const zero = new Float32Array(cache.dimensions() ?? 0);
  return cut.map((text) => found.get(text) ?? zero);
}

function batched(texts: readonly string[]): string[][] {
  const out: string[][] = [];
  let units = 0;
  for (const text of texts) {
    const open = out.at(-1);
    if (!open || open.length >= batch.texts || units + text.length > batch.units) {
      out.push([text]);
      units = text.length;
    } else {
      open.push(text);
      units += text.length;
    }
  }
  return out;
}

async function request(client: OpenAI, model: string, input: readonly string[]): Promise<Float32Array[]> {
  try {
    const { data } = await client.embeddings.create({ model, input: [...input] });
    const vectors = data
      .toSorted((a, b) => a.index - b.index)
      .map(({ embedding }) => Float32Array.from(embedding));
    if (vectors.length !== input.length)
      throw new Error(`${vectors.length} vectors for ${input.length} texts`);
    return vectors;
  } catch (error) {
    throw readable(error, model);
  }
}

function readable(error: unknown, model: string): UserError {
  const { status, message } = error as { status?: number; message?: string };
  const said = { cause: error };
  if (status === 401 || status === 403)
    return new UserError(
      "embedder.key",
      "The embeddings server refused the key: check OPENAI_API_KEY.",
      said,
    );
  if (status === 404 || status === 400)
    return new UserError(
      "embedder.model",
      `The embeddings server cannot embed with “${model}”: ${message}`,
      said,
    );
  return new UserError(
    "embedder.down",
    `The embeddings server failed (${message ?? String(error)}). What was embedded is kept: run it again to go on.`,
    said,
  );
}

/** Lets calls through one by one, at least `interval` milliseconds apart. */
function pacer(interval: number): () => Promise<void> {
  let free = 0;
  return async () => {
    const now = performance.now();
    const at = Math.max(now, free);
    free = at + interval;
    if (at > now) await new Promise((later) => setTimeout(later, at - now));
  };
}
