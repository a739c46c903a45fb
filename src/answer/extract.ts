import { randomUUID } from "node:crypto";
import { type Citation, cite, linkOnly } from "../corpus/citation.ts";
import { isLinkOnly, quotation } from "../corpus/quote-limit.ts";
import type { Hit } from "../index/hit.ts";
import type { Similarity } from "../index/search/similarity.ts";
import { isPaired } from "../text/words.ts";
import type { Answer, Claim, Question } from "./answer.ts";
import { type Evidence, gather } from "./evidence.ts";
import { showable, steers } from "./instructions.ts";
import { oneVoice, type Repeated } from "./one-voice.ts";
import { grouped, onceEachReport } from "./same-said.ts";
import { type Sentence, sentencesOf } from "./sentence.ts";

export interface ExtractOptions {
  readonly similarity: Similarity;
  /** The probability, 0 to 1, that the sources answer the question, below which the answer is a refusal. */
  readonly threshold?: number | undefined;
}

/** A little below even: an answer shows its sources, so that a reader sees where it fails; a refusal shows less. */
export const defaultThreshold = 0.35;

/**
 * At most this many sentences make an answer, out of this many passages; all others are heard only for who says the
 * same. This many passages are offered with a refusal.
 */
const most = { claims: 4, answering: 12, nearest: 3 };
/** A further sentence joins the answer while it has these shares of the best one's rank and of what that speaks of itself. */
const share = { rank: 0.8, own: 0.5 };
/** A sentence of so few words that say something tells little without the next. */
const few = 4;
/** A sentence that leans on one which is not told gives way to one that stands alone, from this share of its rank on. */
const alone = 0.92;

/** Answers a question with the sources' own sentences, or refuses and offers the nearest passages. */
export function extract(
  question: Question,
  hits: readonly Hit[],
  { similarity, threshold = defaultThreshold }: ExtractOptions,
): Omit<Answer, "tookMs"> {
  const found = gather(question.text, hits.slice(0, most.answering), similarity);
  const evidence = found.slice(first(found));
  const answer = { id: question.id ?? randomUUID(), question: question.text, mode: "extractive" as const };
  if (answerable(evidence, hits) < threshold) {
    const nearest = hits
      .slice(0, most.nearest)
      .map(({ article, passage }, i) => cite(article, showable(passage, article), i + 1));
    return { ...answer, refused: true, claims: [], citations: [], nearest, notes: [] };
  }
  const others = hits.slice(most.answering).flatMap(sentencesOf);
  const voices = grouped(
    chosen(evidence),
    [...evidence, ...others].filter((sentence) => !steering(sentence)),
  ).slice(0, most.claims);
  const claims: Claim[] = [];
  const citations: Citation[] = [];
  const repeated: Repeated[] = [];
  for (const all of inOrder(voices)) {
    const said = onceEachReport(all);
    for (const [{ hit }, ...prints] of said)
      repeated.push(hit, { article: hit.article, copies: prints.map((print) => print.hit.article) });
    const numbers = said.map(([sentence]) => {
      citations.push(cite(sentence.hit.article, sentence, citations.length + 1));
      return citations.length;
    });
    claims.push({ ...statement(said.map(([sentence]) => sentence)), citations: numbers });
  }
  return { ...answer, refused: false, claims, citations, nearest: [], notes: oneVoice(repeated) };
}

/** What is shown of sentences that say the same: the first that may be quoted, or who says it where none may. */
function statement(said: readonly Sentence[]): Pick<Claim, "text" | "linkOnly"> {
  const quoted = said.find(({ hit }) => !isLinkOnly(hit.article));
  if (!quoted) return { text: linkOnly(said[0]!.hit.article), linkOnly: true };
  return { text: quotation(quoted.hit.article, quoted) };
}

/**
 * The sentences that come near the best one, without those that lean on what is not told where others stand alone,
 * and what follows on one that is too brief to tell anything alone.
 */
function chosen(evidence: readonly Evidence[]): Evidence[] {
  const [best] = evidence as [Evidence];
  const fit = evidence.filter(
    (sentence) => !(sentence.strict && sentence.fits < best.fits) && !steering(sentence),
  );
  const near = fit.filter(
    (sentence) =>
      sentence.rank >= share.rank * best.rank &&
      (sentence.own >= share.own * best.own || (sentence.linked && follows(sentence, best))),
  );
  const told = (sentence: Evidence) => near.some((other) => follows(sentence, other));
  const better = (sentence: Evidence) =>
    near.some(({ linked, rank }) => !linked && rank >= alone * sentence.rank);
  const standing = near.filter((sentence) => !sentence.linked || told(sentence) || !better(sentence));
  const brief = standing.filter(({ stems }) => stems.size <= few);
  return [...standing, ...fit.filter((sentence) => brief.some((other) => follows(sentence, other)))];
}

/** Whether a sentence stands right after another one. */
const follows = (sentence: Evidence, other: Evidence): boolean =>
  sentence.hit.article.id === other.hit.article.id &&
  other.end <= sentence.start &&
  sentence.start - other.end <= 2;

/** Whether a sentence was put into its article to steer whoever reads it: it answers nothing. */
const steering = (sentence: Sentence): boolean => steers(sentence, sentence.hit.article);

/** Where the evidence that may be shown begins. */
function first(evidence: readonly Evidence[]): number {
  const at = evidence.findIndex((sentence) => !steering(sentence));
  return at < 0 ? evidence.length : at;
}

/** The probability that the sources answer a question: that of the first hit, moved by how its best sentence fits. */
export function answerable(evidence: readonly Evidence[], hits: readonly Hit[]): number {
  const [best] = evidence;
  // About the right people, but without the number, date, place or fact that was asked for.
  if (!best || (best.strict && best.fits === 0)) return 0;
  const score = Math.min(0.999, Math.max(0.001, hits[0]!.score));
  const sure = Math.log(score / (1 - score));
  if (isPaired(best.text)) return 1 / (1 + Math.exp(-sure - inPairs.lift - inPairs.fits * (best.fits - 0.5)));
  const logit =
    sure +
    1.2 * (best.coverage - usual.coverage) -
    1.2 * (best.missing - usual.missing) +
    redated * best.redated -
    unnamed * Number(best.unnamed) -
    unfit * Number(best.fits === 0);
  return 1 / (1 + Math.exp(-logit));
}

/**
 * Of sentences in characters, how much of the question they speak of tells nothing that the hit's probability does not:
 * only whether they hold what is asked for does. Fitted as that is.
 */
const inPairs = { lift: 0.3, fits: 0.7 };
/** What a hit's probability lacks for a date that it tells in other words than the question's. */
const redated = 4.7;
/** What it costs that a name of the question stands nowhere near: of XQuAD's right answers 2 % lack one, of its wrong ones 10 %. */
const unnamed = 2.4;
/** What it costs that the best sentence holds nothing of the kind asked for, where other words may tell it too. */
const unfit = 0.25;
/** Of the best sentence to a question that has an answer by a hair. */
const usual = { coverage: 0.72, missing: 0.14 };

/** Articles in order of their best sentence, and each article's sentences in order of its text. */
function inOrder(groups: readonly Sentence[][]): Sentence[][] {
  const articles = [...new Set(groups.map(([first]) => first!.hit.article.id))];
  const place = ([first]: Sentence[]) => articles.indexOf(first!.hit.article.id);
  return groups.toSorted((x, y) => place(x) - place(y) || x[0]!.start - y[0]!.start);
}
