import { type Draft, draft } from "./draft.ts";
import { eachEvent } from "./each-event.ts";
import { type DateEntry, datingOf } from "./importance.ts";
import { cosine, type Lexicon, sum, type Vector } from "./lexicon.ts";
import { publicationDays, type Sentence } from "./sentence.ts";
import { type Candidate, tellingSentences } from "./summary.ts";
import { isReadable, type Telling, telling } from "./telling.ts";

/** How many sentences from its beginning an undated report may speak of the day it was published on, or the day before. */
const opening = 9;
/** How like an entry's sentences another telling must be to report the same. */
const sameReport = 0.25;
/** A month or year told of more often than this is shown by one entry, too. */
const fewTellings = 60;

const day = 86_400_000;

/** What entries are made from, beside their own sentences. */
export interface Material {
  readonly lexicon: Lexicon;
  readonly vector: (sentence: Sentence) => Vector;
  /** The centre of all that the articles tell. */
  readonly story: Vector;
  /** Undated openings of reports, by the day they may tell of. */
  readonly openings: ReadonlyMap<string, readonly Sentence[]>;
  /** How many sentences an entry shows, at most. */
  readonly k: number;
}

/** The first sentences of reports that name no date, by the day of publication and the day before it. */
export function openings(sentences: readonly Sentence[]): Map<string, Sentence[]> {
  const byDay = new Map<string, Sentence[]>();
  for (const sentence of sentences) {
    if (sentence.position >= opening || sentence.datings.length > 0) continue;
    const published = publicationDays(sentence.article);
    if (!published || published.earliest !== published.latest) continue;
    const before = new Date(Date.parse(published.earliest) - day).toISOString().slice(0, 10);
    for (const date of [published.earliest, before]) {
      const known = byDay.get(date);
      if (known) known.push(sentence);
      else byDay.set(date, [sentence]);
    }
  }
  return byDay;
}

/** What a date's sentences make: one entry for a day, every event for a month or longer. */
export function entries(entry: DateEntry, material: Material): Draft[] {
  const tellings = entry.sentences.map((sentence) =>
    telling(material.lexicon, sentence, datingOf(sentence, entry)),
  );
  const wide = entry.earliest !== entry.latest;
  if (wide && tellings.length <= fewTellings) return eachEvent(tellings, material.k);
  return [dayEntry(entry, tellings, material)];
}

function dayEntry(entry: DateEntry, tellings: readonly Telling[], material: Material): Draft {
  const { vector, story, k } = material;
  const happened = tellings.filter(({ dating }) => dating.told !== "announced");
  const naming = (happened.length > 0 ? happened : tellings).map(({ sentence }) => sentence);
  const around = material.openings.get(entry.date) ?? [];
  const candidates = [
    ...naming.map((sentence) => ({ sentence, vector: vector(sentence), names: true })),
    ...around.map((sentence) => ({ sentence, vector: vector(sentence), names: false })),
  ];
  const readable = candidates.filter(({ sentence }) => isReadable(sentence));
  const chosen = tellingSentences(readable.some(({ names }) => names) ? readable : candidates, story, k);
  return reported(entry, chosen, tellings);
}

/** The entry that shows the chosen sentences, and cites the articles that report the same. */
function reported(
  entry: DateEntry,
  chosen: readonly Candidate<Sentence>[],
  tellings: readonly Telling[],
): Draft {
  const centre = sum(chosen.map(({ vector }) => vector));
  const shown = new Set(chosen.map(({ sentence }) => sentence));
  const same = tellings.filter(
    (telling) => shown.has(telling.sentence) || cosine(telling.vector, centre) >= sameReport,
  );
  const made = draft(same, centre, chosen.length);
  return { ...made, date: entry.date, sentences: chosen.map(({ sentence }) => sentence) };
}
