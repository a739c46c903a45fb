import type { Wanted } from "../../text/question.ts";
import type { Searchable } from "../searchable.ts";
import type { QueryWord } from "./query.ts";
import type { KnownWord, Similarity } from "./similarity.ts";

/** What is measured of a passage against a query, each from 0 to 1 or near it. The model weighs them. */
export interface Features {
  /** BM25 of the passage, and of the whole article, as a share of what a query's words could score at most. */
  lexical: number;
  article: number;
  /** Cosine of the embedder's vectors. */
  dense: number;
  /** Share of the query's words, by the root of their weights, that the passage speaks of; similar words count as far as they are. */
  soft: number;
  /** The same of its best stretch of {@link stretch} words, and of its title and headings. */
  window: number;
  title: number;
  /** Share of the query's words that the passage and its two neighbours on each side speak of. */
  around: number;
  /** Whether it holds what kind of thing the query asks for, beside what the query names: 1, 0, or ½ where it asks for none. */
  wanted: number;
  /** Share of the query's neighbouring words that stand together in the passage as well, more where they do so often. */
  phrase: number;
  /** BM25 of the article for what the first passages of all speak of, as a share of what it could score at most. */
  feedback: number;
}

/** What a passage's words themselves show. */
export type WordFeatures = Omit<Features, "lexical" | "article" | "dense" | "feedback">;

/** About a sentence. */
const stretch = 24;

/** Measures passages of one index. */
export class Matcher {
  readonly #searchable: Searchable;
  readonly #similarity: Similarity;
  readonly #known: (KnownWord | undefined)[] = [];
  /** Similarities of a query word to the index's forms, −1 where not computed; kept from query to query. */
  readonly #rows = new Map<KnownWord, Float32Array>();

  constructor(searchable: Searchable, similarity: Similarity) {
    this.#searchable = searchable;
    this.#similarity = similarity;
  }

  /**
   * For one query: what is measured of a passage's words, and, once the candidates are measured, the share of the
   * query that names and numbers make up which none of them speaks of.
   */
  of(
    query: readonly QueryWord[],
    kind: Wanted | null,
  ): { of(passage: number): WordFeatures; absent(): number } {
    const { words } = this.#searchable;
    const count = query.length;
    const total = query.reduce((sum, { weight }) => sum + Math.sqrt(weight), 0) || 1;
    const likeness = this.#likeness(query);
    const { cells } = likeness;
    const weights = Float32Array.from(query, ({ weight }) => Math.sqrt(weight) / total);
    const covered = this.#covered(count, likeness);
    const seen = kind === "number" || kind === "time" || kind === "name" ? kind : null;
    const bestOfAll = new Float32Array(count);
    const absent = () =>
      query.reduce((sum, { known }, k) => {
        const named = known.proper || known.number;
        return named && bestOfAll[k]! < spoken ? sum + weights[k]! : sum;
      }, 0);
    const joints = Math.max(
      1e-9,
      weights.reduce((sum, weight, k) => (k > 0 ? sum + weight + weights[k - 1]! : 0), 0),
    );
    const measured = new Map<number, WordFeatures>();
    const of = (passage: number) => {
      const known = measured.get(passage) ?? measure(passage);
      measured.set(passage, known);
      return known;
    };
    const measure = (passage: number): WordFeatures => {
      const { forms, contextLength } = words.forward(passage);
      const best = new Float32Array(count);
      const inTitle = new Float32Array(count);
      // Best similarity in each half stretch; two neighbours make a stretch.
      const halves = Math.max(1, Math.ceil((forms.length - contextLength) / (stretch / 2)));
      const inHalf = new Float32Array(halves * count);
      const lastAt = new Int32Array(count).fill(-9);
      const together = new Float32Array(count);
      let holds = false;
      for (let i = 0; i < forms.length; i++) {
        const form = forms[i]!;
        const half = i < contextLength ? -1 : Math.floor((i - contextLength) / (stretch / 2));
        const at = likeness.of(form);
        let met = false;
        for (let k = 0; at >= 0 && k < count; k++) {
          const s = cells[at + k]!;
          if (s === 0) continue;
          if (s > best[k]!) best[k] = s;
          if (half < 0) {
            if (s > inTitle[k]!) inTitle[k] = s;
          } else if (s > inHalf[half * count + k]!) inHalf[half * count + k] = s;
          if (s >= firm) met = true;
          if (s < same) continue;
          lastAt[k] = i;
          if (k > 0 && i - lastAt[k - 1]! <= 2 && i > lastAt[k - 1]!) together[k]!++;
        }
        if (met || half < 0 || holds || seen === null) continue;
        const word = this.#word(form);
        holds = seen === "name" ? word.proper : word.number || (seen === "time" && months.has(word.form));
      }
      let soft = 0;
      let title = 0;
      for (let k = 0; k < count; k++) {
        soft += weights[k]! * best[k]!;
        bestOfAll[k] = Math.max(bestOfAll[k]!, best[k]!);
        title += weights[k]! * inTitle[k]!;
      }
      let phrase = 0;
      for (let k = 1; k < count; k++)
        phrase += ((weights[k]! + weights[k - 1]!) * together[k]!) / (together[k]! + 1);
      let window = 0;
      for (let half = 0; half < halves; half++) {
        let sum = 0;
        for (let k = 0; k < count; k++) {
          const next = half + 1 < halves ? inHalf[(half + 1) * count + k]! : 0;
          sum += weights[k]! * Math.max(inHalf[half * count + k]!, next);
        }
        window = Math.max(window, sum);
      }
      return {
        soft,
        window,
        title,
        around: this.#around(passage, best, covered, weights),
        wanted: seen === null ? 0.5 : holds ? 1 : 0,
        phrase: phrase / joints,
      };
    };
    return { of, absent };
  }

