import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SafeClient } from "../../src/corpus/fetch/safe-get.ts";

/** Addresses that no article is at: this machine, its network, its cloud's metadata, and what is reserved. */
const PRIVATE = [
  "127.0.0.1",
  "127.8.8.8",
  "0.0.0.0",
  "10.0.0.1",
  "100.64.0.1",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "192.0.0.1",
  "192.0.2.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
];

/** One address in the ways that a URL may write it. */
function disguises(address: string): string[] {
  const [a, b, c, d] = address.split(".").map(Number) as [number, number, number, number];
  const whole = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const hex = (value: number, width = 2) => value.toString(16).padStart(width, "0");
  const pairs = `${hex((a << 8) | b, 4)}:${hex((c << 8) | d, 4)}`;
  return [
    address,
    `${address}.`,
    String(whole),
    `0x${hex(whole, 8)}`,
    `0${whole.toString(8)}`,
    [a, b, c, d].map((part) => `0${part.toString(8)}`).join("."),
    [a, b, c, d].map((part) => `0x${hex(part)}`).join("."),
    `${a}.${(b << 16) | (c << 8) | d}`,
    `0x${hex(a)}.0${b.toString(8)}.${(c << 8) | d}`,
    address.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    address.replaceAll(".", "。"),
    address.replaceAll(".", "%2e"),
    `[::ffff:${address}]`,
    `[::ffff:${pairs}]`,
    `[::${address}]`,
    `[64:ff9b::${pairs}]`,
    `[64:ff9b:1::${pairs}]`,
    `[2002:${pairs}::1]`,
    `[2001:0:${pairs}::1]`,
  ];
}

const NAMES = [
  "localhost",
  "LOCALHOST",
  "localhost.",
  "app.localhost",
  "printer.local",
  "metadata.google.internal",
  "router.lan",
  "nas.home.arpa",
  "intranet",
  "x.onion",
  // Names of the public internet, of which the resolver below says that they lead inside.
  "innocent.example.org",
  "127.0.0.1.nip.io",
  "mixed.example.org",
  "xn--bcher-kva.example.org",
];
const OTHER = [
  "http://user@example.org/",
  "http://user:secret@example.org/",
  "http://example.org:22/",
  "http://example.org:6379/",
  "https://example.org:8443/",
  "http://example.org:0/",
  "http://[::1]/",
  "http://[::]/",
  "http://[0:0:0:0:0:0:0:1]/",
  "http://[fe80::1]/",
  "http://[fe80::1%25eth0]/",
  "http://[fc00::1]/",
  "http://[fd12:3456::1]/",
  "http://[fec0::1]/",
  "http://[ff02::1]/",
  "http://[2001:db8::1]/",
  "http://[100::1]/",
  "http://[3fff::1]/",
  "file:///etc/passwd",
  "ftp://example.org/",
  "gopher://127.0.0.1:6379/_INFO",
  "dict://127.0.0.1:11211/stats",
  "ldap://127.0.0.1/",
  "jar:http://127.0.0.1!/",
  "data:text/html,<p>x",
  "javascript:alert(1)",
  "blob:http://127.0.0.1/x",
  "ws://127.0.0.1/",
  "unix:/var/run/docker.sock",
  "//127.0.0.1/",
  "http:127.0.0.1",
  "http:///127.0.0.1/",
  "http:\\\\127.0.0.1\\",
  "http://127.0.0.1\\@example.org/",
  "http://example.org@127.0.0.1/",
  "http://\t127.0.0.1/",
  "http://12\n7.0.0.1/",
  " http://127.0.0.1/",
  "http://①②⑦.⓪.⓪.①/",
  "http://0/",
  "http://./",
  "http://example..org:99999/",
  "not an address",
  "",
  `http://example.org/${"a".repeat(5_000)}`,
];
const HOSTILE = [
  ...PRIVATE.flatMap(disguises).flatMap((host) => [`http://${host}/`, `https://${host}/secret`]),
  ...NAMES.flatMap((host) => [`http://${host}/`, `https://${host}/`]),
  ...OTHER,
];

/** Says of every name that it is at this machine, and of one that it is also at a public address. */
const resolve = async (host: string) => [
  ...(host === "mixed.example.org" ? [{ address: "93.184.215.14", family: 4 }] : []),
  { address: "127.0.0.1", family: 4 },
];

// An address that was asked would come back as `fetch.failed` or `fetch.timeout`: only what is refused before a socket
// is opened has a code that begins with `url.`.
describe("hostile addresses", () => {
  let redirect: Server;
  let to = "";
  let door = "";
  beforeAll(async () => {
    redirect = createServer((socket) => {
      socket.once("data", () =>
        socket.end(`HTTP/1.1 302 Found\r\nLocation: ${to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`),
      );
    });
    await new Promise<void>((done) => redirect.listen(0, "127.0.0.1", done));
    door = `http://localhost:${(redirect.address() as { port: number }).port}/`;
  });
  afterAll(() => {
    redirect.close();
  });

  it("are at least 200, and none is asked", async () => {
    expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(200);
    const client = new SafeClient({ resolve, milliseconds: 2_000 });
    const codes = await Promise.all(
      HOSTILE.map((url) =>
        client.get(url).then(
          () => "fetched",
          ({ code }: { code?: string }) => code ?? "no code",
        ),
      ),
    );
    const passed = HOSTILE.filter((_, i) => !/^url\.(?:refused|invalid)$/.test(codes[i]!));
    expect(passed).toEqual([]);
    await client.close();
  });

  it("are not followed to by a redirect", async () => {
    // The first hop is this machine, which the switch for tests lets through; where it leads is checked by the rules.
    const client = new SafeClient({
      allowLoopback: true,
      milliseconds: 2_000,
      resolve: async (host) => [{ address: host === "localhost" ? "127.0.0.1" : "10.0.0.1", family: 4 }],
    });
    const targets = HOSTILE.filter(
      (url) => !/[\n\t]/.test(url) && url.trim() !== "" && url.length < 4_000,
    ).filter((url) => {
      const host = URL.canParse(url) ? new URL(url).hostname : "";
      return !/^(?:127\.|localhost$|\[::1\]|\[::ffff:7f)/.test(host) && URL.canParse(url);
    });
    for (to of targets) {
      await expect(client.get(door), to).rejects.toMatchObject({ code: expect.stringMatching(/^url\./) });
    }
    expect(targets.length).toBeGreaterThan(100);
    await client.close();
  });

  it("gain nothing by resolving to another address a moment later", async () => {
    let asked = 0;
    const answers = ["127.0.0.1", "10.0.0.1"];
    const client = new SafeClient({
      allowLoopback: true,
      milliseconds: 2_000,
      resolve: async () => {
        asked += 1;
        return [{ address: answers[Math.min(asked, 2) - 1]!, family: 4 }];
      },
    });
    to = "/again";
    // Five redirects to the same host: each new connection resolves anew, and is refused once the name turns inward.
    await expect(client.get(door)).rejects.toMatchObject({ code: "url.refused" });
    expect(asked).toBe(2);
    await client.close();
  });
});
