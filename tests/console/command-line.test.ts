import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attache, root } from "./attache.ts";

const scratch = mkdtempSync(join(tmpdir(), "attache-cli-"));
const data = ["--data", join(scratch, "data")];
beforeAll(async () => {
  expect(await attache(["index", ...data])).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(scratch, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

describe("ask", () => {
  it("answers from the corpus that comes with the program, quoted and attributed", async () => {
    const { code, stdout, stderr } = await attache(["ask", "what was traded for potash relief", ...data]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/lift sanctions on Belarusian potassium/);
    expect(stdout).toMatch(/123 political prisoners/);
    expect(stdout).toMatch(/\[1\].*\n(.*\n)*.*\[2\]/);
    expect(stdout, "piped output is plain").not.toContain("\u001b");
  });

  it("prints data alone on stdout with --json", async () => {
    const { stdout } = await attache(["ask", "--json", "what was traded for potash relief", ...data]);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      refused: false,
      mode: "extractive",
      question: "what was traded for potash relief",
    });
    expect(answer.citations.length).toBeGreaterThan(0);
  });

  it("answers a file of questions, one JSON line each, in order", async () => {
    const questions = file(
      "q.jsonl",
      '{"id":"a","q":"Who visited Minsk?"}\n\n{"id":"b","q":"Who won the Africa Cup of Nations?"}\n',
    );
    const { code, stdout } = await attache(["ask", "--questions", questions, ...data]);
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers.map(({ id, refused }) => [id, refused])).toEqual([
      ["a", false],
      ["b", true],
    ]);
  });

  it("says which line of a file of questions is wrong", async () => {
    const questions = file("bad.jsonl", '{"id":"a","q":"Who visited Minsk?"}\n{"id":"b"}\n');
    const { code, stdout, stderr } = await attache(["ask", "--questions", questions, ...data]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/bad\.jsonl, line 2: q: /);
    expect(JSON.parse(stdout).id, "what came before it is answered").toBe("a");
  });

  it.each([
    ["nothing", [""], /no question/],
    ["control characters alone", ["\u0007\u001b"], /no question/],
    ["10,000 characters", ["why ".repeat(2_500)], /has 9999 characters, and at most 2000/],
  ])("refuses a question of %s in one line", async (_what, question, message) => {
    const { code, stdout, stderr } = await attache(["ask", ...question, ...data]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("takes a right-to-left question, and lets no control character through to the terminal", async () => {
    const { code, stdout } = await attache(["ask", "من زار مينسك\u202e\u001b[31m", "--json", ...data]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).question).toBe("من زار مينسك[31m");
  });
});

describe("wrong use", () => {
  it.each([
    [["frobnicate"], /no verb "frobnicate"/],
    [["ask", "--frobnicate", "x"], /--frobnicate/],
    [["ask"], /ask what/],
    [["search", "x", "--top", "0"], /--top takes a whole number from 1, not "0"/],
    [["timeline", "--image", "x.gif"], /ends in \.svg or \.png/],
    [["sources", "--image", "x.gif"], /ends in \.svg or \.png/],
    [["ask", "x", "--from", "yesterday"], /"yesterday" is no date/],
    [["sources", "one", "two"], /"two" is too much/],
    [["dates"], /--docs/],
  ])("%j: exit code 2, and what to do", async (words, message) => {
    const { code, stdout, stderr } = await attache([...words, ...(words[0] === "frobnicate" ? [] : data)]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });

  it("names every wrong setting at once, and no secret", async () => {
    const env = { MODEL: "gpt", PORT: "99999", INDEX_URL: "mysql://root:hunter2@db" };
    const { code, stderr } = await attache(["sources", ...data], { env });
    expect(code).toBe(1);
    expect(stderr).toMatch(/MODEL is "gpt": takes PROVIDER:NAME/);
    expect(stderr).toMatch(/PORT is "99999"/);
    expect(stderr).toMatch(/INDEX_URL/);
    expect(stderr).not.toContain("hunter2");
  });

  it("says that a corpus is not there", async () => {
    const { code, stderr } = await attache([
      "ask",
      "x",
      "--corpus",
      join(scratch, "nowhere"),
      "--data",
      join(scratch, "d2"),
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/no corpus at .*nowhere/);
  });
});

describe("sources", () => {
  it("lists the five articles with what kind of source each is", async () => {
    const { stdout } = await attache(["sources", "--json", ...data]);
    const { articles } = JSON.parse(stdout);
    const kinds = articles.map((a: { id: string; provenance: { kind: string } }) => [
      a.id.slice(0, 3),
      a.provenance.kind,
    ]);
    expect(kinds).toEqual([
      ["000", "original"],
      ["001", "summary"],
      ["002", "original"],
      ["003", "relay"],
      ["004", "relay"],
    ]);
  });

  it("draws a story as a tree, and as a picture", async () => {
    const image = join(scratch, "tree.svg");
    const { stdout } = await attache(["sources", "--image", image, ...data]);
    expect(stdout).toMatch(
      /\(2 sources, 1 voice\)\n└─ 002_\w+\n {3}│ .*original\n {3}└─ 001_\w+\n .*sums it up · AI summary\n/,
    );
    expect(stdout).toMatch(/^000_/m);
    expect(readFileSync(image, "utf8")).toMatch(/^<svg .*AI summary of it/s);
  });

  it("shows one article whole, and says so where there is none of that id", async () => {
    const one = await attache(["sources", "003_082334ece72b5cb7", ...data]);
    expect(one.stdout).toMatch(/relays Financial Times/);
    expect(one.stdout).toMatch(/Keith Kellogg/);
    const none = await attache(["sources", "nope", ...data]);
    expect(none).toMatchObject({ code: 1, stdout: "" });
    expect(none.stderr).toMatch(/"nope"/);
  });
});

describe("search", () => {
  it("writes a TREC run by the records' own ids, one document a rank", async () => {
    const records = ["12#3", "zh:45", "plain"].map((_id, i) => ({
      _id,
      title: "",
      text: `The harbour of Odd closed ${i} times.`,
    }));
    const corpus = file("records.jsonl", records.map((record) => JSON.stringify(record)).join("\n"));
    const queries = file("queries.jsonl", '{"_id": "q1", "text": "when did the harbour close"}\n');
    const where = ["--corpus", corpus, "--data", join(scratch, "trec-data")];
    const { code, stdout } = await attache([
      "search",
      "--queries",
      queries,
      "--format",
      "trec",
      "--top",
      "10",
      ...where,
    ]);
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => line.split(" "));
    expect(code).toBe(0);
    expect(lines.map(([, , id]) => id).sort()).toEqual(["12#3", "plain", "zh:45"]);
    expect(lines.map(([query, , , rank]) => `${query} ${rank}`)).toEqual(["q1 1", "q1 2", "q1 3"]);
  });
});

describe("dates", () => {
  it("tags the expressions of each document as TIMEX3", async () => {
    const docs = file("docs.jsonl", '{"id":"d","published":"2025-12-20","text":"She left in September."}\n');
    const { stdout } = await attache(["dates", "--docs", docs]);
    const timexes = [{ start: 12, end: 21, text: "September", type: "DATE", value: "2025-09" }];
    expect(JSON.parse(stdout)).toMatchObject({ id: "d", timexes });
  });
});

describe("start without a token", () => {
  it("opens a console that answers questions and commands, and goes on after a mistake", async () => {
    const input = "/help\n/nonsense\n/ask\nwhat was traded for potash relief\n/sources\n/quit\n";
    const { code, stdout } = await attache(["start", ...data], { input });
    expect(code).toBe(0);
    expect(stdout).toMatch(/\/timeline \[TOPIC\]/);
    expect(stdout).toMatch(/no \/nonsense/);
    expect(stdout).toMatch(/no question/);
    expect(stdout).toMatch(/123 political prisoners/);
    expect(stdout).toMatch(/\(2 sources, 1 voice\)[\s\S]*003_082334ece72b5cb7/);
  });
});

describe("ingest", () => {
  const corpus = join(scratch, "corpus");
  const own = ["--corpus", corpus, "--data", join(scratch, "own-data")];

  it("adds what it is given, skips what it cannot read and says why, and finds it at once", async () => {
    file(
      "story.txt",
      "The harbour of Odd was closed on 3 May 2025. The mayor spoke of a storm that broke both cranes.\n",
    );
    file("picture.png", "not a picture");
    const first = await attache(["ingest", join(scratch, "story.txt"), join(scratch, "picture.png"), ...own]);
    expect(first).toMatchObject({ code: 0, stdout: "1 added, 0 updated, 0 unchanged, 1 skipped.\n" });
    expect(first.stderr).toMatch(/picture\.png: /);
    const again = await attache(["ingest", "--json", join(scratch, "story.txt"), ...own]);
    expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, unchanged: 1 });
    const asked = await attache(["ask", "what closed the harbour of Odd", ...own]);
    expect(asked.stdout).toMatch(/closed on 3 May 2025/);
  });

  it("prints the articles it would add, and changes nothing, with --dry-run", async () => {
    const before = await attache(["sources", "--json", ...own]);
    const { code, stdout } = await attache(["ingest", join(root, "corpus"), "--dry-run", "--json", ...own]);
    const articles = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(articles.map(({ file }) => file.slice(0, 3))).toEqual(["000", "001", "002", "003", "004"]);
    expect(articles[1]).toMatchObject({
      provenance: { kind: "summary", of: articles[2].id, machineGenerated: true },
    });
    expect((await attache(["sources", "--json", ...own])).stdout).toBe(before.stdout);
  });

  it("takes an article out again, by id", async () => {
    const { articles } = JSON.parse((await attache(["sources", "--json", ...own])).stdout);
    const removed = await attache(["ingest", "--remove", articles[0].id, ...own]);
    expect(removed).toMatchObject({ code: 0, stdout: expect.stringContaining(articles[0].id) });
    expect(JSON.parse((await attache(["sources", "--json", ...own])).stdout).articles).toEqual([]);
  });

  it.each([
    [["--every", "soon", "x"], /--every takes a time/],
    [[], /ingest what/],
  ])("wrong use %j", async (words, message) => {
    const { code, stderr } = await attache(["ingest", ...words, ...own]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
