import { glove } from "../index/embedders/glove.ts";
import type { Similarity } from "./align.ts";

/** Cosine of two folded words' vectors, from the word vectors that come with the program; 0 where it lacks one. */
export function wordSimilarity(): Similarity {
  const vectors = glove();
  const known = new Map<string, Float32Array | null>();
  const vector = (form: string): Float32Array | null => {
    let found = known.get(form);
    if (found === undefined) {
      const at = vectors.find(form);
      found = at < 0 ? null : new Float32Array(vectors.dimensions);
      if (found) vectors.read(at, found);
      if (known.size > 20_000) known.clear();
      known.set(form, found);
    }
    return found;
  };
  return (a, b) => {
    const [x, y] = [vector(a), vector(b)];
    return x && y ? x.reduce((sum, value, i) => sum + value * y[i]!, 0) : 0;
  };
}
