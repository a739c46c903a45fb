/**
 * How fast the index is, and its peers:
 * `node bench/speed.ts [--size 100000] [--only build,search,…] [--svg FILE] [--keep] [--record]`.
 * Several sizes (`--size 1000,10000,100000`) also draw how things grow. Every measure runs in a process of its own.
 */
import { execFileSync } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { corpusOf, type Job, type Row, rounded } from "./speed/measure.ts";
import { plot } from "./speed/plot.ts";
import { recordFigures } from "./speed/record-figures.ts";

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "100000" },
    only: { type: "string" },
    svg: { type: "string" },
    keep: { type: "boolean", default: false },
    run: { type: "string" },
    record: { type: "boolean" },
  },
});

const ours = ["build", "one-core", "embedding", "search", "words", "vectors", "filtered", "loop"];
const peers = ["raw", "langchain", "usearch", "sqliteVec", "minisearch"];
const afresh = ["langchain", "minisearch"];

if (values.run) await child(values.run, Number(values.size));
else await parent();

/** One measure: its rows go to stdout as JSON. */
async function child(name: string, passages: number): Promise<void> {
  const job = jobOf(passages);
  const own = await import("./speed/ours.ts");
  const peer = await import("./speed/peers.ts");
  const runs: Record<string, () => Promise<Row | Row[]>> = {
    build: () => own.build(job, 2),
    "one-core": () => own.build({ ...job, root: join(job.root, "one-core") }, 0),
    embedding: own.embedding,
    search: () => own.search(job),
    words: () => own.words(job),
    vectors: () => own.vectors(job),
    filtered: () => own.filtered(job),
    loop: () => own.loop(job),
    raw: () => peer.raw(job),
    langchain: () => peer.langchain(job),
    usearch: () => peer.usearch(job),
    sqliteVec: () => peer.sqliteVec(job),
    minisearch: () => peer.minisearch(job),
    "langchain-loaded": () => peer.langchainLoaded(job),
    "minisearch-loaded": () => peer.minisearchLoaded(job),
  };
  console.log(JSON.stringify(await runs[name]!()));
}

async function parent(): Promise<void> {
  const sizes = values.size.split(",").map(Number);
  const names = values.only?.split(",") ?? [...ours, ...peers];
  const grown: Record<string, Row>[] = [];
  for (const size of sizes) {
    const job = jobOf(size);
    await writeCorpus(job);
    const results: Record<string, Row> = {};
    const compared: Row[] = [];
    for (const name of names) {
      const found = measured(name, size);
      // What a peer takes when it is opened is measured apart from what building it left behind.
      if (afresh.includes(name)) Object.assign(found, measured(`${name}-loaded`, size));
      if (peers.includes(name)) compared.push(found as Row);
      else {
        console.log(`\n${size} passages: ${name}`);
        console.table([found].flat().map(rounded));
      }
      if (!Array.isArray(found)) results[name] = found;
      recordFigures(name, size, [found].flat());
    }
    if (compared.length > 0) {
      console.log(`\n${size} passages: peers`);
      console.table(compared.map(rounded));
    }
    grown.push(results);
    if (!values.keep) rmSync(job.root, { recursive: true });
  }
  if (values.svg) writeFileSync(values.svg, plot(sizes, grown));
}

function measured(name: string, size: number): Row | Row[] {
  const node = [process.execPath, "--expose-gc", "--max-old-space-size=12000", import.meta.filename];
  // One core means one for all its threads.
  const command = name === "one-core" ? ["taskset", "-c", "0", ...node] : node;
  const [program = "", ...rest] = [...command, "--run", name, "--size", String(size)];
  const output = execFileSync(program, rest, {
    encoding: "utf8",
    maxBuffer: 1e9,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(output.trim().split("\n").at(-1)!) as Row | Row[];
}

function jobOf(passages: number): Job {
  return { root: join(tmpdir(), `attache-speed-${passages}`), passages };
}

async function writeCorpus(job: Job): Promise<void> {
  mkdirSync(join(job.root, "one-core"), { recursive: true });
  if (existsSync(corpusOf(job))) return;
  const { News } = await import("./speed/news.ts");
  const { articlesOf } = await import("./speed/ours.ts");
  const news = new News();
  const file = createWriteStream(corpusOf(job));
  for (let i = 0; i < articlesOf(job); i++) {
    const { id, title, text, publisher, published } = news.article(i);
    const metadata = { publisher, published: published?.date };
    if (!file.write(`${JSON.stringify({ _id: id, title, text, metadata })}\n`))
      await new Promise<void>((resolve) => file.once("drain", resolve));
  }
  file.end();
  await finished(file);
  // The one-core build reads the same corpus.
  const { linkSync } = await import("node:fs");
  linkSync(corpusOf(job), join(job.root, "one-core", "corpus.jsonl"));
}
