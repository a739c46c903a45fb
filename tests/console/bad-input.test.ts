import { exec } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attache, root } from "./attache.ts";

const scratch = mkdtempSync(join(tmpdir(), "attache-bad-"));
const data = ["--data", join(scratch, "data")];
beforeAll(async () => {
  expect(await attache(["index", ...data])).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(scratch, { recursive: true }));

const storm =
  "The harbour of Odd was closed on 3 May 2025. The mayor spoke of a storm that broke both cranes.";
/** What a terminal obeys, or what hides or reorders text. */
const steering = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

function file(name: string, content: string | Uint8Array): string {
  const path = join(scratch, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** An article of its own words: what is found by "harbour of Odd" is found in it. */
const own = (name: string) => ["--data", join(scratch, `data-${name}`)];

describe("a command that cannot be carried out is answered by one line", () => {
  const folder = mkdtempSync(join(scratch, "folder-"));
  it.each<[string[], number, RegExp]>([
    [["ask", "x", "--data", ""], 2, /--data wants a value/],
    [["ask", "x", "--from"], 2, /'--from/],
    [["ask", "-what was traded"], 2, /after '--'/],
    [["ask", "x", "--from", "2025-12", "--to", "2025-01", ...data], 2, /ends before it begins/],
    [["timeline", "--from", "2026", "--to", "2024", ...data], 2, /ends before it begins/],
    [["ask", "x", "--source", "No Such Paper", ...data], 1, /"No Such Paper"/],
    [["search", "--queries", folder], 1, /is a folder, not a file/],
    [["ask", "x", "--questions", file("none.jsonl", "")], 2, /not both/],
    [["dates", "--docs", file("no-id.jsonl", '{"text":"May"}')], 1, /line 1: id: it is missing/],
    [["timeline", "--image", join(folder, "none", "x.svg"), ...data], 1, /no such folder/],
    [["ingest", join(folder, "none.txt"), "--dry-run", ...data], 1, /Nothing could be added/],
    [["ingest", "--remove", "--again", "x", ...data], 2, /do not go together/],
    [["sources", "--corpus", file("picture.jpg", "x"), ...own("jpg")], 1, /no format that is read here/],
    [["sources", "--data", file("a-file", "x")], 1, /Name another data folder/],
  ])("%j", async (words, exit, message) => {
    const { code, stdout, stderr } = await attache(words.includes("--data") ? words : [...words, ...data]);
    expect({ code, stdout }).toEqual({ code: exit, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/fault of the program|\n\s+at /);
  });
});

it("answers every question of a file, whatever stands in it, each on a line that steers nothing", async () => {
  const questions = [
    "",
    " \t ",
    "?!…",
    "😀😀",
    "x".repeat(10_000),
    "\0\u0001\u001b[2J\u009b31m who visited Minsk",
    "who \u202evisited\u202c Minsk",
    "кто visited 明斯克 في مينسك",
    "\ud83d who visited Minsk",
    "--help",
    "-1",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "../../../etc/passwd",
    "$HOME %s %n {{7*7}}",
    "__proto__ constructor toString",
    "(?:(?:(?:a+)+)+)+$",
    "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮",
    "ﷺ".repeat(400),
    "NULL",
    "1e309",
    "who visited Minsk?",
  ];
  const asked = file("nasty.jsonl", questions.map((q, id) => `${JSON.stringify({ id, q })}\n`).join(""));
  const { code, stdout, stderr } = await attache(["ask", "--questions", asked, ...data]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const answers = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(answers.map(({ id }) => id)).toEqual(questions.map((_, id) => String(id)));
  expect(answers[0]).toMatchObject({ refused: true, notes: [expect.stringMatching(/no question/)] });
  expect(answers[4]).toMatchObject({ refused: true, notes: [expect.stringMatching(/10000 characters/)] });
  expect(answers.at(-1)).toMatchObject({ refused: false });
  expect(stdout.replaceAll("\n", "")).not.toMatch(steering);
});

it("searches for every query of a file, but for those without a word, and for the beginning of long ones", async () => {
  const lines = ["!!!", `Minsk embassy ${"and so on ".repeat(400)}`, "potassium"].map((text, i) =>
    JSON.stringify({ _id: i, text }),
  );
  const queries = ["search", "--queries", file("queries.jsonl", lines.join("\n")), ...data];
  const { code, stdout, stderr } = await attache([...queries, "--format", "trec"]);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^Query 0: .*\n$/);
  expect(
    new Set(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => line.split(" ")[0]),
    ),
  ).toEqual(new Set(["1", "2"]));
});

it("names each bad file of a corpus on a line of its own, and serves the others", async () => {
  const corpus = "nasty-corpus";
  const bad: Record<string, string | Uint8Array> = {
    "empty.txt": "",
    "white.md": " \n\t ",
    "only-head.txt": "---\ntitle: Nothing follows\n---\n",
    "binary.txt": new Uint8Array(2_000).map((_, i) => (i * 37) % 256),
    "cp1251.txt": Buffer.from([0xcb, 0xf3, 0xea, 0xe0, 0xf8, 0xe5, 0xed, 0xea, 0xee, 0x20, 0xe7, 0xe0]),
    "utf16.txt": Buffer.from(storm, "utf16le"),
    "open.txt": `---\ntitle: x\n\n${storm}`,
    "yaml.txt": `---\ntitle: "x\n---\n${storm}`,
    "bomb.txt": `---\na: &a [x, x]\n${"bcdefghijklm".replace(/./g, (c) => `${c}: &${c} [*${String.fromCharCode(c.charCodeAt(0) - 1)}, *${String.fromCharCode(c.charCodeAt(0) - 1)}]\n`)}---\n${storm}`,
    "large.txt": Buffer.alloc(17 * 2 ** 20, `${storm} `),
    "picture.jpg": "x",
    "steer\u001b[31m\n.txt": "",
    "lines.jsonl": `{"_id":"l1","text":"The lighthouse of Even was lit."}\n{"_id":\n[1]\n{"_id":"l2"}\n{"_id":"l1","text":"again"}\n{"_id":7,"text":"Seven is the name of a ship."}\n`,
  };
  const good: Record<string, string | Uint8Array> = {
    "with space.txt": `Space. ${storm}`,
    "имя 名前 😀.txt": `Letters. ${storm}`,
    "a..b.txt": `Dots. ${storm}`,
    "date.txt": `---\ntitle: A storm\npublished: noonish, 31/31\n---\n${storm}`,
    "bom16.txt": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`Mark. ${storm}`, "utf16le")]),
    "folder.txt/in.txt": `Inside. ${storm}`,
    "titles.jsonl": `{"_id":"\\u001b[31mt","title":"\\u001b]0;x\\u0007Odd\\u202e\\u009b1m","text":"A title may lie.","metadata":{"publisher":"P\\u001b[5m","url":"https://x.org/\\u001b","published":"2025-05-04"}}\n`,
  };
  good[`${"n".repeat(240)}.txt`] = `Long. ${storm}`;
  for (const [name, content] of Object.entries({ ...bad, ...good })) file(join(corpus, name), content);
  symlinkSync(join(root, "package.json"), join(scratch, corpus, "link.txt"));
  symlinkSync("nowhere", join(scratch, corpus, "dangling.txt"));
  const where = ["--corpus", join(scratch, corpus), ...own("nasty")];

  const { code, stdout, stderr } = await attache(["sources", "--json", ...where]);
  expect(code).toBe(0);
  const lines = stderr.trimEnd().split("\n");
  for (const name of [...Object.keys(bad), "link.txt", "dangling.txt"]) {
    const shown = name.replace("\u001b", "").replace("\n", " ");
    expect(lines.filter((line) => line.startsWith(shown)).length, `${shown} in ${stderr}`).toBe(
      name === "lines.jsonl" ? 4 : 1,
    );
  }
  expect(lines, stderr).toHaveLength(Object.keys(bad).length + 3 + 2);
  const { articles } = JSON.parse(stdout);
  expect(articles).toHaveLength(Object.keys(good).length + 2);
  const shown = await attache(["sources", ...where]);
  for (const text of [stdout, stderr, shown.stdout]) expect(text.replaceAll("\n", "")).not.toMatch(steering);
});

it("shows a sixth file that is dropped into the folder, reads again only what changed, and lets go of what left", async () => {
  const corpus = join(scratch, "copy");
  cpSync(join(root, "corpus"), corpus, { recursive: true });
  const index = async () =>
    JSON.parse((await attache(["index", "--json", "--corpus", corpus, ...own("copy")])).stdout);
  expect(await index()).toMatchObject({ articles: 5, added: 5, removed: 0 });
  const sixth = file("copy/sixth.txt", storm);
  expect(await index()).toMatchObject({ articles: 6, added: 1, removed: 0 });
  const asked = await attache([
    "ask",
    "what closed the harbour of Odd",
    "--corpus",
    corpus,
    ...own("copy"),
    "--json",
  ]);
  expect(JSON.parse(asked.stdout).citations[0]).toMatchObject({ articleId: "sixth" });
  writeFileSync(sixth, `${storm} It was opened again in June.`);
  expect(await index()).toMatchObject({ articles: 6, added: 1, removed: 1 });
  rmSync(sixth);
  expect(await index()).toMatchObject({ articles: 5, added: 0, removed: 1 });
  expect(await index()).toMatchObject({ articles: 5, added: 0, removed: 0, changed: false });
});

it("says that a corpus is empty, and that a lock is no lock", async () => {
  mkdirSync(join(scratch, "empty"));
  const empty = await attache(["sources", "--json", "--corpus", join(scratch, "empty"), ...own("empty")]);
  expect(empty).toMatchObject({ code: 0, stdout: '{"articles":[],"stories":[]}\n' });
  expect(empty.stderr).toMatch(/no articles in .*empty/);
  writeFileSync(join(scratch, "data-empty", "index", "lock.sqlite"), "junk ".repeat(500));
  writeFileSync(join(scratch, "empty", "a.txt"), storm);
  const locked = await attache(["index", "--corpus", join(scratch, "empty"), ...own("empty")]);
  expect(locked).toMatchObject({ code: 1, stdout: "" });
  expect(locked.stderr).toMatch(/lock\.sqlite is no lock .*delete it/);
});

it("indexes once where two processes begin at the same time, and both end well", async () => {
  const runs = await Promise.all([0, 1].map(() => attache(["index", "--json", ...own("two")])));
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  expect(runs.map(({ stdout }) => JSON.parse(stdout).changed).sort()).toEqual([false, true]);
});

describe("an output that ends early", () => {
  const shell = (line: string) =>
    new Promise<string>((resolve, reject) =>
      exec(line, { cwd: root }, (error, stdout, stderr) =>
        error ? reject(error) : resolve(stdout + stderr),
      ),
    );
  const program = `"${process.execPath}" src/main.ts`;
  const questions = "who visited Minsk?\\n".repeat(60);

  it("is no fault, on any verb", async () => {
    for (const verb of ["sources", "timeline --json"]) {
      const out = await shell(`${program} ${verb} ${data.join(" ")} | head -1`);
      expect(out.trimEnd().split("\n"), verb).toHaveLength(1);
      expect(await shell(`${program} ${verb} ${data.join(" ")} >&- <&-`)).toBe("");
    }
    const told = await shell(`printf '${questions}' | ${program} start ${data.join(" ")} | head -1`);
    expect(told).toMatch(/^“.*” \[1\]\n$/);
  });
});

it("the console shows no escape sequence that was typed, and understands what leans on the last question", async () => {
  const input =
    "/sources \u001b[31m\n/\u001b[5m\nWhat did Washington lift sanctions on?\nand who was freed?\n";
  const { code, stdout } = await attache(["start", ...data], { input });
  expect(code).toBe(0);
  expect(stdout.replaceAll("\n", "")).not.toMatch(steering);
  expect(stdout.split("potassium").at(-1)).toMatch(/123 political prisoners/);
});
