import type {
  APIApplicationCommandOptionChoice,
  APIInteractionDataResolved,
  APIModalInteractionResponseCallbackData,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { Article } from "../corpus/article.ts";
import type { NamedBytes } from "../corpus/ingest.ts";
import type { Desk } from "../desk.ts";
import type { Settings } from "../ops/state/settings.ts";
import type { State } from "../ops/state/state.ts";
import type { Reply } from "./reply.ts";
import type { Strings } from "./strings.ts";

/** What every request may use. */
export interface Tools {
  readonly desk: Desk;
  readonly state: State;
  /** Adds to the corpus; absent where this bot's corpus is closed. */
  readonly ingest?: Ingest | undefined;
}

/** One document, page or feed, added to the corpus, and searchable moments after the promise resolves. */
export type Ingest = (
  what: { readonly url: string } | NamedBytes,
  signal: AbortSignal,
) => Promise<{
  readonly added: readonly Article[];
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
  /** How many were there already, as they are. */
  readonly unchanged: number;
}>;

/** Who asks, where, and in what language they are answered. */
export interface Request extends Tools {
  readonly user: string;
  readonly guild: string | null;
  readonly channel: string;
  /** The conversation that this goes on with, or begins. */
  readonly conversation: string;
  readonly settings: Settings;
  readonly strings: Strings;
  /** Whether the asker may manage the server. */
  readonly manager: boolean;
  /** Aborted when an answer could no longer be delivered. */
  readonly signal: AbortSignal;
  /** Shows what is ready so far. It returns at once; what comes too fast for Discord is left out. */
  readonly progress: (reply: Reply) => void;
}

/** A slash command as it was called. */
export interface CommandRequest extends Request {
  /** The options given, by their English names. */
  readonly options: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly resolved: APIInteractionDataResolved | undefined;
}

/** Something people can say to the bot with a slash. A broken one fails the type check, not the user. */
export interface Command {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** `true`: only the asker sees the reply, whatever the server's settings say. */
  readonly ephemeral?: boolean;
  /** Counts towards the daily limit of questions. */
  readonly limited?: boolean;
  /** Open even where the settings close the channel or exclude the asker's roles. */
  readonly ungated?: boolean;
  execute(request: CommandRequest): Promise<Reply>;
  /** At most 25 choices for the option that is being typed. */
  autocomplete?(typed: string, tools: Tools): Promise<APIApplicationCommandOptionChoice<string>[]>;
}

/** A button, menu or form under a message, as it was used. */
export interface ControlRequest extends Request {
  /** What stands in the custom id behind the control's name. */
  readonly args: readonly string[];
  /** What was chosen in a menu. */
  readonly values: readonly string[];
  /** What was typed into a form, by custom id. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Reacts to buttons, menus and forms whose custom id is its name, alone or followed by `:` and arguments. */
export type Control = Action | Form;

export interface Action {
  readonly name: string;
  /** `update`: the reply takes the message's place; `reply`: it is a new one; `ephemeral`: one for the presser alone. */
  readonly answers: "update" | "reply" | "ephemeral";
  readonly limited?: boolean;
  readonly ungated?: boolean;
  execute(request: ControlRequest): Promise<Reply>;
}

/** A button that opens a form, at once: Discord lets no form wait. */
export interface Form {
  readonly name: string;
  form(args: readonly string[], strings: Strings): APIModalInteractionResponseCallbackData;
}

/** All that people can say to the bot: what `startBot` and `deployCommands` are given. */
export interface Vocabulary {
  readonly commands: readonly Command[];
  readonly controls: readonly Control[];
  /** Answers a question put by mention, reply or direct message. */
  answer(request: Request, question: string, said: string | null): Promise<Reply>;
}
