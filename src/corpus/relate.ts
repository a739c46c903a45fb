import type { Article, Evidence, Provenance, Published } from "./article.ts";
import { DisjointSets } from "./disjoint-sets.ts";
import { hashOf } from "./hash.ts";
import { inferredFrom } from "./inferred.ts";
import { Likeness, lookedAt, normOf, type Vector } from "./likeness.ts";
import { Lists } from "./lists-of-numbers.ts";
import { writerNotice } from "./machine-written.ts";
import { NeighbourFinder } from "./neighbours.ts";
import { kinds } from "./originality.ts";
import { kindOf } from "./provenance.ts";
import { type Memory, movesOf, termsIn, touched } from "./relate-memory.ts";
import { sameOutlet } from "./relay.ts";
import { type Kinship, lengthBeside, sourceOf } from "./sources.ts";
import { stories } from "./stories.ts";
import { indexTerms, termsOf } from "./terms.ts";
import { copiedRun, copiesOf, voices } from "./voices.ts";
import { runsOf } from "./word-runs.ts";

/** An article that says it is a summary is one of whichever article holds at least this share of its words. */
const declared = 0.3;
/**
 * One that does not say so must be half as long at most, hold little that the other does not say in much the same
 * words, and be far nearer to it than to any other: reports of one event share words too, but with each other.
 */
const silent = { overlap: 0.8, words: 0.4, length: 0.5, margin: 0.25 };

/** An article to be related to the others. */
export interface Relative {
  readonly id: string;
  /** Its number when the memory was made, where nothing of it has changed since; -1 where it is new or has. */
  readonly known: number;
  /** The article itself: as it was read, or as it was told last. */
  article(): Article;
}

/** What articles are to each other. */
export interface Relations {
  /** What an article is told as now; null where that is what was told of it last. */
  told(article: number): Article | null;
  readonly memory: Memory;
}

/**
 * Tells articles what they are to each other: which one a summary sums up, what related articles let one infer of a
 * date that neither states, which tell the same story, and which are one voice. Articles that nothing changes for come
 * back as the same objects, in the same order; what an earlier run told is told anew, so that removing a source takes
 * back what it had shown.
 *
 * Time grows with the number of articles (an inverted index over rare words finds the candidates).
 */
export function relate(articles: readonly Article[]): Article[] {
  const { told } = relations(
    articles.map((article) => ({ id: article.id, known: -1, article: () => article })),
  );
  return articles.map((article, i) => {
    const now = told(i)!;
    return same(now, article) ? article : now;
  });
}

/**
 * The same, where it was done before: only what has come, changed or left is held against the others, and those that
 * this may touch are compared anew. What comes of it is what relating all from nothing comes to.
 */
