/** The elements of a page that say something of it, in order, found in one walk: a search for each would cost as much. */
export interface Inventory {
  readonly metas: Element[];
  readonly links: Element[];
  readonly titles: Element[];
  /** `<script type="application/ld+json">` */
  readonly data: Element[];
  readonly headings: Element[];
  /** `<time>`, and what else is marked with a moment. */
  readonly times: Element[];
  /** Elements marked or named as the author's. */
  readonly authors: Element[];
  /** Elements without text for readers: scripts, styles, frames, pictures, fields. */
  readonly unseen: Element[];
}

const UNSEEN =
  /^(?:script|style|svg|iframe|link|template|noscript|img|picture|source|video|audio|canvas|object|embed|button|input|select|textarea)$/;
const AUTHOR = /(?:^|\s)(?:byline|author-name|article-author)(?:$|\s)/;

/** Walks a document once. */
export function inventoryOf(document: Document): Inventory {
  const found: Inventory = {
    metas: [],
    links: [],
    titles: [],
    data: [],
    headings: [],
    times: [],
    authors: [],
    unseen: [],
  };
  const { documentElement } = document;
  if (documentElement !== null) note(documentElement, found);
  return found;
}

function note(element: Element, found: Inventory): void {
  const tag = element.localName;
  if (tag === "meta") found.metas.push(element);
  else if (tag === "title") found.titles.push(element);
  else if (tag === "h1" || tag === "h2") found.headings.push(element);
  else if (tag === "link") found.links.push(element);
  else if (tag === "script" && element.getAttribute("type")?.includes("ld+json")) found.data.push(element);
  if (UNSEEN.test(tag)) {
    found.unseen.push(element);
    return;
  }
  const itemprop = element.getAttribute("itemprop") ?? "";
  const names = element.getAttribute("class") ?? "";
  if (
    tag === "time" ||
    itemprop.includes("datePublished") ||
    isTimed(element) ||
    (tag === "abbr" && names.includes("published"))
  ) {
    found.times.push(element);
  }
  if (itemprop === "author" || element.getAttribute("rel") === "author" || AUTHOR.test(names))
    found.authors.push(element);
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 1) note(child as Element, found);
  }
}

function isTimed(element: Element): boolean {
  return (
    element.hasAttribute("datetime") || element.hasAttribute("pubdate") || element.hasAttribute("data-utime")
  );
}
