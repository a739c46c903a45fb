/**
 * What a Cyrillic name may be in Latin letters: first as it stands, then in the nominative that its ending may belong
 * to, since articles name people in every case. Takes a folded form; empty where it is not all Cyrillic.
 */
export function latinNames(form: string): string[] {
  if (!/^\p{Script=Cyrillic}+$/u.test(form)) return [];
  const nominatives = cases.flatMap(([ending, ...names]) =>
    ending.test(form) ? names.map((name) => form.replace(ending, name)) : [],
  );
  return [...new Set([form, ...nominatives])].map(inLatin);
}

/** Endings of Russian and Ukrainian surnames, and those of the nominative that they may stand for. */
const cases: readonly (readonly [RegExp, ...string[]])[] = [
  [/(?<=[сц]ь?к)(?:ой|ую|ою|ої)$/u, "ая"],
  [/(?<=[сц]ь?к)(?:ого|ому|им|ім|ом)$/u, "ий"],
  [/(?<=[оеёиы][внй])(?:ой|ою)$/u, "а"],
  [/(?<=[оеёиы][внй])[ауеі]$/u, "а", ""],
  [/(?<=[оеёиы][внй])(?:ым|ом|им)$/u, ""],
  [/енк(?:а|у|и|е|ом|ой|ою)$/u, "енко"],
  [/(?<=[^аеёиоуыэюяіїє])(?:а|у|е|ом|ем|ым|ами)$/u, ""],
];

function inLatin(form: string): string {
  let latin = "";
  for (const letter of form) latin += letters[letter] ?? letter;
  return latin;
}

const letters: Readonly<Record<string, string>> = Object.fromEntries(
  `а a б b в v г g ґ g д d е e є ye ж zh з z и i і i ї yi й y к k л l м m н n о o п p р r с s т t у u ў u ф f х kh ц ts
  ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya ј j љ lj њ nj ћ c ђ dj џ dz`
    .split(/\n\s*/)
    .join(" ")
    .match(/\p{Script=Cyrillic} [a-z]*/gu)!
    .map((pair) => pair.split(" ") as [string, string]),
);

/** Whether a language, by its BCP 47 tag, is written in Cyrillic letters. */
export function writtenInCyrillic(language: string): boolean {
  return cyrillic.has(language.split("-")[0]!);
}

const cyrillic = new Set(["be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"]);
