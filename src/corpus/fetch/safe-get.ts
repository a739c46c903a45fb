import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, type Dispatcher } from "undici";
import { UserError } from "../../ops/user-error.ts";
import { checkUrl } from "./check-url.ts";
import { type Resolve, safeLookup } from "./safe-lookup.ts";

export interface ClientOptions {
  /** How names are resolved; the system's resolver by default. */
  readonly resolve?: Resolve | undefined;
  /** For tests alone: this machine may be asked. */
  readonly allowLoopback?: boolean | undefined;
  readonly userAgent?: string | undefined;
  /** The most bytes of a body, both as it comes and once decompressed. */
  readonly maxBytes?: number | undefined;
  /** For the whole of a request, redirects included. */
  readonly milliseconds?: number | undefined;
  /** The clock, in milliseconds since 1970, by which a date in `Retry-After` is read. */
  readonly now?: (() => number) | undefined;
}

export interface Wanted {
  /** What an earlier answer said of itself: the server may answer that nothing changed. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Media types that are read; another is refused before its body is. Any, where left out. */
  readonly types?: RegExp | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Fetched {
  /** The address that answered, redirects followed. */
  readonly url: string;
  readonly status: number;
  /** The `Content-Type` header, or `""`. */
  readonly mediaType: string;
  /** Empty where the status is not 200. */
  readonly bytes: Uint8Array;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** Seconds that the server asks to wait. */
  readonly retryAfter: number | undefined;
}

const AGENT_NAME = "Attache/0.1 (news briefing assistant; honours robots.txt)";
const MOST_REDIRECTS = 5;

/** Fetches from the public internet alone, within limits. Sends no cookies, credentials or referrer, and runs nothing. */
export class SafeClient {
  readonly userAgent: string;
  readonly #options: ClientOptions;
  readonly #agent: Agent;

