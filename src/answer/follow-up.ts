import type { Question } from "./answer.ts";
import { read } from "./reading.ts";

const openers =
  /^(?:and|but|so|then|also|what about|how about|why|und|aber|et|mais|y|pero|а|и|но|та|але)\b/iu;
const pointers =
  /(?<!\p{L})(?:he|she|it|they|him|her|them|his|their|its|this|that|these|those|there|then|same|one|ones)(?!\p{L})/iu;

const beyond = /\belse\b/iu;

/**
 * Makes a follow-up stand by itself without a model: "and who was freed?" after "what was traded for potash relief"
 * borrows the words of content of the last question. A question that points at nothing is left as it is.
 */
export function standalone({ text, history = [] }: Question): string {
  const last = history.findLast(({ role }) => role === "user")?.text;
  if (last === undefined) return text;
  const own = contentOf(text);
  // "and", a pronoun, or almost nothing of its own: it leans on what came before.
  const leans = openers.test(text.trim()) || pointers.test(text) || own.length < 2;
  // "who else was freed?" asks beyond what the last question was about.
  if (!leans || (beyond.test(text) && own.length > 0)) return text;
  const said = new Set(own.map(({ lemma }) => lemma));
  const borrowed = contentOf(last).filter(({ lemma }) => !said.has(lemma));
  return borrowed.length > 0 ? `${text.trim()} (${borrowed.map(({ raw }) => raw).join(" ")})` : text;
}

function contentOf(text: string): ReturnType<typeof read> {
  return read(text).filter(({ glue }) => !glue);
}
