import type { Answer, Question } from "./answer/answer.ts";
import { type Answerer, createAnswerer } from "./answer/answerer.ts";
import type { Ledger, Limits } from "./answer/budget.ts";
import type { ModelSettings } from "./answer/chat.ts";
import { inTheirWords } from "./answer/dictionary.ts";
import { extract } from "./answer/extract.ts";
import { languageGap, languageNames, topicGap } from "./answer/language-gap.ts";
import { askable, asked, checkedFilter } from "./answer/question.ts";
import { romanised } from "./answer/romanise.ts";
import type { Article } from "./corpus/article.ts";
import { quotable, shown } from "./corpus/quote-limit.ts";
import type { StoryTree } from "./corpus/story-tree.ts";
import type { CorpusIndex, SearchOptions, SourceName } from "./index/corpus-index.ts";
import type { Filter, Hit } from "./index/hit.ts";
import { type CorpusOptions, openCorpus } from "./index/open-corpus.ts";
import { openSimilarity } from "./index/search/open-similarity.ts";
import { UserError } from "./ops/user-error.ts";
import type { Timeline, TimelineRequest } from "./timeline/event.ts";

/** An article with what the list of sources says of it. Its text is as much as its quote limit lets anyone see. */
export interface Source {
  readonly article: Article;
  readonly passages: number;
}

/** The briefing desk: everything that can be asked of one corpus. The only door from commands to the rooms below. */
export interface Desk {
  /** @throws {UserError} `question.empty`, `question.long`, `dates.edtf`, `dates.order`, `source.unknown`, `language.unknown`. */
  ask(question: Question): Promise<Answer>;
  timeline(request: TimelineRequest): Promise<Timeline>;
  sources(): Promise<readonly Source[]>;
  source(id: string): Promise<Source | undefined>;
  /** What people pick articles by, in the order of the corpus; the same list until the corpus changes. */
  sourceNames(): Promise<readonly SourceName[]>;
  search(query: string, options: SearchOptions): Promise<readonly Hit[]>;
  /** The family tree of every story that the articles tell, in order of each one's first article. */
  stories(): Promise<readonly StoryTree[]>;
  /** A timeline, or the trees of stories, as a picture: an SVG document, or a PNG of it. */
  draw(drawn: Timeline | readonly StoryTree[], format: "svg" | "png"): Promise<Uint8Array>;
  /** Lets go of the index; also by `await using`. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface DeskOptions extends CorpusOptions {
  /** Below this probability that a passage answers, the desk refuses; 0 to 1. */
  readonly refuseBelow?: number | undefined;
  /** The chat model; answers are extracts without one. */
  readonly model?: ModelSettings | undefined;
  /** Who has spent how many tokens, and how many they may. */
  readonly ledger?: Ledger | undefined;
  readonly limits?: Limits | undefined;
  /** Milliseconds since the epoch, for whose day it is. */
  readonly now?: (() => number) | undefined;
  /** What the log should know: a model that fails, and how. */
  readonly onFault?: ((error: Error) => void) | undefined;
}

