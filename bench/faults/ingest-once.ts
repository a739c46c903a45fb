import { ingest } from "../../src/corpus/ingest.ts";

/** Adds a folder of documents to a corpus, as `ingest` does before it indexes. */
export async function ingestOnce(from: string, corpus: string, data: string): Promise<void> {
  for await (const event of ingest([from], { corpus, data }))
    if (event.kind === "skipped") throw new Error(`${event.source}: ${event.reason}`);
}

// As a process: `node ingest-once.ts FROM CORPUS DATA`. Says so when it begins to work.
if (import.meta.main) {
  const [from = "", corpus = "", data = ""] = process.argv.slice(2);
  process.stdout.write("ready\n");
  await ingestOnce(from, corpus, data);
}