  /** Best similarity of each query word in a passage, for one query; computed once a passage. */
  #covered(count: number, { of, cells }: Likeness): (passage: number) => Float32Array {
    const known = new Map<number, Float32Array>();
    return (passage) => {
      let best = known.get(passage);
      if (!best) {
        best = new Float32Array(count);
        const { forms, contextLength } = this.#searchable.words.forward(passage);
        for (let i = contextLength; i < forms.length; i++) {
          const at = of(forms[i]!);
          for (let k = 0; at >= 0 && k < count; k++) if (cells[at + k]! > best[k]!) best[k] = cells[at + k]!;
        }
        known.set(passage, best);
      }
      return best;
    };
  }

  #around(
    passage: number,
    own: Float32Array,
    covered: (passage: number) => Float32Array,
    weights: Float32Array,
  ): number {
    const article = this.#searchable.articleOf(passage);
    const best = own.slice();
    for (let other = Math.max(0, passage - 2); other <= passage + 2; other++) {
      if (other === passage || other >= this.#searchable.passages) continue;
      if (this.#searchable.articleOf(other) !== article) continue;
      covered(other).forEach((similarity, k) => {
        if (similarity > best[k]!) best[k] = similarity;
      });
    }
    return best.reduce((sum, similarity, k) => sum + weights[k]! * similarity, 0);
  }

  /** A query word's similarities to the index's forms, −1 where not computed yet. */
  #row({ known }: QueryWord): Float32Array {
    const { forms } = this.#searchable.words;
    let row = this.#rows.get(known);
    if (!row) {
      if ((this.#rows.size + 1) * forms > remembered) this.#rows.clear();
      row = new Float32Array(forms).fill(-1);
      this.#rows.set(known, row);
    }
    return row;
  }

  /** The similarities of a query's words to the forms that it meets. */
  #likeness(query: readonly QueryWord[]): Likeness {
    const rows = query.map((word) => this.#row(word));
    const places = new Int32Array(this.#searchable.words.forms);
    const cells: number[] = [];
    const of = (form: number): number => {
      const place = places[form]!;
      if (place !== 0) return place - 2;
      const at = cells.length;
      let alike = false;
      for (let k = 0; k < rows.length; k++) {
        const row = rows[k]!;
        if (row[form]! < 0) row[form] = this.#between(query[k]!, form);
        if (row[form]! > 0) alike = true;
        cells.push(row[form]!);
      }
      if (!alike) cells.length = at;
      places[form] = alike ? at + 2 : 1;
      return places[form]! - 2;
    };
    return { of, cells };
  }

  #between({ known, stems, standIns }: QueryWord, form: number): number {
    const stem = this.#searchable.words.stemOf(form);
    if (stems.includes(stem)) return 1;
    const standIn = standIns.find((standIn) => standIn.stem === stem)?.share ?? 0;
    return Math.max(standIn, this.#similarity.between(known, this.#word(form)));
  }

  #word(form: number): KnownWord {
    this.#known[form] ??= this.#similarity.word(this.#searchable.words.form(form));
    return this.#known[form];
  }
}

/** Most forms resemble no word of a query: they cost one look, however many words it has. */
interface Likeness {
  /** Where in `cells` a form's similarities begin, one for each word of the query; negative where all are zero. */
  readonly of: (form: number) => number;
  readonly cells: readonly number[];
}

/** Below this similarity a name is another name. */
const spoken = 0.5;
/** From this similarity on a word is one of the query's, not what it asks for. */
const firm = 0.8;
/** From this similarity on it is the same word, or the same name. */
const same = 0.95;
const months = new Set(
  `january february march april june july august september october november december spring summer autumn winter
  января февраля марта апреля мая июня июля августа сентября октября ноября декабря январе феврале марте апреле мае
  июне июле августе сентябре октябре ноябре декабре`
    .trim()
    .split(/\s+/),
);
/** Cells of all rows together: 16 MB. */
const remembered = 4_000_000;