/** Brings the index of a corpus up to date, and opens the desk on it. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { refuseBelow: threshold, embeddings = "glove" } = options;
  const index = await openCorpus(options);
  const similarity = openSimilarity();
  const crosses = embeddings !== "glove";
  const answerer = createAnswerer({
    ...options,
    reword: rewording(crosses),
    extract: async (question, hits) => ({ ...extract(question, hits, { similarity, threshold }), tookMs: 0 }),
  });
  return new CorpusDesk(index, answerer, crosses);
}

class CorpusDesk implements Desk {
  readonly #index: CorpusIndex;
  readonly #answerer: Answerer;
  /** Whether the embedder finds across languages. */
  readonly #crosses: boolean;

  constructor(index: CorpusIndex, answerer: Answerer, crosses: boolean) {
    this.#index = index;
    this.#answerer = answerer;
    this.#crosses = crosses;
  }

  async ask(given: Question): Promise<Answer> {
    const started = performance.now();
    const question = asked(given);
    await this.#mustBeHere(question.filter);
    const languages = await this.#index.languages();
    const { text, queries } = await this.#answerer.prepare(question, languages);
    const { filter, signal } = question;
    const found = await Promise.all(
      queries.map((query) => this.#index.search(query, { top: EVIDENCE, filter, distinct: true, signal })),
    );
    const answer = await this.#answerer.answer({ ...question, text }, bestFirst(found.flat(), EVIDENCE));
    const alone = answer.refused && answer.mode === "extractive" && !this.#crosses;
    const gap = alone ? await languageGap(question, languages) : null;
    const notes = gap === null ? answer.notes : [...answer.notes, gap];
    return { ...answer, notes, question: question.text, tookMs: performance.now() - started };
  }

  async timeline(request: TimelineRequest): Promise<Timeline> {
    const filter = checkedFilter(request.filter);
    await this.#mustBeHere(filter);
    const { buildTimeline } = await import("./timeline/timeline.ts");
    const articles = await this.#index.articles(filter);
    const made = await buildTimeline(articles, request, { similarity: openSimilarity() });
    if (made.events.length > 0 || !request.topic) return made;
    const gap = await topicGap(request.topic, await this.#index.languages());
    return gap === null ? made : { ...made, notes: [gap] };
  }

  async draw(drawn: Timeline | readonly StoryTree[], format: "svg" | "png"): Promise<Uint8Array> {
    const svg = await pictureOf(drawn);
    if (format === "svg") return new TextEncoder().encode(svg);
    const { toPng } = await import("./drawing/png.ts");
    return toPng(svg);
  }

  async stories(): Promise<readonly StoryTree[]> {
    const { storyTrees } = await import("./corpus/story-tree.ts");
    return storyTrees(await this.#index.articles());
  }

  async sources(): Promise<readonly Source[]> {
    return Promise.all((await this.#index.articles()).map((article) => this.#source(article)));
  }

  async source(id: string): Promise<Source | undefined> {
    const article = await this.#index.article(id);
    return article && this.#source(article);
  }

  sourceNames(): Promise<readonly SourceName[]> {
    return this.#index.names();
  }

  async search(query: string, options: SearchOptions): Promise<readonly Hit[]> {
    const { top, byArticle } = options;
    const deep = { ...options, top: byArticle ? top * PASSAGES_AN_ARTICLE : top, distinct: !byArticle };
    const filter = checkedFilter(options.filter);
    await this.#mustBeHere(filter);
    const sought = await rewording(this.#crosses)(askable(query), await this.#index.languages());
    const hits = await this.#index.search(sought, { ...deep, filter });
    return (byArticle ? onceEach(hits, ({ article }) => article.id).slice(0, top) : hits).map(shownHit);
  }

  async close(): Promise<void> {
    await this.#index.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** A source or language that nobody knows is a mistake in its name; "the corpus does not say" would hide it. */
  async #mustBeHere({ source, language }: Filter = {}): Promise<void> {
    if (source !== undefined && !(await this.#index.names()).some((each) => isNamed(each, source)))
      throw new UserError(
        "source.unknown",
        `No article has the publisher or the id "${source}"; \`sources\` lists them.`,
      );
    if (language === undefined) return;
    const held = await this.#index.languages();
    if (held.includes(language.toLowerCase().split("-")[0]!)) return;
    const known =
      held.length > 0 ? `they are in ${languageNames(held)} (${held.join(", ")})` : "there are none yet";
    throw new UserError(
      "language.unknown",
      `No article is in "${language}": ${known}. A language is named by its tag, such as en or ru.`,
    );
  }

  async #source(article: Article): Promise<Source> {
    return { article: shown(article), passages: await this.#index.passageCount(article.id) };
  }
}

/** An embedder that finds across languages is asked in the question's own words. */
function rewording(crosses: boolean): typeof inTheirWords {
  return crosses ? romanised : inTheirWords;
}

/** Whether a filter's source is this one: its publisher or its id. */
function isNamed({ id, publisher }: SourceName, source: string): boolean {
  const wanted = source.trim().toLowerCase();
  return id.toLowerCase() === wanted || publisher?.toLowerCase() === wanted;
}

/** A hit with no more of its article's words than may be shown. */
function shownHit(hit: Hit): Hit {
  const { article, passage } = hit;
  if (article.quoteLimit === undefined) return hit;
  const { start, end } = quotable(article, passage);
  const cut = end < passage.end ? { cut: true as const } : {};
  return { ...hit, ...cut, passage: { ...passage, start, end }, text: article.text.slice(start, end) };
}

async function pictureOf(drawn: Timeline | readonly StoryTree[]): Promise<string> {
  if ("events" in drawn) return (await import("./timeline/picture.ts")).renderTimeline(drawn);
  return (await import("./corpus/story-picture.ts")).renderStories(drawn);
}

/** Hits of several searches as one list: each passage once, by its best score, at most `top`. */
function bestFirst(hits: readonly Hit[], top: number): readonly Hit[] {
  const passages = onceEach(hits, ({ passage }) => `${passage.articleId} ${passage.start}`);
  return passages.slice(0, top);
}

/** The best hit for each key, best first. */
function onceEach(hits: readonly Hit[], key: (hit: Hit) => string): readonly Hit[] {
  const best = new Map<string, Hit>();
  for (const hit of hits) {
    const known = best.get(key(hit));
    if (!known || hit.score > known.score) best.set(key(hit), hit);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** How many passages are looked through: the first ones for what answers, the others for who says so as well. */
const EVIDENCE = 30;
/** How deep to look for each article wanted: several passages of one may stand before the next. */
const PASSAGES_AN_ARTICLE = 4;
