import { open } from "node:fs/promises";
import type { z } from "zod";
import { UserError } from "../ops/user-error.ts";

/**
 * The records of a .jsonl file, one a line, each checked; blank lines are passed over.
 *
 * @throws {UserError} `file.unreadable`, or `line.invalid` with the file, the line and what is wrong in it.
 */
export async function* records<T>(file: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  let number = 0;
  for await (const line of lines(file)) {
    number++;
    if (line.trim() !== "") yield record(line, schema, `${file}, line ${number}`);
  }
}

async function* lines(file: string): AsyncGenerator<string> {
  try {
    yield* (await open(file)).readLines();
  } catch (error) {
    const cause = error as NodeJS.ErrnoException;
    const why = { ENOENT: "there is no such file", EISDIR: "it is a folder, not a file" }[cause.code ?? ""];
    throw new UserError("file.unreadable", `${file}: ${why ?? cause.message}.`, { cause });
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
    .map(
      ({ path, message }) =>
        `${path.join(".") || "the record"}: ${message.endsWith("received undefined") ? "it is missing" : message}`,
    )
    .join("; ");
  throw new UserError("line.invalid", `${where}: ${why}.`);
}
