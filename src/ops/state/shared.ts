import type { Clock } from "./clock.ts";
import type { Database, Row, Value } from "./database.ts";

/** A database elsewhere that may come and go. */
export interface Remote extends Database {
  /** Makes ready what statements need, at the first use and after each time it was away. */
  prepare(): Promise<void>;
}

/** Told once when the database goes, and once when it is back. */
export interface Watch {
  away(error: unknown): void;
  /** @param lost how many changes could not be handed on: they were too many, or no longer fit */
  back(handedOn: number, lost: number): void;
}

type Statement = readonly [sql: string, ...values: Value[]];

/**
 * State that many processes share, and that goes on without: while the database is away each counts and remembers in
 * a copy of its own, and hands on what changed when it is back. Every change is made in the copy too, so that whoever
 * has used up a limit has not got it back meanwhile. What it costs: until then each process keeps limits, and tells
 * events it has seen, for itself alone.
 */
export class SharedDatabase implements Database {
  readonly #remote: Remote;
  readonly #copy: Database;
  readonly #watch: Watch;
  readonly #pause: number;
  readonly #now: Clock;
  /** Changes made while it was away, oldest first. */
  #outbox: Statement[] = [];
  #dropped = 0;
  #state: "new" | "there" | "away" = "new";
  #notBefore = 0;
  #preparing: Promise<void> | undefined;

  /** @param pause milliseconds after which a database that is away is tried again */
  constructor(remote: Remote, copy: Database, watch: Watch, pause = 5_000, now: Clock = Date.now) {
    this.#remote = remote;
    this.#copy = copy;
    this.#watch = watch;
    this.#pause = pause;
    this.#now = now;
  }

  get clock(): Clock {
    return this.#remote.clock;
  }

  read(...statement: Statement): Promise<readonly Row[]> {
    return this.#either(
      () => this.#remote.read(...statement),
      () => this.#copy.read(...statement),
    );
  }

  async write(...statement: Statement): Promise<readonly Row[]> {
    const here = await this.#copy.write(...statement);
    return this.#either(
      () => this.#remote.write(...statement),
      async () => {
        this.#outbox.push(statement);
        if (this.#outbox.length > mostWaiting) this.#dropped += this.#outbox.splice(0, 1).length;
        return here;
      },
    );
  }

  async keep(...statement: Statement): Promise<void> {
    if (this.#state === "there") await this.#copy.write(...statement);
  }

  async close(): Promise<void> {
    await Promise.all([this.#remote.close(), this.#copy.close()]);
  }

  async #either<T>(there: () => Promise<T>, here: () => Promise<T>): Promise<T> {
    if (this.#state === "away" && this.#now() < this.#notBefore) return here();
    try {
      if (this.#state !== "there") await this.#prepared();
      return await there();
    } catch (error) {
      this.#notBefore = this.#now() + this.#pause;
      if (this.#state !== "away") this.#watch.away(error);
      this.#state = "away";
      return here();
    }
  }

  /** One at a time: everyone who asks meanwhile waits for the same. */
  #prepared(): Promise<void> {
    this.#preparing ??= this.#prepare().finally(() => {
      this.#preparing = undefined;
    });
    return this.#preparing;
  }

  async #prepare(): Promise<void> {
    await this.#remote.prepare();
    let handedOn = 0;
    while (this.#outbox.length > 0) {
      const [statement] = this.#outbox as [Statement];
      try {
        await this.#remote.write(...statement);
        handedOn++;
      } catch (error) {
        if (!unfit(error)) throw error;
        this.#dropped++;
      }
      this.#outbox.shift();
    }
    if (this.#state === "away") this.#watch.back(handedOn, this.#dropped);
    this.#dropped = 0;
    this.#state = "there";
  }
}

/** Changes that wait for a database that is away, at most: a day of a busy bot. */
const mostWaiting = 100_000;

/** SQLSTATE 22 and 23: the values themselves are refused, and would be again. */
const unfit = (error: unknown): boolean => /^2[23]/.test(String((error as { code?: unknown }).code));
