import type { Wanted } from "../../text/question.ts";
import { isPaired } from "../../text/words.ts";
import type { Searchable } from "../searchable.ts";
import { Likeness } from "./likeness.ts";
import type { QueryWord } from "./query.ts";
import type { Similarity } from "./similarity.ts";

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
  /** The logarithm of how many passages the article has: the best of many is good by chance. */
  length: number;
}

/** What a passage's words themselves show. */
export type WordFeatures = Omit<Features, "lexical" | "article" | "dense" | "feedback" | "length">;

/** About a sentence. */
const stretch = 24;

/** Measures passages of one index, for one query after the other. */
export class Matcher {
  readonly #searchable: Searchable;
  readonly #likeness: Likeness;

  constructor(searchable: Searchable, similarity: Similarity) {
    this.#searchable = searchable;
    this.#likeness = new Likeness(searchable.words, similarity);
  }

  /** For one query; what it gives may be asked until the next one comes. */
  of(query: readonly QueryWord[], kind: Wanted | null): Measure {
    this.#likeness.turnTo(query);
    return new Measure(this.#searchable, this.#likeness, query, kind);
  }
}

/** Measures passages against one query, each once. */
export class Measure {
  readonly #searchable: Searchable;
  readonly #likeness: Likeness;
  readonly #query: readonly QueryWord[];
  /** What the query asks for, where single words show it. */
  readonly #seen: "number" | "time" | "name" | null;
  /** The query's words by the root of their weights; together 1. */
  readonly #weights: Float32Array;
  /** The weights of all neighbouring words together. */
  readonly #joints: number;
  readonly #measured = new Map<number, WordFeatures>();
  /** Best similarity to each word of the query in a passage's own text. */
  readonly #covered = new Map<number, Float32Array>();
  /** The same over all passages that were measured. */
  readonly #bestOfAll: Float32Array;
  readonly #inTitle: Float32Array;
  /** Best similarity in each half stretch; two neighbours make a stretch. */
  #inHalf = new Float32Array();
  readonly #lastAt: Int32Array;
  readonly #together: Float32Array;

  constructor(searchable: Searchable, likeness: Likeness, query: readonly QueryWord[], kind: Wanted | null) {
    this.#searchable = searchable;
    this.#likeness = likeness;
    this.#query = query;
    this.#seen = kind === "number" || kind === "time" || kind === "name" ? kind : null;
    const total = query.reduce((sum, { weight }) => sum + Math.sqrt(weight), 0) || 1;
    const weights = Float32Array.from(query, ({ weight }) => Math.sqrt(weight) / total);
    this.#weights = weights;
    this.#joints = Math.max(
      1e-9,
      weights.reduce((sum, weight, k) => (k > 0 ? sum + weight + weights[k - 1]! : 0), 0),
    );
    this.#bestOfAll = new Float32Array(query.length);
    this.#inTitle = new Float32Array(query.length);
    this.#lastAt = new Int32Array(query.length);
    this.#together = new Float32Array(query.length);
  }

  of(passage: number): WordFeatures {
    let features = this.#measured.get(passage);
    if (!features) {
      features = this.#read(passage);
      this.#measured.set(passage, features);
    }
    return features;
  }

