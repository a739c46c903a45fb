import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Desk, DeskOptions } from "../desk.ts";
import type { CorpusOptions } from "../index/open-corpus.ts";
import { UserError } from "../ops/user-error.ts";
import type { Terminal } from "./terminal.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O; strict: true }>>["values"];

/** What a verb works with; `main` hands it in, so that no verb reads the environment or the clock. */
export interface Context {
  readonly terminal: Terminal;
  /** The corpus and the data folder, as the command line or the settings say, and where problems and progress go. */
  readonly corpusOptions: CorpusOptions;
  /** Brings the index up to date where it is not, and opens the desk on it; once a run. */
  openDesk(more?: Pick<DeskOptions, "ledger" | "limits" | "now" | "onFault">): Promise<Desk>;
  readonly signal: AbortSignal;
}

/** One verb of the command line: what it is called with, and the function that it runs. */
export interface Verb {
  readonly usage: string;
  readonly about: string;
  run(words: readonly string[], context: (shared: SharedValues) => Context): Promise<void>;
}

/** What the options that every verb takes were given as. */
export interface SharedValues {
  readonly corpus?: string | undefined;
  readonly data?: string | undefined;
}

/** Options that every verb takes. */
const shared = {
  corpus: { type: "string" },
  data: { type: "string" },
  json: { type: "boolean" },
} as const satisfies Options;

/** Declares a verb; the types of its values follow from its options. */
export function verb<const O extends Options>(declared: {
  readonly usage: string;
  readonly about: string;
  readonly options: O;
  /** How many words it takes after its name. */
  readonly words: { readonly min: number; readonly max: number };
  run(words: readonly string[], values: Values<O & typeof shared>, context: Context): Promise<void>;
}): Verb {
  return {
    usage: declared.usage,
    about: declared.about,
    async run(given, context) {
      const { words, values } = parsed(given, { ...shared, ...declared.options }, declared.usage);
      const { min, max } = declared.words;
      if (words.length < min || words.length > max) {
        const what = words.length < min ? "something is missing" : `"${words[max]}" is too much`;
        throw wrongUse(`${what}; a text of several words may want quotes`, declared.usage);
      }
      await declared.run(words, values as Values<O & typeof shared>, context(values as SharedValues));
    },
  };
}

function parsed(args: readonly string[], options: Options, usage: string) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return { words: positionals, values: given(values, usage) };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw wrongUse((error as Error).message.replace(/\s*\n\s*/g, " ").replace(/\.$/, ""), usage);
  }
}

/** Values as they are, none of them empty: `--data ""` would mean the folder one stands in. */
function given<T extends object>(values: T, usage: string): T {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "string" && value.trim() === "") throw wrongUse(`--${name} wants a value`, usage);
  }
  return values;
}

/** A command that cannot be carried out as it was written. */
export function wrongUse(what: string, usage: string): UserError {
  return new UserError("usage", `${what}.\nUsage: attache ${usage}`, { exitCode: 2 });
}

/** A whole number of an option, at least `min`. */
export function count(
  value: string | undefined,
  name: string,
  min: number,
  usage: string,
): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < min) {
    throw wrongUse(`--${name} takes a whole number from ${min}, not "${value}"`, usage);
  }
  return number;
}
