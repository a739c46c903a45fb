import { type AskedWord, askedWords } from "../../text/asked.ts";
import { writtenInCyrillic } from "../../text/romanise.ts";
import { stemmer } from "../../text/stem.ts";
import type { WordIndex } from "../words/word-index.ts";
import { Abbreviations, type LongForm } from "./abbreviations.ts";
import type { Term } from "./bm25.ts";
import { Compounds, neighbours } from "./compounds.ts";
import { NamesAcross } from "./names.ts";
import { type KnownWord, otherSpelling, type Similarity } from "./similarity.ts";
import { Spellings } from "./spelling.ts";

/** A word of a query as one index knows it. */
export interface QueryWord {
  readonly known: KnownWord;
  /** Stem numbers of the index, one for each language that stems the form to something it holds. */
  readonly stems: readonly number[];
  /** What stands for the word in the index, and how well, 0 to 1: a name in another script, or, where the index lacks the word, others. */
  readonly standIns: readonly { readonly stem: number; readonly share: number }[];
  /** What the word abbreviates, or its parts where they are written apart: each stands for it where all its stems are. */
  readonly phrases: readonly LongForm[];
  /** Stems of abbreviations of the words that the query names together with this one. */
  readonly shortForms: readonly number[];
  /** How telling the word is: its inverse document frequency. */
  readonly weight: number;
}

/** The stems to look for, and their weights. */
export function* terms(query: readonly QueryWord[]): Generator<Term> {
  for (const { stems, standIns, phrases, weight } of query) {
    for (const stem of stems) yield { stem, weight };
    for (const { stem, share } of standIns) yield { stem, weight: weight * share };
    for (const [stem, ...others] of phrases) yield { stem: stem!, others, weight: weight * spelledOut };
  }
}

/** A word while its query is read. */
interface Reading extends QueryWord {
  readonly standIns: { readonly stem: number; readonly share: number }[];
  phrases: readonly LongForm[];
  readonly shortForms: number[];
}

/** Reads queries against one index. */
export class QueryReader {
  readonly #index: WordIndex;
  readonly #languages: readonly string[];
  readonly #similarity: Similarity;
  readonly #spelt: Spellings;
  readonly #across: NamesAcross;
  readonly #abbreviations: Abbreviations;
  readonly #compounds: Compounds;
  #names: Map<string, Set<number>> | undefined;

  constructor(index: WordIndex, languages: readonly string[], similarity: Similarity) {
    this.#index = index;
    this.#languages = languages;
    this.#similarity = similarity;
    this.#spelt = new Spellings(index);
    this.#across = new NamesAcross(index);
    this.#abbreviations = new Abbreviations(index, (form) => this.#stems(form));
    this.#compounds = new Compounds(index, languages, similarity.vectors);
  }

