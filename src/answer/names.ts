import { distance } from "../text/names.ts";

/** Names that are written several ways: each as the reader counts it, one entity. */
const aliases = new Map(
  Object.entries({
    us: "us usa america american americans",
    uk: "uk britain british briton britons",
    france: "france french",
    germany: "germany german germans",
    netherlands: "netherlands dutch holland",
    poland: "poland polish poles pole",
    spain: "spain spanish",
    greece: "greece greek greeks",
    denmark: "denmark danish danes",
    sweden: "sweden swedish swedes",
    finland: "finland finnish finns",
    turkey: "turkey turkish turks turkiye",
    switzerland: "switzerland swiss",
    ireland: "ireland irish",
    iceland: "iceland icelandic",
  }).flatMap(([name, forms]) => forms.split(" ").map((form) => [form, name] as const)),
);

/** Names of several words that are as well known by their initials, in folded forms. */
export const phrases: readonly (readonly [readonly string[], string])[] = [
  [["united", "states", "of", "america"], "us"],
  [["united", "states"], "us"],
  [["united", "kingdom"], "uk"],
  [["great", "britain"], "uk"],
  [["european", "union"], "eu"],
  [["united", "nations"], "un"],
];

/** Whether two folded forms name the same: one form, an alias, a country and its people, or another romanisation. */
export function sameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [aliases.get(a) ?? a, aliases.get(b) ?? b];
  return x === y || plural(x) === plural(y) || people(x, y) || people(y, x) || romanised(x, y);
}

function plural(name: string): string {
  return name.length > 4 ? name.replace(/s$/, "") : name;
}

/** `Belarusian` of `Belarus`, `Lithuanian` of `Lithuania`, `Chinese` of `China`, `Israeli` of `Israel`. */
function people(adjective: string, country: string): boolean {
  if (country.length < 4) return false;
  const root = country.replace(/(?:ia|a|e|y|o)$/, "");
  const ending = adjective.startsWith(root) && root.length >= 3 ? adjective.slice(root.length) : null;
  return ending !== null && /^(?:ns?|i?ans?|eans?|ese|ish|is?|ites?|ers?|ern)$/.test(ending);
}

/** Endings that tell a woman's Slavic name from a man's. */
const feminine = /(?:sk|tsk|ck)aya$|(?:sk|ck)aia$|skaja$|(?<=.{3})(?:ova|eva|ina)$/;

/** Two spellings of one name taken over from another script: `Tsikhanouski`, `Tikhanovsky`. */
function romanised(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) >= 9 && feminine.test(a) === feminine.test(b) && distance(a, b) === 1)
    return true;
  if (Math.min(a.length, b.length) < 5 || feminine.test(a) !== feminine.test(b)) return false;
  const [x, y] = [skeleton(a), skeleton(b)];
  return (
    x === y && x.length >= 3 && distance(a, b) <= Math.max(1, Math.floor(Math.max(a.length, b.length) / 3))
  );
}

function skeleton(name: string): string {
  const consonants = name
    .replace(/kh/g, "h")
    .replace(/t[sz]|tz/g, "t")
    .replace(/o[uw](?=[^aeiou]|$)/g, "ov")
    .replace(/x/g, "ks")
    .replace(/ph/g, "f")
    .replace(/ck|q/g, "k")
    .replace(/w/g, "v")
    .replace(/g/g, "h");
  return consonants.replace(/(?<!^)[aeiouyj]/g, "").replace(/(.)\1+/g, "$1");
}
