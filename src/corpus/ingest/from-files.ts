import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { UserError } from "../../ops/user-error.ts";
import { isDocument, LARGEST_DOCUMENT } from "../formats/read-document.ts";

/** A file to read: where it is, and what it is called, relative to the folder it was found in. */
export interface FoundFile {
  readonly path: string;
  readonly file: string;
}

/**
 * The files of a path, named relative to `root`, or else to the folder asked for: itself, or those of the folder and its subfolders in order of name. Hidden files, READMEs,
 * links and what is no document are passed over in a folder.
 *
 * @throws UserError `ingest.missing`
 */
export async function filesAt(path: string, root?: string): Promise<FoundFile[]> {
  const there = await stat(path).catch((cause: unknown) => {
    throw new UserError("ingest.missing", `There is no file or folder at ${path}.`, { cause });
  });
  const nameOf = (own: string) =>
    relative(root ?? path, own)
      .split(sep)
      .join("/") || basename(own);
  if (!there.isDirectory()) return [{ path, file: nameOf(path) }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isDocument(entry.name))
    .map((entry) => {
      const own = join(entry.parentPath, entry.name);
      return { path: own, file: nameOf(own) };
    })
    .filter(({ file }) => !/(?:^|\/)(?:\.|readme(?:\.|$))/i.test(file))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** @throws UserError `document.too-large`, before the file is read */
export async function bytesOf(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > LARGEST_DOCUMENT) {
    throw new UserError(
      "document.too-large",
      `it has ${Math.round(size / 2 ** 20)} MB; a document may have ${LARGEST_DOCUMENT / 2 ** 20} MB. Split it.`,
    );
  }
  return readFile(path);
}

/** Whether a path lies in a folder, or is it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way === "" || (!way.startsWith("..") && resolve(folder, way) === resolve(path));
}
