import { createHash } from "node:crypto";

/** How an article is named everywhere: safe in a file name, a URL, a TREC run and a chat message. */
const safe = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}$/;

/**
 * The id of what bears this name (a file's path without its ending, a URL, a record's own id): the name itself where
 * it is safe, else what is safe of it and a hash of the whole, so that two names never share an id.
 */
export function articleId(name: string): string {
  if (safe.test(name)) return name;
  const kept = name
    .normalize("NFKD")
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return [kept, sha256(name).slice(0, 10)].filter(Boolean).join("-");
}

/** SHA-256 over the parts, in lower-case hex. */
export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  // A zero byte between parts keeps ("ab", "c") and ("a", "bc") apart.
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}
