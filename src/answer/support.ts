import { sentences } from "../text/sentences.ts";
import { type Aligned, align, equal, type Reading, type Similarity } from "./align.ts";
import {
  oppositeFaults,
  placeFaults,
  polarityFaults,
  quantifierFaults,
  roleFaults,
  slotFaults,
} from "./faults.ts";
import { polarity } from "./polarity.ts";
import { read, type Token } from "./reading.ts";
import { substitutionFaults } from "./substitution.ts";

/** What is held against a claim: a quote, and what a reader of the article knows when they come to it. */
export interface Evidence {
  /** Whole sentences, verbatim. */
  readonly text: string;
  /** The sentences before it, to which its pronouns point. */
  readonly before?: string | undefined;
  /** Headings and table heads: what the quote is about. */
  readonly about?: readonly string[] | undefined;
  /** The publisher, and the outlet whose report it relays: a claim may say that it is they who say so. */
  readonly outlets?: readonly string[] | undefined;
  /** Whom "he" or "she" means where nothing nearer tells: the person whom the article speaks of most. */
  readonly person?: string | undefined;
  /** The dates that the quote's words resolve to, EDTF. */
  readonly dates?: readonly string[] | undefined;
}

/** Whether the quotes carry the claim, and if not, why: each reason a sentence for the writer of the claim. */
export interface Verdict {
  readonly supported: boolean;
  readonly reasons: readonly string[];
}

export interface SupportOptions {
  /** Likeness of two folded words, 0 to 1, where the lexicon knows of none: word vectors, for instance. */
  readonly similarity?: Similarity | undefined;
}

/** Of a claim's words of content, this share may go without a counterpart in the quotes. */
const tolerance = 0.34;
/** And never more than so many of one sentence. */
const most = 3;

/**
 * Whether quotes carry a claim. Names, numbers and dates must all be there and in the same places; what the source
 * denies or holds possible may not be told as fact; contraries, swapped roles and stronger quantifiers do not pass.
 * The rest of the words may be paraphrased: most must have a counterpart of the same stem, a synonym, or a neighbour.
 */
export function supports(
  claim: string,
  evidence: readonly (string | Evidence)[],
  { similarity }: SupportOptions = {},
): Verdict {
  const sources = evidence.map((item): Evidence => (typeof item === "string" ? { text: item } : item));
  const names = capitalised([claim, ...sources.flatMap(({ text, before = "" }) => [text, before])]);
  const quotes = sources.flatMap(({ text }) => statements(text, names));
  const reasons = new Set<string>();
  if (quotes.length === 0) reasons.add("The quotes state nothing.");
  for (const said of readings(claim, names)) {
    const aligned = align(said, quotes, similarity);
    const comparison = { claim: said, quotes, aligned };
    for (const check of [
      particularFaults(aligned, said, sources),
      polarityFaults(comparison),
      oppositeFaults(comparison),
      slotFaults(comparison),
      placeFaults(comparison),
      roleFaults(comparison),
      quantifierFaults(comparison),
      substitutionFaults(said, quotes, aligned),
      coverageFaults(aligned, sources),
    ]) {
      for (const reason of check) reasons.add(reason);
    }
  }
  return { supported: reasons.size === 0, reasons: [...reasons] };
}

/** Reads the sentences of a text. */
function readings(text: string, names: ReadonlySet<string> = new Set()): Reading[] {
  return sentences(text)
    .map(({ start, end }) => {
      // "Trump" at the head of a sentence may be a common word; elsewhere in the texts it shows to be a name.
      const tokens = read(text.slice(start, end)).map((token) =>
        token.first && token.kind === "word" && !token.glue && names.has(token.form)
          ? { ...token, kind: "name" as const }
          : token,
      );
      return { tokens, ...polarity(tokens) };
    })
    .filter(({ tokens }) => tokens.length > 0);
}

/** The forms that are names wherever they stand: capitalised inside a sentence. */
function capitalised(texts: readonly string[]): ReadonlySet<string> {
  const tokens = texts.flatMap((text) => read(text));
  return new Set(tokens.filter(({ kind, first }) => kind === "name" && !first).map(({ form }) => form));
}

/** The sentences of a quote that state something: a question states nothing. */
function statements(text: string, names: ReadonlySet<string>): Reading[] {
  return sentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => !asks(sentence))
    .flatMap((sentence) => readings(sentence, names));
}

