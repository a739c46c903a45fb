import { randomUUID } from "node:crypto";
import { type Citation, cite } from "../corpus/citation.ts";
import type { Hit } from "../index/hit.ts";
import type { Similarity } from "../index/search/similarity.ts";
import type { Answer, Claim, Question } from "./answer.ts";
import { type Evidence, gather } from "./evidence.ts";

export interface ExtractOptions {
  readonly similarity: Similarity;
  /** Coverage of the question, 0 to 1, below which the answer is a refusal. */
  readonly threshold?: number | undefined;
}

/** At most this many sentences make an answer, and this many passages are offered with a refusal. */
const most = { claims: 4, nearest: 3 };
/** A further sentence joins the answer while it covers this share of what the best one does. */
const close = 0.8;
/** From this overlap of words on (Jaccard), two sentences say the same. */
const same = 0.5;

/** Answers a question with the sources' own sentences, or refuses and offers the nearest passages. */
export function extract(
  question: Question,
  hits: readonly Hit[],
  { similarity, threshold = 0.5 }: ExtractOptions,
): Omit<Answer, "tookMs"> {
  const evidence = gather(question.text, hits, similarity);
  const best = evidence[0]?.coverage ?? 0;
  const answer = { id: question.id ?? randomUUID(), question: question.text, mode: "extractive" as const };
  if (best < threshold) {
    const nearest = hits
      .slice(0, most.nearest)
      .map(({ article, passage }, i) => cite(article, passage, i + 1));
    return { ...answer, refused: true, claims: [], citations: [], nearest, notes: [] };
  }
  const voices = grouped(evidence.filter(({ coverage }) => coverage >= close * best));
  const claims: Claim[] = [];
  const citations: Citation[] = [];
  for (const said of inOrder(voices.slice(0, most.claims))) {
    const numbers = said.map((sentence) => {
      citations.push(cite(sentence.hit.article, sentence, citations.length + 1));
      return citations.length;
    });
    claims.push({ text: said[0]!.text, citations: numbers });
  }
  return { ...answer, refused: false, claims, citations, nearest: [], notes: oneVoice(voices.flat()) };
}

/** Sentences that say the same, together; the first of each group is the one to show: a source before its summary. */
function grouped(evidence: readonly Evidence[]): Evidence[][] {
  const groups: Evidence[][] = [];
  for (const sentence of evidence) {
    const group = groups.find((others) => others.some((other) => overlap(other, sentence) >= same));
    if (!group) groups.push([sentence]);
    else if (!group.some(({ hit }) => hit.article.id === sentence.hit.article.id)) group.push(sentence);
  }
  return groups.map((group) => group.sort((x, y) => rank(x) - rank(y)));
}

const rank = ({ hit }: Evidence) => ["original", "relay", "summary"].indexOf(hit.article.provenance.kind);

function overlap({ stems: a }: Evidence, { stems: b }: Evidence): number {
  const shared = a.intersection(b).size;
  return shared / (a.size + b.size - shared);
}

/** Articles in order of their best sentence, and each article's sentences in order of its text. */
function inOrder(groups: readonly Evidence[][]): Evidence[][] {
  const articles = [...new Set(groups.map(([first]) => first!.hit.article.id))];
  const place = ([first]: Evidence[]) => articles.indexOf(first!.hit.article.id);
  return groups.toSorted((x, y) => place(x) - place(y) || x[0]!.start - y[0]!.start);
}

/** What a reader must know where a summary is quoted beside what it sums up. */
function oneVoice(evidence: readonly Evidence[]): string[] {
  const articles = new Map(evidence.map(({ hit }) => [hit.article.id, hit.article]));
  return [...articles.values()].flatMap(({ title, id, provenance }) => {
    const source = provenance.kind === "summary" && provenance.of ? articles.get(provenance.of) : undefined;
    return source ? [`“${title ?? id}” sums up “${source.title ?? source.id}”: the two are one voice.`] : [];
  });
}
