import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { UserError } from "../ops/user-error.ts";
import type { Article } from "./article.ts";
import { sameOutlet } from "./relay.ts";

/** Says of sources, in a corpus folder, what no article says of itself. */
export const RULES = "sources.yml";

const words = z.int("takes whole numbers of words").nonnegative("takes whole numbers of words, from 0");
const schema = z.strictObject({ quoteLimit: z.record(z.string(), words).optional() });

/** What holds for the articles of a source. */
export interface SourceRules {
  /** The file's own words, as far as they bear on articles: a change has all articles read anew. Empty where there is none. */
  readonly text: string;
  /** Words that may be quoted of an article at once: by its own word, its publisher's, its host's, or everyone's (`*`). */
  quoteLimitOf(article: Pick<Article, "publisher" | "url">, own: number | undefined): number | undefined;
}

/**
 * The rules of a corpus folder.
 *
 * @throws {UserError} `corpus.rules` where the file is there and cannot be understood: to go on without it might say
 *   more of a source than its licence allows
 */
export async function sourceRules(folder: string): Promise<SourceRules> {
  const path = join(folder, RULES);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return "";
    throw new UserError("corpus.rules", `${path} cannot be read (${error.message}).`, { cause: error });
  });
  const limits = new Map(
    Object.entries(understood(text, path).quoteLimit ?? {}).map(([name, limit]) => [sameOutlet(name), limit]),
  );
  return {
    text,
    quoteLimitOf({ publisher, url }, own) {
      const names = [publisher && sameOutlet(publisher), ...hostsOf(url), "*"];
      return (
        own ?? names.map((name) => (name ? limits.get(name) : undefined)).find((limit) => limit !== undefined)
      );
    },
  };
}

function understood(text: string, path: string): z.infer<typeof schema> {
  try {
    return schema.parse(parse(text) ?? {});
  } catch (cause) {
    const why =
      cause instanceof z.ZodError
        ? cause.issues.map(({ path: at, message }) => `${at.join(".") || "it"}: ${message}`).join("; ")
        : String(cause instanceof Error ? cause.message : cause).split("\n", 1)[0];
    throw new UserError(
      "corpus.rules",
      `${path} is not understood (${why}). It holds, for instance:\nquoteLimit:\n  The Guardian: 40\n  example.org: 0`,
      { cause },
    );
  }
}

/** The host of an address, and those it lies under: `news.example.org`, `example.org`, `org`. */
function hostsOf(url: string | null): string[] {
  if (url === null || !URL.canParse(url)) return [];
  const labels = new URL(url).hostname.toLowerCase().split(".");
  return labels.map((_, i) => labels.slice(i).join("."));
}
