/**
 * What faults do to a corpus and its index:
 * `node bench/faults.ts [--kills 200] [--ingests 200] [--flips 200] [--seed 1] [--record]`.
 * Kills the indexing process, and the ingesting one, at random instants; flips bits and cuts files short. After each
 * fault it opens the index, compares every article with the corpus, asks for some of them, and indexes again.
 */
import {
  existsSync,
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
import { parseArgs } from "node:util";
import { loadCorpus } from "../src/corpus/load.ts";
import { openIndex } from "../src/index/open.ts";
import { indexOnce } from "./faults/index-once.ts";
import { ingestOnce } from "./faults/ingest-once.ts";
import { killed, timeOf } from "./faults/victim.ts";
import { record } from "./record.ts";
import { score } from "./score.ts";
import { News, random } from "./speed/news.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "200" },
    ingests: { type: "string", default: "200" },
    flips: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    record: { type: "boolean" },
  },
});
const next = random(Number(values.seed));
const news = new News();
const root = mkdtempSync(join(tmpdir(), "attache-faults-"));
const [corpus, dir, from, data] = ["corpus", "index", "from", "data"].map((name) => join(root, name)) as [
  string,
  string,
  string,
  string,
];
for (const folder of [corpus, from]) mkdirSync(folder);

const ARTICLES = 40;
const ROUNDS = 10;
/** What was found in a folder last: a document that is as it was need not be cleaned again. */
const lastIn = new Map<string, ReadonlyMap<string, { readonly hash: string; readonly text: string }>>();
const none: ReadonlyMap<string, string> = new Map();
/** Text by article id, as the corpus is and as it was before: a whole index holds one of the two. */
let [before, now] = [none, none];

const counts = { killed: 0, finished: 0, servedOld: 0, servedNew: 0, unable: 0, lost: 0, wrong: 0, told: 0 };

await change();
await indexOnce(corpus, dir);
await change();
const update = await timeOf("index-once.ts", corpus, dir);
console.log(`an update takes ${update.toFixed(0)} ms; seed ${values.seed}`);
await phase("kills", "SIGKILLs of `index`", async () => {
  await change();
  const cut = await killed(next() * update * 1.1, "index-once.ts", corpus, dir);
  counts[cut ? "killed" : "finished"]++;
  await inspect(now, before);
  await mend();
});

await phase("flips", "bit flips and truncations", async () => {
  await change();
  await indexOnce(corpus, dir);
  damage();
  await inspect(now, before);
  await mend();
});

// From here on the corpus is what was ingested.
const ingestion = ["ingest-once.ts", from, corpus, data] as const;
let ingestTime = await ingestAnew();
console.log(`an ingestion takes ${ingestTime.toFixed(0)} ms`);
await phase("ingests", "SIGKILLs of `ingest`", async (round) => {
  // What is ingested stays, and is read again after each fault: a corpus that grew for 200 rounds would take hours.
  if (round % ROUNDS === 0) ingestTime = await ingestAnew();
  const old = new Set((await articlesIn(corpus)).values());
  const wanted = await changeDocuments();
  const cut = await killed(next() * ingestTime * 1.1, ...ingestion);
  counts[cut ? "killed" : "finished"]++;
  const left = await articlesIn(corpus);
  // Each document is there as it was or as it has become, whole.
  for (const text of left.values()) if (!old.has(text) && !wanted.has(text)) counts.wrong++;
  if (left.size < old.size) counts.lost++;
  await ingestOnce(from, corpus, data);
  const held = new Set((await articlesIn(corpus)).values());
  if (!wanted.isSubsetOf(held)) counts.lost++;
  else counts.servedNew++;
});
rmSync(root, { recursive: true });

/** Changes a few files of a folder, as a day's work would: some come, some go, one is rewritten. */
function changeFiles(folder: string): void {
  const ids = readdirSync(folder).map((name) => name.slice(0, -".txt".length));
  for (let i = 0; i < 3 || ids.length + i < ARTICLES; i++) write(folder, `a${Math.floor(next() * 1e6)}`);
  for (const id of ids.slice(0, Math.max(0, ids.length + 3 - ARTICLES))) rmSync(join(folder, `${id}.txt`));
  if (ids.length > 4) write(folder, ids.at(-1)!);
}

function write(folder: string, id: string): void {
  const { title, text } = news.article(Math.floor(next() * 1e6));
  writeFileSync(join(folder, `${id}.txt`), `---\ntitle: ${title}\n---\n${text}\n`);
}

async function change(): Promise<void> {
  changeFiles(corpus);
  before = now;
  now = await articlesIn(corpus);
}

/** Begins a corpus anew by what is ingested; how long an ingestion takes now, in milliseconds. */
async function ingestAnew(): Promise<number> {
  for (const folder of [corpus, data]) rmSync(folder, { recursive: true, force: true });
  await changeDocuments();
  await ingestOnce(from, corpus, data);
  await changeDocuments();
  return timeOf(...ingestion);
}

/** Changes the documents that are ingested; their texts. */
async function changeDocuments(): Promise<Set<string>> {
  changeFiles(from);
  return new Set((await articlesIn(from)).values());
}

/** Text by article id. A document that cannot be read is wrong. */
async function articlesIn(folder: string): Promise<Map<string, string>> {
  const last = lastIn.get(folder) ?? new Map();
  const found = new Map<string, { hash: string; text: string }>();
  const known = new Map(Array.from(last, ([id, { hash }]) => [id, hash]));
  for await (const item of loadCorpus(folder, { known })) {
    if (item.kind === "article") found.set(item.article.id, { hash: item.hash, text: item.article.text });
    else if (item.kind === "unchanged") found.set(item.id, last.get(item.id)!);
    else counts.wrong++;
  }
  lastIn.set(folder, found);
  return new Map(Array.from(found, ([id, { text }]) => [id, text]));
}

/** Flips a bit of a file of the current version, of the pointer to it or of the list beside it, or cuts it short. */
function damage(): void {
  const version = readFileSync(join(dir, "current"), "utf8").split(" ")[0]!;
  const files = readdirSync(join(dir, version)).map((name) => join(dir, version, name));
  const beside = ["current", "files.json"].map((name) => join(dir, name)).filter((file) => existsSync(file));
  const some = [...files, ...beside].filter((file) => readFileSync(file).length > 0);
  const file = some[Math.floor(next() * some.length)]!;
  const bytes = readFileSync(file);
  if (next() < 0.5) truncateSync(file, Math.floor(next() * bytes.length));
  else {
    bytes[Math.floor(next() * bytes.length)]! ^= 1 << Math.floor(next() * 8);
    writeFileSync(file, bytes);
  }
}

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

/** Does a fault so many times, and tells what came of it, as it goes and in the end. */
async function phase(
  name: "kills" | "flips" | "ingests",
  title: string,
  fault: (round: number) => Promise<void>,
): Promise<void> {
  const times = Number(values[name]);
  if (times === 0) return;
  for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] = 0;
  for (let done = 1; done <= times; done++) {
    await fault(done);
    if (done % 20 === 0) console.log(`${done} of ${times} ${title}: ${JSON.stringify(counts)}`);
  }
  console.log(`\n${times} ${title}`);
  console.table([counts]);
  record(`8-faults-${name}`, [
    {
      what: `${times} ${title} at random`,
      figure: `${counts.lost} lost, ${counts.wrong} wrong, ${counts.unable} unable to start`,
      goal: "0, 0, 0",
      command: "node bench/faults.ts",
    },
  ]);
}
