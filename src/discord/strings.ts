import type { Published } from "../corpus/article.ts";
import type { Tie } from "../corpus/story-tree.ts";

/** Everything the bot says of itself, in one language. What sources say is never translated. */
export interface Strings {
  /** Discord's name of the locale, which is a BCP 47 tag. */
  readonly locale: string;
  /** The language's own name, for the settings. */
  readonly language: string;
  readonly commands: Readonly<Record<string, CommandWords>>;

  readonly about: (date: string) => string;
  readonly dateUnknown: string;
  readonly original: string;
  readonly relays: (outlet: string) => string;
  readonly relay: string;
  readonly summary: string;
  readonly aiSummary: string;
  readonly machineWritten: string;
  readonly excerpt: string;
  readonly dateInferred: string;

  readonly extractive: string;
  readonly generated: string;
  readonly writing: string;
  readonly refused: string;
  readonly nearest: string;
  readonly none: string;
  readonly page: (page: number, pages: number) => string;
  readonly wholeText: string;
  readonly inContext: string;
  readonly notInCorpus: string;
  readonly moreEvidence: string;
  readonly noMoreEvidence: string;
  readonly timeline: string;
  readonly timelineOf: (topic: string) => string;
  readonly noEvents: string;
  readonly announced: string;
  readonly voices: (count: number) => string;
  readonly sources: (articles: number, passages: number) => string;
  readonly noSources: string;
  readonly unknownSource: (name: string) => string;
  readonly passages: (count: number) => string;
  readonly evidence: string;
  readonly beginning: string;
  readonly linkOnly: string;
  readonly quoteAlone: string;

  readonly story: {
    readonly count: (sources: number, voices: number) => string;
    readonly notHere: string;
    readonly tie: Readonly<Record<Tie, string>>;
    readonly basis: Readonly<Record<Published["basis"], string>>;
  };
  readonly button: {
    readonly passage: (n: number) => string;
    readonly followUp: string;
    readonly more: string;
    readonly timeline: string;
    readonly open: string;
    readonly tree: string;
    readonly reports: string;
    readonly article: string;
    readonly back: string;
    readonly next: string;
  };
  readonly followUp: { readonly title: string; readonly label: string };
  readonly thanks: string;

  readonly error: (id: string) => string;
  readonly timeout: (id: string) => string;
  readonly restarting: string;
  readonly expired: string;
  readonly notHere: string;
  readonly notYou: string;
  readonly managersOnly: string;
  readonly serversOnly: string;
  readonly limitReached: (limit: number) => string;
  readonly badDate: (given: string) => string;
  readonly emptyQuestion: string;
  readonly longQuestion: string;
  readonly elsewhere: string;

  readonly settings: {
    readonly title: string;
    readonly channels: string;
    readonly roles: string;
    readonly language: string;
    readonly ownLanguage: string;
    readonly limit: string;
    readonly noLimit: string;
    readonly perDay: (limit: number) => string;
    readonly ephemeral: (on: boolean) => string;
    readonly mentions: (on: boolean) => string;
  };
  readonly ingest: {
    readonly nothing: string;
    readonly unavailable: string;
    readonly tooLarge: (megabytes: number) => string;
    readonly done: (articles: number) => string;
    readonly skipped: string;
    readonly unchanged: (count: number) => string;
    readonly badUrl: string;
  };
  readonly help: string;
}

/** A command's or option's name, as typed, and its description; options by their English name. */
export interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly options?: Readonly<Record<string, CommandWords>>;
}
