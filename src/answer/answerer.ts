import { randomUUID } from "node:crypto";
import type { Hit } from "../index/hit.ts";
import { UserError } from "../ops/user-error.ts";
import type { Answer, Question } from "./answer.ts";
import { type Breaker, breaker } from "./breaker.ts";
import { type Asker, type Budget, budget, type Ledger, type Limits } from "./budget.ts";
import type { Chat, ModelSettings, Usage } from "./chat.ts";
import { standalone } from "./follow-up.ts";
import { digest } from "./marks.ts";
import { ModelError } from "./model-error.ts";
import { oneVoice } from "./one-voice.ts";
import type { Standalone } from "./rewrite.ts";
import { romanised } from "./romanise.ts";

/** Answers from the sources' own sentences, without a model. */
export type Extractor = (question: Question, hits: readonly Hit[]) => Answer | Promise<Answer>;

export interface AnswererOptions {
  /** Says a question in words that a corpus in some languages may hold; names alone where left out. */
  readonly reword?: ((question: string, languages: readonly string[]) => Promise<string>) | undefined;
  /** Without it, every answer is extractive, and neither LangChain nor a provider's client is ever loaded. */
  readonly model?: ModelSettings | undefined;
  readonly extract: Extractor;
  readonly ledger?: Ledger | undefined;
  /** Tokens a day; counted only with a ledger. */
  readonly limits?: Limits | undefined;
  /** What the log should know: a model that fails, and how. */
  readonly onFault?: ((error: Error) => void) | undefined;
  /** Milliseconds since the epoch. */
  readonly now?: (() => number) | undefined;
}

/** Turns questions and retrieved passages into answers whose every claim is verified. */
export interface Answerer {
  /** What to search for: a follow-up made complete, a foreign question in the corpus's languages too. */
  prepare(question: Question, languages: readonly string[]): Promise<Standalone>;
  /** Always an answer: generated where a model is there and able, else extractive, else a refusal; the notes say why. */
  answer(question: Question, hits: readonly Hit[]): Promise<Answer>;
}

const mostPassages = 12;
const cached = 256;

export function createAnswerer(options: AnswererOptions): Answerer {
  const { model, extract, ledger, limits = {}, now = Date.now, reword = romanised } = options;
  const health = breaker({ failures: 3, pauseMs: 30_000, now });
  const purse = ledger && budget(ledger, limits, now);
  const cache = new Map<string, Answer>();
  const translations = new Map<string, readonly string[]>();
  let connecting: Promise<Chat> | undefined;
  const chat = (settings: ModelSettings): Promise<Chat> => {
    connecting ??= import("./chat.ts").then(({ connect }) => connect(settings));
    return connecting;
  };

  return {
    async prepare(question, languages) {
      const plain = await reword(standalone(question), languages);
      const fallback = { text: plain, queries: [plain] };
      if (!model) return fallback;
      const { languageOf } = await import("./language.ts");
      const asked = await languageOf(question.text, question.language);
      const foreign = languages.filter((language) => language !== asked && language !== "und");
      const needed = (question.history?.length ?? 0) > 0 || !languages.includes(asked);
      if (!needed || !(await free(purse, question.asker))) return fallback;
      const { rewrite } = await import("./rewrite.ts");
      const done = await guarded(health, options, question, async () =>
        rewrite(question, foreign, await chat(model)),
      );
      if ("fault" in done) return fallback;
      await purse?.charge(question.asker ?? {}, done.usage);
      remember(translations, done.text, done.queries.slice(1));
      return { text: done.text, queries: done.queries };
    },

    async answer(question, hits) {
      const started = performance.now();
      const finish = (answer: Answer, note = ""): Answer => ({
        ...answer,
        notes: note ? [note, ...answer.notes] : answer.notes,
        tookMs: performance.now() - started,
      });
      const fallBack = async (reason: string): Promise<Answer> => {
        const extracted = await extract(question, hits);
        return finish(extracted, extracted.refused ? `${reason}.` : `${reason}; these are extracts.`);
      };
      if (!model || hits.length === 0) return finish(await extract(question, hits));
      const used = await purse?.exhausted(question.asker ?? {});
      if (used) return fallBack(spent[used]);

      const passages = hits.slice(0, mostPassages);
      const key = digest([
        model.model,
        model.baseUrl ?? "",
        question.text,
        JSON.stringify(question.history ?? []),
        question.language ?? "",
        ...passages.map(({ article, text }) => `${article.id} ${article.quoteLimit} ${text}`),
      ]);
      const known = cache.get(key);
      if (known) {
        question.onProgress?.(known);
        return finish({ ...known, id: question.id ?? randomUUID() });
      }
      const done = await guarded(health, options, question, async () =>
        write(question, translations.get(question.text) ?? [], passages, await chat(model)),
      );
      if ("fault" in done) return fallBack(done.fault);
      await purse?.charge(question.asker ?? {}, done.usage);
      const { answer, declined, whole } = done;
      if (answer.claims.length === 0) {
        if (!declined) return fallBack("Nothing that the model said could be verified");
        return finish(refusal(question, await extract(question, hits), answer.notes));
      }
      if (whole) remember(cache, key, answer);
      return finish(answer);
    },
  };
}

