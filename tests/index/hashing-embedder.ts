import type { Embedder } from "../../src/index/embedders/embedder.ts";
import { words } from "../../src/text/words.ts";

/** An embedder for tests: each word adds to a few dimensions that its letters name, so that like texts are near. */
export default function hashingEmbedder(): Embedder {
  const embed = (text: string): number[] => {
    const vector = new Array<number>(64).fill(0);
    for (const { form } of words(text)) {
      let hash = 2166136261;
      for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 16777619);
      for (let i = 0; i < 4; i++) {
        hash = Math.imul(hash ^ (hash >>> 15), 2246822519);
        vector[(hash >>> 3) & 63]! += hash & 1 ? 1 : -1;
      }
    }
    return vector;
  };
  return {
    id: "hashing-1",
    dimensions: 64,
    embedDocuments: async (texts) => texts.map(embed),
    embedQuery: async (text) => embed(text),
    recipe: { module: import.meta.url, options: {} },
  };
}
