import { UserError } from "../../ops/user-error.ts";

/** What the user can do about an error of the file system, or of SQLite's, in the lock; any other error as it is. */
export function storageError(error: unknown, dir: string): unknown {
  const { errcode, code: name } = error as NodeJS.ErrnoException & { readonly errcode?: number };
  const code = (errcode !== undefined && sqlite[errcode]) || name;
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") {
    return new UserError(
      "index.diskFull",
      `No room to write the index in ${dir}: the last good version stays as it was. Free some space and index again.`,
      { cause: error },
    );
  }
  if (code === "EROFS" || code === "EACCES" || code === "EPERM") {
    return new UserError(
      "index.readOnly",
      `The index in ${dir} cannot be written (${code}): the last good version stays as it was.`,
      { cause: error },
    );
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new UserError(
      "index.notFolder",
      `The index cannot be kept in ${dir}: that, or what it should lie in, is a file. Name another data folder.`,
      { cause: error },
    );
  }
  return error;
}

/** What SQLite's result codes come to (https://sqlite.org/rescode.html): FULL, IOERR_WRITE, READONLY, CANTOPEN. */
const sqlite: Readonly<Record<number, string>> = { 13: "ENOSPC", 778: "ENOSPC", 8: "EACCES", 14: "EACCES" };
