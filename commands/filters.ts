import type { APIApplicationCommandOptionChoice } from "discord.js";
import { nameOf } from "../src/corpus/citation.ts";
import type { Desk } from "../src/desk.ts";
import type { Tools } from "../src/discord/command.ts";
import type { Strings } from "../src/discord/strings.ts";
import { UserError } from "../src/ops/user-error.ts";

/** A date option: a year, a month or a day (EDTF level 0). */
export function dateOption(given: string | undefined, strings: Strings): string | undefined {
  if (given === undefined) return undefined;
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(given);
  const [, year, month = "01", day = "01"] = match ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // The calendar has no 2025-02-30: a date that moved was none.
  if (!match || Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) {
    throw new UserError("date", strings.badDate(given));
  }
  return given;
}

/** A source option: what was chosen, or typed and found. */
export async function sourceOption(
  given: string | undefined,
  desk: Desk,
  strings: Strings,
): Promise<string | undefined> {
  if (given === undefined) return undefined;
  const sources = (await desk.sources()).map(({ article }) => article);
  const named = (name: string | null) => name?.toLowerCase() === given.toLowerCase();
  const publisher = sources.find((article) => named(article.publisher))?.publisher;
  const found =
    sources.find(({ id }) => id === given)?.id ?? publisher ?? sources.find(({ id }) => named(id))?.id;
  if (found) return found;
  throw new UserError("source", strings.unknownSource(given));
}

/** Publishers, then articles, that match what is typed so far. */
export async function sourceChoices(
  typed: string,
  { desk }: Tools,
): Promise<APIApplicationCommandOptionChoice<string>[]> {
  const sources = await desk.sources();
  const publishers = [...new Set(sources.map(({ article }) => article.publisher))].filter(
    (publisher) => publisher !== null && publisher.length <= 100,
  ) as string[];
  return [
    ...publishers.map((publisher) => ({ name: publisher, value: publisher })),
    ...sources.map(({ article }) => ({
      name: [article.publisher, nameOf(article)].filter(Boolean).join(": "),
      value: article.id,
    })),
  ]
    .filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed.toLowerCase()))
    .slice(0, 25)
    .map(({ name, value }) => ({ name: clip(name, 100), value }));
}

/** A menu shows a hundred characters; what is chosen is the id behind them. */
export function clip(text: string, length: number): string {
  const characters = [...text];
  return text.length <= length ? text : `${characters.slice(0, length / 2 - 1).join("")}…`.slice(0, length);
}
