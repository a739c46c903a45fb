import type { APIApplicationCommandOptionChoice } from "discord.js";
import type { Desk } from "../src/desk.ts";
import type { Tools } from "../src/discord/command.ts";
import type { Strings } from "../src/discord/strings.ts";
import type { SourceName } from "../src/index/corpus-index.ts";
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
  const names = await desk.sourceNames();
  const wanted = given.toLowerCase();
  const found =
    names.find(({ id }) => id === given)?.id ??
    names.find(({ publisher }) => publisher?.toLowerCase() === wanted)?.publisher ??
    names.find(({ id }) => id.toLowerCase() === wanted)?.id;
  if (found) return found;
  throw new UserError("source", strings.unknownSource(given));
}

/** Publishers, then articles, that match what is typed so far. */
export async function sourceChoices(
  typed: string,
  { desk }: Tools,
): Promise<APIApplicationCommandOptionChoice<string>[]> {
  const wanted = typed.toLowerCase();
  return choicesOf(await desk.sourceNames())
    .values()
    .filter(({ key }) => key.includes(wanted))
    .take(25)
    .map(({ name, value }) => ({ name: clip(name, 100), value }))
    .toArray();
}

/** A source to choose, and what is looked through for what is typed. */
type Choice = { readonly name: string; readonly value: string; readonly key: string };

/** Somebody types letter by letter: what can be chosen is laid out once for each list of names. */
const laidOut = new WeakMap<readonly SourceName[], readonly Choice[]>();

function choicesOf(names: readonly SourceName[]): readonly Choice[] {
  let choices = laidOut.get(names);
  if (!choices) {
    const publishers = new Set(names.map(({ publisher }) => publisher));
    choices = [
      ...[...publishers].flatMap((name) =>
        name !== null && name.length <= 100 ? { name, value: name, key: name.toLowerCase() } : [],
      ),
      ...names.map(({ id, name: title, publisher }) => {
        const name = [publisher, title].filter(Boolean).join(": ");
        return { name, value: id, key: `${name} ${id}`.toLowerCase() };
      }),
    ];
    laidOut.set(names, choices);
  }
  return choices;
}

/** A menu shows a hundred characters; what is chosen is the id behind them. */
export function clip(text: string, length: number): string {
  const characters = [...text];
  return text.length <= length ? text : `${characters.slice(0, length / 2 - 1).join("")}…`.slice(0, length);
}
