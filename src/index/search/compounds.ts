import { stemmer } from "../../text/stem.ts";
import { words } from "../../text/words.ts";
import type { WordVectors } from "../embedders/word-vectors.ts";
import type { WordIndex } from "../words/word-index.ts";
import { isRead, type LongForm, remember } from "./abbreviations.ts";
import { postings } from "./bm25.ts";

/** Words that are written as one or apart: ceasefire, cease-fire; IL6, IL-6. Remembers what it has looked up. */
export class Compounds {
  readonly #index: WordIndex;
  readonly #languages: readonly string[];
  readonly #vectors: WordVectors;
  readonly #met = new Map<string, readonly LongForm[]>();

  constructor(index: WordIndex, languages: readonly string[], vectors: WordVectors) {
    this.#index = index;
    this.#languages = languages;
    this.#vectors = vectors;
  }

  /** The stems of the two words that a form is written as elsewhere in the index. */
  parts(form: string): readonly LongForm[] {
    let found = this.#met.get(form);
    if (found) return found;
    const divided = divisions(form)
      .filter((parts) => digits.test(form) || parts.every((part) => this.#isWord(part)))
      .flatMap((parts) => this.#languages.map((language) => this.#inIndex(parts, language)))
      .filter(({ stems }) => !stems.includes(-1));
    const read = divided.flatMap(({ passages }) => passages);
    found = divided
      .filter(({ parts, passages }) => passages.some((passage) => this.#together(passage, parts)))
      .map(({ stems }) => stems)
      .slice(0, 1);
    const there = divided.every(({ stems }) =>
      stems.every((stem) => this.#index.postings(stem).passages.length > 0),
    );
    if (there && isRead(read, this.#index)) remember(this.#met, form, found);
    return found;
  }

  /** The stems of two neighbouring words where the index writes them as one. */
  joined(first: string, second: string): number[] {
    if (first.length + second.length < shortest) return [];
    const stems = this.#languages.map((language) => {
      const stem = stemmer(language);
      const joined = stem(first + second);
      // An ending that is taken off may have been more than that of the second word: direct oral is no director.
      const ending = (first + second).slice(joined.length);
      const whole = joined === first + stem(second) || /^e?s?$/.test(ending);
      return whole ? this.#index.stem(joined) : -1;
    });
    return [...new Set(stems)].filter((stem) => stem >= 0);
  }

  /** Whether a part is a word of its own, and no piece that a line break left. */
  #isWord(part: string): boolean {
    const rank = this.#vectors.find(part);
    return rank >= 0 && rank < commonest;
  }

  /** The stems of two parts in a language, and some passages that hold both. */
  #inIndex(parts: Parts, language: string) {
    const stems = parts.map((part) => this.#index.stem(stemmer(language)(part)));
    if (stems.includes(-1)) return { parts, stems, passages: [] };
    const { passages } = postings({ stem: stems[0]!, others: stems.slice(1) }, this.#index);
    return { parts, stems, passages: [...passages.subarray(0, mostRead)] };
  }

  #together(passage: number, [first, second]: Parts): boolean {
    const { forms } = this.#index.forward(passage);
    const is = (at: number, form: string) => at < forms.length && this.#index.form(forms[at]!) === form;
    return forms.some((_, at) => is(at, first) && is(at + 1, second));
  }
}

type Parts = readonly [first: string, second: string];

/**
 * The pairs of words of a text that elsewhere may be one, their forms with a blank between them: joined by a hyphen or
 * the comma of a number, or, where neither is a letter or a number, by a blank.
 */
export function neighbours(text: string): Set<string> {
  const found = words(text);
  const pairs = found.slice(1).map(({ form, start }, i) => {
    const before = found[i]!;
    const between = text.slice(before.end, start);
    const apart = between === " " && [before.form, form].every((one) => /^\p{L}{3,}$/u.test(one));
    const tied =
      /^[-‐‑]$/.test(between) || (between === "," && digits.test(before.form) && digits.test(form));
    return apart || tied ? `${before.form} ${form}` : "";
  });
  return new Set(pairs);
}

/** Where a form may be written apart: between two parts of some length, or between letters and digits. */
function divisions(form: string): Parts[] {
  const mixed = /^([a-z]+)([0-9]+)$/.exec(form);
  if (mixed) return [[mixed[1]!, mixed[2]!]];
  if (!/^\p{L}{6,}$/u.test(form)) return [];
  return Array.from({ length: form.length - 2 * shortestPart + 1 }, (_, i): Parts => {
    const at = i + shortestPart;
    return [form.slice(0, at), form.slice(at)];
  });
}

const digits = /[0-9]/;
const shortest = 3;
const shortestPart = 3;
/** Words rarer than this may be pieces of words. */
const commonest = 40_000;
/** Passages in which two words are looked for side by side. */
const mostRead = 8;
