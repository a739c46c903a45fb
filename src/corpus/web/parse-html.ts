import { parseHTML as parse } from "linkedom";
import { UserError } from "../../ops/user-error.ts";

/**
 * A document made of HTML, whole or a fragment. The parser adds no `<html>` and `<body>` where they are left out, as
 * HTML allows, and everything after it looks for them.
 *
 * @throws UserError `document.broken` where thousands of elements are never closed: the parser's time grows with the
 *   square of the depth
 */
export function parseHtml(html: string): Document {
  if (unclosed(html) > DEEPEST) {
    throw new UserError("document.broken", "its elements stand too deep in each other to be read");
  }
  return parse(framed(html)).document as unknown as Document;
}

/** The body of {@link parseHtml}'s document. Not `document.body`, which makes a new one where it does not follow the head. */
export function bodyElement(document: Document): Element {
  return document.querySelector("body") ?? document.documentElement;
}

const DEEPEST = 2_000;
/** Elements that no other element closes by beginning. */
const NESTING =
  /<(\/?)(?:div|span|section|article|main|ul|ol|table|a|b|i|u|em|strong|font|center|blockquote|form|label)\b/gi;

function unclosed(html: string): number {
  let depth = 0;
  for (const [, closing] of html.matchAll(NESTING)) depth += closing === "" ? 1 : -1;
  return depth;
}

function framed(html: string): string {
  if (!/<html[\s>]/i.test(html)) return `<html><head></head><body>${html}</body></html>`;
  return /<body[\s>]/i.test(html)
    ? html
    : html.replace(/<\/head\s*>|<html[^>]*>(?![\s\S]*<\/head)/i, "$&<body>");
}
