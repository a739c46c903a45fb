import { readCorpus } from "../../src/corpus/load.ts";
import { relations } from "../../src/corpus/relate.ts";
import { type Built, buildIndex } from "../../src/index/build/build.ts";
import { gloveEmbedder } from "../../src/index/embedders/glove.ts";

/** Indexes a corpus as `index` does, with a graph although it is small. */
export function indexOnce(corpus: string, dir: string): Promise<Built> {
  return buildIndex({
    dir,
    relateAgain: relations,
    corpus: (known, files) => readCorpus(corpus, { known, files }),
    embedder: gloveEmbedder(),
    graphFrom: 150,
  });
}

// As a process: `node index-once.ts CORPUS DIR`. Says so when it begins to work.
if (import.meta.main) {
  const [corpus = "", dir = ""] = process.argv.slice(2);
  process.stdout.write("ready\n");
  await indexOnce(corpus, dir);
}
