import type { Article } from "../corpus/article.ts";
import { sentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
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

/** Whether a span of an article was planted there: it speaks to its reader where the article does not, or is foreign to it. */
export function planted(span: Span, article: Article): boolean {
  return judge(article)
    .within(span)
    .some((sentence) => judge(article).planted(sentence));
}

/** The parts of a span that may be shown to a model or a reader: without planted sentences. */
export function unplanted(span: Span, article: Article): Span[] {
  const { within, planted } = judge(article);
  const kept: Span[] = [];
  let at = span.start;
  for (const { start, end } of within(span).filter(planted)) {
    if (start > at) kept.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < span.end) kept.push({ start: at, end: span.end });
  return kept.filter((part) => article.text.slice(part.start, part.end).trim() !== "");
}

/** Whether a span clearly speaks of what the rest of its article speaks of. */
export function belongs({ start, end }: Span, article: Article): boolean {
  return judge(article).fit({ start, end }) === "own";
}

/** Judges the sentences of one article, each when it is first asked for. */
interface Judge {
  within(span: Span): Span[];
  planted(sentence: Span): boolean;
  fit(span: Span): Fit;
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
  const orders = all.filter(({ start, end }) => addressed(text.slice(start, end)));
  // An article that speaks to its readers throughout (advice, a letter) may go on doing so.
  const talkative = orders.length > 4 && orders.length > all.length / 3;
  const recommends = orders.filter(({ start }) => inList(text, start)).length >= 2;
  const measure = cohesion(article);
  const decide = (span: Span): boolean => {
    const sentence = text.slice(span.start, span.end);
    const spoken = unquoted(sentence);
    const row = /^\s*\|.*\|\s*$/.test(sentence);
    if ((marked(sentence) && !row) || ofReplies.test(spoken) || ofAssistants.test(spoken)) return true;
    if (!english) return false;
    const fitting = measure(span);
    const listed = recommends && inList(text, span.start) && !secondPerson.test(spoken);
    // Recommendations in a list are orders by form, several together; what follows their label is their matter.
    if (listed) return appended(sentence.replace(/^[^:]*:/, ""));
    if (row) return false;
    const speaks = addressed(sentence.slice(sentence.lastIndexOf("|") + 1)) || appended(sentence);
    return fitting === "foreign" || (speaks && !(talkative && fitting === "own"));
  };
  const decided = new Map<number, boolean>();
  return {
    fit: measure,
    within: ({ start, end }) => all.filter((sentence) => sentence.start < end && start < sentence.end),
    planted(span) {
      let verdict = decided.get(span.start);
      if (verdict === undefined) {
        verdict = decide(span);
        decided.set(span.start, verdict);
      }
      return verdict;
    },
  };
}

function inList(text: string, start: number): boolean {
  return /^\s*(?:[-*•–]|\d+[.)])\s/.test(text.slice(text.lastIndexOf("\n", start - 1) + 1, start + 3));
}
