import type { Hit } from "../index/hit.ts";
import type { KnownWord, Similarity } from "../index/search/similarity.ts";
import { askedWords } from "../text/asked.ts";
import { sentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { stemmer } from "../text/stem.ts";
import { searchedWords, words } from "../text/words.ts";
import { datesAsked } from "./dates.ts";
import { expected } from "./expected.ts";
import { sameName } from "./names.ts";
import { read } from "./reading.ts";
import { moved, type Sentence, sentencesOf } from "./sentence.ts";

/** A sentence of a retrieved passage, and how well it answers a question. */
export interface Evidence extends Sentence {
  /** Share of the question's words, by weight, that the sentence and, for less, its surroundings speak of: 0 to 1. */
  readonly coverage: number;
  /** Share of the question's words, by weight, that the sentence itself speaks of: 0 to 1. */
  readonly own: number;
  /** Share of the question that its weightiest word which nothing speaks of makes up: 0 to 1. */
  readonly missing: number;
  /** Whether neither it nor its surroundings name somebody or something that the question names. */
  readonly unnamed: boolean;
  /** Share of the question that its dates make up, where the sentence tells of them in other words: 0 to 1. */
  readonly redated: number;
  /** Whether it goes on with what the sentence before it says, and is hard to understand alone. */
  readonly linked: boolean;
  /** Whether it holds what the question asks for (a number, a time, …): 1, 0, or ½ where that is left open. */
  readonly fits: number;
  /** Whether the question can only be answered by what fits. */
  readonly strict: boolean;
  /** What sentences are ranked by: coverage, and a little for fitting and for its passage's score. */
  readonly rank: number;
}

interface QuestionWord {
  readonly known: KnownWord;
  /** All weights together are 1. */
  readonly weight: number;
  /** Its capital letter makes it a name. */
  readonly name: boolean;
  /** It belongs to a date. */
  readonly dated: boolean;
}

/** How much a word counts that stands not in the sentence itself but before it, in a table's header, or in its passage. */
const nearby = { before: 0.75, linkedBefore: 0.95, header: 0.95, around: 0.6 };
/** How many characters before a passage belong to its surroundings. */
const reach = 400;
/** What it adds to a sentence's rank that it fits, and more where only what fits can answer; that its passage is the first; what a word left out costs. */
const fitting = 0.1;
const fittingWell = 0.25;
const unsaid = 0.8;
const standing = 0.25;
/** What it costs a sentence to tell of another time than the question, or of others than it names. */
const otherwise = { time: 0.3, name: 0.2 };
/** What it costs a sentence that it goes on with the one before it. */
const goingOn = 0.05;
/** Below this similarity a name is another name. */
const spoken = 0.5;
/** A sentence that opens so goes on with what the one before it says. */
const linked =
  /^["“'‘]?(?:(?:this|that|these|those)(?! (?:day|week|month|year|morning|spring|summer|autumn|winter)\b)|it|he|she|they|his|her|its|their|such|inside|both|neither|among (?:them|those)|in (?:exchange|return|response|what|turn)|as a result|however|but|and|so|also|meanwhile|instead|then|это|этот|эта|эти|он|она|они|его|её|ее|их|в обмен|однако|но)(?!\p{L})|^[“「『]?(?:[这那该其此]|[他她它]|但|而[且是]?|不过|然而|同时|另外|この|その|あの|これ|それ|彼|しかし|また|이 |그 |그는|그녀|그러나|또한)/iu;
/** Words of a question that speak of how a source is laid out, not of what it says. */
const layout = new Set(
  "table row column list bullet item heading article text report document source passage таблица строка столбец список статья текст".split(
    " ",
  ),
);

/** The sentences of some hits, by how well they answer a question, best first. */
export function gather(question: string, hits: readonly Hit[], similarity: Similarity): Evidence[] {
  const dates = datesAsked(question);
  const asked = readQuestion(question, dates?.forms ?? new Set(), hits, similarity);
  const { met, strict } = expected(question, similarity);
  const first = hits[0]?.score || 1;
  const measurers = new Map<string, ReturnType<typeof measurer>>();
  return hits
    .flatMap((hit) => {
      const { article, passage } = hit;
      let measure = measurers.get(article.language);
      if (!measure) {
        measure = measurer(asked, article.language, similarity);
        measurers.set(article.language, measure);
      }
      /** What a span says, its dates taken for the question's where they are the same, however they are put. */
      const inTime = (said: readonly number[], span: Span) =>
        dates?.told(article, span) ? said.map((share, i) => (asked[i]!.dated ? 1 : share)) : said;
      const context = passage.context.map(({ start, end }) => article.text.slice(start, end)).join("\n");
      const from = Math.max(0, passage.start - reach);
      const lead = article.text.slice(from, passage.start);
      const surroundings = [article.title ?? "", context, lead, hit.text].join("\n");
      const around = inTime(measure(surroundings), { start: from, end: passage.end });
      const header = measure(hit.text.startsWith("|") ? context : "");
      const [previous] = sentences(lead, article.language).slice(-1);
      let before: readonly number[] = measure("");
      if (previous) {
        before = inTime(measure(lead.slice(previous.start, previous.end)), moved(previous, from));
      }
      const unnamed = asked.some(
        ({ name, known }, i) => name && around[i]! < spoken && !named(known.form, surroundings),
      );
      return sentencesOf(hit).map((sentence): Evidence => {
        const { text } = sentence;
        const worded = measure(text);
        const said = inTime(worded, sentence);
        const elsewhen = dates?.told(article, sentence) === false;
        const share = linked.test(text) ? nearby.linkedBefore : nearby.before;
        let coverage = 0;
        let own = 0;
        let missing = 0;
        let redated = 0;
        for (const [i, { weight, dated }] of asked.entries()) {
          coverage +=
            weight *
            Math.max(said[i]!, share * before[i]!, nearby.header * header[i]!, nearby.around * around[i]!);
          own += weight * said[i]!;
          missing = Math.max(missing, weight * (1 - around[i]!));
          if (dated) redated += weight * Math.max(0, Math.max(said[i]!, before[i]!) - worded[i]!);
        }
        before = said;
        const fits = met(text);
        return {
          ...sentence,
          coverage,
          own,
          missing,
          redated,
          unnamed,
          linked: linked.test(text),
          fits,
          strict,
          rank:
            coverage -
            unsaid * missing -
            goingOn * Number(linked.test(text)) -
            otherwise.time * Number(elsewhen) -
            otherwise.name * Number(unnamed) +
            (strict ? fittingWell : fitting) * fits +
            standing * (hit.score / first),
        };
      });
    })
    .filter(({ stems, rank }) => stems.size > 1 && rank > 0)
    .sort((x, y) => y.rank - x.rank);
}

/** For a text, how well each word of the question is spoken of in it. Remembers each word that it has met. */
function measurer(asked: readonly QuestionWord[], language: string, similarity: Similarity) {
  const stem = stemmer(language);
  const stems = asked.map(({ known }) => stem(known.form));
  const met = new Map<string, readonly number[]>();
  const shares = (form: string): readonly number[] => {
    let known = met.get(form);
    if (!known) {
      const word = similarity.word(form);
      const stemmed = stem(form);
      known = asked.map((each, i) => (stems[i] === stemmed ? 1 : similarity.between(each.known, word)));
      met.set(form, known);
    }
    return known;
  };
  return (text: string): number[] => {
    const most = asked.map(() => 0);
    for (const { form } of searchedWords(text)) {
      const share = shares(form);
      for (let i = 0; i < most.length; i++) if (share[i]! > most[i]!) most[i] = share[i]!;
    }
    return most;
  };
}

/** Whether a text names what a folded form names, by another of its names or in full. */
function named(form: string, text: string): boolean {
  if (read(text).some((token) => sameName(token.form, form))) return true;
  const initials = text.match(/\p{Lu}\p{Ll}+(?: (?:of|the|and|for) | |-)?/gu)?.map(([first]) => first) ?? [];
  return form.length > 1 && initials.join("").toLowerCase().includes(form);
}

function readQuestion(
  question: string,
  dates: ReadonlySet<string>,
  hits: readonly Hit[],
  similarity: Similarity,
): QuestionWord[] {
  const capital = new Set(
    words(question).flatMap(({ form, start }, i) =>
      i > 0 && /\p{Lu}/u.test(question[start]!) ? [form] : [],
    ),
  );
  const asked = askedWords(question);
  const telling = asked.filter(({ form }) => !layout.has(form));
  const weighed = (telling.length > 0 ? telling : asked).map(({ form, share: told }) => {
    const known = similarity.word(form);
    const share =
      hits.filter(({ text }) => text.toLowerCase().includes(form)).length / Math.max(1, hits.length);
    const frequency = known.vector < 0 ? 0 : similarity.vectors.frequency(known.vector);
    // What every passage speaks of tells none of them apart.
    const weight = told * Math.log(1 + 1 / (frequency * 200 + 2e-3)) * (1 - share / 2);
    return { known, weight, name: capital.has(form) && !dates.has(form), dated: dates.has(form) };
  });
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return weighed.map((word) => ({ ...word, weight: word.weight / total }));
}
