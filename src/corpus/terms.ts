import { isFunctionWord } from "../text/function-words.ts";
import { stemmer } from "../text/stem.ts";
import { words } from "../text/words.ts";
import type { Article } from "./article.ts";

/** The words of a set of articles, counted: what finds copies, summaries and same stories among them. */
export interface Terms {
  /** By article: its distinct term numbers, ascending, and how often each occurs. */
  readonly docs: readonly DocumentTerms[];
  /** By term: ln(1 + N / articles that have it). */
  readonly idf: Float64Array;
  /** By term: the articles that have it, ascending. */
  readonly postings: readonly Uint32Array[];
}

export interface DocumentTerms {
  readonly ids: Uint32Array;
  readonly counts: Uint16Array;
}

/** Counts the stems of what says something in each article's title and text, function words left out. */
export function countTerms(articles: readonly Pick<Article, "title" | "text" | "language">[]): Terms {
  const numbers = new Map<string, number>();
  const df: number[] = [];
  const docs = articles.map(({ title, text, language }): DocumentTerms => {
    const stem = stemmer(language);
    const counts = new Map<number, number>();
    for (const { form } of words(title ? `${title}\n${text}` : text)) {
      if (isFunctionWord(form)) continue;
      const term = stem(form);
      const id = numbers.get(term) ?? numbers.size;
      if (id === numbers.size) numbers.set(term, id);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const ids = Uint32Array.from(counts.keys()).sort();
    for (const id of ids) df[id] = (df[id] ?? 0) + 1;
    return { ids, counts: Uint16Array.from(ids, (id) => Math.min(counts.get(id)!, 65_535)) };
  });
  const postings = df.map((count) => new Uint32Array(count));
  const filled = new Uint32Array(df.length);
  docs.forEach(({ ids }, doc) => {
    for (const id of ids) postings[id]![filled[id]!++] = doc;
  });
  return { docs, idf: Float64Array.from(df, (count) => Math.log(1 + articles.length / count)), postings };
}

/** The share of document `a`'s terms, weighted by idf, that document `b` holds too: 1 where `b` says all that `a` says. */
export function containment({ docs, idf }: Terms, a: number, b: number): number {
  const [own, other] = [docs[a]!.ids, docs[b]!.ids];
  let shared = 0;
  let all = 0;
  let j = 0;
  for (const id of own) {
    const weight = idf[id]!;
    all += weight;
    while (j < other.length && other[j]! < id) j++;
    if (other[j] === id) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

/** How many of a document's rarest terms look for others, and in how many documents a term may be to count as rare. */
const rarest = 40;
const rareIn = 400;

/** Documents that share rare terms with `doc`, those that share most weight first, at most `top`. */
export function neighbours({ docs, idf, postings }: Terms, doc: number, top: number): number[] {
  const rare = [...docs[doc]!.ids]
    .filter((id) => postings[id]!.length > 1 && postings[id]!.length <= rareIn)
    .sort((a, b) => idf[b]! - idf[a]!)
    .slice(0, rarest);
  const weights = new Map<number, number>();
  for (const id of rare) {
    for (const other of postings[id]!)
      if (other !== doc) weights.set(other, (weights.get(other) ?? 0) + idf[id]!);
  }
  return [...weights]
    .sort((a, b) => b[1] - a[1])
    .slice(0, top)
    .map(([other]) => other);
}
