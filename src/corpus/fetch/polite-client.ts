import { UserError } from "../../ops/user-error.ts";
import { checkUrl } from "./check-url.ts";
import { Robots } from "./robots.ts";
import { type ClientOptions, type Fetched, SafeClient, type Wanted } from "./safe-get.ts";

export interface PoliteOptions extends ClientOptions {
  /** Milliseconds between two requests to one host; its robots.txt may ask for more. */
  readonly gap?: number | undefined;
  /** How often a request is tried again that the host was too busy for. */
  readonly retries?: number | undefined;
  readonly wait?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined;
}

/** A host that asks for a longer pause is asked again another day. */
const LONGEST_WAIT = 60;
const LONGEST_DELAY = 30;

/**
 * Fetches as hosts like to be asked: one request at a time to each, with a gap between, what robots.txt forbids not at
 * all, and after `429` or `503` only when the host says.
 */
export class PoliteClient {
  readonly #client: SafeClient;
  readonly #robots: Robots;
  readonly #options: PoliteOptions;
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #last = new Map<string, number>();

  constructor(options: PoliteOptions = {}) {
    this.#options = options;
    this.#client = new SafeClient(options);
    this.#robots = new Robots(this.#client, options.now);
  }

  /**
   * Gets a resource, when it is its turn.
   *
   * @throws UserError `robots.forbidden`, `fetch.busy`, or what {@link SafeClient.get} throws
   */
  get(address: string, wanted: Wanted = {}): Promise<Fetched> {
    const { host } = checkUrl(address, this.#options);
    const turn = (this.#queues.get(host) ?? Promise.resolve()).then(() => this.#ask(address, wanted));
    const settled = turn.then(
      () => {},
      () => {},
    );
    this.#queues.set(host, settled);
    void settled.then(() => {
      if (this.#queues.get(host) === settled) this.#queues.delete(host);
    });
    return turn;
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  async #ask(address: string, wanted: Wanted): Promise<Fetched> {
    const url = checkUrl(address, this.#options);
    const rules = await this.#robots.rulesFor(url, wanted.signal);
    if (!rules.allows(url.href)) {
      throw new UserError(
        "robots.forbidden",
        `${url.href} is not fetched: the site's robots.txt asks programs not to.`,
      );
    }
    const { retries = 2 } = this.#options;
    for (let attempt = 0; ; attempt += 1) {
      await this.#pause(url, rules.delay, wanted.signal);
      const answer = await this.#client.get(url.href, wanted);
      if (answer.status !== 429 && answer.status !== 503) return answer;
      const pause = answer.retryAfter ?? 2 ** attempt;
      if (attempt >= retries || pause > LONGEST_WAIT) {
        const when = answer.retryAfter === undefined ? "later" : `in ${answer.retryAfter} s`;
        throw new UserError(
          "fetch.busy",
          `${url.href} answered that it is too busy (${answer.status}). Try again ${when}.`,
        );
      }
      await this.#wait(pause * 1000, wanted.signal);
    }
  }

  async #pause({ host }: URL, delay: number | undefined, signal: AbortSignal | undefined): Promise<void> {
    const now = this.#options.now ?? Date.now;
    const gap = Math.max(this.#options.gap ?? 1000, Math.min(delay ?? 0, LONGEST_DELAY) * 1000);
    const left = (this.#last.get(host) ?? Number.NEGATIVE_INFINITY) + gap - now();
    if (left > 0) await this.#wait(left, signal);
    this.#last.set(host, now());
  }

  #wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
    if (this.#options.wait !== undefined) return this.#options.wait(milliseconds, signal);
    return import("node:timers/promises").then(({ setTimeout }) =>
      setTimeout(milliseconds, undefined, { signal }),
    );
  }
}
