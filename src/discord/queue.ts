import { setImmediate } from "node:timers/promises";

/** Milliseconds that work waits for acknowledgements at most, lest a steady stream of them starve it. */
const courtesy = 1_000;

/**
 * Runs work, at most `width` at a time and in order of arrival. What is urgent (acknowledgements, which Discord wants
 * within three seconds) goes first: while any is under way, no further work begins.
 */
export class Queue {
  readonly #width: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #urgent = 0;
  #calm = Promise.withResolvers<void>();

  constructor(width: number) {
    this.#width = width;
    this.#calm.resolve();
  }

  async urgent<Result>(call: () => Promise<Result>): Promise<Result> {
    if (this.#urgent++ === 0) this.#calm = Promise.withResolvers();
    try {
      return await call();
    } finally {
      if (--this.#urgent === 0) this.#calm.resolve();
    }
  }

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.#width) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#running++;
    try {
      await this.#turn();
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }

  /** Lets what has arrived be taken in, then waits until nothing is urgent. */
  async #turn(): Promise<void> {
    await setImmediate();
    if (this.#urgent === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, courtesy);
    });
    await Promise.race([this.#calm.promise, enough]);
    clearTimeout(timer);
  }
}
