/**
 * What faults do to an index: `node bench/faults.ts [--kills 200] [--flips 200] [--seed 1]`.
 * Kills the indexing process at random instants, flips bits and cuts files short. After each fault it opens the
 * index, compares every article with the corpus, asks for some of them, and indexes again.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { loadCorpus } from "../src/corpus/load.ts";
import { openIndex } from "../src/index/open.ts";
import { indexOnce } from "./faults/index-once.ts";
import { score } from "./score.ts";
import { News, random } from "./speed/news.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "200" },
    flips: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
  },
});
const next = random(Number(values.seed));
const news = new News();
const root = mkdtempSync(join(tmpdir(), "attache-faults-"));
const [corpus, dir] = [join(root, "corpus"), join(root, "index")];
mkdirSync(corpus);

const ARTICLES = 40;
/** Text by article id, as the corpus is and as it was before: a whole index holds one of the two. */
let [before, now] = [new Map<string, string>(), new Map<string, string>()];

/** Changes a few files, as a day's work would: some come, some go, one is rewritten. */
async function change(): Promise<void> {
  const ids = [...now.keys()];
  for (let i = 0; i < 3 || ids.length + i < ARTICLES; i++) write(`a${Math.floor(next() * 1e6)}`);
  for (const id of ids.slice(0, Math.max(0, ids.length + 3 - ARTICLES))) rmSync(join(corpus, `${id}.txt`));
  if (ids.length > 4) write(ids.at(-1)!);
  before = now;
  now = new Map();
  for await (const item of loadCorpus(corpus)) {
    if (item.kind === "article") now.set(item.article.id, item.article.text);
  }
}

function write(id: string): void {
  const { title, text } = news.article(Math.floor(next() * 1e6));
  writeFileSync(join(corpus, `${id}.txt`), `---\ntitle: ${title}\n---\n${text}\n`);
}

async function start(): Promise<ChildProcess> {
  const program = join(import.meta.dirname, "faults", "index-once.ts");
  const child = spawn(process.execPath, [program, corpus, dir], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout!, "data");
  return child;
}

const counts = { killed: 0, finished: 0, servedOld: 0, servedNew: 0, unable: 0, lost: 0, wrong: 0, told: 0 };

/** Opens the index and compares it with the corpus: all of one version, each article to the letter. */
async function inspect(...expected: ReadonlyMap<string, string>[]): Promise<void> {
  try {
    const index = await openIndex({ dir, score, onNote: () => counts.told++ });
    const articles = await index.articles();
    const held = expected.find(
      (texts) => texts.size === articles.length && articles.every(({ id, text }) => texts.get(id) === text),
    );
    if (!held) counts.lost++;
    else if (held === now) counts.servedNew++;
    else counts.servedOld++;
    for (const article of articles.slice(0, 3)) {
      const [hit] = await index.search(article.text.slice(0, 200), { top: 1 });
      const verbatim = hit && hit.text === hit.article.text.slice(hit.passage.start, hit.passage.end);
      if (!verbatim || hit.article.id !== article.id) counts.wrong++;
    }
    await index.close();
  } catch (error) {
    counts.unable++;
    console.error(error);
  }
}

/** Indexes to the end; whatever happened before, it must come to what the corpus is. */
async function mend(): Promise<void> {
  await indexOnce(corpus, dir);
  await inspect(now);
}

await change();
await indexOnce(corpus, dir);
await change();
const child = await start();
const began = performance.now();
await once(child, "exit");
const usual = performance.now() - began;
console.log(`an update takes ${usual.toFixed(0)} ms; seed ${values.seed}`);

for (let i = 0; i < Number(values.kills); i++) {
  await change();
  const writer = await start();
  const exit = once(writer, "exit");
  await Promise.race([sleep(next() * usual * 1.1), exit]);
  writer.kill("SIGKILL");
  const [, signal] = await exit;
  counts[signal === "SIGKILL" ? "killed" : "finished"]++;
  await inspect(now, before);
  await mend();
}
report(`${values.kills} SIGKILLs`);

for (let i = 0; i < Number(values.flips); i++) {
  await change();
  await indexOnce(corpus, dir);
  const version = readFileSync(join(dir, "current"), "utf8").split(" ")[0]!;
  const files = [
    ...readdirSync(join(dir, version)).map((name) => join(dir, version, name)),
    join(dir, "current"),
  ];
  const hit = files.filter((file) => readFileSync(file).length > 0);
  const file = hit[Math.floor(next() * hit.length)]!;
  const bytes = readFileSync(file);
  if (next() < 0.5) truncateSync(file, Math.floor(next() * bytes.length));
  else {
    bytes[Math.floor(next() * bytes.length)]! ^= 1 << Math.floor(next() * 8);
    writeFileSync(file, bytes);
  }
  await inspect(now, before);
  await mend();
}
report(`${values.flips} bit flips and truncations`);
rmSync(root, { recursive: true });

function report(title: string): void {
  console.log(`\n${title}`);
  console.table([counts]);
  for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] = 0;
}
