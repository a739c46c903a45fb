import { UserError } from "../../ops/user-error.ts";
import type { Embedder } from "./embedder.ts";
import { gloveEmbedder } from "./glove.ts";

/** The embedder that a name stands for: `glove`, `openai:MODEL` or `transformers:PATH`. Loads only what that one needs. */
export async function openEmbedder(name = "glove"): Promise<Embedder> {
  if (name === "glove") return gloveEmbedder();
  throw new UserError(
    "embedder.unknown",
    `There is no embedder "${name}": name glove, openai:MODEL or transformers:PATH.`,
  );
}
