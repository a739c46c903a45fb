import { mkdirSync, writeFileSync } from "node:fs";
import type { Loaded, Read } from "../../corpus/load.ts";
import type { Problem, ReadFiles } from "../../corpus/read-file.ts";
import { UserError } from "../../ops/user-error.ts";
import type { Embedder } from "../embedders/embedder.ts";
import type { Relating } from "../passages/write-articles.ts";
import { withLock } from "../storage/lock.ts";
import { encodeManifest, FORMAT, MANIFEST, type Manifest } from "../storage/manifest.ts";
import { VersionFiles } from "../storage/version-files.ts";
import { Versions } from "../storage/versions.ts";
import { openLastGood, type Version } from "../version.ts";
import type { Split } from "./digest.ts";
import { Draft } from "./draft.ts";
import { knownTo, Pipeline } from "./pipeline.ts";
import { storageError } from "./storage-error.ts";

/** @typeParam Item what the corpus yields: `Read` leaves cleaning to the threads that digest. */
export interface BuildRequest<Item = Loaded> {
  /** The folder of the index; made where it is missing. */
  readonly dir: string;
  /**
   * The corpus, read anew each time it is called. `known` holds the hash of each article that is indexed already:
   * one that comes with the same hash may come as `unchanged`. `files` tells which files those were read from.
   */
  readonly corpus: (
    known: ReadonlyMap<string, string>,
    files?: ReadFiles,
  ) => AsyncIterable<Item> | Iterable<Item>;
  readonly embedder: Embedder;
  /** Divides an article into passages, where not as the corpus does. */
  readonly split?: Split | undefined;
  /** Run over all articles once they are read, and again whenever one has come, changed or left. */
  readonly relate?: Relating["relate"];
  /** In its place: told anew is only what has come, changed or left. */
  readonly relateAgain?: Relating["relateAgain"];
  /** Worker threads that read and embed; 0 keeps all but the graph in this thread. */
  readonly threads?: number | undefined;
  /** The number of passages from which on vectors are searched through a graph. */
  readonly graphFrom?: number | undefined;
  /** A file or record that could not be read; the rest is indexed. */
  readonly onProblem?: ((problem: Problem) => void) | undefined;
  /** A sentence for the user: a damaged version, a wait for another writer. */
  readonly onNote?: ((note: string) => void) | undefined;
  readonly onProgress?: ((done: { articles: number; passages: number }) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Whether to hand a version that is up to date over, open. */
  readonly keepOpen?: boolean | undefined;
}

/** What a build came to. */
export interface Built {
  readonly version: string;
  readonly articles: number;
  readonly passages: number;
  /** Articles that are new or have changed. */
  readonly added: number;
  /** Articles that have left the corpus. */
  readonly removed: number;
  /** False where the version that stands is up to date already, and nothing was written. */
  readonly changed: boolean;
  /** With `keepOpen`, where nothing was written: the version that stands, for the caller to close. */
  readonly opened?: Version | undefined;
}

/**
 * Brings an index up to date with a corpus. Only what is new or changed is read and embedded; where nothing is,
 * nothing is written. Until the moment the new version is whole and on disk, the old one serves.
 *
 * @throws {UserError} `index.diskFull`, `index.readOnly`: the last good version stands as it was.
 */
export async function buildIndex(request: BuildRequest<Loaded | Read>): Promise<Built> {
  const { dir, onNote = () => {}, signal } = request;
  const versions = new Versions(dir);
  try {
    const base = await openLastGood(versions, () => {});
    let opened: Version | undefined;
    try {
      const done = await unchanged(base, versions, request);
      if (done && request.keepOpen) opened = base!;
      if (done) return { ...done, opened };
    } finally {
      if (!opened) base?.close();
    }
    mkdirSync(dir, { recursive: true });
    const onWait = () => onNote(`Another process is updating the index in ${dir}; waiting for it`);
    return await withLock(dir, () => update(versions, request, base?.name), { onWait, signal });
  } catch (error) {
    throw storageError(error, dir);
  }
}

/** What a build would come to that has nothing to do, or null. */
async function unchanged(
  base: Version | null,
  versions: Versions,
  { corpus, embedder, onProblem }: BuildRequest<Loaded | Read>,
): Promise<Built | null> {
  if (base?.manifest.embedder.id !== embedder.id || base.name !== versions.current()) return null;
  const problems: Problem[] = [];
  const known = knownTo(base);
  const files = new VersionFiles(versions.root, base.name, known);
  let at = 0;
  for await (const item of corpus(known, files)) {
    if (item.kind === "problem") problems.push(item.problem);
    else if (item.kind === "unchanged" && at < base.articles && base.stored.ids.get(at) === item.id) at++;
    else return null;
  }
  if (at !== base.articles) return null;
  for (const problem of problems) onProblem?.(problem);
  remember(files, versions, base.name);
  const { articles, passages } = base;
  return { version: base.name, articles, passages, added: 0, removed: 0, changed: false };
}

/** Where there is no room to remember it, the corpus is read again next time. */
function remember(files: VersionFiles, { root }: Versions, version: string): void {
  try {
    files.save(version);
  } catch (error) {
    if (!(storageError(error, root) instanceof UserError)) throw error;
  }
}

/** @param seen the version that is known to be out of date; another may have come while the lock was waited for. */
async function update(
  versions: Versions,
  request: BuildRequest<Loaded | Read>,
  seen: string | undefined,
): Promise<Built> {
  const { onNote = () => {}, embedder } = request;
  const found = await openLastGood(versions, onNote);
  const done = found?.name === seen ? null : await unchanged(found, versions, request);
  if (done) {
    found?.close();
    return done;
  }
  const base = found?.manifest.embedder.id === embedder.id ? found : null;
  const draft = new Draft(versions.begin(), embedder.dimensions, request);
  const known = base ? knownTo(base) : new Map<string, string>();
  const files = new VersionFiles(versions.root, base?.name ?? null, known);
  const pipeline = new Pipeline(draft, base, request);
  try {
    const counts = await pipeline.run(known, files);
    const manifest: Manifest = {
      format: FORMAT,
      corpus: counts.corpus,
      embedder: { id: embedder.id, dimensions: embedder.dimensions },
      counts: { articles: counts.articles, passages: counts.passages, words: counts.words },
      graph: counts.graph,
      built: new Date().toISOString(),
      files: draft.files.finish(),
    };
    writeFileSync(draft.files.path(MANIFEST), encodeManifest(manifest), { flush: true });
    const version = versions.publish();
    versions.keep([version, found?.name ?? null]);
    remember(files, versions, version);
    const { articles, passages, added, removed } = counts;
    return { version, articles, passages, added, removed, changed: true };
  } catch (error) {
    draft.files.close();
    versions.abandon();
    throw error;
  } finally {
    await pipeline.close();
    found?.close();
  }
}
