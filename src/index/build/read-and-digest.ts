import type { Article } from "../../corpus/article.ts";
import { cleaned } from "../../corpus/load.ts";
import type { RawArticle } from "../../corpus/raw.ts";
import type { Problem } from "../../corpus/read-file.ts";
import type { Digest, Digester } from "./digest.ts";

/** What came of some articles: each as it was read, or why it could not be, and a digest of those that could. */
export interface Digests {
  readonly read: readonly (Article | Problem)[];
  readonly digest: Digest;
}

/** Cleans what comes raw, and digests all. */
export async function readAndDigest(
  sources: readonly (Article | RawArticle)[],
  digester: Digester,
): Promise<Digests> {
  const read = await Promise.all(sources.map((source) => ("state" in source ? cleaned(source) : source)));
  return {
    read,
    digest: await digester.digest(read.filter((article): article is Article => !("message" in article))),
  };
}
