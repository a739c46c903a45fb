import { type Citation, cite } from "../corpus/citation.ts";
import type { Similarity } from "./align.ts";
import type { Answer, Claim, Question } from "./answer.ts";
import type { Chat, Reply, Usage } from "./chat.ts";
import { ModelError } from "./model-error.ts";
import { ask, drafts, repair } from "./prompt.ts";
import { locate } from "./quote.ts";
import { type Passages, prepare, type Quoted } from "./quoted.ts";
import { type Draft, type Rejected, tooClose, type Verified, verify } from "./verify.ts";

/** What a model's reply comes to once everything in it has been verified. */
export interface Generated extends Pick<Answer, "claims" | "citations" | "notes"> {
  /** The model says that the passages do not answer, and hands in no claim. */
  readonly declined: boolean;
  /** The model's reply came to its end. */
  readonly whole: boolean;
  readonly usage: Usage;
}

export interface GenerateOptions {
  readonly similarity?: Similarity | undefined;
  /** The question in the languages of the passages, see {@link verify}; itself where left out. */
  readonly questions?: readonly string[] | undefined;
  /** Called with the verified claims so far, each time there is one more. */
  readonly onProgress?: Question["onProgress"];
}

const mostClaims = 8;

/**
 * Answers a question from passages with a chat model. Claims are verified one by one as they arrive; those that fail
 * get one further round with the reasons, and what fails again is left out, which the notes say.
 * Throws {@link ModelError} where the model gave nothing to verify.
 */
export async function generate(
  question: Question,
  passages: Passages,
  chat: Chat,
  options: GenerateOptions,
): Promise<Generated> {
  const messages = ask(question, passages);
  const book = bookkeeper(question, passages, options);
  const asking = round(chat, messages, question, book);
  // While the model thinks, what verification reads once is read.
  setImmediate(() => prepare(passages));
  const first = await asking;
  let usage = first.usage;
  const mendable = book.rejected.filter((item) => item.mendable);
  let lost = book.rejected.length;
  if (mendable.length > 0 && !first.cut) {
    const kept = book.claims.length;
    try {
      const second = await round(chat, repair(messages, mendable), question, book);
      usage = {
        inputTokens: usage.inputTokens + second.usage.inputTokens,
        outputTokens: usage.outputTokens + second.usage.outputTokens,
      };
      lost -= Math.min(mendable.length, book.claims.length - kept);
    } catch (error) {
      // The first round stands without its repair, unless the asker left.
      question.signal?.throwIfAborted();
      if (kept === 0) throw error;
    }
  }
  const reply = drafts.partial().safeParse(first.value).data;
  const notes = [
    first.cut && book.claims.length > 0
      ? `${first.cut.notice}: this is what had arrived and could be verified.`
      : "",
    ...conflicts(reply?.conflicts ?? [], book),
    lost > 0 ? leftOut(lost, book.rejected) : "",
    ...missing(reply?.missing ?? [], question.text),
  ];
  return {
    claims: book.claims,
    citations: book.citations,
    notes: notes.filter(Boolean),
    whole: !first.cut,
    declined: book.claims.length === 0 && book.drafted === 0 && !first.cut,
    usage,
  };
}

/** One request, its claims verified as they arrive. */
async function round(
  chat: Chat,
  messages: ReturnType<typeof ask>,
  { signal }: Question,
  book: Book,
): Promise<Reply> {
  let seen = 0;
  const take = (value: unknown, whole: boolean): void => {
    const list = (value as { claims?: unknown } | null)?.claims;
    if (!Array.isArray(list)) return;
    // The last one may still be growing.
    const ready = whole ? list.length : list.length - 1;
    for (; seen < ready; seen++) book.add(list[seen]);
  };
  const reply = await chat.ask({
    messages,
    name: "answer",
    schema: drafts,
    signal,
    onPartial: (value) => take(value, false),
  });
  if (!Array.isArray((reply.value as { claims?: unknown }).claims))
    throw reply.cut ?? new ModelError("garbled", "the reply lacks its claims");
  take(reply.value, reply.cut === null);
  return reply;
}

/** Keeps what has been verified, and numbers the citations in order of first use. */
interface Book {
  readonly claims: Claim[];
  readonly citations: Citation[];
  readonly rejected: Rejected[];
  /** For each drafted claim of the first round, by its place: the claim shown for it, from 0, or -1. */
  readonly shown: number[];
  readonly drafted: number;
  add(draft: unknown): void;
}

function bookkeeper(
  question: Question,
  passages: Passages,
  { similarity, questions = [question.text], onProgress }: GenerateOptions,
): Book {
  const claims: Claim[] = [];
  const citations: Citation[] = [];
  const rejected: Rejected[] = [];
  const shown: number[] = [];
  const number = (quote: Quoted): number => {
    const known = citations.find(
      (c) => c.articleId === quote.article.id && c.start === quote.start && c.end === quote.end,
    );
    if (known) return known.n;
    citations.push(cite(quote.article, quote, citations.length + 1));
    return citations.length;
  };
  const keep = ({ text, quotes }: Verified): void => {
    claims.push({ text, citations: quotes.map(number) });
    onProgress?.({ claims: [...claims], citations: [...citations] });
  };
  return {
    claims,
    citations,
    rejected,
    shown,
    get drafted() {
      return shown.length;
    },
    add(value) {
      const draft = drafts.shape.claims.element.safeParse(value).data as Draft | undefined;
      if (!draft || claims.length >= mostClaims) {
        shown.push(-1);
        return;
      }
      const before = claims.length;
      for (const outcome of verify(draft, passages, { questions, similarity })) {
        if (!("quotes" in outcome)) rejected.push(outcome);
        else if (!claims.some(({ text }) => text === outcome.text)) keep(outcome);
      }
      shown.push(claims.length > before ? before : -1);
    },
  };
}

function leftOut(count: number, rejected: readonly Rejected[]): string {
  const [what, them] =
    count === 1
      ? ["One statement of the model was", "it"]
      : [`${count} statements of the model were`, "them"];
  const close = rejected.some(({ reasons }) => reasons.includes(tooClose));
  const licence = close ? ", or their licence allows no such quotation" : "";
  return `${what} left out: the sources do not carry ${them}${licence}.`;
}

/** Where sources contradict each other: both sides are among the claims. */
function conflicts(groups: readonly (readonly number[])[], { shown, claims }: Book): string[] {
  return groups.flatMap((group) => {
    const sides = [...new Set(group.map((n) => shown[n - 1] ?? -1))].filter((at) => at >= 0);
    if (sides.length < 2) return [];
    const numbers = sides.map((at) => claims[at]!.citations.map((n) => `[${n}]`).join(""));
    return [`The sources contradict each other: ${numbers.join(" against ")}.`];
  });
}

/** What the model misses, as far as these are the asker's own words: its own are not shown unverified. */
function missing(parts: readonly string[], question: string): string[] {
  const spans = parts.flatMap((part) => locate(part, question) ?? []);
  const words = [...new Set(spans.map(({ start, end }) => question.slice(start, end)))];
  return words.length > 0
    ? [`The sources say nothing about ${words.map((word) => `“${word}”`).join(", ")}.`]
    : [];
}
