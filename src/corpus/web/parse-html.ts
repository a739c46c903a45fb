import { parseHTML as parse } from "linkedom";

/**
 * A document made of HTML, whole or a fragment. The parser adds no `<html>` and `<body>` where they are left out, as
 * HTML allows, and everything after it looks for them.
 */
export function parseHtml(html: string): Document {
  return parse(framed(html)).document as unknown as Document;
}

/** The body of {@link parseHtml}'s document. Not `document.body`, which makes a new one where it does not follow the head. */
export function bodyElement(document: Document): Element {
  return document.querySelector("body") ?? document.documentElement;
}

function framed(html: string): string {
  if (!/<html[\s>]/i.test(html)) return `<html><head></head><body>${html}</body></html>`;
  return /<body[\s>]/i.test(html)
    ? html
    : html.replace(/<\/head\s*>|<html[^>]*>(?![\s\S]*<\/head)/i, "$&<body>");
}
