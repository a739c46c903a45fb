import { dot } from "../vectors/unit.ts";
import type { WordIndex } from "../words/word-index.ts";
import { type QueryWord, spelledOut } from "./query.ts";
import { type KnownWord, ofMeaning, ofSpelling, otherSpelling, type Similarity } from "./similarity.ts";
import { shortest } from "./spelling.ts";

/**
 * How well the forms of one index stand for the words of a query. Each form is compared when it is first met; most
 * resemble no word of the query, and cost one look from then on, however many words it has.
 */
export class Likeness {
  readonly #index: WordIndex;
  readonly #similarity: Similarity;
  readonly #known: (KnownWord | undefined)[] = [];
  /** For each form where its cells begin, + 2; 1 where all are zero, 0 where it was not met yet. */
  #places = new Int32Array();
  readonly #met: number[] = [];
  #cells = new Float32Array(1024);
  #end = 0;
  #query: readonly QueryWord[] = [];
  #forms: ReadonlySet<string> = new Set();
  /** What a query's words have in common with a stem, or with a word of WordNet, one number for each of them. */
  #byStem = new Map<number, Float64Array>();
  #related = new Map<number, Float64Array>();
  /** The query's vectors end to end; zero where a word has none. */
  #vectors = new Float32Array();

  constructor(index: WordIndex, similarity: Similarity) {
    this.#index = index;
    this.#similarity = similarity;
  }

  /** Turns to another query; what was read for the last one is gone. */
  turnTo(query: readonly QueryWord[]): void {
    const { thesaurus, vectors } = this.#similarity;
    if (this.#places.length < this.#index.forms) this.#places = new Int32Array(this.#index.forms);
    else for (const form of this.#met) this.#places[form] = 0;
    this.#met.length = 0;
    this.#end = 0;
    this.#query = query;
    this.#forms = new Set(query.map(({ known }) => known.form));
    this.#byStem = new Map();
    this.#related = new Map();
    this.#vectors = new Float32Array(query.length * vectors.dimensions);
    const note = (in_: Map<number, Float64Array>, key: number, k: number, share: number) => {
      const shares = in_.get(key) ?? new Float64Array(query.length);
      shares[k] = Math.max(shares[k]!, share);
      in_.set(key, shares);
    };
    query.forEach(({ known, stems, standIns, phrases, shortForms }, k) => {
      for (const stem of stems) note(this.#byStem, stem, k, 1);
      for (const { stem, share } of standIns) note(this.#byStem, stem, k, share);
      for (const stem of shortForms) note(this.#byStem, stem, k, spelledOut);
      for (const phrase of phrases)
        for (const [stem, share] of this.#shares(phrase)) note(this.#byStem, stem, k, spelledOut * share);
      if (!known.values || known.empty) return;
      this.#vectors.set(known.values, k * vectors.dimensions);
      note(this.#related, thesaurus.base(known.vector), k, 1);
      for (const [word, strength] of thesaurus.relatives(known.vector))
        note(this.#related, word, k, strength);
    });
  }

  /** Where in {@link cells} a form's similarities begin, one for each word of the query; negative where all are zero. */
  at(form: number): number {
    const place = this.#places[form]!;
    return place === 0 ? this.#meet(form) : place - 2;
  }

  /** Valid until the next form is met. */
  get cells(): Float32Array {
    return this.#cells;
  }

  /** A form of the index with what it is compared by. */
  word(form: number): KnownWord {
    this.#known[form] ??= this.#similarity.word(this.#index.form(form));
    return this.#known[form];
  }

  /** How well each word of several stands for all: the rarest best. */
  #shares(stems: readonly number[]): [stem: number, share: number][] {
    const rarity = stems.map((stem) =>
      Math.log(1 + this.#index.passages / (1 + this.#index.frequency(stem))),
    );
    const rarest = Math.max(...rarity);
    return stems.map((stem, i) => [stem, rarity[i]! / rarest]);
  }

  #meet(form: number): number {
    const count = this.#query.length;
    const at = this.#end;
    if (at + count > this.#cells.length) {
      const more = new Float32Array(2 * this.#cells.length + count);
      more.set(this.#cells);
      this.#cells = more;
    }
    const alike = this.#compare(form, at);
    if (alike) this.#end += count;
    this.#met.push(form);
    this.#places[form] = alike ? at + 2 : 1;
    return alike ? at : -1;
  }

  /** Writes the similarities of a form to the query's words, and tells whether there is one above zero. */
  #compare(form: number, at: number): boolean {
    const word = this.word(form);
    const stems = this.#byStem.get(this.#index.stemOf(form));
    const related =
      word.values && !word.empty
        ? this.#related.get(this.#similarity.thesaurus.base(word.vector))
        : undefined;
    // Too short to be compared by its letters, and nothing else is known of it: as most pairs of characters.
    if (
      !stems &&
      !word.values &&
      word.nameKey === null &&
      word.form.length < shortest &&
      !this.#forms.has(word.form)
    )
      return false;
    const cells = this.#cells;
    let alike = false;
    for (let k = 0; k < this.#query.length; k++) {
      const { known } = this.#query[k]!;
      let likeness = stems?.[k] ?? 0;
      if (likeness < 1) {
        if (known === word || known.form === word.form) likeness = 1;
        else if (word.nameKey !== null && word.nameKey === known.nameKey)
          likeness = Math.max(likeness, otherSpelling);
        else if (!word.empty && !known.empty) {
          const found =
            word.values && known.values
              ? ofMeaning(
                  dot(this.#vectors, k * word.values.length, word.values),
                  related?.[k] ?? 0,
                  known.proper,
                  word.proper,
                )
              : ofSpelling(known, word);
          if (found > likeness) likeness = found;
        }
      }
      cells[at + k] = likeness;
      if (likeness > 0) alike = true;
    }
    return alike;
  }
}