const spent = {
  person: "Your share of the model for today is used up",
  server: "This server's share of the model for today is used up",
};

interface Written {
  readonly answer: Answer;
  readonly declined: boolean;
  readonly whole: boolean;
  readonly usage: Usage;
}

/** Generates, verifies, and puts into the asker's language. */
async function write(
  question: Question,
  translations: readonly string[],
  passages: readonly Hit[],
  chat: Chat,
): Promise<Written> {
  const [{ generate }, { wordSimilarity }, { languageOf }] = await Promise.all([
    import("./generate.ts"),
    import("./similarity.ts"),
    import("./language.ts"),
  ]);
  const asked = await languageOf(question.text, question.language);
  const foreign = !passages.some(({ article }) => article.language === asked || article.language === "und");
  const made = await generate(question, passages, chat, {
    similarity: wordSimilarity(),
    questions: foreign ? translations : [question.text],
    // Shown once they are in the asker's language.
    onProgress: foreign ? undefined : question.onProgress,
  });
  let { claims, usage, notes } = made;
  if (foreign && claims.length > 0) {
    const { translate } = await import("./translate.ts");
    try {
      const done = await translate(claims, asked, chat, question.signal);
      claims = done.claims;
      usage = {
        inputTokens: usage.inputTokens + done.usage.inputTokens,
        outputTokens: usage.outputTokens + done.usage.outputTokens,
      };
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      // What was verified is worth more than its language.
      notes = [...notes, `${error.notice}: the answer could not be translated.`];
    }
    question.onProgress?.({ claims, citations: made.citations });
  }
  const answer: Answer = {
    id: question.id ?? randomUUID(),
    question: question.text,
    mode: "generated",
    refused: false,
    claims,
    citations: made.citations,
    nearest: [],
    notes: [...notes, ...repeated(made.citations, passages)],
    tookMs: 0,
    usage: { ...usage, model: chat.id },
  };
  return { answer, declined: made.declined, whole: made.whole, usage };
}

/** What a reader must know of cited articles that others repeat. */
function repeated(citations: Answer["citations"], passages: readonly Hit[]): string[] {
  return oneVoice(
    passages.filter(({ article }) => citations.some(({ articleId }) => articleId === article.id)),
  );
}

/** A refusal with the nearest passages: what an extractive answer would have cited serves as such. */
function refusal(question: Question, extracted: Answer, notes: readonly string[]): Answer {
  const nearest = extracted.nearest.length > 0 ? extracted.nearest : extracted.citations;
  return {
    ...extracted,
    question: question.text,
    mode: "generated",
    refused: true,
    claims: [],
    citations: [],
    nearest,
    notes,
  };
}

async function free(purse: Budget | undefined, asker: Asker = {}): Promise<boolean> {
  return (await purse?.exhausted(asker)) == null;
}

/** Runs what needs the model, minding its health. A fault comes back as a notice for readers, but for the asker's leaving. */
async function guarded<T extends object>(
  health: Breaker,
  { onFault }: AnswererOptions,
  { signal }: Question,
  run: () => Promise<T>,
): Promise<T | { fault: string }> {
  if (!health.allows()) return { fault: "The model is out of order at the moment" };
  try {
    const result = await run();
    health.succeeded();
    return result;
  } catch (error) {
    if (signal?.aborted || error instanceof UserError || !(error instanceof Error)) {
      health.released();
      throw error;
    }
    onFault?.(error);
    const { notice, unhealthy } = error as Partial<ModelError>;
    // A bug of ours is thrown on; only what the model did is mended by extracts.
    if (notice === undefined) {
      health.released();
      throw error;
    }
    if (unhealthy) health.failed();
    else health.succeeded();
    return { fault: notice };
  }
}

function remember<T>(cache: Map<string, T>, key: string, value: T): void {
  cache.set(key, value);
  if (cache.size > cached) cache.delete(cache.keys().next().value!);
}
