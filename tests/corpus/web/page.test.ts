import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/corpus/web/page.ts";

const LONG =
  "The ministers met in the capital on Tuesday and agreed, after long talks, on three points of the treaty.";
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, i) => `<p>Paragraph ${i + 1}. ${LONG} ${LONG}</p>`).join("");

interface Parts {
  readonly head?: string;
  readonly before?: string;
  readonly body?: string;
  readonly after?: string;
  readonly url?: string | null;
}
function read({
  head = "",
  before = "",
  body = paragraphs(4),
  after = "",
  url = "https://example.org/a",
}: Parts) {
  const html = `<!doctype html><html lang="en-GB"><head><title>Ministers agree on three points | The Example</title>${head}</head>
    <body><header class="site-header"><a href="/">Home</a></header>${before}
    <main><article><h1>Ministers agree on three points</h1>${body}</article></main>${after}</body></html>`;
  return readPage(html, { file: null, url });
}

describe("the body of a page", () => {
  it("keeps a standfirst that stands above, in another element", () => {
    const standfirst =
      "After a night of talks the treaty is nearly done, but its hardest article is still open.";
    const { text } = read({
      head: `<meta name="description" content="${standfirst}">`,
      before: "",
      body: `<header class="intro"><p class="standfirst">${standfirst}</p></header><div class="copy">${paragraphs(5)}</div>`,
    });
    expect(text.split("\n")[0]).toBe(standfirst);
  });

  it("keeps lists, subheadings, and tables as Markdown", () => {
    const { text } = read({
      body: `${paragraphs(3)}<h2>What was agreed</h2><p>${LONG} These are:</p><ul><li>Trade</li><li>Borders</li></ul>
        <table><tr><th>Sector</th><th>Goal</th></tr><tr><td>Trade</td><td>Growth</td></tr></table>${paragraphs(2)}`,
    });
    expect(text).toContain("What was agreed");
    expect(text).toContain("- Trade\n- Borders");
    expect(text).toContain("| Sector | Goal |\n| --- | --- |\n| Trade | Growth |");
  });

  it("leaves out what stands around and inside an article without being of it", () => {
    const furniture: Record<string, string> = {
      "a share bar": '<div class="share-buttons">Share on social media</div>',
      "a caption":
        "<figure><img src=x><figcaption>The minister arriving. Photo: A. Photographer</figcaption></figure>",
      "a pointer": '<p><a href="/b">Read more: The treaty of 1990 and what came of it</a></p>',
      "a related list":
        '<h3>Related articles</h3><ul><li><a href="/c">Another story about the talks</a></li></ul>',
      "an appeal": "<p>Sign up for our newsletter to get the day’s stories in your inbox.</p>",
      "an advertisement": "<p>Advertisement</p>",
      comments:
        '<div id="comments"><p>First! I do not believe a word of this, and neither should you.</p></div>',
      "a cookie notice":
        '<div class="cookie-banner"><p>We use cookies on this website to improve your experience.</p></div>',
      "what is hidden":
        '<div style="display: none"><p>Hidden words for machines, not for readers of the page.</p></div>',
    };
    const { text } = read({
      body: `<p class="byline">By Ann Lee</p><p>1 October 2025</p>${paragraphs(3)}${Object.values(furniture).join("")}${paragraphs(3)}`,
    });
    for (const words of [
      "Share on",
      "arriving",
      "treaty of 1990",
      "Related",
      "Another story",
      "newsletter",
      "Advertisement",
      "First!",
      "cookies",
      "Hidden",
      "Ann Lee",
      "1 October",
    ]) {
      expect(text).not.toContain(words);
    }
    expect(text.split("\n")).toHaveLength(6);
  });

  it("finds a body whose elements have misleading names, and one without paragraphs", () => {
    const sections = Array.from(
      { length: 8 },
      (_, i) => `<div class="ad-container"><p>Section ${i}. ${LONG} ${LONG}</p></div>`,
    );
    expect(read({ body: sections.join("") }).text).toContain("Section 7.");
    const lines = Array.from({ length: 8 }, (_, i) => `Line ${i}. ${LONG}`).join("<br><br>");
    expect(read({ body: `<div class="widget Blog">${lines}</div>` }).text).toContain("Line 7.");
  });

  it("reads a page that leaves out html and body", () => {
    const { text, given } = readPage(`<title>A story</title><h1>A story</h1>${paragraphs(4)}`, {
      file: "a.html",
      url: null,
    });
    expect(text).toContain("Paragraph 4.");
    expect(given.title).toBe("A story");
  });

  it("says so where there is none", () => {
    expect(() =>
      readPage("<html><body><nav>Home</nav></body></html>", { file: "a.html", url: null }),
    ).toThrow(expect.objectContaining({ code: "page.empty" }));
  });
});

