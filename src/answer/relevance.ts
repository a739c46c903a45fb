import type { Similarity } from "./align.ts";
import { lexicon } from "./lexicon.ts";
import { sameName } from "./names.ts";
import { read } from "./reading.ts";

/** Likeness from which a word of a text counts as speaking of a word of the question. */
const akin = 0.5;

/**
 * Whether any of the texts has to do with a question: it holds a word of the question, or one close to it. A question
 * without words of content ("what happened?") is about everything.
 */
export function relevant(question: string, texts: readonly string[], similarity?: Similarity): boolean {
  const asked = read(question).filter(({ glue }) => !glue);
  if (asked.length === 0) return true;
  const said = texts.flatMap((text) => read(text)).filter(({ glue }) => !glue);
  const lex = lexicon();
  return asked.some((a) =>
    said.some(
      (b) =>
        a.form === b.form ||
        a.lemma === b.lemma ||
        lex.stands(a.lemma, b.lemma) ||
        lex.stands(b.lemma, a.lemma) ||
        sameName(a.form, b.form) ||
        (similarity !== undefined && similarity(a.form, b.form) >= akin),
    ),
  );
}
