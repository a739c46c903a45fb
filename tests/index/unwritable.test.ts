import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { updateIndex } from "../../src/index/open-corpus.ts";

const program = join(import.meta.dirname, "open-once.ts");
const run = promisify(execFile);
let root: string;
let corpus: string;
let data: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "attache-unwritable-"));
  [corpus, data] = [join(root, "corpus"), join(root, "data")];
  mkdirSync(corpus);
  write("bridge", "The old bridge over the Tamar was closed to lorries on Monday, the council said.");
  await updateIndex({ corpus, data });
  write("ferry", "The ferry to the islands will sail twice a day from March, its owner announced.");
});

afterEach(async () => {
  await run("chmod", ["-R", "u+w", root]);
  rmSync(root, { recursive: true });
});

test("a data folder that cannot be written: the version that stands answers, and the user is told", async () => {
  await run("chmod", ["-R", "a-w,a+rX", data]);
  // Nothing is read-only to the superuser, unless it goes without the right to override.
  const rights = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"];
  expect(await opened(process.getuid?.() === 0 ? rights : ["env"])).toEqual({
    notes: [expect.stringMatching(/cannot be written \(EACCES\).*serves meanwhile/)],
    articles: 1,
    best: "bridge",
  });
});

test("no room on the disk: the version that stands answers, and the user is told", async () => {
  // A limit on the size of files, which every system has, stands for a disk that is full.
  const full = ["sh", "-c", 'ulimit -f 0; exec "$@"', "sh"];
  expect(await opened(full)).toEqual({
    notes: [expect.stringMatching(/No room to write the index.*serves meanwhile/)],
    articles: 1,
    best: "bridge",
  });
});

/** What a process that is started so finds; its output goes through a pipe, which no limit holds back. */
async function opened([command = "", ...before]: readonly string[]): Promise<unknown> {
  const args = [...before, process.execPath, program, corpus, data, "Why was the bridge closed?"];
  const { stdout } = await run(command, args);
  return JSON.parse(stdout);
}

function write(id: string, text: string): void {
  writeFileSync(join(corpus, `${id}.txt`), `---\ntitle: ${id}\n---\n${text}\n`);
}
