import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { z } from "zod";
import { testDatabase } from "../contract/postgres.ts";
import { Peer } from "../wire/discord/peer.ts";
import { attache, attacheJson, root } from "./attache.ts";

const scratch = mkdtempSync(join(tmpdir(), "attache-verbs-"));
afterAll(() => rmSync(scratch, { recursive: true }));
const corpus = join(scratch, "corpus");
cpSync(join(root, "corpus"), corpus, { recursive: true });
const own = ["--corpus", corpus, "--data", join(scratch, "data")];

function file(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

const count = z.int().nonnegative();
const built = z.strictObject({
  version: z.string().min(1),
  articles: count,
  passages: count,
  added: count,
  removed: count,
  changed: z.boolean(),
});
const ingested = z.strictObject({
  added: count,
  updated: count,
  unchanged: count,
  skipped: count,
  reasons: z.record(z.string(), count),
});
const removed = z.strictObject({ removed: z.record(z.string(), z.string()) });
const article = z.looseObject({
  id: z.string(),
  text: z.string().min(1),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  published: z
    .looseObject({ date: z.string(), basis: z.enum(["given", "stated", "inferred"]), evidence: z.string() })
    .nullable(),
  url: z.string().nullable(),
  language: z.string(),
  provenance: z.looseObject({ kind: z.enum(["original", "relay", "summary"]), of: z.unknown() }),
  file: z.string().nullable(),
});
const dated = z.strictObject({
  id: z.string(),
  timexes: z.array(
    z.strictObject({
      start: count,
      end: count,
      text: z.string().min(1),
      type: z.enum(["DATE", "TIME", "DURATION", "SET"]),
      value: z.string().min(1),
      mod: z.string().optional(),
      quant: z.string().optional(),
      freq: z.string().optional(),
    }),
  ),
});
const deployed = z.strictObject({ commands: z.array(z.string().regex(/^[a-z]+$/)).min(1) });
const examined = z.strictObject({
  findings: z
    .array(
      z.strictObject({
        check: z.string().min(1),
        state: z.enum(["ok", "warning", "wrong"]),
        found: z.string().min(1),
        mend: z.string().min(1).optional(),
      }),
    )
    .min(5),
});

it("index says what it came to, on this machine and in PostgreSQL alike", async () => {
  const database = await testDatabase();
  try {
    for (const env of [{}, { INDEX_URL: database.url }]) {
      const [first] = (await attacheJson(["index", ...own], { env })).map((line) => built.parse(line));
      expect(first).toMatchObject({ articles: 5, added: 5, removed: 0, changed: true });
      const [again] = (await attacheJson(["index", ...own], { env })).map((line) => built.parse(line));
      expect(again).toEqual({ ...first, added: 0, changed: false });
    }
  } finally {
    await database.stop();
  }
});

it("ingest counts what became of each document, and names what it removed", async () => {
  const story = file(
    "story.md",
    "# A ferry\n\nTALLINN, March 3, 2025. A ferry sank off Tallinn, the coast guard said.\n",
  );
  const empty = file("empty.txt", "");
  const ingest = async (...words: string[]) => {
    const { code, stdout } = await attache(["ingest", ...words, "--json", ...own]);
    expect(code).toBe(0);
    return JSON.parse(stdout);
  };
  const sum = ingested.parse(await ingest(story, empty));
  expect(sum).toMatchObject({ added: 1, skipped: 1 });
  expect(Object.values(sum.reasons)).toEqual([1]);
  expect(ingested.parse(await ingest(story))).toMatchObject({ added: 0, unchanged: 1 });
  const shown = await attacheJson(["ingest", story, "--dry-run", ...own]);
  const [{ id }] = shown.map((line) => article.parse(line)) as [z.infer<typeof article>];
  expect(Object.keys(removed.parse(await ingest("--remove", id)).removed)).toEqual([id]);
});

it("ingest --dry-run shows each article whole, one a line", async () => {
  const articles = (await attacheJson(["ingest", join(root, "corpus"), "--dry-run", ...own])).map((line) =>
    article.parse(line),
  );
  expect(articles).toHaveLength(5);
  expect(new Set(articles.map(({ id }) => id)).size).toBe(5);
});

it("dates gives TIMEX3 for each document, by offsets into its text", async () => {
  const documents = [
    {
      id: "a",
      published: "2025-09-12",
      text: "Freed on Thursday, after 18 months; every year since 2020 🎉 in May.",
    },
    { id: 7, published: null, text: "Nothing here." },
    { id: "ru", text: "В декабре 2025 года освобождены 123 человека.", language: "ru" },
  ];
  const docs = file("docs.jsonl", documents.map((one) => `${JSON.stringify(one)}\n`).join(""));
  const lines = (await attacheJson(["dates", "--docs", docs])).map((line) => dated.parse(line));
  expect(lines.map(({ id }) => id)).toEqual(["a", "7", "ru"]);
  lines.forEach(({ timexes }, i) => {
    for (const { start, end, text } of timexes) expect(documents[i]!.text.slice(start, end)).toBe(text);
  });
  expect(lines[0]!.timexes.map(({ value }) => value)).toEqual(
    expect.arrayContaining(["2025-09-11", "P18M", "2020", "2025-05"]),
  );
  expect(lines[1]!.timexes).toEqual([]);
  expect(lines[2]!.timexes[0]).toMatchObject({ type: "DATE", value: "2025-12" });
});

it("deploy names the commands that it registered", async () => {
  const peer = await new Peer().start();
  try {
    const env = { DISCORD_TOKEN: peer.token, DISCORD_API: peer.rest.api };
    const [{ commands }] = (await attacheJson(["deploy"], { env })).map((line) => deployed.parse(line)) as [
      z.infer<typeof deployed>,
    ];
    expect(commands).toEqual((peer.world.commands as { name: string }[]).map(({ name }) => name));
  } finally {
    await peer.stop();
  }
});

it("doctor lists findings, each with a state, and with what mends it where something is wrong", async () => {
  const [well] = (await attacheJson(["doctor", ...own])).map((line) => examined.parse(line));
  expect(well!.findings.filter(({ state }) => state === "wrong")).toEqual([]);
  const ill = await attache(["doctor", "--json", "--corpus", join(scratch, "nowhere"), ...own.slice(2)]);
  expect(ill.code).toBe(1);
  const { findings } = examined.parse(JSON.parse(ill.stdout));
  expect(findings.find(({ check }) => check === "corpus")).toMatchObject({ state: "wrong" });
});