describe("what a page says of itself", () => {
  it("is read from JSON-LD, whole or in a graph, before anything else", () => {
    const data = {
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "Organization", name: "The Example" },
        {
          "@type": "NewsArticle",
          headline: "Ministers agree on three points",
          datePublished: "2025-10-01T23:30:00+03:00",
          author: [{ "@type": "Person", name: "Ann Lee" }, { name: "Bo Roy" }],
          publisher: { name: "The Example Post" },
        },
      ],
    };
    const { given, url } = read({
      head: `<script type="application/ld+json">${JSON.stringify(data)}</script><link rel="canonical" href="https://www.example.org/story">`,
    });
    expect(url).toBe("https://www.example.org/story");
    expect(given).toMatchObject({
      title: "Ministers agree on three points",
      byline: "Ann Lee, Bo Roy",
      publisher: "The Example Post",
      language: "en-GB",
      // The day where it was written, not the one in Greenwich.
      published: {
        date: "2025-10-01",
        basis: "stated",
        evidence: '"datePublished": "2025-10-01T23:30:00+03:00"',
      },
    });
  });

  it("survives JSON-LD that is broken, endless or of odd types", () => {
    for (const broken of [
      "{",
      "[".repeat(50_000),
      '{"@type": 7, "author": {"name": {"name": []}}, "datePublished": [[]]}',
      "null",
    ]) {
      expect(read({ head: `<script type="application/ld+json">${broken}</script>` }).text).toContain(
        "Paragraph 4.",
      );
    }
  });

  it("does not name another site as the page's address", () => {
    expect(read({ head: '<link rel="canonical" href="https://bank.example.com/">' }).url).toBe(
      "https://example.org/a",
    );
    expect(read({ head: '<link rel="canonical" href="javascript:alert(1)">' }).url).toBe(
      "https://example.org/a",
    );
  });

  it("tells an excerpt, with the words that prove it", () => {
    const wall = "Subscribe to continue reading this article";
    const locked = read({
      body: `<p>${LONG} ${LONG}</p><p>${LONG} And then …</p><div class="paywall-box">${wall}</div>`,
    });
    expect(locked.given.excerpt?.quote).toContain("Subscribe to continue reading");
    expect(read({}).given.excerpt).toBeUndefined();
  });
});

describe("when a page was published", () => {
  const dated = (parts: Parts) => read(parts).given.published;

  it("is what its parts agree on", () => {
    expect(
      dated({
        head: '<meta property="article:published_time" content="2025-10-02T08:00:00Z"><meta property="article:modified_time" content="2025-11-05T08:00:00Z">',
        body: `<time datetime="2025-10-02">2 October 2025</time>${paragraphs(3)}`,
      }),
    ).toMatchObject({ date: "2025-10-02", basis: "stated" });
  });

  it("is read from the line under the title, not from lists of other stories", () => {
    const list = Array.from(
      { length: 9 },
      (_, i) => `<li><span class="date">0${i + 1}.09.2025</span> <a href="/x${i}">Other story</a></li>`,
    );
    expect(
      dated({
        body: `<div>12 October 2025, 09:10</div>${paragraphs(3)}`,
        after: `<ul>${list.join("")}</ul>`,
      }),
    ).toMatchObject({
      date: "2025-10-12",
      basis: "stated",
    });
  });

  it("is read from the address, and a month there is better than nothing", () => {
    expect(dated({ url: "https://example.org/2025/10/03/story" })).toMatchObject({ date: "2025-10-03" });
    expect(dated({ url: "https://example.org/2025/10/story" })).toMatchObject({ date: "2025-10" });
  });

  it("is inferred where a date merely stands in the text, and unknown where none does", () => {
    expect(
      dated({
        body: `${paragraphs(30)}<p>${LONG} The talks of 3 March 2021 had failed, as is well known by now to everyone there.</p>`,
      }),
    ).toMatchObject({ basis: "inferred" });
    expect(dated({})).toBeUndefined();
  });
});
