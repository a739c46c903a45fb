import type { Question } from "./answer.ts";
import { languageOf } from "./language.ts";

/**
 * What to tell who asked in a language that no article is in, and was refused: that words alone do not cross
 * languages, and what does. Null where that is not why.
 */
export async function languageGap(question: Question, languages: readonly string[]): Promise<string | null> {
  const between = await gap(question, languages);
  return (
    between &&
    `The question is in ${between}: the built-in embedder does not cross languages, and a dictionary of single ` +
      "words is no translation. A multilingual embedder (EMBEDDINGS) or a chat model (MODEL) crosses them."
  );
}

/** The same for a timeline's topic, of which no event was found. */
export async function topicGap(topic: string, languages: readonly string[]): Promise<string | null> {
  const between = await gap({ text: topic }, languages);
  return (
    between && `The topic is in ${between}, whose words it shares none with: write it in their language.`
  );
}

/** The languages of a question and of the sources, where they are not the same. */
async function gap(question: Question, languages: readonly string[]): Promise<string | null> {
  const held = languages.filter((tag) => tag !== "und");
  if (held.length === 0) return null;
  const asked = await languageOf(question.text, question.language);
  if (held.some((tag) => tag.split("-")[0] === asked)) return null;
  return `${languageNames([asked])}, and the sources are in ${languageNames(held)}`;
}

/** Names of languages in English, by BCP 47 tags. */
export function languageNames(tags: readonly string[]): string {
  return tags.map((tag) => named.of(tag) ?? tag).join(", ");
}

const named = new Intl.DisplayNames("en", { type: "language" });
