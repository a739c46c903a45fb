import { parseHTML } from "linkedom";

/** The body of a document made of HTML that may be a fragment or a whole page. */
export function fragment(html: string): Element {
  const whole = /<(?:html|body)[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  return (document.querySelector("body") ?? document.documentElement) as unknown as Element;
}
