/** Languages whose month names are known beside the page's own, commonest on the web first: the first claims a word. */
const LANGUAGES =
  "en de fr es it pt ru nl pl sv nb da fi cs sk hu ro tr el uk bg be hr sr-Latn sr sl lt lv et ca gl eu id vi fa he ar hi".split(
    " ",
  );

const tables = new Map<string, ReadonlyMap<string, number>>();
let merged: ReadonlyMap<string, number> | undefined;

/**
 * The month, 1–12, that a word names, in any case, with or without accents, written out or shortened. Names come from
 * CLDR through `Intl`, in the standing form and in the form they take beside a day (`марта`, `stycznia`).
 *
 * @param language BCP 47 tag of the text: `listopad` is October in Croatian and November in Polish
 */
export function monthOf(word: string, language?: string): number | undefined {
  const key = folded(word);
  const own = language === undefined ? undefined : tableOf(language)?.get(key);
  merged ??= mergeAll();
  return own ?? merged.get(key);
}

function mergeAll(): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const [name, month] of tableOf(language) ?? []) if (!all.has(name)) all.set(name, month);
  }
  return all;
}

function tableOf(language: string): ReadonlyMap<string, number> | undefined {
  const tag = language.split(/[-_]/)[0] === "sr" ? language : language.split(/[-_]/)[0]!.toLowerCase();
  const known = tables.get(tag);
  if (known !== undefined) return known;
  if (!/^[a-z]{2,3}(-\w+)?$/i.test(tag) || tables.size > 100) return undefined;
  const table = new Map<string, number>();
  for (const style of ["long", "short"] as const) {
    for (const options of [{ month: style }, { month: style, day: "numeric" }] as const) {
      // A mistyped tag falls back to the default language, whose names are in the merged table anyway.
      const format = new Intl.DateTimeFormat(tag, { ...options, calendar: "gregory", timeZone: "UTC" });
      for (let month = 1; month <= 12; month += 1) {
        const part = format.formatToParts(Date.UTC(2023, month - 1, 5)).find(({ type }) => type === "month");
        const name = folded(part?.value ?? "");
        if (/\p{L}{2}/u.test(name) && !table.has(name)) table.set(name, month);
      }
    }
  }
  // Newsrooms shorten September both ways, whatever CLDR holds.
  for (const [name, month] of [
    ["sept", 9],
    ["sep", 9],
  ] as const)
    if (!table.has(name)) table.set(name, month);
  tables.set(tag, table);
  return table;
}

function folded(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\.$/, "").toLowerCase();
}
