import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Loaded, type LoadOptions, loadCorpus } from "../../src/corpus/load.ts";
import { UserError } from "../../src/ops/user-error.ts";

const story = "The minister arrived in Minsk on Monday and met the president. Talks lasted three hours.\n";
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "attache-corpus-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function load(path = folder, options: LoadOptions = {}): Promise<Loaded[]> {
  return Array.fromAsync(loadCorpus(path, options));
}
const ids = (loaded: Loaded[]) => loaded.flatMap((one) => (one.kind === "article" ? one.article.id : []));
const problems = (loaded: Loaded[]) =>
  loaded.flatMap((one) =>
    one.kind === "problem" ? `${one.problem.file}:${one.problem.line ?? ""}: ${one.problem.message}` : [],
  );

describe("a folder", () => {
  it("serves what it can read, and says of each bad file what is wrong", async () => {
    await writeFile(join(folder, "good.txt"), story);
    await writeFile(join(folder, "empty.txt"), "");
    await writeFile(join(folder, "blank.txt"), " \n\t\n");
    await writeFile(join(folder, "binary.txt"), Buffer.from([0x89, 0x50, 0, 0, 1]));
    await writeFile(join(folder, "latin1.txt"), Buffer.from("caf\xe9 au lait\n", "latin1"));
    await writeFile(join(folder, "huge.txt"), Buffer.alloc(50 * 2 ** 20, "a "));
    await writeFile(join(folder, "front.md"), `---\ntitle: A\npublished: [2025\n---\n${story}`);
    await writeFile(join(folder, "open.md"), `---\ntitle: A\n${story}`);
    await writeFile(join(folder, "good.md"), story);
    await writeFile(join(folder, "picture.bmp"), story);
    await writeFile(join(folder, "README.md"), "# Not an article\n");
    const loaded = await load();
    expect(ids(loaded)).toEqual(["good"]);
    expect(problems(loaded).map((line) => line.replace(/;.*| \(perhaps.*/, ""))).toEqual([
      "binary.txt:: it is binary, not text (or UTF-16 without its mark: save it as UTF-8)",
      "blank.txt:: it holds no text",
      "empty.txt:: it holds no text",
      expect.stringMatching(/^front\.md:[34]: the front matter .* does not parse: /),
      "good.txt:: its id good is that of good.md, which is kept",
      "huge.txt:: it is 50 MB",
      "latin1.txt:: it is not valid UTF-8",
      expect.stringMatching(/^open\.md:1: the front matter .* is never closed/),
      "picture.bmp:: it is in no format that is read here",
    ]);
    for (const line of problems(loaded)) expect(line).not.toContain("\n");
  });

  it("goes into subfolders, gives stable safe ids, and follows no links out", async () => {
    await mkdir(join(folder, "2025"));
    await writeFile(join(folder, "2025", "Привет мир.txt"), story);
    await symlink("/etc/hostname", join(folder, "link.txt"));
    const [first, second] = [await load(), await load()];
    expect(ids(first)).toEqual([expect.stringMatching(/^2025\.[\w-]+-[0-9a-f]{8}$/)]);
    expect(second).toEqual(first);
    expect(problems(first)).toEqual([expect.stringMatching(/^link\.txt/)]);
  });

  it("reads again only what changed", async () => {
    await writeFile(join(folder, "a.txt"), story);
    await writeFile(join(folder, "b.txt"), story);
    const known = new Map(
      (await load()).flatMap((one) => (one.kind === "article" ? [[one.article.id, one.hash] as const] : [])),
    );
    await writeFile(join(folder, "b.txt"), `${story}More was said later that day by both sides.\n`);
    expect((await load(folder, { known })).map((one) => one.kind)).toEqual(["unchanged", "article"]);
  });

  it("takes front matter at its word", async () => {
    await writeFile(
      join(folder, "a.md"),
      `---\nurl: https://example.org/a\npublisher: The Example\npublished: 2025-12-03\nauthor: [Ann Lee, Bo Roy]\n---\n${story}`,
    );
    expect(await load()).toMatchObject([
      {
        article: {
          url: "https://example.org/a",
          publisher: "The Example",
          byline: "Ann Lee, Bo Roy",
          published: { date: "2025-12-03", basis: "given" },
          text: story.trim(),
        },
      },
    ]);
  });
});

describe("a .jsonl", () => {
  it("is one article a line, taken as it is; a bad line costs only itself", async () => {
    const path = join(folder, "corpus.jsonl");
    const lines = [
      JSON.stringify({
        _id: "d1",
        title: "Potash",
        text: "One.\r\nTwo  spaces.",
        metadata: { published: "2025-12" },
      }),
      "{not json",
      JSON.stringify({ _id: "d1", text: "Again." }),
      JSON.stringify({ _id: "d2" }),
      JSON.stringify({ _id: "d3", text: "x".repeat(17 * 2 ** 20) }),
      JSON.stringify({ _id: "d4", text: "Fine.", metadata: { published: "soon" } }),
      JSON.stringify({ _id: 5, text: "Five." }),
    ];
    await writeFile(path, lines.join("\n"));
    const loaded = await load(path);
    expect(loaded).toMatchObject([
      { article: { id: "d1", title: "Potash", text: "One.\nTwo  spaces.", published: { date: "2025-12" } } },
      { problem: { line: 2, message: expect.stringContaining("not JSON") } },
      { problem: { line: 3, message: expect.stringContaining("d1") } },
      { problem: { line: 4, message: expect.stringContaining('no "text"') } },
      { problem: { line: 5, message: expect.stringContaining("longer than") } },
      { article: { id: "d4", text: "Fine.", published: null } },
      { article: { id: "5", text: "Five." } },
    ]);
  });
});

it("says so when there is no corpus", async () => {
  await expect(load(join(folder, "nowhere"))).rejects.toThrow(UserError);
});
