import { readFileSync } from "node:fs";
import { isFunctionWord } from "../../text/function-words.ts";
import type { WordIndex } from "../words/word-index.ts";
import { postings } from "./bm25.ts";

/** The telling words of what an abbreviation stands for, as stem numbers of the index. */
export type LongForm = readonly number[];

/**
 * What abbreviations stand for: as the corpus itself explains them (“tumor necrosis factor (TNF)”, after Schwartz &
 * Hearst 2003, from the words alone), and where it does not, as WordNet knows them. An abbreviation is looked up in
 * the first places where it stands when it is first met.
 */
export class Abbreviations {
  readonly #index: WordIndex;
  readonly #stemsOf: (form: string) => readonly number[];
  readonly #met = new Map<string, readonly LongForm[]>();

  /** @param stemsOf the stems that the index holds of a form */
  constructor(index: WordIndex, stemsOf: (form: string) => readonly number[]) {
    this.#index = index;
    this.#stemsOf = stemsOf;
  }

  /** What a form stands for, in the words of the index; none where it is no abbreviation. */
  longForms(form: string): readonly LongForm[] {
    let found = this.#met.get(form);
    if (found) return found;
    const stems = isFunctionWord(form) ? [] : this.#stemsOf(form);
    const places = stems.map((stem) => this.#index.postings(stem).passages);
    const read = places.flatMap((passages) => [...firstOfRuns(passages, mostRead)]);
    const explained = this.#explained(form, read);
    found = explained.length > 0 ? explained : this.#known(form);
    if (places.every(({ length }) => length > 0) && isRead(read, this.#index))
      remember(this.#met, form, found);
    return found;
  }

  /** Whether a form stands for words, given by their stems: WordNet says so, or the corpus where it holds all of them. */
  standsFor(form: string, long: LongForm): boolean {
    const same = (other: LongForm) =>
      other.length === long.length && other.every((stem, i) => stem === long[i]);
    if (this.#known(form).some(same)) return true;
    return this.#stemsOf(form).some((stem) => {
      const { passages } = postings({ stem, others: long }, this.#index);
      return this.#explained(form, passages.subarray(0, mostChecked)).some(same);
    });
  }

  #known(form: string): LongForm[] {
    return (known().get(form) ?? [])
      .map((words) =>
        words.filter((word) => !isFunctionWord(word)).map((word) => this.#stemsOf(word)[0] ?? -1),
      )
      .filter((stems) => !stems.includes(-1));
  }

  /** How some passages explain a form. */
  #explained(form: string, passages: Iterable<number>): LongForm[] {
    const stems = this.#stemsOf(form);
    const counts = new Map<string, Explanation & { count: number }>();
    for (const passage of passages) {
      const found = this.#explainedIn(passage, form, stems);
      if (!found) continue;
      const key = found.long.join(" ");
      counts.set(key, { ...found, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    // Three initials in order are no chance; two, and letters from within words, are where they are met once.
    const sure = [...counts.values()].filter(({ plain, count }) => plain || count > 1);
    const least = leastShare * sure.reduce((sum, { count }) => sum + count, 0);
    return sure.filter(({ count }) => count >= least).map(({ long }) => long);
  }

  #explainedIn(passage: number, form: string, stems: readonly number[]): Explanation | null {
    const { forms } = this.#index.forward(passage);
    const text = (at: number) => this.#index.form(forms[at]!);
    for (let at = 2; at < forms.length; at++) {
      if (!stems.includes(this.#index.stemOf(forms[at]!)) || text(at) !== form) continue;
      // In “interferon gamma (IFN-γ)” the last word stands on both sides.
      const twice = at + 1 < forms.length && forms[at - 1] === forms[at + 1];
      const places = explaining(form, text, twice ? at - 1 : at);
      const telling = places?.filter((place) => !isFunctionWord(text(place))) ?? [];
      if (telling.length < 2) continue;
      const plain = form.length >= 3 && places!.length === form.length;
      return { long: telling.map((place) => this.#index.stemOf(forms[place]!)), plain };
    }
    return null;
  }
}

interface Explanation {
  readonly long: LongForm;
  /** Whether the form is just the initials. */
  readonly plain: boolean;
}

/**
 * The words before `end` whose initials, each perhaps with further letters of its word, make up an abbreviation:
 * their places, in order. Function words give their initial or nothing. Null where there are no such words.
 */
function explaining(short: string, text: (at: number) => string, end: number): number[] | null {
  const places = (letters: number, at: number): number[] | null => {
    if (letters === 0) return [];
    if (at < 0) return null;
    const word = text(at);
    const empty = isFunctionWord(word);
    if (word === short || (empty && letters === short.length)) return null;
    for (let taken = 1; taken <= (empty ? 1 : letters); taken++) {
      if (!abbreviates(short.slice(letters - taken, letters), word)) continue;
      const before = places(letters - taken, at - 1);
      if (before) return [...before, at];
    }
    return empty ? places(letters, at - 1) : null;
  };
  return places(short.length, end - 1);
}

/** Whether all of some passages could be read: an index that is elsewhere gives empty ones, and fetches them meanwhile. */
export function isRead(passages: readonly number[], index: WordIndex): boolean {
  return passages.every((passage) => index.forward(passage).forms.length > 0);
}

/** Remembers what was found for a form, in a map that does not grow for ever. */
export function remember<T>(met: Map<string, T>, form: string, found: T): void {
  if (met.size >= remembered) met.clear();
  met.set(form, found);
}

const remembered = 50_000;

/** Whether letters are a word's first one and some that follow, in order. */
function abbreviates(letters: string, word: string): boolean {
  if (letters[0] !== word[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The first passage of each run of neighbours, at most so many: what an article abbreviates it explains at first. */
function* firstOfRuns(passages: Uint32Array, most: number): Generator<number> {
  for (let i = 0, left = most; i < passages.length && left > 0; i++) {
    if (i > 0 && passages[i] === passages[i - 1]! + 1) continue;
    left--;
    yield passages[i]!;
  }
}

/** Passages that are read for one abbreviation, and for one with what it may stand for. */
const mostRead = 30;
const mostChecked = 4;
/** An explanation that is rarer beside others is none. */
const leastShare = 0.25;

let table: ReadonlyMap<string, readonly (readonly string[])[]> | undefined;

/** WordNet's abbreviations with what they stand for (`abbreviations.txt`, made by make-abbreviations.ts), read at first use. */
function known(): ReadonlyMap<string, readonly (readonly string[])[]> {
  if (table) return table;
  const read = new Map<string, string[][]>();
  for (const line of readFileSync(new URL("abbreviations.txt", import.meta.url), "utf8")
    .trim()
    .split("\n")) {
    const [short = "", ...long] = line.split(" ");
    read.set(short, [...(read.get(short) ?? []), long]);
  }
  table = read;
  return table;
}
