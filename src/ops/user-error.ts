/** A mistake of the user's, not a fault of the program's: the message says what is wrong, where, and how to mend it. */
export class UserError extends Error {
  override readonly name = "UserError";
  /** Stable, for tests and for replies in another language, e.g. `corpus.empty`. */
  readonly code: string;
  /** `2` where the command itself was wrong, `1` where what it named was. */
  readonly exitCode: 1 | 2;

  constructor(code: string, message: string, options: { cause?: unknown; exitCode?: 1 | 2 } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.exitCode = options.exitCode ?? 1;
  }
}
