import type { Embedder } from "./embedder.ts";

/** The embedder that a name stands for: `glove`, `openai:MODEL` or `transformers:PATH`. Loads only what that one needs. */
export async function openEmbedder(name = "glove"): Promise<Embedder> {
  const { gloveEmbedder } = await import("./glove.ts");
  return gloveEmbedder();
}