export function relations(relatives: readonly Relative[], before: Memory | null = null): Relations {
  const known = relatives.map((one) => (before ? one.known : -1));
  const isNew = (i: number) => known[i]! < 0;
  const alones = new Map<number, Article>();
  const own = (i: number): Article => {
    let article = alones.get(i);
    if (!article) {
      article = alone(relatives[i]!.article());
      alones.set(i, article);
    }
    return article;
  };
  const words = known.map((then, i) => (then < 0 ? termsOf(own(i)) : termsIn(before!, then)));
  const terms = indexTerms(words);
  const finder = new NeighbourFinder(terms);
  const moves = before && movesOf(known, before);
  const dirty =
    before && moves ? touched(known, before, moves, terms, finder) : new Uint8Array(known.length).fill(1);
  const moved = (numbers: Uint32Array) => numbers.map((number) => moves![number]!);

  const found = known.map((then, i) =>
    dirty[i] ? finder.of(i) : { near: moved(before!.near.of(then)), least: before!.least[then]! },
  );
  const kind = Uint8Array.from(known, (then, i) =>
    then < 0 ? kinds.indexOf(own(i).provenance.kind) : before!.kinds[then]!,
  );
  const outlet = Uint32Array.from(known, (then, i) => (then < 0 ? outletOf(own(i)) : before!.outlets[then]!));
  const [pairs, runs] = [runsOf(own, 2), runsOf(own, copiedRun)];
  const summary = kinds.indexOf("summary");
  const findSource = (i: number): number => {
    const near = [...found[i]!.near];
    const saysSo = kind[i] === summary;
    // Most articles are no summary of any that is near: none of those is so much longer.
    if (!saysSo && !near.some((other) => lengthBeside(terms, i, other) <= silent.length)) return -1;
    const eligible = near.filter((other) => kind[other] !== summary);
    const source = sourceOf(own, { pairs, terms }, i, eligible, saysSo ? declared : silent.words);
    return source && (saysSo ? source.words >= declared : isSummary(source)) ? source.other : -1;
  };
  const sources = Int32Array.from(known, (then, i) => {
    if (dirty[i]) return findSource(i);
    const source = before!.sources[then]!;
    return source < 0 ? -1 : moves![source]!;
  });
  const copies = known.map((then, i) =>
    dirty[i] ? copiesOf(runs, terms, i, found[i]!.near) : [...moved(before!.copies.of(then))],
  );
  const norms = Int16Array.from(known, (then, i) => (dirty[i] ? normOf(terms, i) : before!.norms[then]!));
  const likeness = new Likeness(terms, norms);
  const longer = known.map((then, i) => then < 0 || norms[i] !== before!.norms[then]);
  const stale = dirty.slice();
  const hoods = known.map((then, i): Vector => {
    const { near } = found[i]!;
    if (stale[i] || lookedAt(near).some((other) => longer[other])) {
      stale[i] = 1;
      return likeness.hood(i, near);
    }
    const at = before!.hoods.start(then);
    const weights = before!.hoodWeights.subarray(at, before!.hoods.start(then + 1));
    return { ids: moved(before!.hoods.of(then)), weights };
  });
  const told = stories(
    hoods,
    likeness,
    before && moves ? { before: before.told, moves, known, stale } : undefined,
  );
  const credits = known.map((_, i) => ({ outlet: outlet[i]!, relays: kinds[kind[i]!] === "relay" }));
  const voice = voices({ credits, stories: told.first, sources, copies });
  const memory: Memory = {
    terms: Lists.from(words.map(({ terms }) => terms)),
    salience: Buffer.concat(words.map(({ salience }) => salience)),
    near: Lists.from(found.map(({ near }) => near)),
    least: Float64Array.from(found, ({ least }) => least),
    norms,
    hoods: Lists.from(hoods.map(({ ids }) => ids)),
    hoodWeights: joined(hoods.map(({ weights }) => weights)),
    sources,
    copies: Lists.from(copies),
    kinds: kind,
    outlets: outlet,
    told,
    stories: namedStories(told.first, voice),
    voices: Int32Array.from(voice),
  };
  const kin = kinOf(sources);
  const kinBefore = before && kinOf(before.sources);
  const changed = (i: number): boolean => {
    if (isNew(i) || !before || !moves) return true;
    const then = known[i]!;
    const now = kin.get(i) ?? [];
    const last = kinBefore!.get(then) ?? [];
    return (
      moves[before.stories[then]!] !== memory.stories[i] ||
      moves[before.voices[then]!] !== memory.voices[i] ||
      now.length !== last.length ||
      now.some((other, at) => isNew(other) || moves[last[at]!] !== other) ||
      sources[i]! < 0 !== before.sources[then]! < 0
    );
  };
  return {
    memory,
    told(i) {
      if (!changed(i)) return null;
      const article = own(i);
      return {
        ...article,
        provenance: sources[i]! < 0 ? article.provenance : summarises(article, relatives[sources[i]!]!.id),
        published: dated(article, (kin.get(i) ?? []).map(own)),
        story: relatives[memory.stories[i]!]!.id,
        voice: relatives[memory.voices[i]!]!.id,
      };
    },
  };
}

function joined(lists: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

/** What speaks with one voice tells one story, however differently it is worded. A story is named after its first article. */
function namedStories(story: Int32Array, voice: readonly number[]): Int32Array {
  const tellings = new DisjointSets(story.length);
  story.forEach((first, i) => {
    tellings.join(i, first);
    tellings.join(i, voice[i]!);
  });
  return story.map((_, i) => tellings.nameOf(i));
}

/** By article: those that it sums up, or that sum it up. */
function kinOf(sources: Int32Array): Map<number, number[]> {
  const kin = new Map<number, number[]>();
  sources.forEach((source, i) => {
    if (source < 0) return;
    kin.set(i, [...(kin.get(i) ?? []), source]);
    kin.set(source, [...(kin.get(source) ?? []), i]);
  });
  return kin;
}

/** A hash of the outlet whose report an article is, or repeats; 0 where none is known, and for a summary. */
function outletOf({ publisher, provenance: { kind, of } }: Article): number {
  const outlet = kind === "original" ? publisher : of;
  return outlet && kind !== "summary" ? hashOf(sameOutlet(outlet)) : 0;
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

function summarises({ provenance }: Article, source: string): Provenance {
  return { ...provenance, kind: "summary", of: source };
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
