import { glove, gloveEmbedder } from "../src/index/embedders/glove.ts";
import type { Scorer } from "../src/index/open.ts";
import { search } from "../src/index/search/search.ts";
import { Similarity } from "../src/index/search/similarity.ts";
import { thesaurus } from "../src/index/search/thesaurus.ts";

/** What the program searches with by default. */
export const tools = { embedder: gloveEmbedder(), similarity: new Similarity(glove(), thesaurus()) };

/** The program's hybrid search. */
export const score: Scorer = (query, index, how) => search(query, index, tools, how);
