import { isFunctionWord } from "../../text/function-words.ts";
import { nameKey } from "../../text/names.ts";
import type { WordVectors } from "../embedders/word-vectors.ts";
import { dot } from "../vectors/unit.ts";
import { alikeInSpelling, slip } from "./spelling.ts";
import type { Thesaurus } from "./thesaurus.ts";

/** A folded form with what it is compared by. */
export interface KnownWord {
  readonly form: string;
  /** Number among the word vectors, or -1. */
  readonly vector: number;
  /** Of unit length; null where there is none. */
  readonly values: Float32Array | null;
  /** Holds sentences together and says nothing: it stands for no other word. */
  readonly empty: boolean;
  /** Whether WordNet does not know it as a common word. */
  readonly proper: boolean;
  readonly number: boolean;
  /** For words rare enough to be names: what the spellings of one name share. */
  readonly nameKey: string | null;
}

/**
 * How well one word can stand for another, by vectors, WordNet, and the spelling of names. Remembers the words it has met.
 * Stems are the caller's matter: they hang on the language.
 */
export class Similarity {
  readonly vectors: WordVectors;
  readonly thesaurus: Thesaurus;
  readonly #known = new Map<string, KnownWord>();

  constructor(vectors: WordVectors, thesaurus: Thesaurus) {
    this.vectors = vectors;
    this.thesaurus = thesaurus;
  }

  word(form: string): KnownWord {
    let word = this.#known.get(form);
    if (!word) {
      if (this.#known.size >= remembered) this.#known.clear();
      word = this.#read(form);
      this.#known.set(form, word);
    }
    return word;
  }

  /** 0 to 1; 1 for the same form, and `otherSpelling` for another spelling of one name. */
  between(a: KnownWord, b: KnownWord): number {
    if (a === b || a.form === b.form) return 1;
    if (a.nameKey !== null && a.nameKey === b.nameKey) return otherSpelling;
    if (a.empty || b.empty) return 0;
    if (!a.values || !b.values) return ofSpelling(a, b);
    return ofMeaning(
      dot(a.values, 0, b.values),
      this.thesaurus.between(a.vector, b.vector),
      a.proper,
      b.proper,
    );
  }

  #read(form: string): KnownWord {
    const vector = this.vectors.find(form);
    let values: Float32Array | null = null;
    if (vector >= 0) {
      values = new Float32Array(this.vectors.dimensions);
      this.vectors.read(vector, values);
    }
    // Common words resemble each other by chance ("person", "prison"): only rare ones are compared as names.
    const key = vector >= 0 && vector < commonest ? null : nameKey(form);
    const number = /^\p{N}/u.test(form) || numerals.has(form);
    const proper = !number && (vector < 0 || !this.thesaurus.common(vector));
    return { form, vector, values, empty: isFunctionWord(form), proper, number, nameKey: key };
  }
}

/** How well words stand for each other by their letters, where the vectors do not know one of them. */
export function ofSpelling(a: KnownWord, b: KnownWord): number {
  if (a.number || b.number) return 0;
  const alike = alikeInSpelling(a.form, b.form);
  // Two that may be names and begin alike are most often two names.
  return alike < slip && a.nameKey !== null && b.nameKey !== null ? betweenRoots * alike : alike;
}

/**
 * How well words stand for each other by what they mean: by the cosine of their vectors, and by how WordNet relates them.
 *
 * @param a whether the one is a name
 * @param b whether the other is
 */
export function ofMeaning(cosine: number, strength: number, a: boolean, b: boolean): number {
  const near = cosine > floor ? (cosine - floor) / (1 - floor) : 0;
  // WordNet says that words may stand for each other in some sense, the vectors whether in the usual one.
  const related = strength * Math.min(1, agreed + near);
  // Names that occur alike are not the same, nor is a name its kind: Merkel is no Putin, Australia not any country.
  if (a !== b) return betweenNames * Math.max(near, related);
  return Math.max(a ? betweenNames * near : near, related);
}

const numerals = new Set(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half dozen
  один два три четыре пять шесть семь восемь девять десять сто тысяч тысячи миллион миллиона миллионов миллиард
  миллиарда миллиардов`
    .trim()
    .split(/\s+/),
);
const remembered = 50_000;
const commonest = 10_000;
/** How well one spelling of a name stands for another. */
export const otherSpelling = 0.95;
const betweenNames = 0.3;
const betweenRoots = 0.6;
/** How far WordNet is trusted where the vectors see nothing in common. */
const agreed = 0.7;
/** Cosines below it say nothing: most pairs of words that have nothing to do with each other lie there. */
const floor = 0.3;
