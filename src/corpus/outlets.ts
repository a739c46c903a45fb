import type { Span } from "../text/span.ts";
import { knownOutlet, unspacedNames } from "./outlet-names.ts";

/** A news outlet named in a text. */
export interface OutletMention extends Span {
  /** The name readers know it by: `Financial Times` for "the FT". */
  readonly outlet: string;
}

/** Ordinary words, or names of much else: an outlet only beside a word for one, in quotation marks, or after "The". */
const doubtful = new Set(
  "time people focus stern sabah bild variety wired vox abc aa sz apa folha público spiegel монд зеркало forbes express".split(
    " ",
  ),
);

/** Words that end the name of a newspaper, agency or broadcaster. */
const masthead =
  "Times|Post|News|Herald|Tribune|Journal|Gazette|Telegraph|Chronicle|Inquirer|Examiner|Observer|Independent|Guardian|Mirror|Mail|Bulletin|Courier|Dispatch|Sentinel|Globe|Reporter|Newswire|Standard|Monitor|Weekly|Daily|Today|Press|Magazine|Insider|Broadcasting|Television|TV|Radio|Star|Sun|Echo|Argus|Advertiser|Leader|Citizen|Record|Republic|Enquirer|Voice|Register|Ledger|Beacon|Recorder|Review|News Agency|Press Agency|Zeitung|Rundschau|Tagblatt|Tageblatt|Tagesspiegel|Anzeiger|Kurier|Nachrichten|Presse|Matin|Parisien|Soir|Dépêche|Diario|Gaceta|Prensa|Noticias|Giornale|Gazzetta|Messaggero|Jornal|Notícias|Gazeta|Dziennik|Wiadomości|Nieuwsblad|Volkskrant|Dagblad|Handelsblad|Nyheter|Dagbladet|Aftonbladet|Gazetesi|Haber|Ajansı|Shimbun|правда|Правда|Известия|Новости|Газета|Вести|новини|Новини|хвиля";
const opening =
  "Radio|Agence|Agencia|Agenzia|Agência|Agencja|Gazeta|Diario|Diário|Jornal|Journal|Corriere|Daily|Télé|Канал|Радио|Радіо|Телеканал";
/** A word for what an outlet is: the name beside it is one. */
const kind =
  "newspapers?|news (?:agency|outlet|portal|site|website|channel|service)|agency|outlet|magazine|tabloid|broadsheet|daily|weekly|broadcaster|publication|edition|[Zz]eitung|[Nn]achrichtenagentur|[Nn]achrichtenmagazin|[Mm]agazin|[Tt]ageszeitung|Sender|Blatt|quotidien|hebdomadaire|chaîne|agence(?: de presse)?|periódico|diario|revista|agencia(?: de noticias)?|cadena|quotidiano|giornale|settimanale|agenzia|rivista|jornal|agência(?: de notícias)?|emissora|[Гг]азет[аеуы]|[Ии]здани[еяю]|[Жж]урнал\\p{L}*|[Аа]гентств\\p{L}+|телеканал\\p{L}*|портал\\p{L}*|[Вв]идання|gazet[aąy]\\p{L}*|dziennik\\p{L}*|tygodnik\\p{L}*|agencj\\p{L}+|portal\\p{L}*|gazetesi|ajansı|dergisi|krant|dagblad|persbureau|tidningen|nyhetsbyrån|صحيفة|وكالة|مجلة|قناة|موقع";

