import type { UserError } from "../../ops/user-error.ts";
import type { Strings } from "../strings.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";
import { zh } from "./zh.ts";

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
