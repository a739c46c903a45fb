import { type Citation, cite, linkOnly } from "../corpus/citation.ts";
import { isLinkOnly, quotation } from "../corpus/quote-limit.ts";
import type { Span } from "../text/span.ts";
import { numberConflicts } from "./conflicts.ts";
import type { Event } from "./event.ts";
import { cosine, type Vector } from "./lexicon.ts";
import { type Sentence, voiceOf } from "./sentence.ts";
import { standing, type Telling } from "./telling.ts";

/** An event before its citations are numbered. */
export interface Draft {
  readonly date: string;
  readonly earliest: string;
  readonly latest: string;
  readonly status: Event["status"];
  /** What it shows, most telling first. */
  readonly sentences: readonly Sentence[];
  readonly tellings: readonly Telling[];
  /** The words of all its tellings. */
  readonly centroid: Vector;
  readonly conflicts: readonly string[];
  /** What is cited beside its sentences and its articles' tellings: the other side of a conflict. */
  readonly besides: readonly Sentence[];
}

/** The event that tellings make: dated as narrowly as they do, shown by the `k` that tell it best. */
export function draft(tellings: readonly Telling[], centroid: Vector, k: number): Draft {
  const ranked = tellings
    .map((telling) => ({ telling, score: standing(telling) * (0.3 + cosine(centroid, telling.vector)) }))
    .sort((a, b) => b.score - a.score)
    .map(({ telling }) => telling);
  const { date, earliest, latest } = tellings[0]!.dating;
  const found = numberConflicts(ranked);
  return {
    date,
    earliest,
    latest,
    status: tellings.every(({ dating }) => dating.told === "announced") ? "announced" : "happened",
    sentences: quotableFirst(distinct(ranked.map(({ sentence }) => sentence))).slice(0, k),
    tellings: ranked,
    centroid,
    conflicts: found.map(({ words }) => words),
    besides: found.flatMap(({ sides }) => sides.map(({ sentence }) => sentence)),
  };
}

/** The events of drafts, their citations numbered through in order of first use. */
export function numbered(drafts: readonly Draft[]): Event[] {
  const numbers = new Map<string, number>();
  const citation = (sentence: Sentence | ({ article: Sentence["article"] } & Span)): Citation => {
    const key = `${sentence.article.id} ${sentence.start}`;
    const n = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, n);
    return cite(sentence.article, sentence, n);
  };
  return drafts.map((draft) => {
    const { date, status, conflicts, sentences } = draft;
    const cited = citedSentences(draft);
    const articles = [...new Set(cited.map(({ article }) => article))];
    return {
      date,
      ...told(sentences),
      articles: articles.map(({ id }) => id),
      citations: cited.map(citation),
      voices: new Set(articles.map(voiceOf)).size,
      status,
      conflicts,
    };
  });
}

/** What may be quoted stands before what may only be linked; else as they were. */
function quotableFirst(sentences: readonly Sentence[]): Sentence[] {
  return sentences.toSorted((a, b) => Number(isLinkOnly(a.article)) - Number(isLinkOnly(b.article)));
}

/** The sentences of an event that may be quoted, or who reports it where none may. */
function told(sentences: readonly Sentence[]): Pick<Event, "text" | "sentences" | "linkOnly"> {
  const quoted = sentences
    .filter(({ article }) => !isLinkOnly(article))
    .map((sentence) => quotation(sentence.article, sentence));
  if (quoted.length > 0) return { text: quoted[0]!, sentences: quoted };
  const text = linkOnly(sentences[0]!.article);
  return { text, sentences: [text], linkOnly: true };
}

/** What it shows, what says its date where that is another sentence, the best telling of each other article, conflicts' sides. */
function citedSentences({
  sentences,
  tellings,
  besides,
}: Draft): (Sentence | ({ article: Sentence["article"] } & Span))[] {
  const shown = new Set(sentences.map(({ article }) => article));
  const dated = tellings.flatMap(({ sentence, dating }) =>
    dating.saidIn && sentences.includes(sentence) ? [{ article: sentence.article, ...dating.saidIn }] : [],
  );
  const others = new Map<Sentence["article"], Sentence>();
  for (const { sentence } of tellings) {
    if (!shown.has(sentence.article) && !others.has(sentence.article)) others.set(sentence.article, sentence);
  }
  return distinct([...sentences, ...dated, ...others.values(), ...besides]);
}

function distinct<T extends { article: { id: string }; start: number }>(sentences: readonly T[]): T[] {
  return [
    ...new Map(sentences.map((sentence) => [`${sentence.article.id} ${sentence.start}`, sentence])).values(),
  ];
}
