import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { z } from "zod";
import { UserError } from "../ops/user-error.ts";

/**
 * The records of a .jsonl file, one a line, each checked; blank lines are passed over.
 *
 * @throws {UserError} `file.unreadable`, or `line.invalid` with the file, the line and what is wrong in it.
 */
export async function* records<T>(file: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  const input = createReadStream(file);
  const opened = new Promise<void>((resolve, reject) => {
    input.once("open", () => resolve()).once("error", reject);
  });
  await opened.catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === "ENOENT" ? "there is no such file" : cause.message;
    throw new UserError("file.unreadable", `${file}: ${why}.`, { cause });
  });
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() !== "") yield record(line, schema, `${file}, line ${number}`);
  }
}

function record<T>(line: string, schema: z.ZodType<T>, where: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new UserError("line.invalid", `${where}: not JSON (${(cause as Error).message}).`, { cause });
  }
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const why = error.issues
    .map(({ path, message }) => `${path.join(".") || "the record"}: ${message}`)
    .join("; ");
  throw new UserError("line.invalid", `${where}: ${why}.`);
}
