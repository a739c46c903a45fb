import type { Article, Evidence, Provenance, Published } from "./article.ts";
import { DisjointSets } from "./disjoint-sets.ts";
import { inferredFrom } from "./inferred.ts";
import { writerNotice } from "./machine-written.ts";
import { kindOf } from "./provenance.ts";
import { type Kinship, lengthBeside, sourceOf } from "./sources.ts";
import { stories } from "./stories.ts";
import { countTerms, neighbours } from "./terms.ts";
import { voices } from "./voices.ts";
import { runsOf } from "./word-runs.ts";

/** An article that says it is a summary is one of whichever article holds at least this share of its words. */
const declared = 0.3;
/**
 * One that does not say so must be half as long at most, hold little that the other does not say in much the same
 * words, and be far nearer to it than to any other: reports of one event share words too, but with each other.
 */
const silent = { overlap: 0.8, length: 0.5, margin: 0.25 };

/**
 * Tells articles what they are to each other: which one a summary sums up, what related articles let one infer of a
 * date that neither states, which tell the same story, and which are one voice. Articles that nothing changes for come
 * back as the same objects, in the same order; what an earlier run told is told anew, so that removing a source takes
 * back what it had shown.
 *
 * Time grows with the number of articles (an inverted index over rare words finds the candidates).
 */
export function relate(articles: readonly Article[]): Article[] {
  const own = articles.map(alone);
  const terms = countTerms(own);
  const pairs = runsOf(own, 2);
  const sources = own.map((article, i): Kinship | null => {
    const saysSo = article.provenance.kind === "summary";
    // Most articles are no summary of any that is near: none of those is so much longer.
    if (!saysSo && !neighbours(terms, i).some((other) => lengthBeside(terms, i, other) <= silent.length))
      return null;
    const source = sourceOf(own, pairs, terms, i, (other) => own[other]!.provenance.kind !== "summary");
    return source && (saysSo ? source.words >= declared : isSummary(source)) ? source : null;
  });
  const kin = new Map<number, number[]>();
  sources.forEach((source, i) => {
    if (!source) return;
    kin.set(i, [...(kin.get(i) ?? []), source.other]);
    kin.set(source.other, [...(kin.get(source.other) ?? []), i]);
  });
  const story = stories(own, terms);
  const voice = voices(
    own,
    terms,
    story,
    sources.map((source) => source?.other ?? -1),
  );
  // What speaks with one voice tells one story, however differently it is worded. A story is named after its first article.
  const tellings = new DisjointSets(own.length);
  const opening = new Map(story.map((number, i) => [number, i] as const).reverse());
  own.forEach((_, i) => {
    tellings.join(i, opening.get(story[i]!)!);
    tellings.join(i, voice[i]!);
  });
  return own.map((article, i) => {
    const source = sources[i];
    const related = (kin.get(i) ?? []).map((other) => own[other]!);
    const told = {
      ...article,
      provenance: source ? summarises(article, own[source.other]!) : article.provenance,
      published: dated(article, related),
      story: own[tellings.nameOf(i)]!.id,
      voice: own[voice[i]!]!.id,
    };
    return same(told, articles[i]!) ? articles[i]! : told;
  });
}

/** An article as it stands alone: without what an earlier run told of it. */
function alone(article: Article): Article {
  const { provenance } = article;
  if (provenance.kind !== "summary") return article;
  const notice = provenance.evidence.find(({ of, quote }) => of === "kind" && writerNotice(quote)?.summary);
  const { kind, of, quotes } = kindOf(article, notice?.quote);
  const rest = provenance.evidence.filter((evidence) => evidence.of !== "kind");
  const evidence: Evidence[] = [...quotes.map((quote) => ({ of: "kind" as const, quote })), ...rest];
  return { ...article, provenance: { ...provenance, kind, of, evidence } };
}

function isSummary({ words, pairs, length, margin }: Kinship): boolean {
  return words + pairs >= silent.overlap && length <= silent.length && margin >= silent.margin;
}

function summarises({ provenance }: Article, source: Article): Provenance {
  return { ...provenance, kind: "summary", of: source.id };
}

/** A date that was inferred, or that a related article may let one infer, from all that they say together. */
function dated(article: Article, related: readonly Article[]): Published | null {
  const { published } = article;
  if (published ? published.basis !== "inferred" : related.length === 0) return published;
  return inferredFrom(article, related);
}

function same(a: Article, b: Article): boolean {
  const told = ({ provenance, published, story, voice }: Article) =>
    JSON.stringify([provenance, published, story, voice]);
  return told(a) === told(b);
}
