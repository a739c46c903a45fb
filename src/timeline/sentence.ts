import type { Article } from "../corpus/article.ts";
import { bounds } from "../dates/edtf.ts";
import { timexes } from "../dates/timexes.ts";
import { sentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { type Dating, datings } from "./dating.ts";
import { toldAs } from "./told.ts";

/** A sentence of an article's running prose, and the dates it tells of. */
export interface Sentence extends Span {
  readonly article: Article;
  /** Its place among the article's sentences, from 0. */
  readonly position: number;
  readonly datings: readonly Dating[];
}

/** What an article says of dates never changes, so that a second timeline of the same articles need not read them again. */
const read = new WeakMap<Article, readonly Sentence[]>();

/** The sentences of an article's prose, headings, tables and labels left out, each with its datings. */
export function sentencesOf(article: Article): readonly Sentence[] {
  let known = read.get(article);
  if (!known) {
    known = readSentences(article);
    read.set(article, known);
  }
  return known;
}

function readSentences(article: Article): Sentence[] {
  const { text, language, outline } = article;
  const published = publicationDays(article);
  const expressions = timexes(text, { published: article.published?.date, language });
  const found: Sentence[] = [];
  let next = 0;
  let block = 0;
  for (const span of sentences(text, language)) {
    while (outline[block] && outline[block]!.end <= span.start) block++;
    while (expressions[next] && expressions[next]!.start < span.start) next++;
    const from = next;
    while (expressions[next] && expressions[next]!.end <= span.end) next++;
    const inBlock = outline[block] && outline[block]!.start < span.end ? outline[block]!.kind : null;
    if (inBlock === "heading" || inBlock === "table") continue;
    if (isLabel(text.slice(span.start, span.end), inBlock === "list")) continue;
    const own = datings(text, span, expressions.slice(from, next), published, language);
    const previous = found.at(-1);
    found.push({
      ...span,
      article,
      position: found.length,
      datings: own.length > 0 || !previous ? own : inherited(text, span, previous, language),
    });
  }
  return found;
}

/** Who speaks in an article: copies, summaries and relays of one report are one voice, as far as the corpus told. */
export function voiceOf({ voice, id }: Article): string {
  return voice ?? id;
}

/** First and last day an article may have been published on; null where nobody knows. */
export function publicationDays(article: Article): { earliest: string; latest: string } | null {
  if (!article.published) return null;
  const { earliest, latest } = bounds(article.published.date);
  return earliest === null || latest === null ? null : { earliest, latest };
}

/** What opens a sentence that tells the outcome of the one before it, and so happened on its date. */
const outcome =
  /^(?:in (?:exchange|return|response|what (?:appears|appeared|seems|seemed))|as a result|following|after (?:that|the|this|another)|the same day|that (?:same )?day|(?:hours|shortly|soon) (?:later|after)|afterwards|at the same time)\b/i;

/** An outcome told right after a dated sentence, in the same paragraph, shares its date. */
function inherited(text: string, span: Span, previous: Sentence, language: string): Dating[] {
  const dating = previous.datings[0];
  const clause = text.slice(span.start, span.end);
  if (!dating || text.slice(previous.end, span.start).includes("\n") || !outcome.test(clause)) return [];
  if (toldAs(clause, language) !== "happened") return [];
  return [
    {
      ...dating,
      told: dating.told === "announced" ? "announced" : "happened",
      scope: span,
      saidIn: dating.saidIn ?? previous,
    },
  ];
}

/** A line that carries words about the page (a dateline, a credit, a caption), or too little to tell an event. */
function isLabel(line: string, inList: boolean): boolean {
  const tokens = line.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (
    /^(?:published|updated|posted|last (?:updated|modified)|first published|copyright|©|photo|image|source:)/i.test(
      line,
    )
  )
    return true;
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(line);
  if (unspaced) return line.length < 8;
  return tokens.length < (inList ? 5 : 4) || !/\p{Ll}/u.test(line);
}
