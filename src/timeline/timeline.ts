import { setImmediate } from "node:timers/promises";
import type { Article } from "../corpus/article.ts";
import { checkedPeriod, compareEdtf } from "../dates/edtf.ts";
import type { Similarity } from "../index/search/similarity.ts";
import { type Draft, numbered } from "./draft.ts";
import { eachEvent } from "./each-event.ts";
import type { Timeline, TimelineRequest } from "./event.ts";
import { type DateEntry, datesByImportance, datingOf, withoutUmbrellas } from "./importance.ts";
import { addTo, Lexicon, norm, scaled } from "./lexicon.ts";
import { entries, type Material, openings } from "./one-a-day.ts";
import { type Relevance, relevant, topicRelevance } from "./relevance.ts";
import { type Sentence, sentencesOf } from "./sentence.ts";
import { telling } from "./telling.ts";

/** What the desk may hand in beside the request. */
export interface TimelineContext {
  /** How much a sentence has to do with the topic; by its words where left out. */
  readonly relevance?: Relevance | undefined;
  /** How well words stand for each other; where left out, a topic's words stand for themselves alone. */
  readonly similarity?: Similarity | undefined;
  /** Milliseconds, for `tookMs`. */
  readonly clock?: (() => number) | undefined;
}

/** With more dates than this, and no `top`, the most important are kept, one entry a day. */
const browsable = 40;

/**
 * The timeline of some articles: what their sentences say happened, or is planned, by date. Dates are the sentences'
 * own words, resolved; the articles' publication dates are no events. With `top`, or where there are many dates,
 * the most important dates are kept and each day has one entry; otherwise every event has its own.
 * Lets other work run in between, and stops when the request's signal says so.
 */
export async function buildTimeline(
  articles: readonly Article[],
  request: TimelineRequest,
  { relevance, similarity, clock = () => performance.now() }: TimelineContext = {},
): Promise<Timeline> {
  const started = clock();
  const turn = takingTurns(clock, request.signal);
  const lexicon = new Lexicon();
  const terms = new Map<Sentence, Uint32Array>();
  for (const article of articles) {
    for (const sentence of sentencesOf(article)) {
      const words = article.text.slice(sentence.start, sentence.end);
      terms.set(sentence, lexicon.add(words, article.language));
    }
    await turn();
  }

  const topic = request.topic?.trim() || null;
  const relevanceOf = topic ? (relevance ?? topicRelevance(topic, lexicon, similarity)) : () => 1;
  const told = new Map<Sentence, Uint32Array>();
  const story = new Map<number, number>();
  for (const [sentence, numbers] of terms) {
    if (relevanceOf(sentence.article, sentence) < relevant) continue;
    told.set(topic ? narrowed(sentence, relevanceOf) : sentence, numbers);
    addTo(story, lexicon.vector(numbers));
    if (sentence.position === 0) await turn();
  }

  const sentences = [...told.keys()];
  const k = Math.max(1, request.sentences ?? 1);
  const material: Material = {
    lexicon,
    vector: (sentence) => lexicon.vector(told.get(sentence)!),
    story: scaled(story, 1 / (norm(story) || 1)),
    openings: openings(sentences),
    k,
  };
  const dates = withinBounds(withoutUmbrellas(datesByImportance(sentences), terms.keys()), request);
  const drafts: Draft[] = [];
  if (request.top === undefined && dates.length <= browsable) {
    const tellings = dates.flatMap((entry) =>
      entry.sentences.map((sentence) => telling(lexicon, sentence, datingOf(sentence, entry))),
    );
    drafts.push(...eachEvent(tellings, k));
  } else {
    for (const date of mostImportant(dates, request.top ?? browsable)) {
      drafts.push(...entries(date, material));
      await turn();
    }
  }
  const ordered = drafts.sort((a, b) => compareEdtf(a.date, b.date));
  return { topic, events: numbered(ordered), tookMs: clock() - started };
}

/** The sentence with those of its datings that govern a relevant part; all of them where none does. */
function narrowed(sentence: Sentence, relevanceOf: Relevance): Sentence {
  if (sentence.datings.length < 2) return sentence;
  const datings = sentence.datings.filter(({ scope }) => relevanceOf(sentence.article, scope) >= relevant);
  return datings.length === 0 || datings.length === sentence.datings.length
    ? sentence
    : { ...sentence, datings };
}

/** Dates that may lie between the request's bounds. */
function withinBounds(dates: readonly DateEntry[], request: TimelineRequest): DateEntry[] {
  const { first, last } = checkedPeriod(request);
  return dates.filter(
    ({ earliest, latest }) => (first === null || latest >= first) && (last === null || earliest <= last),
  );
}

/**
 * The `top` most important dates. Where the articles mostly tell by the day, months and years are left out:
 * what happened in them stands there by its days already.
 */
function mostImportant(dates: readonly DateEntry[], top: number): DateEntry[] {
  const days = dates.filter(({ earliest, latest }) => earliest === latest);
  const total = (entries: readonly DateEntry[]) =>
    entries.reduce((sum, { importance }) => sum + importance, 0);
  return (2 * total(days) >= total(dates) ? days : dates).slice(0, top);
}

/** Lets the process do other work every so often, and throws once the signal is aborted. */
function takingTurns(clock: () => number, signal: AbortSignal | undefined): () => Promise<void> {
  const slice = 40;
  let last = clock();
  return async () => {
    signal?.throwIfAborted();
    if (clock() - last < slice) return;
    await setImmediate();
    last = clock();
  };
}
