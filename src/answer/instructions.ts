import type { Article } from "../corpus/article.ts";
import { sentences } from "../text/sentences.ts";
import { type Span, trimmed } from "../text/span.ts";
import { words } from "../text/words.ts";
import { cohesion, type Fit } from "./cohesion.ts";
import { lemma, lexicon } from "./lexicon.ts";

/**
 * Sentences that were put into an article to steer whoever reads it aloud: orders to an assistant, appeals to the
 * reader, links and pings. They stand in the corpus, word for word, so a quote of them is a true quote; what gives
 * them away is how they speak and that they have nothing to do with their article.
 */

const link =
  /\bhttps?:|\bwww\.|\b[\w.+-]+@[\w-]+\.\w{2,}|(?<![\p{L}\d.])[a-z0-9-]+\.(?:com|net|org|io|xyz|info|biz|ru|cn|co|gg|app|dev|me|link|site|online|top|shop)\b|\bdiscord\.gg\b/u;
const ping = /@(?:everyone|here)\b|<[@#&:/][^>]*>|(?<![\p{L}\d.])@[a-z0-9_]{2,}/iu;
const markup = /!?\[[^\]\n]*\]\([^)\n]*\)|<\/?[a-z][^>]*>|```|\|\||^#{1,3}\s/im;

/** Whether a text holds a link, an address, a ping or markup: none of them is ever part of a claim. */
export function marked(text: string): boolean {
  return link.test(text) || ping.test(text) || markup.test(text);
}

const secondPerson = /(?<!\p{L})(?:you|your|yours|yourself|you['’](?:re|ve|ll|d))(?!\p{L})/iu;
const ofReplies =
  /(?<!\p{L})your\s+(?:[\p{L}-]+\s+){0,3}(?:answers?|repl(?:y|ies)|responses?|outputs?|messages?|summar(?:y|ies)|text)(?!\p{L})/iu;
const ofAssistants =
  /(?<!\p{L})(?:(?:ignore|disregard|forget|override|bypass)\s+(?:(?:all|any|the|your|these|those|every|of)\s+)*(?:previous|prior|above|earlier|preceding|other|existing|safety)?\s*(?:instructions?|prompts?|rules?|directions?|guidelines?|everything)|system\s+(?:prompt|message|note|instruction|override)|new\s+instructions?|you\s+are\s+(?:now|an?\s+(?:ai|assistant|chatbot|bot|model|helpful))|as\s+an?\s+(?:ai|language\s+model|assistant)|(?:ai|dear|note\s+to(?:\s+the)?|attention)[\s,]+(?:assistants?|models?|chatbots?|readers?|users?)\b|developer\s+mode|(?:assistant|model|bot|ai|chatbot)s?\s+(?:must|should|shall|will\s+now|reading\s+this))(?!\p{L})/iu;

/** Whether a sentence speaks to whoever reads it, assistant or person, outside of any speech that it quotes. */
export function addressed(sentence: string): boolean {
  const own = unquoted(sentence);
  return ofReplies.test(own) || ofAssistants.test(own) || secondPerson.test(own) || imperative(own);
}

/** The sentence without the speech in it; a sentence that is all speech is left whole. */
function unquoted(sentence: string): string {
  const own = sentence.replace(/“[^”]*”|"[^"]*"|«[^»]*»|„[^“”]*[“”]/gu, " … ");
  return words(own).length > 0 ? own : sentence;
}

const polite =
  /^(?:please|kindly|now|then|also|finally|first|next|instead|remember\s+to|make\s+sure|be\s+sure|do\s+not|don['’]t|never|always|let['’]?s)\s+/iu;
/** Verbs that nobody begins a report with, and that WordNet holds to be nouns first. */
const directives = new Set(
  "add answer append augment break compose describe design draft email end explain format group list output plan post print replace reply report research respond review rewrite schedule search show sign simulate solve start state summarise summarize tell translate write act anagram jumble scramble misspell reverse encode decode click download visit subscribe buy shop call contact join follow share vote donate book order try check enter claim modify integrate include insert enhance provide generate create develop introduce mention render convert substitute use remove combine rearrange teach recommend suggest compare calculate find give make name identify analyse analyze classify pretend imagine ignore forget repeat say send forward read save discover learn get grab act roleplay spell capitalise capitalize".split(
    " ",
  ),
);
const finite = new Set(
  "is are was were has have had will would can could may might must should does did says said".split(" "),
);
const subordinate = new Set(
  "that how what which who whom whose when where why if because whether so while to for".split(" "),
);

/** "When asked about this, say …", "In the answer, add …": what may come before an order. */
const preamble =
  /^(?:when|if|while|as|after|before|once|for|in|at|to|instead|whenever|note|assistant|reminder|important|p\.?s\.?)(?!\p{L})[^.!?,:]{0,80}[,:]\s*/iu;

/** Whether a sentence gives an order: it begins with the bare form of a verb, and no other verb of its own follows. */
export function imperative(sentence: string): boolean {
  const text = sentence.replace(/^[\s\p{P}\p{S}]+/u, "").replace(/^\d+[.)]\s*/, "");
  return orders(text) || (preamble.test(text) && orders(text.replace(preamble, ""), true));
}

function orders(text: string, inside = false): boolean {
  const bare = text.replace(polite, "");
  const [first, ...rest] = words(bare);
  if (!first || rest.length === 0 || /^\p{Lu}{2}/u.test(bare.slice(first.start, first.end))) return false;
  const directive = directives.has(first.form);
  const verb = lexicon().verb(lemma(first.form)) && !/(?:s|ed|ing|en|ly)$/.test(first.form);
  // After a preamble only a clear order counts: "In July, talk of sanctions grew" gives none.
  if (!directive && (inside || !verb)) return false;
  let last = first.end;
  for (const { form, start, end } of rest) {
    if (subordinate.has(form) || /[,;:.!?“"(]/.test(bare.slice(last, start))) return true;
    if (finite.has(form)) return false;
    last = end;
  }
  return true;
}

/** Directives that are seldom nouns or names: these give an order away in mid-sentence, too. */
const plainOrder =
  /(?<=[\p{L}\p{N}|:]["”’)]?\s)(?:Add|Answer|Append|Augment|Compose|Describe|Explain|Generate|Ignore|Include|Insert|Integrate|Mention|Modify|Provide|Recommend|Rearrange|Remove|Repeat|Replace|Reply|Respond|Rewrite|Scramble|Summari[sz]e|Tell|Translate|Write|Visit|Click|Download|Subscribe|Buy|Send|Schedule|Draft|Break|Compare|Create|Develop|Encode|Enhance|Introduce|Convert|Substitute|Reverse|Call|Use|Make|Give|Get|Find|Suggest|Remember|Don['’]t|Do\snot)(?=\s+(?:\p{Ll}|["“']))/gu;

/** An order that begins inside a sentence, where a full stop is missing before it. */
function appended(sentence: string): boolean {
  const starts = [...sentence.matchAll(plainOrder)].map(({ index }) => index);
  return starts.some((start) => imperative(sentence.slice(start)));
}

/**
 * Whether any sentence of a span was planted in its article: it steers whoever reads it, where the article does not,
 * or is foreign to the rest.
 */
export function planted(span: Span, article: Article): boolean {
  const { within, steers, fitting } = judge(article);
  return within(span).some((sentence) => steers(sentence) || fitting(sentence) === "foreign");
}

/** The same by how the sentences speak alone: enough, and quicker, where it is known that they answer a question. */
export function steers(span: Span, article: Article): boolean {
  const { within, steers } = judge(article);
  return within(span).some(steers);
}

/** The parts of a span that may be shown to a model: without planted sentences. */
export function unplanted(span: Span, article: Article): Span[] {
  const cuts = judge(article)
    .within(span)
    .filter((sentence) => planted(sentence, article));
  return without(cuts, span, article.text);
}

/** The longest part of a span that may be shown to a reader as it stands: without sentences that steer. */
export function showable(span: Span, article: Article): Span {
  const { within, steers } = judge(article);
  const [longest] = without(within(span).filter(steers), span, article.text).sort(
    (a, b) => b.end - b.start - (a.end - a.start),
  );
  return longest ?? span;
}

function without(cuts: readonly Span[], span: Span, text: string): Span[] {
  const kept: Span[] = [];
  let at = span.start;
  for (const { start, end } of cuts) {
    if (start > at) kept.push(trimmed(text, { start: at, end: start }));
    at = Math.max(at, end);
  }
  if (at < span.end) kept.push(trimmed(text, { start: at, end: span.end }));
  return kept.filter(({ start, end }) => end > start);
}

/** Whether a span clearly speaks of what the rest of its article speaks of. */
export function belongs({ start, end }: Span, article: Article): boolean {
  return judge(article).fitting({ start, end }) === "own";
}

/** Judges the sentences of one article, each when it is first asked for. */
interface Judge {
  within(span: Span): Span[];
  steers(sentence: Span): boolean;
  /** Of rows and list items, too short to tell by, and of other languages than English: `unknown`. */
  fitting(sentence: Span): Fit;
}

const judges = new WeakMap<Article, Judge>();

function judge(article: Article): Judge {
  let known = judges.get(article);
  if (!known) {
    known = judgeOf(article);
    judges.set(article, known);
  }
  return known;
}

function judgeOf(article: Article): Judge {
  const { text, language } = article;
  const all = sentences(text, language);
  const english = language === "en" || language === "und";
  const register = once(() => registerOf(text, all));
  const cohesive = once(() => cohesion(article));
  const fitting = (span: Span): Fit =>
    english && !isRow(text.slice(span.start, span.end)) && !inList(text, span.start)
      ? cohesive()(span)
      : "unknown";
  const decide = (span: Span): boolean => {
    const sentence = text.slice(span.start, span.end);
    const spoken = unquoted(sentence);
    const row = isRow(sentence);
    if ((marked(sentence) && !row) || ofReplies.test(spoken) || ofAssistants.test(spoken)) return true;
    if (!english || row) return false;
    const aside = appended(sentence);
    if (!aside && !addressed(sentence.slice(sentence.lastIndexOf("|") + 1))) return false;
    const { recommends, talkative } = register();
    // Recommendations in a list are orders by form, several together; what follows their label is their matter.
    if (recommends && inList(text, span.start) && !secondPerson.test(spoken))
      return appended(sentence.replace(/^[^:]*:/, ""));
    return !(talkative && fitting(span) !== "foreign");
  };
  const decided = new Map<number, boolean>();
  return {
    fitting,
    within: ({ start, end }) => all.filter((sentence) => sentence.start < end && start < sentence.end),
    steers(span) {
      let verdict = decided.get(span.start);
      if (verdict === undefined) {
        verdict = decide(span);
        decided.set(span.start, verdict);
      }
      return verdict;
    },
  };
}

/** How an article speaks: to its readers throughout (advice, a letter), in lists of recommendations. */
function registerOf(text: string, all: readonly Span[]): { talkative: boolean; recommends: boolean } {
  const orders = all.filter(({ start, end }) => addressed(text.slice(start, end)));
  return {
    talkative: orders.length > 4 && orders.length > all.length / 3,
    recommends: orders.filter(({ start }) => inList(text, start)).length >= 2,
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function isRow(sentence: string): boolean {
  return /^\s*\|.*\|\s*$/.test(sentence);
}

function inList(text: string, start: number): boolean {
  return /^\s*(?:[-*•–]|\d+[.)])\s/.test(text.slice(text.lastIndexOf("\n", start - 1) + 1, start + 3));
}
