import type { Hit } from "../index/hit.ts";
import type { KnownWord, Similarity } from "../index/search/similarity.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { sentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { stemmer } from "../text/stem.ts";
import { words } from "../text/words.ts";

/** A sentence of a retrieved passage, and how much of the question it answers. */
export interface Evidence extends Span {
  readonly hit: Hit;
  readonly text: string;
  /** 0 to 1: the share of the question's words, by weight, that the sentence and its surroundings speak of. */
  readonly coverage: number;
  /** Stems of its words that say something, for comparing sentences. */
  readonly stems: ReadonlySet<string>;
}

interface QuestionWord {
  readonly known: KnownWord;
  readonly weight: number;
}

/** How much a word counts that stands not in the sentence itself but before it, or in its passage, headings or title. */
const nearby = { before: 0.75, linkedBefore: 0.95, around: 0.55 };
/** A sentence that opens so goes on with what the one before it says. */
const linked =
  /^["“'‘]?(?:this|that|these|those|it|he|she|they|his|her|its|their|such|in (?:exchange|return|response|what|turn)|as a result|however|but|and|so|also|meanwhile|instead|then|это|этот|эта|эти|он|она|они|его|её|ее|их|в обмен|однако|но)\b/iu;

/** The sentences of some hits, by how much of a question they cover, best first. */
export function gather(question: string, hits: readonly Hit[], similarity: Similarity): Evidence[] {
  const asked = readQuestion(question, hits, similarity);
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  return hits
    .flatMap((hit) => {
      const { article, passage } = hit;
      const stem = stemmer(article.language);
      const measure = (text: string) => {
        const found = [...new Set(words(text).map(({ form }) => form))].map((form) => similarity.word(form));
        const stems = new Set(found.map(({ form }) => stem(form)));
        return asked.map(({ known }) =>
          stems.has(stem(known.form))
            ? 1
            : Math.max(0, ...found.map((word) => similarity.between(known, word))),
        );
      };
      const around = passage.context.map(({ start, end }) => article.text.slice(start, end));
      const wide = measure([article.title ?? "", ...around, hit.text].join("\n"));
      let before = asked.map(() => 0);
      return sentences(hit.text, article.language).map((span): Evidence => {
        const text = hit.text.slice(span.start, span.end);
        const own = measure(text);
        const share = linked.test(text) ? nearby.linkedBefore : nearby.before;
        const covered = asked.reduce(
          (sum, { weight }, i) =>
            sum + weight * Math.max(own[i]!, share * before[i]!, nearby.around * wide[i]!),
          0,
        );
        before = own;
        const stems = new Set(words(text).flatMap(({ form }) => (isFunctionWord(form) ? [] : [stem(form)])));
        const { start } = passage;
        return {
          hit,
          text,
          stems,
          coverage: covered / total,
          start: start + span.start,
          end: start + span.end,
        };
      });
    })
    .filter(({ stems }) => stems.size > 1)
    .sort((x, y) => y.coverage - x.coverage);
}

function readQuestion(question: string, hits: readonly Hit[], similarity: Similarity): QuestionWord[] {
  const forms = [...new Set(words(question).map(({ form }) => form))].filter((form) => !isFunctionWord(form));
  return forms.map((form) => {
    const known = similarity.word(form);
    const share =
      hits.filter(({ text }) => text.toLowerCase().includes(form)).length / Math.max(1, hits.length);
    const frequency = known.vector < 0 ? 0 : similarity.vectors.frequency(known.vector);
    // What every passage speaks of tells none of them apart.
    return { known, weight: Math.log(1 + 1 / (frequency * 200 + 2e-3)) * (1 - share / 2) };
  });
}