  constructor(options: ClientOptions = {}) {
    this.#options = options;
    this.userAgent = options.userAgent ?? AGENT_NAME;
    this.#agent = new Agent({
      connect: { lookup: safeLookup(options.resolve, options.allowLoopback), timeout: 10_000 },
      keepAliveTimeout: 5_000,
      maxResponseSize: -1,
    });
  }

  /**
   * Gets a resource. Each hop of a redirect is checked as the first address is.
   *
   * @throws UserError `url.refused`, `url.invalid`, `fetch.unknown-host`, `fetch.failed`, `fetch.too-large`,
   *   `fetch.type`, `fetch.redirects`, `fetch.timeout`
   */
  async get(address: string, wanted: Wanted = {}): Promise<Fetched> {
    const { milliseconds = 30_000 } = this.#options;
    const clock = AbortSignal.timeout(milliseconds);
    const signal = wanted.signal === undefined ? clock : AbortSignal.any([clock, wanted.signal]);
    try {
      return await this.#follow(address, { ...wanted, signal });
    } catch (error) {
      wanted.signal?.throwIfAborted();
      if (error instanceof UserError) throw error;
      // The lookup's own error arrives wrapped by the socket's.
      const cause = error instanceof Error && error.cause instanceof UserError ? error.cause : undefined;
      if (cause !== undefined) throw cause;
      if (clock.aborted) {
        throw new UserError("fetch.timeout", `${address} did not answer within ${milliseconds / 1000} s.`, {
          cause: error,
        });
      }
      throw new UserError("fetch.failed", `${address} could not be fetched (${reasonOf(error)}).`, {
        cause: error,
      });
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #follow(address: string, wanted: Wanted & { readonly signal: AbortSignal }): Promise<Fetched> {
    let url = checkUrl(address, this.#options);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const response = await this.#request(url, wanted);
      const location = header(response.headers, "location");
      if (![301, 302, 303, 307, 308].includes(response.statusCode) || location === undefined) {
        return await this.#read(url, response, wanted);
      }
      discard(response.body);
      if (!URL.canParse(location, url.href)) {
        throw new UserError("url.invalid", `${url.href} sends on to what is no address.`);
      }
      url = checkUrl(new URL(location, url).href, this.#options);
    }
    throw new UserError("fetch.redirects", `${address} sends on more than ${MOST_REDIRECTS} times.`);
  }

  #request(url: URL, { etag, lastModified, signal }: Wanted): Promise<Dispatcher.ResponseData> {
    return this.#agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: "GET",
      signal: signal!,
      headers: {
        "user-agent": this.userAgent,
        accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "accept-encoding": "gzip, br, deflate",
        ...(etag && { "if-none-match": etag }),
        ...(lastModified && { "if-modified-since": lastModified }),
      },
    });
  }

  async #read(
    url: URL,
    { statusCode: status, headers, body }: Dispatcher.ResponseData,
    wanted: Wanted,
  ): Promise<Fetched> {
    const mediaType = header(headers, "content-type") ?? "";
    const answer = {
      url: url.href,
      status,
      mediaType,
      etag: header(headers, "etag"),
      lastModified: header(headers, "last-modified"),
      retryAfter: secondsOf(header(headers, "retry-after"), (this.#options.now ?? Date.now)()),
    };
    if (status !== 200) {
      discard(body);
      return { ...answer, bytes: new Uint8Array() };
    }
    if (mediaType !== "" && wanted.types?.test(mediaType) === false) {
      discard(body);
      throw new UserError(
        "fetch.type",
        `${url.href} is of a type that is not read (${mediaType.slice(0, 80)}).`,
      );
    }
    const most = this.#options.maxBytes ?? 32 * 2 ** 20;
    if (Number(header(headers, "content-length") ?? 0) > most) {
      discard(body);
      throw tooLarge(url, most);
    }
    return { ...answer, bytes: await collect(body, header(headers, "content-encoding"), most, url) };
  }
}

/** Ends a body that is not wanted. That it was cut off, which is meant, would else be reported as an uncaught error. */
function discard(body: Readable): void {
  body.once("error", () => {}).destroy();
}

/** A body's bytes, decompressed, never more than `most` of them at either end. */
async function collect(
  body: Readable,
  encoding: string | undefined,
  most: number,
  url: URL,
): Promise<Uint8Array> {
  const codings = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (codings.length > 1) throw new UserError("fetch.failed", `${url.href} is compressed more than once.`);
  const source = counted(body, most, url);
  const decoder = decoderOf(codings[0]);
  const parts: Uint8Array[] = [];
  if (decoder === undefined) {
    for await (const part of source) parts.push(part);
    return Buffer.concat(parts);
  }
  const fed = feed(source, decoder);
  for await (const part of counted(decoder, most, url)) parts.push(part);
  await fed;
  return Buffer.concat(parts);
}

async function feed(
  source: AsyncIterable<Uint8Array>,
  decoder: NodeJS.WritableStream & Readable,
): Promise<void> {
  try {
    for await (const part of source) {
      if (!decoder.write(part) && !decoder.destroyed) {
        await new Promise<void>((resolve) => decoder.once("drain", resolve).once("close", resolve));
      }
      if (decoder.destroyed) return;
    }
    decoder.end();
  } catch (error) {
    decoder.destroy(error as Error);
  }
}

async function* counted(source: Readable, most: number, url: URL): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const part of source) {
    bytes += part.length;
    if (bytes > most) throw tooLarge(url, most);
    yield part;
  }
}

function decoderOf(coding: string | undefined) {
  if (coding === undefined) return undefined;
  if (coding === "gzip" || coding === "x-gzip") return createGunzip();
  if (coding === "br") return createBrotliDecompress();
  if (coding === "deflate") return createInflate();
  throw new UserError(
    "fetch.failed",
    `the answer is compressed in a way that was not asked for (${coding.slice(0, 20)}).`,
  );
}

function tooLarge(url: URL, most: number): UserError {
  return new UserError(
    "fetch.too-large",
    `${url.href} has more than ${Math.round(most / 2 ** 20)} MB, which is the most that is fetched.`,
  );
}

function header(headers: Dispatcher.ResponseData["headers"], name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** `Retry-After`: seconds, or a date. */
function secondsOf(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return code || error.message.split("\n", 1)[0]!;
}
