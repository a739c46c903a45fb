import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { UserError } from "../../ops/user-error.ts";
import { writeAtomically } from "./atomic-file.ts";

const visit = z.object({
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** What the feed or sitemap said of its last change. */
  updated: z.string().optional(),
  ids: z.array(z.string()),
});

const stateSchema = z.object({
  version: z.literal(1),
  visits: z.record(z.string(), visit),
  /** Where each article came from: a path or address, to read it again from. */
  origins: z.record(z.string(), z.string()),
  /** Addresses whose articles were removed: a feed does not bring them back. */
  removed: z.array(z.string()),
});

/** What is remembered of an address that was fetched. */
export type Visit = z.infer<typeof visit>;

/** What ingesting remembers between runs, in `ingest.json` of the data folder. */
export class IngestState {
  readonly visits: Map<string, Visit>;
  readonly origins: Map<string, string>;
  readonly removed: Set<string>;
  readonly #path: string;

  private constructor(path: string, state: z.infer<typeof stateSchema> | undefined) {
    this.#path = path;
    this.visits = new Map(Object.entries(state?.visits ?? {}));
    this.origins = new Map(Object.entries(state?.origins ?? {}));
    this.removed = new Set(state?.removed);
  }

  /** @throws UserError `ingest.data` where the folder is none, `ingest.state` where the file in it is broken */
  static async open(data: string): Promise<IngestState> {
    const path = join(data, "ingest.json");
    try {
      return new IngestState(path, stateSchema.parse(JSON.parse(await readFile(path, "utf8"))));
    } catch (cause) {
      const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
      if (code === "ENOENT") return new IngestState(path, undefined);
      if (code === "ENOTDIR")
        throw new UserError("ingest.data", `${data} is a file. Name another data folder.`, { cause });
      if (code === "EACCES" || code === "EPERM")
        throw new UserError("ingest.data", `${path} may not be read. Name another data folder.`, { cause });
      throw new UserError(
        "ingest.state",
        `${path} is broken. Delete it: addresses are then fetched again, and no article is lost.`,
        { cause },
      );
    }
  }

  save(): Promise<void> {
    const state: z.infer<typeof stateSchema> = {
      version: 1,
      visits: Object.fromEntries(this.visits),
      origins: Object.fromEntries(this.origins),
      removed: [...this.removed],
    };
    return writeAtomically(this.#path, JSON.stringify(state));
  }
}
