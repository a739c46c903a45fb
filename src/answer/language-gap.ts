import type { Question } from "./answer.ts";
import { languageOf } from "./language.ts";

/**
 * What to tell who asked in a language that no article is in, and was refused: that words alone do not cross
 * languages, and what does. Null where that is not why.
 */
export async function languageGap(question: Question, languages: readonly string[]): Promise<string | null> {
  const held = languages.filter((tag) => tag !== "und");
  if (held.length === 0) return null;
  const asked = await languageOf(question.text, question.language);
  if (held.some((tag) => tag.split("-")[0] === asked)) return null;
  const [from, ...to] = [asked, ...held].map(named);
  return (
    `The question is in ${from}, and the sources are in ${to.join(", ")}: the built-in embedder does not cross ` +
    "languages. A multilingual one (EMBEDDINGS) or a chat model (MODEL) does."
  );
}

const named = (tag: string): string => new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
