import { glove } from "../index/embedders/glove.ts";
import type { Similarity } from "./align.ts";
import { lexicon } from "./lexicon.ts";
import { sameName } from "./names.ts";
import { read, type Token } from "./reading.ts";

/** Likeness from which a word of a text counts as speaking of a word of the question. */
const akin = 0.55;

/**
 * How much of a question some texts speak of, 0 to 1: the share of its words of content, by rarity, that stand there,
 * words close to them for as much as they are like. A question without such words ("what happened?") is about
 * everything: 1.
 */
export function relevance(question: string, texts: readonly string[], similarity?: Similarity): number {
  const asked = read(question).filter(({ glue }) => !glue);
  const said = texts.flatMap((text) => read(text)).filter(({ glue }) => !glue);
  let [total, found] = [0, 0];
  for (const word of asked) {
    const weight = rarity(word);
    total += weight;
    found += weight * Math.max(0, ...said.map((other) => likeness(word, other, similarity)));
  }
  return total === 0 ? 1 : found / total;
}

function likeness(a: Token, b: Token, similarity?: Similarity): number {
  if (a.form === b.form || a.lemma === b.lemma || sameName(a.form, b.form)) return 1;
  // The name "US" is not like the pronoun, nor one name like another.
  if (a.kind !== "word" || b.kind !== "word") return 0;
  const lex = lexicon();
  if (lex.stands(a.lemma, b.lemma) || lex.stands(b.lemma, a.lemma)) return 0.9;
  const like = similarity?.(a.form, b.form) ?? 0;
  return like >= akin ? like : 0;
}

/** The log of a word's rank by frequency; names are rare. */
function rarity({ kind, form }: Token): number {
  const rank = glove().find(form);
  return kind === "name" || rank < 0 ? 10 : Math.min(10, Math.log(rank + 2));
}
