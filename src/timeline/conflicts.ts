import { nameOf } from "../corpus/citation.ts";
import { stemmer } from "../text/stem.ts";
import { cosine } from "./lexicon.ts";
import { voiceOf } from "./sentence.ts";
import { quote, type Telling } from "./telling.ts";

/** Where two sources give different numbers of the same thing: in words, and the tellings of both sides. */
export interface Conflict {
  readonly words: string;
  readonly sides: readonly [Telling, Telling];
}

/** How alike two sentences must be for their numbers to be of the same thing. */
const sameStatement = 0.4;
/** Words between a number and what it counts, at most. */
const counted =
  /(?<![\p{L}\p{N}.,])(\d[\d,. ]*\d|\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)((?:\s+\p{Ll}[\p{Ll}'’-]+){1,3})/gu;
const spelledOut = "two three four five six seven eight nine ten eleven twelve".split(" ");
/** Words that end what is counted: "123 prisoners in exchange". */
const closing =
  /^(?:of|in|on|at|for|from|by|to|with|and|or|who|that|were|was|are|is|had|have|has|will|as|after|before|per|percent|years?|months?|weeks?|days?|hours?|minutes?|times|old|more|other|others|am|pm)$/;

/** The numbers on which tellings of one event, by different voices, disagree: each pair of values once. */
export function numberConflicts(tellings: readonly Telling[]): Conflict[] {
  const said = new Map<string, Map<number, { telling: Telling; phrase: string }>>();
  for (const telling of tellings) {
    for (const { thing, value, phrase } of counts(telling)) {
      const values = said.get(thing) ?? new Map();
      if (!values.has(value)) values.set(value, { telling, phrase });
      said.set(thing, values);
    }
  }
  const found: Conflict[] = [];
  for (const values of said.values()) {
    const [first, ...others] = [...values.values()];
    for (const other of others) {
      const [a, b] = [first!.telling.sentence.article, other.telling.sentence.article];
      if (voiceOf(a) === voiceOf(b)) continue;
      if (cosine(first!.telling.vector, other.telling.vector) < sameStatement) continue;
      found.push({
        words: `${source(first!.telling)} says ${first!.phrase}, ${source(other.telling)} says ${other.phrase}.`,
        sides: [first!.telling, other.telling],
      });
    }
  }
  return found;
}

/** How a source is called in a sentence. */
export function source({ sentence: { article } }: Telling): string {
  return article.publisher ?? nameOf(article);
}

function counts(telling: Telling): { thing: string; value: number; phrase: string }[] {
  const { language } = telling.sentence.article;
  const stem = stemmer(language);
  const said = quote({ ...telling.sentence, ...telling.dating.scope });
  return [...said.matchAll(counted)].flatMap(([, number, rest]) => {
    const following = rest!.trim().split(/\s+/);
    const end = following.findIndex((word) => closing.test(word));
    const noun = end < 0 ? following : following.slice(0, end);
    if (noun.length === 0) return [];
    const value = spelledOut.includes(number!)
      ? spelledOut.indexOf(number!) + 2
      : Number(number!.replace(/[, ](?=\d{3})/g, ""));
    if (Number.isNaN(value)) return [];
    return [{ thing: noun.map(stem).join(" "), value, phrase: `${number} ${noun.join(" ")}` }];
  });
}
