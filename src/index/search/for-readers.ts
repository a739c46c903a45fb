import type { Article } from "../../corpus/article.ts";
import { byStanding, reportOf } from "../../corpus/originality.ts";
import { timexes } from "../../dates/timexes.ts";
import { daysOf } from "../edtf-days.ts";
import type { Searchable } from "../searchable.ts";
import { distinct, type Ranked } from "./distinct.ts";

/** A passage to show, and the articles that say the same with the same voice. */
export interface Told<Found extends Ranked> {
  readonly found: Found;
  /** What it is ranked by, less what is said above it. */
  readonly rank: number;
  /** The likeliest origin first. */
  readonly copies: readonly Article[];
}

/** Ranks that differ by no more are about equal: half of all first passages stand further above the second. */
const equal = 0.1;

/**
 * The first passages of a ranking as a reader wants them: each tells something else than those above it, and is told
 * by the likeliest origin among copies of one report. Of passages about equal an original goes before a relay, that
 * before a summary, and the newer before the older unless the query asks for a past time.
 *
 * @param found best first
 */
export function forReaders<Found extends Ranked>(
  query: string,
  found: readonly Found[],
  searchable: Searchable,
  top: number,
): Told<Found>[] {
  const articleOf = ({ passage }: Ranked) => searchable.article(searchable.articleOf(passage));
  const sameVoice = (a: Ranked, b: Ranked) =>
    searchable.articleOf(a.passage) !== searchable.articleOf(b.passage) &&
    reportOf(articleOf(a)) === reportOf(articleOf(b));
  const newer = asksForPast(query) ? () => 0 : places(found.slice(0, top).map(articleOf));
  const preference = (one: Ranked) => {
    const article = articleOf(one);
    return equal * (0.6 * directness[article.provenance.kind] + 0.4 * newer(article));
  };
  const instead = (chosen: Ranked, repeat: Ranked) =>
    chosen.rank - repeat.rank <= likely && byStanding(articleOf(repeat), articleOf(chosen)) < 0;
  const options = { top, preference, equal, sameVoice, instead };
  return distinct(found, searchable, options).map(({ found, rank, repeats }) => {
    const copies = new Map(repeats.map((each) => [articleOf(each).id, articleOf(each)]));
    copies.delete(articleOf(found).id);
    return { found, rank, copies: [...copies.values()].sort(byStanding) };
  });
}

/** Copies of one text differ in rank by what stands around it; an origin this far below has lost what is asked for. */
const likely = 0.3;
const directness = { original: 1, relay: 0.25, summary: 0 } as const;

/** Where among some articles one stands by its date: the oldest at 0, the newest at 1, in the middle where it has none. */
function places(articles: readonly Article[]): (article: Article) => number {
  const dayOf = ({ published }: Article) => (published ? daysOf(published.date).last : null);
  const days = [...new Set(articles.map(dayOf).filter((day) => day !== null))].sort((a, b) => a - b);
  return (article) => {
    const day = dayOf(article);
    return day === null || days.length < 2
      ? 0.5
      : Math.min(1, days.filter((other) => other < day).length / (days.length - 1));
  };
}

const bygone =
  /\b(?:ago|before|began|begin|beginning|earl(?:y|ier|iest)|first|former(?:ly)?|histor(?:y|ic|ical)|initial(?:ly)?|old(?:er|est)?|origin(?:s|al|ally)?|past|previous(?:ly)?|since|start(?:ed)?|used to)\b/iu;

/** Whether a query asks for what was, rather than for how things stand: by a date, or by a word such as "first". */
export function asksForPast(query: string): boolean {
  return bygone.test(query) || timexes(query).some(({ value }) => !/^(?:PRESENT|FUTURE)_REF$/.test(value));
}
