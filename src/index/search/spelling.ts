import type { WordIndex } from "../words/word-index.ts";

/**
 * How well one form stands for another by its letters, 0 to 1, for words that nothing else is known of: words of one
 * root begin alike (победа, победить), and a slip of the pen leaves all but a letter or two (Lukasheno, Lukashenko).
 * Where a digit differs it is another thing (F-15, F-16).
 */
export function alikeInSpelling(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  if (short < shortest) return 0;
  let begins = 0;
  while (begins < short && a[begins] === b[begins]) begins++;
  let ends = 0;
  while (begins + ends < short && a[a.length - 1 - ends] === b[b.length - 1 - ends]) ends++;
  if (digit.test(a.slice(begins, a.length - ends)) || digit.test(b.slice(begins, b.length - ends))) return 0;
  if (long >= sure && long - begins - ends <= 1) return slip;
  const share = begins / long;
  return begins >= shortest && share > chance ? (root * (share - chance)) / (1 - chance) : 0;
}

const digit = /\p{N}/u;
/** Shorter words are alike by chance. */
export const shortest = 4;
/** From this length on a word with one letter wrong, left out or put in is still that word. */
const sure = 6;
/** What a slip leaves. */
export const slip = 0.9;
/** Up to this share of letters, words begin alike by chance. */
const chance = 0.4;
const root = 0.9;

/**
 * The forms of an index by their first and last letters: what is spelt much like a word shares the one or the other.
 * Made of all forms when it is first asked, which takes a second for half a million.
 */
export class Spellings {
  readonly #index: WordIndex;
  #byEnds: Map<string, number[]> | undefined;

  constructor(index: WordIndex) {
    this.#index = index;
  }

  /** The forms that are spelt much like a word, by number, and how much: from {@link muchAlike} to 1. */
  *alike(form: string): Generator<{ readonly form: number; readonly share: number }> {
    if (form.length < shortest) return;
    this.#byEnds ??= this.#read();
    const near = new Set(ends(form).flatMap((end) => this.#byEnds!.get(end) ?? []));
    for (const other of Array.from(near).sort((a, b) => a - b)) {
      const share = alikeInSpelling(form, this.#index.form(other));
      if (share >= muchAlike) yield { form: other, share };
    }
  }

  #read(): Map<string, number[]> {
    const byEnds = new Map<string, number[]>();
    for (let number = 0; number < Math.min(this.#index.forms, mostForms); number++) {
      const form = this.#index.form(number);
      if (form.length < shortest) continue;
      for (const end of ends(form)) {
        const known = byEnds.get(end);
        if (known) known.push(number);
        else byEnds.set(end, [number]);
      }
    }
    return byEnds;
  }
}

/** Of two words as long as {@link sure} and one slip apart, one half is the same; words of one root begin alike. */
function ends(form: string): string[] {
  return [`${form.slice(0, 3)}…`, `…${form.slice(-3)}`];
}

const muchAlike = 0.5;
/** Forms that are looked through. */
const mostForms = 500_000;
