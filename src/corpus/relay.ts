import { sentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import type { Article } from "./article.ts";
import { outletNamed, outletsIn } from "./outlets.ts";

/** An outlet that an article credits with its report, with the sentence or title that says so. */
export interface Credit {
  readonly outlet: string;
  readonly quote: string;
  /** How often the text credits it. */
  readonly times: number;
  /** The title or the lead does: the report is the outlet's, not a detail of it. */
  readonly leading: boolean;
}

/** What there is to tell credits by. */
export type Told = Pick<Article, "text" | "title" | "publisher" | "language">;

/** What stands after an outlet's name when its report is being told. */
const reports = new RegExp(
  [
    // "Reuters reports", "wrote the FT", "the FT's report", "has learned"
    "[»”\"’']?,? (?:first |has |had |also |later |earlier |then |on \\p{L}+ |\\p{L}+ly )*(?:reports?|reported|reporting|writes|wrote|said|says|revealed|reveals|quot(?:es|ed)|cit(?:es|ed)|published|learned|found|noted|notes|points out|claims|claimed|broke the)(?!\\p{L})",
    "['’]s? (?:own )?(?:report|reporting|article|story|investigation|account)(?!\\p{L})",
    "[»”\"’']? (?:hat |habe )?(?:am \\p{L}+ )?(?:berichtet\\p{L}*|schreibt|schrieb|meldet\\p{L}*|zufolge|erfuhr|enthüllt\\p{L}*)(?!\\p{L})",
    "[»”\"’']? (?:a |ont )?(?:rapport\\p{L}+|écri\\p{L}+|révèl\\p{L}+|révélé|indiqu\\p{L}+|affirm\\p{L}+|relat\\p{L}+|annonc\\p{L}+|publi\\p{L}+)(?!\\p{L})",
    "[»”\"’']? (?:ha |había )?(?:inform\\p{L}+|report\\p{L}+|escrib\\p{L}+|public\\p{L}+|revel\\p{L}+|señal\\p{L}+)(?!\\p{L})",
    "[»”\"’']? (?:ha )?(?:riferi\\p{L}+|riport\\p{L}+|scriv\\p{L}+|scritto|rivela\\p{L}*)(?!\\p{L})",
    "[»”\"’']? (?:relat\\p{L}+|notici\\p{L}+|escrev\\p{L}+|divulg\\p{L}+)(?!\\p{L})",
    "[»”\"’']?,? (?:сообща\\p{L}+|сообщи\\p{L}+|пиш[еу]т|писал\\p{L}?|написал\\p{L}*|переда[её]т|передал\\p{L}*|публику\\p{L}+|опубликов\\p{L}+|отмечает|повідом\\p{L}+|пише|писа\\p{L}+|переда[єв]\\p{L}*|паведам\\p{L}+|піша|перадае)(?!\\p{L})",
    "[»”\"’']? (?:informuje|poinformowa\\p{L}+|podaje|poda[łl]\\p{L}*|pisze|napisa\\p{L}+|donosi|donios\\p{L}+)(?!\\p{L})",
    "[»”\"’']?(?: (?:gazetesi|ajansı|dergisi)\\p{L}*)? ?['’]?\\p{L}{0,4} (?:haberine göre|bildirdi\\p{L}*|yazdı\\p{L}*|aktardı\\p{L}*|duyurdu\\p{L}*|göre)(?!\\p{L})",
    "[»”\"’']? (?:meldt|meldde|schrijft|schreef|bericht|rapporterar|skriver|skrev|uppger|rapporterer|melder)(?!\\p{L})",
    '[》」』"”]?(?:紙|誌|社|通信)?(?:\\d+日)?(?:によると|によれば|[がは](?:.{0,12})?(?:報じ|伝え|報道)|の(?:報道|記事)|報道)',
    '[》」』"”]?(?:\\d+[日月])*(?:援引|引述|报道|報導|報道|报导|消息|刊文|称|稱|指出|披露)',
    '[》」』"”]? ?(?:통신|신문|일보)?(?:에 따르면|[은는이가] .{0,30}(?:보도|전)[했하]|의? ?보도)',
  ].join("|"),
  "uy",
);
/** What stands before it. */
const credited = new RegExp(
  `(?<!\\p{L})(?:${[
    "according to|as reported by|reported by|report(?:s|ing)? (?:by|from|in|of)|(?:first )?published (?:by|in)|cit(?:es|ed|ing)|quoting|wrote|writes|reports|article (?:by|in|for|from)|(?:an?|the) (?:report|article|story|investigation) (?:by|in|from|of|with)|seen by|obtained by|source:",
    "laut|nach angaben (?:von|der|des)|wie|unter berufung auf|berichtet(?:e)?|schreibt|meldet|bericht (?:der|des|von)|quelle:",
    "selon|d['’]après|comme l['’]a (?:rapporté|écrit)|rapporte|écrit|citant|cité par|une enquête d[eu]|source ?:",
    "según|de acuerdo con|cita(?:ndo|do)?(?: a| por)?|informa|escribe|publica(?:do)?(?: en| por)?|fuente:",
    "secondo(?: quanto (?:riporta|riportato|riferisce|riferito)(?: da[l]?)?)?|riporta|scrive|riferisce|citando|fonte:",
    "segundo|de acordo com|conforme|citando|informa|escreve|noticia|publicad[oa] (?:por|n[oa])|fonte:",
    "по (?:данным|информации|сообщению|сведениям|версии)|со ссылкой на|как (?:пишет|сообщает|передает|передаёт)|(?:об этом )?(?:сообща\\p{L}+|сообщи\\p{L}+|пиш[еу]т|написал\\p{L}*|переда[её]т|передал\\p{L}*)|ссылаясь на|источник:",
    "за (?:даними|інформацією|повідомленням)|з посиланням на|як (?:пише|повідомляє|передає)|(?:про це )?(?:повідом\\p{L}+|пише|пишуть|передає)|посилаючись на|джерело:|паводле|са спасылкай на|паведамляе|піша",
    "według|jak (?:podaje|podał|donosi|pisze|informuje)|za|powołując się na|podaje|donosi|pisze|informuje|cytując|źródło:",
    "volgens|aldus|meldt|schrijft|bericht|enligt|rapporterar|skriver|ifølge|melder|bron:|källa:",
    "kaynak:|وفقا ل\\p{L}*|وفقًا ل\\p{L}*|بحسب|حسب|نقلا عن|نقلًا عن|ذكرت|أفادت|نقلت|قالت|ذكر|أفاد|لـ?",
    "据|據|援引|引述|根据|根據|来源[:：]|來源[:：]|『|「|出典[:：]|출처[:：]",
  ].join("|")})(?:(?:\\s|^)[\\p{L}.-]{1,16}){0,3}\\s?[«"“„'‘《「『(]*$`,
  "iu",
);
/** What stands before the outlet that someone spoke to: a report of its own, as often as not. */
const spokenTo =
  /(?<!\p{L})(?:told|tells|interview (?:with|to|for|in)|gegenüber|im (?:gespräch|interview) mit|(?:dans une|une) (?:interview|entretien) (?:à|avec|accordée? à)|déclaré à|(?:dijo|declaró) a|en (?:una )?entrevista (?:a|con)|ha detto a|intervista (?:a|con)|disse a|entrevista (?:a|ao|à|com)|(?:в|у) интервью|рассказал\p{L}*|заявил\p{L}* в интервью|в інтерв['’]ю|w (?:rozmowie z|wywiadzie dla))(?:(?:\s)[\p{L}.-]{1,16}){0,3}\s?[«"“„]?$/iu;
/** What makes an outlet's name say who someone is, or whose poll it was. */
const attributive =
  /^(?:['’]s)? (?:\p{L}+ )?(?:polls?|surveys?|reporters?|correspondents?|journalists?|anchor|host|editors?|photographers?|bureau|readers|website)(?!\p{L})/u;
/** An agency's own mark at the head of its report: "MINSK (Reuters) - ". */
const dateline = /^[^\n]{0,80}?[(（]([^()（）\n]{2,30})[)）]\s?[-–—]/u;
/** A name that ends a prose label before the title's own words: "FT: …", "Reuters — …". */
const prefixed = /^[»”"’']?\s?[:：]\s/u;
const suffixed = /[–—|(-]\s?[«"“„]?$/u;
/** Characters of the lead: what an article's first paragraphs hold. */
const leadLength = 600;

/**
 * The outlets an article credits, the one it leans on most first. Reports alone count: an outlet that is talked about,
 * or named beside its poll, is not credited, and nobody relays themselves.
 */
export function credits({ text, title, publisher, language }: Told): Credit[] {
  const found = new Map<string, { times: number; leading: boolean; quote: string }>();
  const agency = outletNamed(dateline.exec(text)?.[1] ?? "");
  const own = [publisher, agency].flatMap((name) => (name ? [sameOutlet(name)] : []));
  const spans = sentences(text, language);
  const mentions = outletsIn(text).filter(({ outlet }) => !own.includes(sameOutlet(outlet)));
  for (const mention of mentions) {
    if (!isCredit(text, mention) && !(publisher && isSpokenTo(text, mention))) continue;
    const sentence = spans.find(({ start, end }) => start <= mention.start && mention.start < end);
    if (!sentence) continue;
    const closing = sentence === spans.at(-1) && sentence.end - sentence.start <= 80;
    add(mention.outlet, mention.start < leadLength || closing, text.slice(sentence.start, sentence.end));
  }
  if (title) {
    for (const mention of outletsIn(title)) {
      const named = mentions.some(({ outlet }) => outlet === mention.outlet);
      const after = title.slice(mention.end);
      const edge =
        (mention.start <= 4 && prefixed.test(after)) ||
        (after.length <= 2 && suffixed.test(title.slice(0, mention.start))) ||
        isCredit(title, mention);
      if (edge && named) add(mention.outlet, true, title);
    }
  }
  return [...found]
    .map(([outlet, credit]) => ({ outlet, ...credit }))
    .sort((a, b) => Number(b.leading) - Number(a.leading) || b.times - a.times);

  function add(outlet: string, leading: boolean, quote: string): void {
    const earlier = found.get(outlet);
    if (!earlier) found.set(outlet, { times: 1, leading, quote });
    else found.set(outlet, { ...earlier, times: earlier.times + 1, leading: earlier.leading || leading });
  }
}

/** Whether the words around an outlet's name say that it reported. */
function isCredit(text: string, { start, end }: Span): boolean {
  if (attributive.test(text.slice(end, end + 40))) return false;
  reports.lastIndex = end;
  return reports.test(text) || credited.test(before(text, start));
}

/** Whether someone spoke to an outlet: of an article that another one published, a credit. */
function isSpokenTo(text: string, { start }: Span): boolean {
  return spokenTo.test(before(text, start));
}

function before(text: string, start: number): string {
  const words = text.slice(Math.max(0, start - 60), start);
  return words.slice(words.lastIndexOf("\n") + 1);
}

/** An article repeats another outlet's report if its title or lead credits it, or it comes back to it again and again. */
export function relayed(credits: readonly Credit[]): Credit | null {
  return credits.find(({ leading, times }) => leading || times >= 3) ?? null;
}

/** A form of an outlet's name to compare by. */
export function sameOutlet(name: string): string {
  return name.toLowerCase().replace(/^the /, "");
}