  /**
   * The share of the query that names and numbers make up which no passage that was measured speaks of. Which pairs of
   * characters are names, nothing tells.
   */
  absent(): number {
    return this.#query.reduce((sum, { known }, k) => {
      const named = ((known.proper && !isPaired(known.form)) || known.number) && !months.has(known.form);
      return named && this.#bestOfAll[k]! < spoken ? sum + this.#weights[k]! : sum;
    }, 0);
  }

  #read(passage: number): WordFeatures {
    const likeness = this.#likeness;
    const seen = this.#seen;
    const count = this.#query.length;
    const { forms, contextLength } = this.#searchable.words.forward(passage);
    const halves = Math.max(1, Math.ceil((forms.length - contextLength) / (stretch / 2)));
    if (this.#inHalf.length < halves * count) this.#inHalf = new Float32Array(2 * halves * count);
    const inTitle = this.#inTitle.fill(0);
    const inHalf = this.#inHalf.fill(0, 0, halves * count);
    const lastAt = this.#lastAt.fill(-9);
    const together = this.#together.fill(0);
    let holds = false;
    for (let i = 0; i < forms.length; i++) {
      const inContext = i < contextLength;
      const at = likeness.at(forms[i]!);
      let met = false;
      if (at >= 0) {
        const cells = likeness.cells;
        const half = inContext ? 0 : count * Math.floor((i - contextLength) / (stretch / 2));
        const into = inContext ? inTitle : inHalf;
        for (let k = 0; k < count; k++) {
          const s = cells[at + k]!;
          if (s === 0) continue;
          if (s > into[half + k]!) into[half + k] = s;
          if (s >= firm) met = true;
          if (s < same) continue;
          lastAt[k] = i;
          if (k > 0 && i - lastAt[k - 1]! <= 2 && i >= lastAt[k - 1]!) together[k]!++;
        }
      }
      if (seen === null || holds || met || inContext) continue;
      const word = likeness.word(forms[i]!);
      holds = seen === "name" ? word.proper : word.number || (seen === "time" && months.has(word.form));
    }
    const own = new Float32Array(count);
    for (let i = 0; i < halves * count; i++) own[i % count] = Math.max(own[i % count]!, inHalf[i]!);
    this.#covered.set(passage, own);
    const features = {
      ...this.#coverage(own, inTitle),
      window: this.#window(inHalf, halves),
      around: this.#around(passage, own, inTitle),
      wanted: seen === null ? 0.5 : holds ? 1 : 0,
      phrase: this.#phrase(together),
    };
    return features;
  }

  #coverage(own: Float32Array, inTitle: Float32Array): { soft: number; title: number } {
    let soft = 0;
    let title = 0;
    for (let k = 0; k < own.length; k++) {
      const best = Math.max(own[k]!, inTitle[k]!);
      this.#bestOfAll[k] = Math.max(this.#bestOfAll[k]!, best);
      soft += this.#weights[k]! * best;
      title += this.#weights[k]! * inTitle[k]!;
    }
    return { soft, title };
  }

  #window(inHalf: Float32Array, halves: number): number {
    const count = this.#query.length;
    let window = 0;
    for (let half = 0; half < halves; half++) {
      let sum = 0;
      for (let k = 0; k < count; k++) {
        const next = half + 1 < halves ? inHalf[(half + 1) * count + k]! : 0;
        sum += this.#weights[k]! * Math.max(inHalf[half * count + k]!, next);
      }
      window = Math.max(window, sum);
    }
    return window;
  }

  #phrase(together: Float32Array): number {
    let phrase = 0;
    for (let k = 1; k < together.length; k++)
      phrase += ((this.#weights[k]! + this.#weights[k - 1]!) * together[k]!) / (together[k]! + 1);
    return phrase / this.#joints;
  }

  #around(passage: number, own: Float32Array, inTitle: Float32Array): number {
    const { start, end } = this.#searchable.passagesOf(this.#searchable.articleOf(passage));
    const [first, past] = [Math.max(start, passage - 2), Math.min(end, passage + 3)];
    const best = own.slice();
    for (let k = 0; k < best.length; k++) if (inTitle[k]! > best[k]!) best[k] = inTitle[k]!;
    for (let other = first; other < past; other++) {
      if (other === passage) continue;
      const covered = this.#coveredBy(other);
      for (let k = 0; k < best.length; k++) if (covered[k]! > best[k]!) best[k] = covered[k]!;
    }
    let sum = 0;
    for (let k = 0; k < best.length; k++) sum += this.#weights[k]! * best[k]!;
    return sum;
  }

  #coveredBy(passage: number): Float32Array {
    let best = this.#covered.get(passage);
    if (best) return best;
    best = new Float32Array(this.#query.length);
    const { forms, contextLength } = this.#searchable.words.forward(passage);
    for (let i = contextLength; i < forms.length; i++) {
      const at = this.#likeness.at(forms[i]!);
      if (at < 0) continue;
      const cells = this.#likeness.cells;
      for (let k = 0; k < best.length; k++) if (cells[at + k]! > best[k]!) best[k] = cells[at + k]!;
    }
    this.#covered.set(passage, best);
    return best;
  }
}

/** Below this similarity a name is another name. */
const spoken = 0.5;
/** From this similarity on a word is one of the query's, not what it asks for. */
const firm = 0.8;
/** From this similarity on it is the same word, or the same name: another spelling, in single precision. */
const same = 0.94;
const months = new Set(
  `january february march april june july august september october november december spring summer autumn winter
  января февраля марта апреля мая июня июля августа сентября октября ноября декабря январе феврале марте апреле мае
  июне июле августе сентябре октябре ноябре декабре`
    .trim()
    .split(/\s+/),
);
