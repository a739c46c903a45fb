import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { openDesk } from "../src/desk.ts";
import { ingestInto } from "../src/ingesting.ts";

test("what is sent to the bot is found by the desk that is open", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ingesting-"));
  const options = { corpus: join(folder, "corpus"), data: join(folder, "data"), embeddings: "glove" };
  await mkdir(options.corpus);
  writeFileSync(
    join(options.corpus, "old.txt"),
    "The harbour of Port Aldous was closed by ice in January 2024.\n",
  );
  const desk = await openDesk(options);
  try {
    const ingest = ingestInto(options);
    const bytes = Buffer.from(
      "# Lighthouse\n\nThe lighthouse keeper of Port Aldous, Edda Marsh, retired on 3 May 2025.\n",
    );
    const note = { name: "note.md", bytes, mediaType: "text/markdown" };
    const { added, skipped } = await ingest(note, new AbortController().signal);
    expect(skipped).toEqual([]);
    expect(added).toHaveLength(1);
    expect((await ingest(note, new AbortController().signal)).unchanged).toBe(1);
    const ids = async () => (await desk.sources()).map(({ article }) => article.id);
    await vi.waitFor(async () => expect(await ids()).toContain(added[0]!.id), { timeout: 10_000 });
    const [hit] = await desk.search("Who kept the lighthouse?", { top: 1 });
    expect(hit?.text).toContain("Edda Marsh");
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true });
  }
});
