import { join } from "node:path";
import { UserError } from "../../ops/user-error.ts";
import type { Embedder } from "./embedder.ts";
import { gloveEmbedder } from "./glove.ts";

/** What a hosted embedder needs to know beside its name. */
export interface EmbedderSettings {
  readonly apiKey?: string | undefined;
  readonly baseUrl?: string | undefined;
  /** The data folder: vectors that were paid for are kept in it. */
  readonly data?: string | undefined;
}

/** The embedder that a name stands for: `glove`, `openai:MODEL` or `transformers:PATH`. Loads only what that one needs. */
export async function openEmbedder(name = "glove", settings: EmbedderSettings = {}): Promise<Embedder> {
  if (name === "glove") return gloveEmbedder();
  const [, kind, which] = /^(openai|transformers):(.+)$/.exec(name) ?? [];
  if (kind === "openai") {
    const { openaiEmbedder } = await import("./openai.ts");
    const { apiKey, baseUrl, data } = settings;
    return openaiEmbedder({ model: which!, apiKey, baseUrl, cache: data && join(data, "embeddings.sqlite") });
  }
  if (kind === "transformers") {
    const { transformersEmbedder } = await import("./transformers.ts");
    return transformersEmbedder({ path: which! });
  }
  throw new UserError(
    "embedder.unknown",
    `There is no embedder "${name}": name glove, openai:MODEL or transformers:PATH.`,
  );
}
