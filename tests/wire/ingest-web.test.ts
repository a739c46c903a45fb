import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { PoliteClient } from "../../src/corpus/fetch/polite-client.ts";
import { keepIngesting } from "../../src/corpus/ingest/keep.ts";
import { type IngestEvent, ingest, reingest, removeArticles, summarise } from "../../src/corpus/ingest.ts";
import { loadCorpus } from "../../src/corpus/load.ts";
import { type Site, serve } from "./web-server.ts";

const SENTENCE =
  "The ministers met in the capital on Tuesday and agreed, after long talks, on three points. ";
function page(title: string, words = SENTENCE): string {
  return `<html lang="en"><head><title>${title}</title><meta property="og:site_name" content="The Example">
    <meta property="article:published_time" content="2025-10-01T08:00:00Z"></head><body><nav><a href="/">Home</a></nav>
    <article><h1>${title}</h1>${`<p>${words.repeat(3)}</p>`.repeat(3)}</article></body></html>`;
}

let folder: string;
let site: Site;
let server: Awaited<ReturnType<typeof serve>>;
let client: PoliteClient;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "attache-ingest-"));
  site = {};
  server = await serve(site);
  client = new PoliteClient({ allowLoopback: true, gap: 0, retries: 0 });
});
afterEach(async () => {
  await client.close();
  await server.close();
  await rm(folder, { recursive: true });
});

const options = () => ({ corpus: join(folder, "corpus"), data: join(folder, "data"), client });
const run = (targets: string[]): Promise<IngestEvent[]> => Array.fromAsync(ingest(targets, options()));
const kinds = (events: IngestEvent[]) =>
  events.filter(({ kind }) => kind !== "found").map(({ kind }) => kind);

it("adds a page, knows it again, and notices when it changed", async () => {
  site["/news/one"] = { body: page("Ministers agree"), headers: { etag: '"1"' } };
  const url = `${server.url}/news/one`;
  const [, added] = await run([url]);
  expect(added).toMatchObject({
    kind: "added",
    source: url,
    article: {
      title: "Ministers agree",
      publisher: "The Example",
      url,
      published: { date: "2025-10-01", basis: "stated" },
    },
  });
  expect(kinds(await run([url]))).toEqual(["unchanged"]);
  site["/news/one"] = {
    body: page("Ministers agree", "The talks went on, and on Friday a fourth point was agreed. "),
    headers: { etag: '"2"' },
  };
  expect(kinds(await run([url]))).toEqual(["updated"]);
  const [loaded] = await Array.fromAsync(loadCorpus(join(folder, "corpus")));
  expect(loaded).toMatchObject({ kind: "article", article: { title: "Ministers agree", url } });
});

it("adds what a feed names, once, and again only what changed", async () => {
  const feed = (items: string) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>${items}</channel></rss>`;
  const item = (path: string, date: string) =>
    `<item><title>${path}</title><link>${server.url}/${path}</link><pubDate>${date}</pubDate></item>`;
  const [first, second] = ["Wed, 01 Oct 2025 08:00:00 GMT", "Thu, 02 Oct 2025 08:00:00 GMT"];
  for (const name of ["a", "b", "c"])
    site[`/${name}`] = { body: page(`Story ${name}`, `${SENTENCE}Story ${name}. `) };
  site["/feed.xml"] = { body: feed(item("a", first!) + item("b", first!) + item("gone", first!)) };
  const url = `${server.url}/feed.xml`;
  expect(summarise(await run([url]))).toMatchObject({ added: 2, skipped: 1, reasons: { "fetch.status": 1 } });
  site["/feed.xml"] = { body: feed(item("c", second!) + item("a", second!) + item("b", first!)) };
  const before = server.requests.length;
  expect(kinds(await run([url])).toSorted()).toEqual(["added", "unchanged", "unchanged"]);
  const asked = server.requests.slice(before).map((request) => request.url);
  expect(asked.toSorted()).toEqual(["/a", "/c", "/feed.xml"]);
});

it("reads Atom and JSON feeds, sitemaps, packed sitemaps and their index", async () => {
  for (const name of ["a", "b", "c", "d"])
    site[`/${name}`] = { body: page(`Story ${name}`, `${SENTENCE}Story ${name}. `) };
  const { url } = server;
  site["/atom.xml"] = {
    body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><id>f</id><updated>2025-10-01T00:00:00Z</updated><entry><id>1</id><title>A</title><link href="/a"/><updated>2025-10-01T00:00:00Z</updated></entry></feed>`,
  };
  site["/feed.json"] = {
    body: JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "F",
      items: [{ id: "2", url: `${url}/b`, title: "B", content_text: "x" }],
    }),
    headers: { "content-type": "application/feed+json" },
  };
  site["/map.xml"] = {
    body: `<sitemapindex><sitemap><loc>${url}/pages.xml.gz</loc></sitemap></sitemapindex>`,
  };
  site["/pages.xml.gz"] = {
    body: gzipSync(
      `<urlset><url><loc>${url}/c</loc></url><url><loc>https://elsewhere.org/x</loc></url><url><loc>${url}/d?x=1&amp;y=2</loc></url></urlset>`,
    ),
    headers: { "content-type": "application/gzip" },
  };
  site["/d?x=1&y=2"] = site["/d"]!;
  const events = await run([`${url}/atom.xml`, `${url}/feed.json`, `${url}/map.xml`]);
  expect(events.flatMap((event) => (event.kind === "added" ? [event.article.title] : [])).toSorted()).toEqual(
    ["Story a", "Story b", "Story c", "Story d"],
  );
  expect(server.requests.filter((request) => request.url?.startsWith("/x"))).toEqual([]);
});