const word = "[\\p{Lu}\\p{N}](?:[\\p{L}\\p{M}\\p{N}’'&/-]|\\.(?=\\p{L}))*";
const run = new RegExp(
  `(?<![\\p{L}\\p{N}])${word}(?:\\s(?:(?:of|de|du|des|della|di|da|für|and|the|el|la|i)\\s)?${word}){0,5}|(?<![\\p{L}\\p{N}])(?:dpa|taz)(?![\\p{L}\\p{N}])`,
  "gu",
);
const mastheadEnd = new RegExp(`^(?:\\p{Lu}.*\\s)(?:${masthead})$`, "u");
const mastheadStart = new RegExp(`^(?:${opening})\\s\\p{Lu}`, "u");
/** Kinds that are said after the name, in languages where no adjective stands there. */
const turkish = /^[»"”“’']?\s(?:gazetesi|ajansı|dergisi|televizyonu)\p{L}*/u;
/** What a name beside a word for an outlet is not: a day, or an opening word. */
const noName =
  /^(?:The|A|An|This|In|On|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|January|February|March|April|June|July|August|September|October|November|December)(?:day)?$/u;
const quotedName = new RegExp(`(?<!\\p{L})(?:${kind})\\s[«"“„'‘]([^«»"“”„'‘’\\n]{2,40})[»"”“’']`, "gu");
const kindBefore = new RegExp(`(?:^|[^\\p{L}])(?:${kind})\\s(?:(?:of )?the )?[«"“„'‘]?$`, "u");
const kindAfter = new RegExp(`^[»"”“'’]?\\s(?:${kind})(?!\\p{L})`, "iu");
const quotedBefore = /[«„“"《「『]$/u;
/** In scripts without capitals: known names, and names by their endings. */
const unspaced = new RegExp(
  `${unspacedNames.join("|")}|[\\p{Script=Han}]{2,6}(?:日报|日報|晚报|晚報|时报|時報|早报|邮报|郵報|周刊|週刊|通讯社|通訊社|电视台|電視台|新闻网|新聞網|新聞|通信)|[\\p{Script=Katakana}・ー]{3,20}(?=紙|誌|通信|通信社)|[\\p{Script=Hangul}]{1,6}(?:일보|신문|통신|뉴스|방송|타임스)`,
  "gu",
);

/** The outlets a text names, in order. A person, an office or a place is none. */
export function outletsIn(text: string): OutletMention[] {
  const found: OutletMention[] = [];
  const add = (name: string, start: number): void => {
    const overlaps = found.some((other) => start < other.end && other.start < start + name.length);
    if (overlaps) return;
    found.push({ outlet: shown(name), start, end: start + name.length });
  };
  for (const { 0: whole, 1: name, index } of text.matchAll(quotedName)) {
    add(name!, index + whole.length - 1 - name!.length);
  }
  for (const { 0: words, index } of text.matchAll(run)) {
    const mention = within(text, index, words);
    if (mention) add(mention.name, mention.start);
  }
  for (const { 0: name, index } of text.matchAll(unspaced)) add(name, index);
  return found.sort((a, b) => a.start - b.start);
}

/** The name readers know an outlet by, of the one that a text uses. */
function shown(name: string): string {
  const outlet = undeclined(name);
  return knownOutlet(outlet) ?? knownOutlet(outlet.replace(/^the /i, "")) ?? outlet;
}

/** A German masthead in the nominative: "der Neuen Zürcher Zeitung" is the Neue Zürcher Zeitung. */
function undeclined(name: string): string {
  return /(?:Zeitung|Presse|Post|Rundschau|Allgemeinen)$/u.test(name)
    ? name.replace(/(?<=\p{L})en(?=\s\p{Lu}|$)/gu, "e")
    : name;
}

/** The outlet whose name a piece of text is, or null. */
export function outletNamed(name: string): string | null {
  const [mention] = outletsIn(name.trim());
  return mention && mention.end - mention.start >= name.trim().length - 4 ? mention.outlet : null;
}

/** The longest part of a run of capitalised words that names an outlet: "Meanwhile the Kyiv Post" holds "Kyiv Post". */
function within(text: string, offset: number, words: string): { name: string; start: number } | null {
  const spaces = [...words.matchAll(/\s/gu)].map((space) => space.index);
  const starts = [0, ...spaces.map((space) => space + 1)];
  const ends = [...spaces, words.length].reverse();
  for (const from of starts) {
    for (const to of ends) {
      if (to <= from) continue;
      const name = words.slice(from, to).replace(/(?:['’]s?|[.,])$/u, "");
      const start = offset + from;
      const end = start + name.length;
      const before = text.slice(Math.max(0, start - 40), start);
      if (isOutlet(name, before, text.slice(end, end + 30), to === words.length)) return { name, start };
    }
  }
  return null;
}

/** `whole`: no further capitalised word follows, so that "The Times Square crowd" names no newspaper. */
function isOutlet(name: string, before: string, after: string, whole: boolean): boolean {
  const form = name.toLowerCase();
  if (knownOutlet(name) && inCapitals(name)) {
    if (!doubtful.has(form)) return true;
    return kindBefore.test(before) || kindAfter.test(after) || quotedBefore.test(before);
  }
  if (!whole || noName.test(name)) return false;
  if (mastheadEnd.test(name) || mastheadStart.test(name)) return true;
  return /^\p{Lu}/u.test(name) && (kindBefore.test(before) || turkish.test(after));
}

/** Acronyms count in capitals alone: "ap" and "Ft" are other words. */
function inCapitals(name: string): boolean {
  return (
    name.length > 4 || !/[^\p{Lu}/.]/u.test(name) || /^(?:dpa|taz|Bild|Time|Onet|Vox|Kyodo)$/u.test(name)
  );
}
