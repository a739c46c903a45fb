import pairs from "opencc-js/dict/TSCharacters";

const han = /\p{Script=Han}/u;
let simpler: ReadonlyMap<string, string> | undefined;

/**
 * A text with its traditional Chinese characters replaced by the simplified ones, by OpenCC's table, one for one:
 * what was written in Taipei is found by what is asked in Beijing. Characters that only Japan writes stay.
 */
export function simplified(text: string): string {
  if (!han.test(text)) return text;
  simpler ??= new Map(pairs.split("|").map((pair) => pair.split(" ").slice(0, 2) as [string, string]));
  let out = "";
  for (const character of text) out += simpler.get(character) ?? character;
  return out;
}
