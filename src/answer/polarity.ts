import { lexicon } from "./lexicon.ts";
import type { Token } from "./reading.ts";

/** How a sentence holds each of its words: as so, as not so, or as perhaps so. */
export interface Polarity {
  /** Denied: "did not affect", "refused to be deported", "without provoking". */
  readonly negated: readonly boolean[];
  /** Not said to be fact: "would lift", "seeks to improve", "may open". */
  readonly unreal: readonly boolean[];
  /** Said with any reserve at all, however far off in its clause. */
  readonly hedged: readonly boolean[];
}

/** Deny what comes next. Other languages than English by their commonest words, for claims and quotes in one language. */
const negations = set(
  "not no never none neither nor without cannot nobody nothing nowhere hardly barely scarcely unlikely impossible " +
    "nicht kein keine keinen keinem keiner nie niemals ohne pas jamais sans aucun aucune nunca sin ningun ninguna nessun nessuno mai senza nao sem " +
    "не нет ни без никогда немає ні 不 没 沒 未 無 无 非",
);
const contracted = /^(?:is|are|was|were|do|does|did|has|have|had|wo|would|ca|could|should|must|need|ai)nt$/;
/** Verbs that deny what depends on them. */
const denials = set(
  "deny deni refus declin fail avoid prevent stop ceas halt lack refut forbid ban block abandon",
);
/** Make what follows a possibility, a plan or a duty. */
const modals = set(
  "would could may might can should will shall must wouldnt couldnt shouldnt wont cant cannot ought",
);
const maybe = set("perhap possibl possibli potenti potential like like probabl maybe suppos hypothet");
/** Verbs and nouns that speak of what is wanted, planned or offered, not of what is. */
const intents = set(
  "seek want wish hope plan aim intend attempt tri try bid propos consid consider promis offer threaten expect prospect will readi possibl potenti discuss if unless whether pledg vow urg ask demand call suggest seem appear agre prepar float idea eye bet eager reluct",
);
const participle = /(?:ed|en|wn|nt|lt|ld|ught|id|made|put|set)$/;
/** "managed to", "helped to": what follows did happen. */
const factual = set("manag abl help continu begin start go led lead forc use prove went come");

/** Reads the polarity of each token of one sentence. */
export function polarity(tokens: readonly Token[]): Polarity {
  const negated = tokens.map(() => false);
  const unreal = tokens.map(() => false);
  const hedged = tokens.map(() => false);
  const lex = lexicon();
  for (const [i, token] of tokens.entries()) {
    if (token.denied) negated[i] = !negated[i];
    if (
      negations.has(token.form) ||
      contracted.test(token.form) ||
      (denials.has(token.lemma) && !token.glue)
    ) {
      // "cannot", "won't": a modal that is denied stays a modal for what follows.
      for (const head of heads(tokens, i)) negated[head] = !negated[head];
    }
    const infinitive =
      token.form === "to" &&
      tokens[i + 1]?.kind === "word" &&
      lex.verb(tokens[i + 1]!.lemma) &&
      !/(?:s|ed|ing)$/.test(tokens[i + 1]!.form) &&
      // "what appears to be a deal" speaks of a deal, "to be deported" of deporting.
      (tokens[i + 1]!.form !== "be" || participle.test(tokens[i + 2]?.form ?? "")) &&
      !factual.has(tokens[i - 1]?.lemma ?? "");
    if (modals.has(token.form) && token.kind === "word")
      for (const head of heads(tokens, i)) unreal[head] = true;
    if (maybe.has(token.lemma) || infinitive) for (const head of heads(tokens, i)) unreal[head] = true;
    if (
      modals.has(token.form) ||
      maybe.has(token.lemma) ||
      intents.has(token.lemma) ||
      token.form === "openness" ||
      infinitive
    ) {
      for (let j = i + 1; j < tokens.length && j < i + 12; j++) hedged[j] = true;
    }
    if (token.form === "if" || token.form === "unless") {
      for (let j = i + 1; j < tokens.length && tokens[j]!.clause <= token.clause + 1; j++) unreal[j] = true;
    }
  }
  return { negated, unreal, hedged };
}

/** What a cue at `i` bears on: the next word of content, adverbs on the way to it included; else the last one before. */
function heads(tokens: readonly Token[], i: number): number[] {
  const found: number[] = [];
  for (let j = i + 1; j < tokens.length && j <= i + 6; j++) {
    const token = tokens[j]!;
    if (token.glue && !/^(?:further)$/.test(token.form)) continue;
    found.push(j);
    if (!/ly$/.test(token.form)) return found;
  }
  for (let j = i - 1; found.length === 0 && j >= 0; j--) if (!tokens[j]!.glue) found.push(j);
  return found;
}

function set(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
