import { repeatsTooMuch } from "../corpus/quote-limit.ts";
import { printable } from "../text/printable.ts";
import { sentences } from "../text/sentences.ts";
import { words } from "../text/words.ts";
import type { Similarity } from "./align.ts";
import { attributable } from "./attribution.ts";
import { addressed, belongs, marked } from "./instructions.ts";
import { joined, type Passages, type Quoted, quoted } from "./quoted.ts";
import { relevance } from "./relevance.ts";
import { supports } from "./support.ts";

/** A claim as a model drafts it: a sentence, and the words that carry it, by passage number from 1. */
export interface Draft {
  readonly text: string;
  readonly support: readonly { readonly passage: number; readonly quote: string }[];
}

/** A claim that its quotes carry. */
export interface Verified {
  readonly text: string;
  readonly quotes: readonly Quoted[];
}

/** Why a claim may not be shown. */
export interface Rejected {
  readonly draft: Draft;
  readonly reasons: readonly string[];
  /** It could be mended with better words or quotes; what came from planted instructions could not. */
  readonly mendable: boolean;
}

export interface VerifyOptions {
  /** The question in the languages of the passages; none where it is in another and nobody translated it. */
  readonly questions: readonly string[];
  readonly similarity?: Similarity | undefined;
}

/** Why a claim that is a quotation itself may not be shown; also told to the model, which may say it otherwise. */
export const tooClose =
  "The claim repeats more of its source, word for word, than the source's licence allows: say it in other words.";
const longest = 600;
/** A probability of support below which a claim is none, whatever its parts: true paraphrases stay well above. */
const hardly = 0.08;

/**
 * Verifies a drafted claim: its quotes stand word for word in the passages, state something, belong to their article,
 * and carry the claim; and the claim has to do with the question. Model and article are trusted with nothing else.
 * A claim of several sentences is several claims. Quotes that the claim does not need are left out.
 */
export function verify(draft: Draft, passages: Passages, options: VerifyOptions): (Verified | Rejected)[] {
  const text = tidy(draft.text);
  const parts = sentences(text).map(({ start, end }) => text.slice(start, end));
  return (parts.length > 0 ? parts : [text]).map((part) =>
    verifySentence({ ...draft, text: part }, passages, options),
  );
}

function verifySentence(draft: Draft, passages: Passages, options: VerifyOptions): Verified | Rejected {
  const { text } = draft;
  const rejected = (mendable: boolean, ...reasons: string[]): Rejected => ({ draft, reasons, mendable });
  if (text.length > longest)
    return rejected(true, `A claim is one sentence of at most ${longest} characters.`);
  const stray = "A claim states what the passages report, and nothing else.";
  if (marked(text)) return rejected(false, stray);

  const quotes: Quoted[] = [];
  const reasons: string[] = [];
  for (const { passage, quote } of draft.support) {
    const found = quoted(quote, passage, passages);
    if (!found)
      reasons.push(`The quote “${quote.slice(0, 120)}” does not stand in passage ${passage}, word for word.`);
    else if (found.length === 0) return rejected(false, "The quote is not part of what the article reports.");
    else quotes.push(...found.filter((one) => !quotes.some((other) => overlap(other, one))));
  }
  if (quotes.length === 0) return rejected(true, ...reasons, "The claim has no quote that carries it.");
  // What gives an order away is read in English alone.
  if (quotes.some(({ article }) => article.language === "en") && addressed(text))
    return rejected(false, stray);
  if (odd(text, quotes))
    return rejected(true, "A claim is a plain sentence, without signs that its quotes do not have.");
  const verdict = supports(text, evidenceOf(quotes), options);
  if (!verdict.supported) return rejected(true, ...verdict.reasons, ...reasons);
  const said = quotes.map(({ evidence }) => evidence.text).join("\n");
  if (options.similarity && attributable(text, said, options.similarity) < hardly)
    return rejected(true, "The quotes hardly speak of what the claim says.");
  const needed = pruned(text, quotes, options);
  const close = needed.find(({ article }) => repeatsTooMuch(text, article));
  if (close) return rejected(true, tooClose);
  if (!answers(text, needed, options)) return rejected(false, "The claim does not answer the question.");
  return { text, quotes: joined(needed) };
}

const evidenceOf = (quotes: readonly Quoted[]) => quotes.map(({ evidence }) => evidence);

/** The quotes without those that the claim holds as well without. */
function pruned(text: string, quotes: readonly Quoted[], options: VerifyOptions): readonly Quoted[] {
  let kept = quotes;
  for (const quote of quotes.toReversed()) {
    const fewer = kept.filter((other) => other !== quote);
    if (fewer.length > 0 && supports(text, evidenceOf(fewer), options).supported) kept = fewer;
  }
  return kept;
}

/**
 * Of XQuAD's questions and the sentences that answer them 99.5 % share more than this; of instructions planted
 * anywhere one in ten does.
 */
const related = 0.25;

/** Whether a claim has to do with the question: by its own words, or by those before a quote that belongs there. */
function answers(text: string, quotes: readonly Quoted[], { questions, similarity }: VerifyOptions): boolean {
  const own = [text, ...quotes.map(({ evidence }) => evidence.text)];
  const most = (texts: readonly string[]): number =>
    Math.max(0, ...questions.map((question) => relevance(question, texts, similarity)));
  if (most(own) >= related) return true;
  if (questions.length === 0) return true;
  if (!quotes.every((quote) => belongs(quote, quote.article))) return false;
  const around = quotes.flatMap(({ article, evidence }) => [
    article.title ?? "",
    evidence.before?.slice(-400) ?? "",
  ]);
  return most([...own, ...around]) >= 2 * related;
}

/** Whether a claim is made of signs that its quotes do not have, or of next to no words. */
function odd(text: string, quotes: readonly Quoted[]): boolean {
  const signs = new Set(quotes.flatMap(({ evidence }) => [...evidence.text]));
  const strange = text.match(/[=<>{}[\]#@^*_~|\\/+&$%•→]/gu) ?? [];
  return strange.some((sign) => !signs.has(sign)) || words(text).length < 2;
}

/** A claim without the numbers, markup and quotation marks that models like to put around it. */
function tidy(text: string): string {
  return printable(text)
    .replace(/\s*(?:\[\d+(?:\s*,\s*\d+)*\]|【[^】]*】)/g, "")
    .replace(/^\s*(?:[-*•]|\d+[.)])\s+/, "")
    .replace(/(\*\*|__|`)(?=\S)(.*?)\1/g, "$2")
    .replace(/\s+/g, " ")
    .trim();
}

function overlap(a: Quoted, b: Quoted): boolean {
  return a.article.id === b.article.id && a.start < b.end && b.start < a.end;
}
