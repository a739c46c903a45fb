import type { Article } from "./article.ts";
import { badges, nameOf } from "./citation.ts";
import { byDate, byOriginality } from "./originality.ts";
import { shortened, shown } from "./quote-limit.ts";
import { sameOutlet } from "./relay.ts";
import { sharedWords } from "./shared-words.ts";
import { runsOf, shareOf } from "./word-runs.ts";

/** Among so many of one voice an article's nearest source is looked for. */
const mostSources = 8;

/** How an article comes by what it says: from the report above it in the tree. */
export type Tie = "relay" | "summary" | "copy" | "excerpt";

/** A report of a story, and what was made of it. */
export interface Report {
  /** Null for the report of an outlet that others repeat, and that is not itself among the articles. */
  readonly article: Article | null;
  readonly outlet: string | null;
  /** What it is to the report above it; null at a root. */
  readonly tie: Tie | null;
  /** Verbatim, what shows its kind and its tie: words of its page, and the longest run it shares with the report above. */
  readonly words: readonly string[];
  readonly made: readonly Report[];
}

/** All that tells one story: original reports as roots, and beneath each what relays, sums up, copies or excerpts it. */
export interface StoryTree {
  /** The id of its first article, as in {@link Article.story}. */
  readonly id: string;
  readonly roots: readonly Report[];
  readonly articles: number;
  /** Articles that repeat each other are one voice. */
  readonly voices: number;
}

/** The family trees of the stories that articles tell, in order of each one's first article; `relate` must have told them. */
export function storyTrees(articles: readonly Article[]): StoryTree[] {
  return [...Map.groupBy(articles, ({ id, story = id }) => story)].map(([id, told]) => storyTree(id, told));
}

/** The reports of a tree in the order in which it is read, each with its depth and the report above it. */
export function* reportsIn(
  roots: readonly Report[],
  above: Report | null = null,
  depth = 0,
): Generator<{ readonly report: Report; readonly above: Report | null; readonly depth: number }> {
  for (const report of roots) {
    yield { report, above, depth };
    yield* reportsIn(report.made, report, depth + 1);
  }
}

/** What a story is called: as its first report is. */
export function nameOfStory({ roots }: StoryTree): string {
  const first = [...reportsIn(roots)].find(({ report }) => report.article);
  return nameOf(first!.report.article!);
}

/** How much a story is worth, in plain words: "3 sources, 2 voices". */
export function countOf({ articles, voices }: StoryTree): string {
  const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;
  return `${counted(articles, "source")}, ${counted(voices, "voice")}`;
}

/** The badges of an article that say more than its date and its tie do, where these are told beside it. */
export function otherBadges({ article, tie }: Report): string[] {
  const told = tie ? /^(?:date inferred|relays .*|summary|excerpt)$/s : /^date inferred$/;
  return article ? badges(article).filter((badge) => !told.test(badge)) : [];
}

/** The tree of articles that tell one story. */
function storyTree(id: string, articles: readonly Article[]): StoryTree {
  const byOrigin = articles.toSorted(byOriginality);
  const runs = runsOf((i) => byOrigin[i]!, 3);
  const runsIn = (article: Article) => runs(byOrigin.indexOf(article));
  const parents = new Map(byOrigin.map((article) => [article, parentOf(article, byOrigin, runsIn)]));
  const grown = (article: Article, above: Article | null): Report => ({
    article: shown(article),
    outlet: article.publisher,
    tie: parents.get(article)?.tie ?? null,
    words: proof(article, above),
    made: byOrigin.filter((other) => parents.get(other)?.of === article).map((each) => grown(each, article)),
  });
  const roots = byOrigin.flatMap((article): { report: Report; first: Article }[] => {
    const parent = parents.get(article)!;
    if (parent === null) return [{ report: grown(article, null), first: article }];
    if (typeof parent.of !== "string") return [];
    const outlet = parent.of;
    const repeating = byOrigin.filter((other) => isOutlet(parents.get(other)?.of, outlet));
    if (repeating[0] !== article) return [];
    const made = repeating.map((each) => grown(each, null));
    return [{ report: { article: null, outlet, tie: null, words: [], made }, first: article }];
  });
  return {
    id,
    roots: roots.sort((a, b) => byDate(a.first, b.first)).map(({ report }) => report),
    articles: articles.length,
    voices: new Set(articles.map(({ id, voice = id }) => voice)).size,
  };
}

interface Parent {
  readonly tie: Tie;
  /** The article, or the outlet whose own report is not here. */
  readonly of: Article | string;
}

/**
 * What an article was made of. Originals lean on likelier originals, or on what repeats an outlet that is not here, and
 * that on the outlet: so that no two articles can be made of each other.
 */
function parentOf(
  article: Article,
  byOrigin: readonly Article[],
  runs: (article: Article) => Uint32Array,
): Parent | null {
  const { kind, of, excerpt } = article.provenance;
  if (kind !== "original") {
    if (of === null) return null;
    const summed = kind === "summary" && byOrigin.find((other) => other.id === of && canBeSummed(other));
    const source = summed || reportOf(of, article, byOrigin);
    return { tie: kind, of: source ?? of };
  }
  const mayBeItsSource = (other: Article, i: number): boolean =>
    other.provenance.kind === "original"
      ? i < byOrigin.indexOf(article)
      : other.provenance.kind === "relay" && !reportOf(other.provenance.of ?? "", other, byOrigin);
  const [nearest] = byOrigin
    .filter((other, i) => sameVoice(other, article) && mayBeItsSource(other, i))
    .slice(0, mostSources)
    .map((other) => ({ other, share: shareOf(runs(article), runs(other)) }))
    .sort((x, y) => y.share - x.share);
  return nearest ? { tie: excerpt ? "excerpt" : "copy", of: nearest.other } : null;
}

/** No summary sums up another one. */
const canBeSummed = ({ provenance }: Article): boolean => provenance.kind !== "summary";

/** An outlet's own report, of those here: best the one that is known to be the same voice. */
function reportOf(outlet: string, { voice }: Article, byOrigin: readonly Article[]): Article | undefined {
  const own = byOrigin.filter(
    ({ publisher, provenance }) => provenance.kind === "original" && isOutlet(publisher, outlet),
  );
  return own.find((report) => report.voice === voice) ?? own[0];
}

function sameVoice(a: Article, b: Article): boolean {
  return (a.voice ?? a.id) === (b.voice ?? b.id);
}

function isOutlet(name: unknown, outlet: string): boolean {
  return typeof name === "string" && sameOutlet(name) === sameOutlet(outlet);
}

function proof({ provenance, text, quoteLimit }: Article, above: Article | null): string[] {
  const shared = above && sharedWords(text, above.text);
  const said = provenance.evidence.map(({ quote }) => quote);
  const all = [...said, ...(shared ? [text.slice(shared.start, shared.end)] : [])];
  return [...new Set(all.map((each) => shortened(each, quoteLimit)))].filter(Boolean);
}
