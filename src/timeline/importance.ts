import type { Article } from "../corpus/article.ts";
import type { Dating } from "./dating.ts";
import { publicationDays, type Sentence, voiceOf } from "./sentence.ts";

/** A date that sentences tell of, and how much it matters. */
export interface DateEntry {
  readonly date: string;
  readonly earliest: string;
  readonly latest: string;
  /** Sentences with a dating of this date, in corpus order. */
  readonly sentences: readonly Sentence[];
  readonly importance: number;
}

/**
 * What a date's importance is made of. Each article adds its best mention of it; a date is important when independent
 * voices come back to it, the more so when they spell it out and when it is not long past.
 * Chosen by hand on the open topics of Timeline17, where a small grid around it, picked leave-one-topic-out, reaches
 * a Date-F1 of .61. Weights fitted to these and further counts by ridge or logistic regression, as in Ghalandari and
 * Ifrim (2020), carried over worse: .52 to .58.
 */
const weights = {
  /** An article published after the date. */
  later: 1,
  /** One that spells the date out ("20 April") rather than counting back ("Tuesday"). */
  spelled: 0.5,
  /** An article of the same day: it may tell anything. */
  sameDay: 0.2,
  /** An article of the same month or year, where no more is known of either. */
  samePeriod: 0.6,
  /** An article that only foretells it. */
  earlier: 0.05,
  /** Of what an article adds that repeats a voice heard already: a chronology printed again, a copy. */
  repeated: 0.25,
  /** Days after which a mention adds half: old history is often recalled, and seldom part of the story. */
  halfLife: 365,
  /** Dates that name no day compete with those that do. */
  coarse: { month: 0.5, longer: 0.25 },
} as const;

const day = 86_400_000;

/** Every date that the sentences tell of, most important first. */
export function datesByImportance(sentences: readonly Sentence[]): DateEntry[] {
  const byPeriod = new Map<string, { dating: Dating; sentences: Sentence[]; datings: Dating[] }>();
  for (const sentence of sentences) {
    for (const dating of sentence.datings) {
      const period = `${dating.earliest}/${dating.latest}`;
      const known = byPeriod.get(period);
      if (!known) {
        byPeriod.set(period, { dating, sentences: [sentence], datings: [dating] });
        continue;
      }
      known.sentences.push(sentence);
      known.datings.push(dating);
      // "About 3 May" says less than "3 May".
      if (known.dating.date.length > dating.date.length) known.dating = dating;
    }
  }
  return [...byPeriod.values()]
    .map(({ dating: { date, earliest, latest }, sentences, datings }) => ({
      date,
      earliest,
      latest,
      sentences,
      importance: breadthFactor({ earliest, latest }) * added(sentences, datings),
    }))
    .sort((a, b) => b.importance - a.importance || (a.date < b.date ? -1 : 1));
}

/** The dating of a sentence that belongs to an entry. */
export function datingOf(
  sentence: Sentence,
  { earliest, latest }: Pick<DateEntry, "earliest" | "latest">,
): Dating {
  return sentence.datings.find((dating) => dating.earliest === earliest && dating.latest === latest)!;
}

/** What all mentions of a date add: each article its best, the best of each voice in full, its repetitions less. */
function added(sentences: readonly Sentence[], datings: readonly Dating[]): number {
  const byArticle = new Map<Article, number>();
  for (const [i, { article }] of sentences.entries()) {
    if (datings[i]!.saidIn) continue;
    const value = mention(datings[i]!, publicationDays(article));
    byArticle.set(article, Math.max(value, byArticle.get(article) ?? 0));
  }
  const heard = new Set<string>();
  let sum = 0;
  for (const [article, value] of [...byArticle].sort(([, a], [, b]) => b - a)) {
    sum += heard.has(voiceOf(article)) ? weights.repeated * value : value;
    heard.add(voiceOf(article));
  }
  return sum;
}

function mention(
  { earliest, latest, spelled }: { earliest: string; latest: string; spelled: boolean },
  published: { readonly earliest: string; readonly latest: string } | null,
): number {
  if (!published) return weights.samePeriod;
  if (earliest > published.latest) return weights.earlier;
  if (latest >= published.earliest) {
    return published.earliest === published.latest && earliest === latest
      ? weights.sameDay
      : weights.samePeriod;
  }
  const lag = (Date.parse(published.earliest) - Date.parse(latest)) / day;
  return (weights.later + (spelled ? weights.spelled : 0)) / (1 + lag / weights.halfLife);
}

function breadthFactor(period: { earliest: string; latest: string }): number {
  const breadth = days(period);
  return breadth === 1 ? 1 : breadth <= 31 ? weights.coarse.month : weights.coarse.longer;
}

/** A period longer than a month that holds this many narrower ones sums them up, and is no event beside them. */
const umbrella = 3;

/** The dates without those that only sum up others which `sentences` tell of. */
export function withoutUmbrellas(dates: readonly DateEntry[], sentences: Iterable<Sentence>): DateEntry[] {
  const periods = new Map<string, Dating>();
  for (const { datings } of sentences) {
    for (const dating of datings) periods.set(`${dating.earliest}/${dating.latest}`, dating);
  }
  return dates.filter(({ earliest, latest }) => {
    if (days({ earliest, latest }) <= 31) return true;
    let held = -1; // Itself is among them.
    for (const inner of periods.values()) {
      if (inner.earliest >= earliest && inner.latest <= latest && ++held === umbrella) return false;
    }
    return true;
  });
}

function days({ earliest, latest }: { earliest: string; latest: string }): number {
  return (Date.parse(latest) - Date.parse(earliest)) / day + 1;
}
