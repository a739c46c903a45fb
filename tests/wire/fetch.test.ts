import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { PoliteClient } from "../../src/corpus/fetch/polite-client.ts";
import { SafeClient } from "../../src/corpus/fetch/safe-get.ts";
import { type Site, serve } from "./web-server.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function started(site: Site) {
  const server = await serve(site);
  closing.push(server.close);
  return server;
}
function client(options: ConstructorParameters<typeof SafeClient>[0] = {}): SafeClient {
  const made = new SafeClient({ allowLoopback: true, ...options });
  closing.push(() => made.close());
  return made;
}
/** A polite client whose pauses are only noted. */
function polite(options: ConstructorParameters<typeof PoliteClient>[0] = {}) {
  const waits: number[] = [];
  let now = 1_000_000;
  const made = new PoliteClient({
    allowLoopback: true,
    now: () => now,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
    ...options,
  });
  closing.push(() => made.close());
  return { client: made, waits };
}

describe("SafeClient", () => {
  it("says who it is, and sends nothing else of its own", async () => {
    const { url, requests } = await started({ "/a": { body: "hello" } });
    const answer = await client().get(`${url}/a`);
    expect(new TextDecoder().decode(answer.bytes)).toBe("hello");
    expect(requests[0]!.headers["user-agent"]).toMatch(/^Attache\//);
    for (const name of ["cookie", "authorization", "referer", "origin"])
      expect(requests[0]!.headers).not.toHaveProperty(name);
  });

  it("unpacks, follows redirects, and tells the address that answered", async () => {
    const { url } = await started({
      "/old": { status: 301, headers: { location: "/new?x=1" } },
      "/new?x=1": { body: gzipSync("unpacked"), headers: { "content-encoding": "gzip" } },
    });
    const answer = await client().get(`${url}/old`);
    expect([answer.url, new TextDecoder().decode(answer.bytes)]).toEqual([`${url}/new?x=1`, "unpacked"]);
  });

  it("asks whether a page changed", async () => {
    const { url } = await started({ "/a": { body: "hello", headers: { etag: '"1"' } } });
    const first = await client().get(`${url}/a`);
    const second = await client().get(`${url}/a`, { etag: first.etag });
    expect([first.status, second.status, second.bytes.length]).toEqual([200, 304, 0]);
  });

  it.each([
    ["a body too large as it says", { body: "x".repeat(5_000) }, "fetch.too-large"],
    [
      "a body too large without saying so",
      (_: unknown, response: NodeJS.WritableStream) => {
        for (let i = 0; i < 5; i += 1) response.write("x".repeat(1_000));
        response.end();
      },
      "fetch.too-large",
    ],
    [
      "a body too large once unpacked",
      { body: gzipSync("x".repeat(5_000_000)), headers: { "content-encoding": "gzip" } },
      "fetch.too-large",
    ],
    [
      "what is not packed as it says",
      { body: "plain", headers: { "content-encoding": "gzip" } },
      "fetch.failed",
    ],
    [
      "a packing nobody asked for",
      { body: "plain", headers: { "content-encoding": "zstd" } },
      "fetch.failed",
    ],
    ["packing in packing", { body: "plain", headers: { "content-encoding": "gzip, gzip" } }, "fetch.failed"],
    ["a type that is not read", { body: "x", headers: { "content-type": "video/mp4" } }, "fetch.type"],
    ["redirects in a circle", { status: 302, headers: { location: "/bad" } }, "fetch.redirects"],
    [
      "a redirect to another scheme",
      { status: 302, headers: { location: "file:///etc/passwd" } },
      "url.refused",
    ],
    ["headers without end", { headers: { "x-long": "y".repeat(100_000) } }, "fetch.failed"],
    [
      "a body that never ends",
      (_: unknown, response: NodeJS.WritableStream) => void response.write("x"),
      "fetch.timeout",
    ],
    ["silence", () => {}, "fetch.timeout"],
    [
      "a connection cut off",
      (request: { socket: { destroy(): void } }) => request.socket.destroy(),
      "fetch.failed",
    ],
  ] as [string, Site[string], string][])("refuses %s", async (_, page, code) => {
    const { url } = await started({ "/bad": page });
    const bounded = client({ maxBytes: 4_096, milliseconds: 600 });
    await expect(bounded.get(`${url}/bad`, { types: /^text\// })).rejects.toMatchObject({
      name: "UserError",
      code,
    });
  });

  it("can be called off", async () => {
    const { url } = await started({ "/a": () => {} });
    await expect(client().get(`${url}/a`, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
      name: "TimeoutError",
    });
  });
});

describe("PoliteClient", () => {
  it("keeps to robots.txt, read once for each host", async () => {
    const { url, requests } = await started({
      "/robots.txt": {
        body: "User-agent: *\nDisallow: /private\nCrawl-delay: 3\n",
        headers: { "content-type": "text/plain" },
      },
      "/a": { body: "a" },
      "/b": { body: "b" },
      "/private/x": { body: "secret" },
    });
    const { client: made, waits } = polite();
    await expect(made.get(`${url}/private/x`)).rejects.toMatchObject({ code: "robots.forbidden" });
    await Promise.all([made.get(`${url}/a`), made.get(`${url}/b`)]);
    expect(requests.map((request) => request.url)).toEqual(["/robots.txt", "/a", "/b"]);
    expect(waits).toEqual([3_000]);
  });

  it("asks nothing of a host whose robots.txt fails", async () => {
    const { url } = await started({ "/robots.txt": { status: 503 }, "/a": { body: "a" } });
    await expect(polite().client.get(`${url}/a`)).rejects.toMatchObject({ code: "robots.forbidden" });
  });

  it("waits as long as a busy host asks, then gives up", async () => {
    let busy = 1;
    const { url } = await started({
      "/a": (_, response) => {
        busy -= 1;
        response
          .writeHead(busy >= 0 ? 429 : 200, { "retry-after": "7", "content-type": "text/html" })
          .end("a");
      },
      "/b": { status: 503, headers: { "retry-after": "3600" } },
    });
    const { client: made, waits } = polite({ gap: 0 });
    await expect(made.get(`${url}/a`)).resolves.toMatchObject({ status: 200 });
    expect(waits).toEqual([7_000]);
    await expect(made.get(`${url}/b`)).rejects.toMatchObject({
      code: "fetch.busy",
      message: expect.stringContaining("in 3600 s"),
    });
  });
});
