import type { Article } from "../corpus/article.ts";
import { sentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { words } from "../text/words.ts";
import { cohesion } from "./cohesion.ts";
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

/** Whether a sentence gives an order: it begins with the bare form of a verb, and no other verb of its own follows. */
export function imperative(sentence: string): boolean {
  const text = sentence.replace(/^[\s\p{P}\p{S}]+/u, "").replace(/^(?:\d+[.)]\s*)/, "");
  const bare = text.replace(polite, "");
  const [first, ...rest] = words(bare);
  if (!first || /^\p{Lu}{2}/u.test(bare.slice(first.start, first.end))) return false;
  const base = lemma(first.form);
  const verb =
    directives.has(first.form) ||
    (lexicon().verb(base) && !/(?:s|ed|ing|en)$/.test(first.form) && bare !== text);
  if (!verb && !(lexicon().verb(base) && !/(?:s|ed|ing|en|ly)$/.test(first.form))) return false;
  for (const { form, start } of rest) {
    if (subordinate.has(form) || /[,;:“"(]\s*$/.test(bare.slice(0, start))) return true;
    if (finite.has(form)) return false;
  }
  return rest.length > 0;
}

/** Whether a span of an article was planted there: it speaks to its reader where the article does not, or is foreign to it. */
export function planted({ start, end }: Span, article: Article): boolean {
  const around = register(article);
  return around.some((sentence) => sentence.planted && sentence.start < end && start < sentence.end);
}

/** A sentence of an article, and whether it was planted there. */
interface Judged extends Span {
  readonly planted: boolean;
}

const judged = new WeakMap<Article, readonly Judged[]>();

/** Judges the sentences of an article, once. */
function register(article: Article): readonly Judged[] {
  const known = judged.get(article);
  if (known) return known;
  const all = sentences(article.text, article.language);
  const english = article.language === "en" || article.language === "und";
  const orders = all.filter(({ start, end }) => addressed(article.text.slice(start, end)));
  const belongs = cohesion(article);
  // An article that speaks to its readers throughout (advice, a letter) may go on doing so.
  const familiar = orders.length > 4 && orders.length > all.length / 3;
  const list = orders.filter(({ start }) => inList(article.text, start)).length;
  const result = all.map((span): Judged => {
    const sentence = article.text.slice(span.start, span.end);
    const spoken = unquoted(sentence);
    if (marked(sentence) && !/^\s*\|/.test(sentence)) return { ...span, planted: true };
    if (ofReplies.test(spoken) || ofAssistants.test(spoken)) return { ...span, planted: true };
    if (!english) return { ...span, planted: false };
    const strange = belongs(span);
    // Recommendations in a list are orders by form, several together, and about the article's matter.
    const recommends =
      inList(article.text, span.start) && list >= 2 && strange !== "foreign" && !secondPerson.test(spoken);
    const speaks = addressed(sentence) && !recommends && !(familiar && strange === "own");
    return { ...span, planted: speaks || strange === "foreign" };
  });
  judged.set(article, result);
  return result;
}

function inList(text: string, start: number): boolean {
  return /^\s*(?:[-*•–]|\d+[.)])\s/.test(text.slice(text.lastIndexOf("\n", start - 1) + 1, start + 3));
}

/** The parts of a passage that may be shown to a model or a reader: its text without planted sentences. */
export function unplanted(span: Span, article: Article): Span[] {
  const cuts = register(article).filter((s) => s.planted && s.start < span.end && span.start < s.end);
  const kept: Span[] = [];
  let at = span.start;
  for (const { start, end } of cuts) {
    if (start > at) kept.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < span.end) kept.push({ start: at, end: span.end });
  return kept.filter((part) => article.text.slice(part.start, part.end).trim() !== "");
}
