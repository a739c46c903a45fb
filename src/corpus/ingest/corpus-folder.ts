import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../ops/user-error.ts";
import { idOfFile } from "../formats/article-id.ts";
import { readJsonl } from "../formats/jsonl.ts";
import { isDocument } from "../formats/read-document.ts";
import type { RawArticle } from "../raw.ts";
import { articleFile, articleLine } from "./article-file.ts";
import { AtomicFile, writeAtomically } from "./atomic-file.ts";

export type Outcome = "added" | "updated" | "unchanged";

/** The folder that a corpus is kept in, as the place to which articles are added and from which they are taken. */
export class CorpusFolder {
  readonly path: string;
  #files: Promise<Map<string, string>> | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /**
   * Writes an article as a file of its own, `ID.md`.
   *
   * @throws UserError `ingest.taken` where another document of the corpus has its id
   */
  async put(raw: RawArticle, from: string): Promise<Outcome> {
    const name = fileName(raw.id);
    const content = articleFile(raw, from);
    const files = await this.#byId();
    const there = files.get(raw.id);
    if (there !== undefined && there !== name) throw taken(raw.id, there);
    const old = there === undefined ? undefined : await readIfThere(join(this.path, name));
    if (old === content) return "unchanged";
    if (old !== undefined && !/^ingested_from: /m.test(old.split("\n---\n", 1)[0]!))
      throw taken(raw.id, name);
    await writeAtomically(join(this.path, name), content);
    files.set(raw.id, name);
    return old === undefined ? "added" : "updated";
  }

  /** Writes articles into one .jsonl of this name, as they come; those it holds already and that are not given stay. */
  async *putRecords(
    name: string,
    articles: AsyncIterable<RawArticle>,
  ): AsyncGenerator<{ readonly raw: RawArticle; readonly outcome: Outcome }> {
    const path = join(this.path, name);
    const old = new Map<string, string>();
    for await (const raw of recordsOf(path)) old.set(raw.id, articleLine(raw));
    await using file = await AtomicFile.open(path);
    for await (const raw of articles) {
      const line = articleLine(raw);
      const was = old.get(raw.id);
      old.delete(raw.id);
      await file.write(line);
      yield { raw, outcome: was === undefined ? "added" : was === line ? "unchanged" : "updated" };
    }
    for (const line of old.values()) await file.write(line);
    await file.commit();
  }

  /**
   * Takes an article out of the corpus, and into `trash`. Of a .jsonl, its line goes.
   *
   * @returns the name of the file it was in, or `undefined` where there is no such article
   */
  async remove(id: string, trash: string): Promise<string | undefined> {
    const files = await this.#byId();
    const name = files.get(id);
    await mkdir(trash, { recursive: true });
    if (name !== undefined) {
      await rename(join(this.path, name), join(trash, name.replaceAll("/", "__")));
      files.delete(id);
      return name;
    }
    for (const record of await this.#recordFiles()) {
      const kept: string[] = [];
      let gone: string | undefined;
      for await (const raw of recordsOf(join(this.path, record))) {
        if (raw.id === id) gone = articleLine(raw);
        else kept.push(articleLine(raw));
      }
      if (gone !== undefined) {
        await writeAtomically(join(trash, `${fileName(id)}.jsonl`), gone);
        await writeAtomically(join(this.path, record), kept.join(""));
        return record;
      }
    }
    return undefined;
  }

  /** The address or file that an article says it came from, where `ingest` wrote it. */
  async originOf(id: string): Promise<string | undefined> {
    const name = (await this.#byId()).get(id);
    const text = name === undefined ? undefined : await readIfThere(join(this.path, name));
    const line = /^ingested_from: (".*")$/m.exec(text?.split("\n---\n", 1)[0] ?? "")?.[1];
    return line === undefined ? undefined : String(JSON.parse(line));
  }

  /** File names by article id: of files that are one article each. */
  #byId(): Promise<Map<string, string>> {
    this.#files ??= this.#names().then(
      (names) => new Map(names.filter((name) => !isRecords(name)).map((name) => [idOfName(name), name])),
    );
    return this.#files;
  }

  async #recordFiles(): Promise<string[]> {
    return (await this.#names()).filter(isRecords);
  }

  async #names(): Promise<string[]> {
    await mkdir(this.path, { recursive: true });
    if (!(await stat(this.path)).isDirectory()) {
      throw new UserError(
        "ingest.no-folder",
        `${this.path} is a file. Articles are added to a folder: give one with --corpus.`,
      );
    }
    const names = await readdir(this.path, { recursive: true });
    return names
      .map((name) => name.replaceAll("\\", "/"))
      .filter((name) => isDocument(name) && !/(?:^|\/)\./.test(name));
  }
}

/** `readme` is the one name that a corpus does not read. */
function fileName(id: string): string {
  return /^readme(?:\.|$)/i.test(id) ? `article-${id}.md` : `${id}.md`;
}

function idOfName(name: string): string {
  return idOfFile(name).replace(/^article-(?=readme(?:\.|$))/i, "");
}

function isRecords(name: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(name);
}

async function* recordsOf(path: string): AsyncGenerator<RawArticle> {
  if ((await stat(path).catch(() => undefined))?.isFile())
    yield* readJsonl(createReadStream(path), null, () => {});
}

function taken(id: string, file: string): UserError {
  return new UserError(
    "ingest.taken",
    `the corpus has an article ${id} already, in ${file}, which was not added by ingest. Rename one of them.`,
  );
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