  /** Each distinct word once, in order; without function words where there are others. */
  read(text: string): QueryWord[] {
    const query = askedWords(text)
      .slice(0, longest)
      .map((word) => this.#word(word));
    const asked = new Set(query.flatMap(({ stems }) => stems));
    const side = neighbours(text);
    query.forEach((word, at) => {
      const next = query[at + 1];
      if (next && side.has(`${word.known.form} ${next.known.form}`)) this.#join(word, next, asked);
      word.phrases = word.phrases.filter((stems) => !stems.every((stem) => asked.has(stem)));
      for (let end = at + 2; end <= Math.min(query.length, at + longestAbbreviated); end++)
        this.#abbreviate(query.slice(at, end), asked);
    });
    return query;
  }

  #word({ form, share, abbreviated }: AskedWord): Reading {
    let known = this.#similarity.word(form);
    const phrases = [
      ...(abbreviated || this.#mayAbbreviate(known) ? this.#abbreviations.longForms(form) : []),
      ...(known.empty ? [] : this.#compounds.parts(form)),
    ];
    let stems = this.#stems(form);
    if (known.empty && phrases.length > 0) {
      // WHO is not who: where it is spelled out, that is looked for.
      known = { ...known, form: form.toUpperCase(), vector: -1, values: null };
      stems = [];
    }
    const standIns = this.#acrossScripts(known);
    if (stems.length === 0 && phrases.length === 0) standIns.push(...this.#standIns(known));
    const held: LongForm[] =
      stems.length > 0 ? stems.map((stem) => [stem]) : [...standIns.map(({ stem }) => [stem]), ...phrases];
    const often = (all: LongForm) => Math.min(...all.map((stem) => this.#index.frequency(stem)));
    const frequency = Math.max(0, ...held.map(often));
    const background = known.vector < 0 ? 0 : this.#similarity.vectors.frequency(known.vector);
    const weight = share * rarity(frequency, this.#index.passages, background);
    return { known, stems, standIns, phrases, shortForms: [], weight };
  }

  /** Two words that stand side by side may be written as one. */
  #join(word: Reading, next: Reading, asked: ReadonlySet<number>): void {
    for (const stem of this.#compounds.joined(word.known.form, next.known.form)) {
      if (asked.has(stem)) continue;
      for (const { standIns } of [word, next]) standIns.push({ stem, share: otherSpelling });
    }
  }

  /** Finds an abbreviation of neighbouring words that the query does not hold itself, and notes it for each of them. */
  #abbreviate(long: readonly Reading[], asked: ReadonlySet<number>): void {
    const form = long.map(({ known }) => known.form[0]).join("");
    const stem = this.#index.stem(form);
    if (stem < 0 || asked.has(stem) || !this.#mayAbbreviate(this.#similarity.word(form))) return;
    const stems = long.map(({ stems }) => stems[0] ?? -1);
    if (stems.includes(-1) || !this.#abbreviations.standsFor(form, stems)) return;
    for (const { shortForms } of long) shortForms.push(stem);
  }

  /** Whether a word can be an abbreviation: it is short, and none that WordNet knows as a common word. */
  #mayAbbreviate({ form, proper, empty }: KnownWord): boolean {
    return proper && !empty && /^(?=.*[a-z])[a-z0-9]{2,7}$/.test(form);
  }

  #stems(form: string): number[] {
    const stems = this.#languages.map((language) => this.#index.stem(stemmer(language)(form)));
    return [...new Set(stems)].filter((stem) => stem >= 0);
  }

  /** A name as the other script spells it, where the index holds both scripts. */
  #acrossScripts({ form, proper }: KnownWord): { stem: number; share: number }[] {
    if (!proper || !this.#foreign(form)) return [];
    return this.#across.stems(form).map((stem) => ({ stem, share: otherSpelling }));
  }

  /** Whether the index has articles in another script than a form's. */
  #foreign(form: string): boolean {
    const cyrillic = /\p{Script=Cyrillic}/u.test(form);
    return this.#languages.some((language) => writtenInCyrillic(language) !== cyrillic);
  }

  /** Other spellings of a name, or else WordNet's nearest relatives, or, of a word nothing is known of, what is spelt much alike. */
  #standIns({ form, nameKey, vector, number }: KnownWord): QueryWord["standIns"] {
    const spellings = nameKey === null ? undefined : this.#spellings().get(nameKey);
    if (spellings) return Array.from(spellings, (stem) => ({ stem, share: 1 }));
    if (number) return [];
    if (vector < 0) return this.#speltAlike(form);
    const { thesaurus, vectors } = this.#similarity;
    return [...thesaurus.relatives(vector)]
      .flatMap(([word, share]) => this.#stems(vectors.word(word)).map((stem) => ({ stem, share })))
      .sort((a, b) => b.share - a.share)
      .slice(0, mostStandIns);
  }

  #speltAlike(form: string): QueryWord["standIns"] {
    const shares = new Map<number, number>();
    for (const { form: other, share } of this.#spelt.alike(form)) {
      const stem = this.#index.stemOf(other);
      if (stem >= 0) shares.set(stem, Math.max(share, shares.get(stem) ?? 0));
    }
    return Array.from(shares, ([stem, share]) => ({ stem, share }))
      .sort((a, b) => b.share - a.share)
      .slice(0, mostStandIns);
  }

  /** The stems of rare words by what the spellings of one name share: made at the first name that is not found. */
  #spellings(): Map<string, Set<number>> {
    if (this.#names) return this.#names;
    this.#names = new Map();
    for (let form = 0; form < Math.min(this.#index.forms, mostForms); form++) {
      const { nameKey } = this.#similarity.word(this.#index.form(form));
      if (nameKey === null) continue;
      const stems = this.#names.get(nameKey);
      if (stems) stems.add(this.#index.stemOf(form));
      else this.#names.set(nameKey, new Set([this.#index.stemOf(form)]));
    }
    return this.#names;
  }
}

/** Reads one query against an index that is asked no other. */
export function readQuery(
  text: string,
  index: WordIndex,
  languages: readonly string[],
  similarity: Similarity,
): QueryWord[] {
  return new QueryReader(index, languages, similarity).read(text);
}

/**
 * Inverse document frequency (the BM25 form), with a prior: the index counts as if it stood beside `prior` passages
 * of running English. In a corpus of five articles the counts alone would take any word for a rare one.
 */
function rarity(frequency: number, passages: number, background: number): number {
  const expected = prior * (1 - (1 - background) ** wordsPerPassage);
  const df = frequency + expected;
  return Math.log(1 + (passages + prior - df + 0.5) / (df + 0.5));
}

const prior = 200;
const wordsPerPassage = 100;
/** A query's words past this many are left aside. */
const longest = 200;
const mostStandIns = 6;
/** How well what an abbreviation stands for stands for it. */
export const spelledOut = 0.8;
/** Words that one abbreviation stands for, at most. */
const longestAbbreviated = 6;
/** Forms that are looked through for spellings: a second's work. */
const mostForms = 500_000;
