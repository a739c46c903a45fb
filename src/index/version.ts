import type { Article, Passage } from "../corpus/article.ts";
import type { Span } from "../text/span.ts";
import type { Filter } from "./hit.ts";
import { Bits } from "./passages/passage-set.ts";
import { StoredArticles } from "./passages/stored-articles.ts";
import type { PassageSet, Searchable } from "./searchable.ts";
import { CorruptFile, FileReader } from "./storage/files.ts";
import { type Manifest, readManifest } from "./storage/manifest.ts";
import type { Versions } from "./storage/versions.ts";
import { openVectors, type StoredVectors } from "./vectors/stored-vectors.ts";
import { openWords, type StoredWords } from "./words/stored-words.ts";

/** One version of an index on disk, opened: every file of it was read and held what was written. */
export class Version implements Searchable {
  readonly name: string;
  readonly manifest: Manifest;
  readonly files: FileReader;
  readonly stored: StoredArticles;
  readonly words: StoredWords;
  readonly vectors: StoredVectors;

  private constructor(
    name: string,
    manifest: Manifest,
    files: FileReader,
    parts: { stored: StoredArticles; words: StoredWords; vectors: StoredVectors },
  ) {
    this.name = name;
    this.manifest = manifest;
    this.files = files;
    this.stored = parts.stored;
    this.words = parts.words;
    this.vectors = parts.vectors;
  }

  /** @throws {CorruptFile} where a file is missing or altered, or the version is of another format. */
  static async open(versions: Versions, name: string): Promise<Version> {
    const dir = versions.path(name);
    const manifest = readManifest(dir);
    const files = new FileReader(dir, manifest.files);
    try {
      const [stored, words, vectors] = await Promise.all([
        StoredArticles.open(files),
        openWords(files),
        openVectors(files, manifest),
      ]);
      return new Version(name, manifest, files, { stored, words, vectors });
    } catch (error) {
      files.close();
      throw error;
    }
  }

  get passages(): number {
    return this.stored.passages;
  }

  get articles(): number {
    return this.stored.count;
  }

  passage(passage: number): Passage {
    return this.stored.passage(passage);
  }

  articleOf(passage: number): number {
    return this.stored.articleOf(passage);
  }

  passagesOf(article: number): Span {
    return this.stored.passagesOf(article);
  }

  get languages(): readonly string[] {
    return this.stored.languages;
  }

  languageOf(passage: number): string {
    return this.stored.languageOf(this.stored.articleOf(passage));
  }

  article(article: number): Article {
    return this.stored.article(article);
  }

  textOf(passage: number): string {
    const { start, end } = this.stored.passage(passage);
    return this.article(this.articleOf(passage)).text.slice(start, end);
  }

  /** The passages that a filter lets through; undefined where it lets all through. */
  allowed(filter: Filter): PassageSet | undefined {
    const articles = this.stored.matching(filter);
    if (!articles) return undefined;
    const allowed = new Bits(this.passages);
    for (const article of articles) allowed.add(this.stored.passagesOf(article));
    return allowed;
  }

  close(): void {
    this.files.close();
  }
}

/**
 * Opens the newest version that is whole: the current one, or else the last good one.
 *
 * @param onNote told of each version that is not whole, in a sentence for the user.
 * @returns null where none is.
 */
export async function openLastGood(
  versions: Versions,
  onNote: (note: string) => void,
): Promise<Version | null> {
  const passed: string[] = [];
  for (const name of versions.candidates()) {
    try {
      const version = await Version.open(versions, name);
      for (const fault of passed) onNote(`${fault}. Serving ${name}, the last good version`);
      return version;
    } catch (error) {
      if (!(error instanceof CorruptFile)) throw error;
      passed.push(error.message);
    }
  }
  for (const fault of passed) onNote(fault);
  return null;
}
