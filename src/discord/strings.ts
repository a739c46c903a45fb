import type { UserError } from "../ops/user-error.ts";
import { de } from "./locales/de.ts";
import { en } from "./locales/en.ts";
import { fr } from "./locales/fr.ts";
import { ja } from "./locales/ja.ts";
import { ru } from "./locales/ru.ts";
import { uk } from "./locales/uk.ts";
import { zh } from "./locales/zh.ts";

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

  readonly button: {
    readonly passage: (n: number) => string;
    readonly followUp: string;
    readonly more: string;
    readonly timeline: string;
    readonly open: string;
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

/** English first: it is what stands where a language is not spoken. */
export const languages: readonly Strings[] = [en, de, fr, ru, uk, zh, ja];

/** The strings of a locale, or of its language, or English. */
export function stringsOf(locale: string | null | undefined): Strings {
  return (
    languages.find((strings) => strings.locale === locale) ??
    languages.find((strings) => strings.locale.split("-")[0] === locale?.split("-")[0]) ??
    en
  );
}

/** What is told of a mistake: in the reader's language where it is a common one, else in the error's own words. */
export function told({ code, message }: UserError, strings: Strings): string {
  if (code === "question.empty") return strings.emptyQuestion;
  if (code === "question.long") return strings.longQuestion;
  return message;
}

/** A command's or option's names and descriptions in every language, as Discord registers them. */
export function localised(command: string, option?: string) {
  const words = languages.map((strings) => {
    const found = strings.commands[command]!;
    return { locale: strings.locale, ...(option === undefined ? found : found.options![option]!) };
  });
  const [english, ...others] = words;
  const record = (field: "name" | "description") =>
    Object.fromEntries(others.map((each) => [each.locale, each[field]]));
  return {
    name: english!.name,
    description: english!.description,
    name_localizations: record("name"),
    description_localizations: record("description"),
  };
}