it("keeps a broken or hostile feed to one line, and goes on", async () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${"bcdefgh".replace(/./g, (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`)}]><rss version="2.0"><channel><title>&h;</title><item><title>&h;</title><link>http://10.0.0.1/</link></item></channel></rss>`;
  site["/laughs.xml"] = { body: laughs };
  site["/broken.xml"] = { body: "<rss version='2.0'><channel><item>" };
  site["/good"] = { body: page("Good") };
  const events = await run([
    `${server.url}/laughs.xml`,
    `${server.url}/broken.xml`,
    "ftp://example.org/x",
    `${server.url}/good`,
  ]);
  expect(summarise(events)).toMatchObject({ added: 1 });
  for (const event of events) if (event.kind === "skipped") expect(event.reason).not.toContain("\n");
  expect(JSON.stringify(events).length).toBeLessThan(20_000);
});

it("does not let a page take the place of another site's article", async () => {
  const forged = page("Forged").replace(
    "</head>",
    '<link rel="canonical" href="https://www.example.org/news/real"></head>',
  );
  site["/forged"] = { body: forged };
  const [, event] = await run([`${server.url}/forged`]);
  expect(event).toMatchObject({ kind: "added", article: { url: `${server.url}/forged` } });
});

it("writes no file outside the corpus, whatever a page's address is", async () => {
  for (const path of [
    "/..%2f..%2fetc%2fpasswd",
    "/a%00b",
    "/%2e%2e/%2e%2e/x",
    "/con",
    "/.hidden",
    "/readme",
    `/${"long".repeat(100)}`,
  ]) {
    site[path] = { body: page(`Story of ${path}`) };
    site[new URL(path, server.url).pathname] = site[path]!;
    await run([`${server.url}${path}`]);
  }
  expect(await readdir(folder)).toEqual(["corpus", "data"]);
  const names = await readdir(join(folder, "corpus"));
  expect(names.length).toBeGreaterThanOrEqual(5);
  for (const name of names) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,90}\.md$/);
  const loaded = await Array.fromAsync(loadCorpus(join(folder, "corpus")));
  expect(loaded.filter(({ kind }) => kind === "article")).toHaveLength(names.length);
});

it("removes an article by id, keeps its file, and no feed brings it back; asked for, it comes back", async () => {
  site["/a"] = { body: page("Story a") };
  site["/feed.xml"] = {
    body: `<rss version="2.0"><channel><title>F</title><item><title>A</title><link>${server.url}/a</link></item></channel></rss>`,
  };
  const [, , added] = await run([`${server.url}/feed.xml`]);
  const id = added?.kind === "added" ? added.article.id : "";
  expect([...(await removeArticles([id, "nobody"], options())).keys()]).toEqual([id]);
  expect(await readdir(join(folder, "corpus"))).toEqual([]);
  expect(await readdir(join(folder, "data", "removed"))).toEqual([`${id}.md`]);
  expect(kinds(await run([`${server.url}/feed.xml`]))).toEqual(["skipped"]);
  expect(kinds(await run([`${server.url}/a`]))).toEqual(["added"]);
});

it("reads an article again by id", async () => {
  site["/a"] = { body: page("Story a"), headers: { etag: '"1"' } };
  const [, added] = await run([`${server.url}/a`]);
  const id = added?.kind === "added" ? added.article.id : "";
  const file = join(folder, "corpus", `${id}.md`);
  const written = await readFile(file, "utf8");
  expect(kinds(await Array.fromAsync(reingest([id], options())))).toEqual(["unchanged"]);
  site["/a"] = { body: page("Story a, again"), headers: { etag: '"1"' } };
  expect(kinds(await Array.fromAsync(reingest([id, "nobody"], options())))).toEqual(["updated", "skipped"]);
  expect(await readFile(file, "utf8")).not.toBe(written);
});

it("polls: what a feed adds later comes by itself, and nothing twice", async () => {
  const feed = (names: string[]) =>
    `<rss version="2.0"><channel><title>F</title>${names.map((name) => `<item><title>${name}</title><link>${server.url}/${name}</link></item>`).join("")}</channel></rss>`;
  for (const name of ["a", "b"])
    site[`/${name}`] = { body: page(`Story ${name}`, `${SENTENCE}Story ${name}. `) };
  site["/feed.xml"] = { body: feed(["a"]) };
  const stop = new AbortController();
  const seen: string[] = [];
  let rests = 0;
  for await (const event of keepIngesting([`${server.url}/feed.xml`], {
    ...options(),
    every: 20,
    signal: stop.signal,
  })) {
    if (event.kind === "added") seen.push(event.article.title ?? "");
    if (event.kind === "rest") rests += 1;
    if (rests === 2) site["/feed.xml"] = { body: feed(["b", "a"]) };
    if (seen.length === 2) stop.abort();
  }
  expect(seen).toEqual(["Story a", "Story b"]);
});
