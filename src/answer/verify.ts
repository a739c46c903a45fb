import { printable } from "../text/printable.ts";
import type { Similarity } from "./align.ts";
import { addressed, marked } from "./instructions.ts";
import { type Passages, type Quoted, quoted } from "./quoted.ts";
import { relevant } from "./relevance.ts";
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
  readonly question: string;
  readonly similarity?: Similarity | undefined;
}

const longest = 600;

/**
 * Verifies a drafted claim: its quotes stand word for word in the passages, state something, belong to their article,
 * and carry the claim; and the claim has to do with the question. Model and article are trusted with nothing else.
 */
export function verify(draft: Draft, passages: Passages, options: VerifyOptions): Verified | Rejected {
  const text = tidy(draft.text);
  const rejected = (mendable: boolean, ...reasons: string[]): Rejected => ({ draft, reasons, mendable });
  if (text === "" || text.length > longest)
    return rejected(true, `A claim is one sentence of at most ${longest} characters.`);
  if (marked(text) || addressed(text))
    return rejected(false, "A claim states what the passages report, and nothing else.");

  const quotes: Quoted[] = [];
  const reasons: string[] = [];
  for (const { passage, quote } of draft.support) {
    const found = quoted(quote, passage, passages);
    if (!found)
      reasons.push(`The quote “${quote.slice(0, 120)}” does not stand in passage ${passage}, word for word.`);
    else if (found.planted) return rejected(false, "The quote is not part of what the article reports.");
    else if (!quotes.some((other) => overlap(other, found))) quotes.push(found);
  }
  if (quotes.length === 0) return rejected(true, ...reasons, "The claim has no quote that carries it.");
  const verdict = supports(
    text,
    quotes.map(({ evidence }) => evidence),
    options,
  );
  if (!verdict.supported) return rejected(true, ...verdict.reasons, ...reasons);
  if (!relevant(options.question, [text, ...quotes.map(({ evidence }) => evidence.text)], options.similarity))
    return rejected(false, "The claim does not answer the question.");
  return { text, quotes };
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
