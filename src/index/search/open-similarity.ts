import { glove } from "../embedders/glove.ts";
import { Similarity } from "./similarity.ts";
import { thesaurus } from "./thesaurus.ts";

let shared: Similarity | undefined;

/** How well words stand for each other, by the word vectors and the thesaurus that come with the program. */
export function openSimilarity(): Similarity {
  shared ??= new Similarity(glove(), thesaurus());
  return shared;
}
