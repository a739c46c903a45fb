import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { UserError } from "../ops/user-error.ts";
import { type Basis, type Item, inFile, type Problem } from "./read-file.ts";
import { RULES } from "./source-rules.ts";

/** What is in the files of a folder and its subfolders, in order of path. @throws {UserError} `corpus.unreadable`. */
export async function* inFolder(root: string, basis: Basis): AsyncGenerator<Item | Problem> {
  const unread: Problem[] = [];
  const entries = await entriesOf(root, (folder, cause) => {
    if (folder === root) throw unreadable(root, cause);
    const file = relative(root, folder).split(sep).join("/");
    unread.push({ file, line: null, message: `reading it failed (${cause.message})` });
  });
  yield* unread;
  const files = entries
    .map((entry) => ({
      entry,
      file: relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"),
    }))
    .filter(({ file }) => !/(?:^|\/)(?:\.|readme(?:\.|$))/i.test(file) && file !== RULES)
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  for (const { entry, file } of files) {
    if (entry.isFile()) yield* inFile(join(root, file), file, basis);
    else yield { file, line: null, message: "it is a link or a device, not a file, and is not read" };
  }
}

/** What lies in a folder and its subfolders, but the folders themselves. */
async function entriesOf(
  folder: string,
  onUnreadable: (folder: string, cause: Error) => void,
): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: Error) => {
    onUnreadable(folder, cause);
    return [];
  });
  const found: Dirent[] = [];
  for (const entry of entries) {
    if (entry.isDirectory()) found.push(...(await entriesOf(join(folder, entry.name), onUnreadable)));
    else found.push(entry);
  }
  return found;
}

function unreadable(corpus: string, cause: Error): UserError {
  return new UserError("corpus.unreadable", `The corpus at ${corpus} cannot be read (${cause.message}).`, {
    cause,
  });
}
