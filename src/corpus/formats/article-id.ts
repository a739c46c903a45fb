import { createHash } from "node:crypto";
import { slugify } from "transliteration";

/** A good name: no white space, nothing that a path or a markup could be made of. Collections number parts as `12#3`, `a:b`. */
const ALLOWED = /^[A-Za-z0-9][A-Za-z0-9._#:@+=~-]{0,79}$/;

/**
 * A name for an article, `[A-Za-z0-9._#:@+=~-]{1,80}`, that stays the same whenever the same source is read again.
 * A source that is a good name already is kept; any other gets a readable slug and eight hex digits of its
 * SHA-256, so that two sources never share a name because their odd characters were dropped.
 */
export function articleId(source: string): string {
  if (ALLOWED.test(source)) return source;
  const slug = slugify(source.slice(0, 300), {
    lowercase: false,
    separator: "-",
    allowedChars: "a-zA-Z0-9._",
  })
    .replace(/^[._-]+|[._-]+$/g, "")
    .slice(0, 60)
    .replace(/[._-]+$/, "");
  const hash = createHash("sha256").update(source.normalize("NFC")).digest("hex").slice(0, 8);
  return slug === "" ? hash : `${slug}-${hash}`;
}

/** The id of an article that is a file of its own: its path without the extension. */
export function idOfFile(file: string): string {
  return articleId(file.replace(/\.[A-Za-z0-9]{1,8}$/, "").replaceAll("/", "."));
}

/** The id of an article that came from the web: host and path, without scheme, `www.` and fragment. */
export function idOfUrl(url: string): string {
  return articleId(url.replace(/^https?:\/\/(www\.)?/i, "").replace(/#.*$|\/+$/g, ""));
}
