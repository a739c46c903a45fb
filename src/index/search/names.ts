import { nameSkeleton, oneName } from "../../text/names.ts";
import { latinNames } from "../../text/romanise.ts";
import type { WordIndex } from "../words/word-index.ts";

/** Finds names of an index that are written in the other script: Lukashenko where Лукашенко is asked for, and the reverse. */
export class NamesAcross {
  readonly #index: WordIndex;
  /** By the consonants: the forms of one script, in Latin letters, with their numbers. */
  #latin: Map<string, Name[]> | undefined;
  #cyrillic: Map<string, Name[]> | undefined;

  constructor(index: WordIndex) {
    this.#index = index;
  }

  /** The stems of what may be the same name in the other script. Reads all forms at the first name of each script. */
  stems(form: string): number[] {
    const romanised = latinNames(form);
    const [asked, known] =
      romanised.length > 0 ? [romanised, this.#inLatin()] : [latin(form), this.#inCyrillic()];
    const found = asked.flatMap((name) =>
      (known.get(nameSkeleton(name) ?? "") ?? []).filter(({ latin }) => oneName(name, latin)),
    );
    return [...new Set(found.map(({ form }) => this.#index.stemOf(form)))];
  }

  #inLatin(): Map<string, Name[]> {
    this.#latin ??= this.#read(latin);
    return this.#latin;
  }

  #inCyrillic(): Map<string, Name[]> {
    this.#cyrillic ??= this.#read(latinNames);
    return this.#cyrillic;
  }

  #read(namesOf: (form: string) => readonly string[]): Map<string, Name[]> {
    const names = new Map<string, Name[]>();
    for (let form = 0; form < Math.min(this.#index.forms, mostForms); form++) {
      for (const latin of namesOf(this.#index.form(form))) {
        const key = nameSkeleton(latin);
        if (key === null) continue;
        const known = names.get(key);
        if (known) known.push({ form, latin });
        else names.set(key, [{ form, latin }]);
      }
    }
    return names;
  }
}

interface Name {
  readonly form: number;
  readonly latin: string;
}

const latin = (form: string): string[] => (/^[a-z]+$/.test(form) ? [form] : []);
/** Forms that are looked through: a second's work. */
const mostForms = 500_000;
