import robotsModule from "robots-parser";
import { UserError } from "../../ops/user-error.ts";
import { decodeText } from "../formats/decode.ts";
import type { SafeClient } from "./safe-get.ts";

/** What a host's robots.txt says to us. */
export interface Rules {
  allows(url: string): boolean;
  /** Seconds that it asks to leave between requests. */
  readonly delay: number | undefined;
}

interface Robots9309 {
  isAllowed(url: string, userAgent: string): boolean | undefined;
  getCrawlDelay(userAgent: string): number | undefined;
}
// Its types describe a default export inside the module; CommonJS makes the function the module itself.
const robotsParser = robotsModule as unknown as (url: string, text: string) => Robots9309;

const EVERYTHING: Rules = { allows: () => true, delay: undefined };
const NOTHING: Rules = { allows: () => false, delay: undefined };
/** RFC 9309 asks to read at least 500 KiB, and to keep a copy no longer than a day. */
const LONGEST = 512 * 1024;
const KEPT = 24 * 3_600_000;

/** Reads each host's robots.txt once a day (RFC 9309): none there allows everything, a host that fails allows nothing. */
export class Robots {
  readonly #client: SafeClient;
  readonly #now: () => number;
  readonly #rules = new Map<string, { readonly rules: Promise<Rules>; readonly until: number }>();

  constructor(client: SafeClient, now: () => number = Date.now) {
    this.#client = client;
    this.#now = now;
  }

  /** The rules of an address's host. What cannot be asked because it is refused, or has no such host, throws. */
  rulesFor(url: URL, signal?: AbortSignal): Promise<Rules> {
    const known = this.#rules.get(url.origin);
    if (known !== undefined && known.until > this.#now()) return known.rules;
    const rules = this.#read(new URL("/robots.txt", url), signal);
    this.#rules.set(url.origin, { rules, until: this.#now() + KEPT });
    // A failure is not kept: the next request asks again.
    rules.catch(() => this.#rules.delete(url.origin));
    return rules;
  }

  async #read(address: URL, signal: AbortSignal | undefined): Promise<Rules> {
    let answer: Awaited<ReturnType<SafeClient["get"]>>;
    try {
      answer = await this.#client.get(address.href, { signal });
    } catch (error) {
      if (error instanceof UserError && /^fetch\.(?:too-large|type|redirects)$/.test(error.code))
        return NOTHING;
      throw error;
    }
    if (answer.status >= 500 || answer.status === 429) return NOTHING;
    if (answer.status !== 200) return EVERYTHING;
    const name = this.#client.userAgent;
    const robots = robotsParser(address.href, decodeText(answer.bytes.subarray(0, LONGEST)));
    return { allows: (url) => robots.isAllowed(url, name) !== false, delay: robots.getCrawlDelay(name) };
  }
}
