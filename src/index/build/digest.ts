import type { Article, Passage } from "../../corpus/article.ts";
import { passages } from "../../corpus/split.ts";
import { stemmer } from "../../text/stem.ts";
import { searchedWords } from "../../text/words.ts";
import type { Embedder } from "../embedders/embedder.ts";
import { Growing } from "../storage/growing.ts";
import { normalise } from "../vectors/unit.ts";
import { Dictionary } from "../words/dictionary.ts";

/** What an index keeps of some articles: all numbers and bytes, so that it crosses threads without a copy. */
export interface Digest {
  /** How many passages each article has. */
  readonly passages: Uint32Array;
  /** Where each passage starts and ends: two numbers a passage. */
  readonly spans: Uint32Array;
  /** How many context spans each passage has. */
  readonly contexts: Uint32Array;
  /** All context spans in order: two numbers a span. */
  readonly contextSpans: Uint32Array;
  /** All words in order, as the numbers of whoever made the digest. */
  readonly forms: Uint32Array;
  /** How many words each passage has, context included. */
  readonly lengths: Uint32Array;
  /** How many of them are its context's. */
  readonly contextLengths: Uint32Array;
  /** Unit vectors (or zero), end to end. */
  readonly vectors: Float32Array;
  /** Forms, and their stems, that its maker numbered since its last digest. */
  readonly newForms: readonly string[];
  readonly newStems: readonly string[];
}

/** Divides an article into passages, in order. */
export type Split = (article: Article) => Passage[];

/** Reads articles into digests: splits, counts words, embeds. One a thread; it numbers words in its own way. */
export class Digester {
  readonly #embedder: Embedder;
  readonly #split: Split;
  readonly #dictionary = new Dictionary();
  readonly #numbers = new Map<string, Map<string, number>>();

  constructor(embedder: Embedder, split: Split = passages) {
    this.#embedder = embedder;
    this.#split = split;
  }

  async digest(articles: readonly Article[]): Promise<Digest> {
    const known = this.#dictionary.forms.length;
    const split = articles.map(this.#split);
    const all = split.flat();
    const texts: string[] = [];
    const forms = new Growing();
    const lengths: number[] = [];
    const contextLengths: number[] = [];
    articles.forEach((article, i) => {
      for (const passage of split[i]!) {
        const before = forms.length;
        const context = contextOf(article, passage);
        this.#read(context, article.language, forms);
        contextLengths.push(forms.length - before);
        const text = article.text.slice(passage.start, passage.end);
        this.#read(text, article.language, forms);
        lengths.push(forms.length - before);
        texts.push(context ? `${context}\n${text}` : text);
      }
    });
    return {
      passages: Uint32Array.from(split, ({ length }) => length),
      spans: Uint32Array.from(all.flatMap(({ start, end }) => [start, end])),
      contexts: Uint32Array.from(all, ({ context }) => context.length),
      contextSpans: Uint32Array.from(
        all.flatMap(({ context }) => context.flatMap(({ start, end }) => [start, end])),
      ),
      forms: forms.view().slice(),
      lengths: Uint32Array.from(lengths),
      contextLengths: Uint32Array.from(contextLengths),
      vectors: await this.#embed(texts),
      newForms: this.#dictionary.forms.slice(known),
      newStems: this.#dictionary.stems.slice(known),
    };
  }

  #read(text: string, language: string, into: Growing): void {
    if (text === "") return;
    let numbers = this.#numbers.get(language);
    if (!numbers) {
      numbers = new Map();
      this.#numbers.set(language, numbers);
    }
    const stem = stemmer(language);
    for (const { form } of searchedWords(text)) {
      let number = numbers.get(form);
      if (number === undefined) {
        number = this.#dictionary.number(form, stem(form));
        numbers.set(form, number);
      }
      into.push(number);
    }
  }

  async #embed(texts: string[]): Promise<Float32Array> {
    const { dimensions, id } = this.#embedder;
    const vectors = new Float32Array(texts.length * dimensions);
    const embedded = texts.length === 0 ? [] : await this.#embedder.embedDocuments(texts);
    if (embedded.length !== texts.length) {
      throw new Error(`[index] ${id} gave ${embedded.length} vectors for ${texts.length} texts`);
    }
    embedded.forEach((vector, i) => {
      if (vector.length !== dimensions) {
        throw new Error(`[index] ${id} gave ${vector.length} dimensions, expected ${dimensions}`);
      }
      vectors.set(vector, i * dimensions);
      normalise(vectors.subarray(i * dimensions, (i + 1) * dimensions));
    });
    return vectors;
  }
}

/** What a passage is about: the article's title, then its headings. It is searched with the passage. */
function contextOf({ title, text }: Article, { context }: Passage): string {
  const headings = context.map(({ start, end }) => text.slice(start, end));
  return [...new Set([title ?? "", ...headings])].filter(Boolean).join("\n");
}
