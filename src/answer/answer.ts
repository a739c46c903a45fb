import type { Citation } from "../corpus/citation.ts";
import type { Filter } from "../index/hit.ts";

/** One sentence of an answer, and the numbers of the citations that carry it. */
export interface Claim {
  readonly text: string;
  readonly citations: readonly number[];
  /** Not a source's words: its licence allows no more than to name and link it, which the text does. */
  readonly linkOnly?: true | undefined;
}

/** What the desk says to a question: claims that are all cited, or a refusal that offers the nearest passages. */
export interface Answer {
  readonly id: string;
  readonly question: string;
  /** `extractive`: the claims are the sources' own sentences. `generated`: a model's words, each verified. */
  readonly mode: "extractive" | "generated";
  readonly refused: boolean;
  readonly claims: readonly Claim[];
  readonly citations: readonly Citation[];
  /** Offered with a refusal: the nearest passages, as such. */
  readonly nearest: readonly Citation[];
  /** What the reader must know beside the claims: a voice repeated, a conflict, something left out, the model being down. */
  readonly notes: readonly string[];
  /** Milliseconds from question to answer. */
  readonly tookMs: number;
  /** Tokens that a model took for it; absent where none was asked. */
  readonly usage?:
    | { readonly model: string; readonly inputTokens: number; readonly outputTokens: number }
    | undefined;
}

/** A question with what came before it. */
export interface Question {
  readonly id?: string | undefined;
  readonly text: string;
  readonly filter?: Filter | undefined;
  /** Earlier turns of the conversation, oldest first. */
  readonly history?: readonly Turn[] | undefined;
  /** BCP 47 tag of the asker's language, where known. */
  readonly language?: string | undefined;
  /** Who asks, by opaque ids, for daily budgets. */
  readonly asker?: { readonly person?: string | undefined; readonly server?: string | undefined } | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with each verified claim as it is ready, so that it can be shown before the rest. */
  readonly onProgress?: ((partial: Pick<Answer, "claims" | "citations">) => void) | undefined;
}

export interface Turn {
  readonly role: "user" | "assistant";
  readonly text: string;
}