/** Whether a sentence asks. */
export function asks(sentence: string): boolean {
  return /[?？]["”’)]*$/.test(sentence);
}

/** Names, numbers and dates that nothing carries. */
function* particularFaults(
  aligned: readonly Aligned[],
  said: Reading,
  sources: readonly Evidence[],
): Generator<string> {
  const about = sources.flatMap((source) => (source.about ?? []).flatMap((text) => read(text)));
  const dates = sources.flatMap((source) => source.dates ?? []);
  const credited = creditedTo(said, sources);
  for (const { token, carried } of aligned) {
    if (token.kind === "word" || carried > 0 || credited.has(token)) continue;
    if (token.kind === "date" ? dated(token, dates) : about.some((other) => equal(token, other))) continue;
    if (token.kind === "number" && inDate(token, said, dates)) continue;
    if (token.kind === "name" && sources.some((source) => antecedent(token, source))) continue;
    yield `The ${token.kind} “${token.raw}” is not in the quotes.`;
  }
}

const telling =
  /^(?:report|say|write|note|publish|quot|cite|tell|accord|state|add|describ|explain|argu|claim)$/;

/** The words of a claim that credit the outlet: "according to the Financial Times", "The Guardian reports". */
function creditedTo({ tokens }: Reading, sources: readonly Evidence[]): ReadonlySet<Token> {
  const found = new Set<Token>();
  for (const outlet of sources.flatMap((source) => source.outlets ?? [])) {
    const names = read(outlet).filter(({ glue }) => !glue);
    for (let at = 0; at < tokens.length; at++) {
      const run = tokens.slice(at, at + names.length);
      if (run.length < names.length || !run.every((token, i) => equal(token, names[i]!))) continue;
      const around = [
        ...tokens.slice(Math.max(0, at - 4), at),
        ...tokens.slice(at + names.length, at + names.length + 2),
      ];
      if (around.some(({ lemma, form }) => telling.test(lemma) || /^(?:according|told)$/.test(form)))
        for (const token of run) found.add(token);
    }
  }
  return found;
}

/** Whether a month of the claim is that of a date which the quote's words resolve to. */
function dated({ unit, value }: Token, dates: readonly string[]): boolean {
  if (unit === "month") return dates.some((date) => Number(/^-?\d{4}-(\d\d)/.exec(date)?.[1]) === value);
  return false;
}

/** Whether a number of the claim is the year, or the day beside a month, of such a date. */
function inDate(
  { value, start, end, unit, form }: Token,
  { tokens }: Reading,
  dates: readonly string[],
): boolean {
  if (unit !== null || (form.startsWith("#") === false && !Number.isInteger(value))) return false;
  if (value >= 1000) return dates.some((date) => Number(date.slice(0, 4)) === value);
  const beside = tokens.some(
    (other) => other.unit === "month" && (Math.abs(other.start - end) < 5 || Math.abs(start - other.end) < 3),
  );
  return beside && dates.some((date) => Number(/^\d{4}-\d\d-(\d\d)/.exec(date)?.[1]) === value);
}

const pronoun =
  /(?<!\p{L})(?:he|she|his|her|him|hers|they|their|them|it|its)(?!\p{L})|(?<!\p{L})the (?:president|leader|minister|diplomat|envoy|country|government|company|group|official|strongman)(?!\p{L})/iu;
const personal = /(?<!\p{L})(?:he|she|his|her|him|hers)(?!\p{L})/iu;

/**
 * Whether a name is what the quote's pronoun points to: the first name of the last sentence before it that has one,
 * or the person whom the article speaks of most.
 */
function antecedent(token: Token, { text, before = "", person }: Evidence): boolean {
  if (!pronoun.test(text)) return false;
  if (person !== undefined && personal.test(text) && read(person).some((other) => equal(token, other)))
    return true;
  for (const { tokens } of readings(before).reverse()) {
    const first = tokens.findIndex(({ kind }) => kind === "name");
    if (first < 0) continue;
    let last = first;
    while (capital(tokens[last + 1])) last++;
    return tokens.slice(first, last + 1).some((other) => equal(token, other));
  }
  return false;
}

function capital(token: Token | undefined): boolean {
  return token !== undefined && !token.glue && /^\p{Lu}/u.test(token.raw);
}

/** Too many words of content without a counterpart: in all, or in one of the clauses. */
function* coverageFaults(aligned: readonly Aligned[], sources: readonly Evidence[]): Generator<string> {
  const about = sources.flatMap((source) => (source.about ?? []).flatMap((text) => read(text)));
  const content = aligned.filter(({ token }) => token.kind === "word");
  const absent = ({ token, carried }: Aligned): boolean =>
    carried === 0 && !about.some((other) => equal(token, other));
  const missing = content.filter(absent);
  if (missing.length === 0) return;
  const uncarried = content.reduce((sum, item) => sum + (absent(item) ? 1 : 1 - item.carried), 0);
  const clauses = Map.groupBy(aligned, ({ token }) => token.clause);
  const loose = clauses
    .values()
    .some((clause) => clause.length > 2 && clause.filter(absent).length / clause.length > 0.5);
  // A short claim may miss one word; names, numbers and dates lend weight to the rest.
  if (loose || missing.length > most || uncarried > Math.max(0.99, tolerance * aligned.length))
    yield `The quotes do not speak of ${missing.map(({ token }) => `“${token.raw}”`).join(", ")}.`;
}
