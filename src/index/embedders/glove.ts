import { readFileSync } from "node:fs";
import { words } from "../../text/words.ts";
import type { Embedder } from "./embedder.ts";
import { WordVectors } from "./word-vectors.ts";

let shared: WordVectors | undefined;

/** The word vectors that come with the program (`glove.bin`, made by make-glove.ts), read at first use. */
export function glove(): WordVectors {
  shared ??= new WordVectors(readFileSync(new URL("glove.bin", import.meta.url)));
  return shared;
}

/**
 * The embedded default: a text's vector is the mean of its words' GloVe vectors, each weighted by
 * a / (a + its frequency) (SIF, Arora et al. 2017), of unit length. English only; zero where it knows no word.
 */
export function gloveEmbedder(vectors: WordVectors = glove()): Embedder {
  const embed = (text: string) => embedded(text, vectors);
  return {
    id: "glove-100d-sif-1",
    dimensions: vectors.dimensions,
    embedDocuments: async (texts) => texts.map(embed),
    embedQuery: async (text) => embed(text),
    recipe: { module: import.meta.url, options: {} },
  };
}

export default () => gloveEmbedder();

const a = 1e-3;

function embedded(text: string, vectors: WordVectors): Float32Array {
  const sum = new Float32Array(vectors.dimensions);
  const one = new Float32Array(vectors.dimensions);
  for (const { form } of words(text)) {
    const word = vectors.find(form);
    if (word < 0) continue;
    vectors.read(word, one);
    const weight = a / (a + vectors.frequency(word));
    for (let i = 0; i < one.length; i++) sum[i]! += weight * one[i]!;
  }
  const norm = Math.hypot(...sum);
  return norm === 0 ? sum : sum.map((value) => value / norm);
}
