import { openCorpus } from "../../src/index/open-corpus.ts";

// As a process: `node open-once.ts CORPUS DATA QUESTION`. Prints what it was told and the best hit's article, as JSON.
const [corpus = "", data = "", question = ""] = process.argv.slice(2);
const notes: string[] = [];
const index = await openCorpus({ corpus, data, onNote: (note) => notes.push(note) });
const [hit] = await index.search(question, { top: 1 });
const { articles } = await index.stats();
await index.close();
console.log(JSON.stringify({ notes, articles, best: hit?.article.id }));
