import type { Span } from "../text/span.ts";

/** A news outlet named in a text. */
export interface OutletMention extends Span {
  /** The name readers know it by: `Financial Times` for "the FT". */
  readonly outlet: string;
}

/** Outlets that their name's form does not give away, or that go by several names: the first is the one shown. */
const named: readonly (readonly string[])[] = [
  [
    "Financial Times",
    "FT",
    "Файнэншл таймс",
    "Файненшл таймс",
    "Файнэншл таймз",
    "金融时报",
    "金融時報",
    "フィナンシャル・タイムズ",
    "파이낸셜타임스",
  ],
  [
    "The New York Times",
    "New York Times",
    "NYT",
    "NY Times",
    "纽约时报",
    "紐約時報",
    "ニューヨーク・タイムズ",
    "뉴욕타임스",
  ],
  [
    "The Wall Street Journal",
    "Wall Street Journal",
    "WSJ",
    "华尔街日报",
    "華爾街日報",
    "ウォール・ストリート・ジャーナル",
    "월스트리트저널",
  ],
  [
    "The Washington Post",
    "Washington Post",
    "WaPo",
    "华盛顿邮报",
    "華盛頓郵報",
    "ワシントン・ポスト",
    "워싱턴포스트",
  ],
  ["South China Morning Post", "SCMP", "南华早报", "南華早報", "サウスチャイナ・モーニング・ポスト"],
  ["The Guardian", "卫报", "衛報", "ガーディアン", "가디언"],
  ["The Economist", "经济学人", "經濟學人", "エコノミスト"],
  ["Reuters", "Рейтер", "Reuters News", "路透社", "路透", "ロイター", "로이터", "رويترز"],
  ["Associated Press", "AP", "美联社", "美聯社", "AP通信", "أسوشيتد برس"],
  ["Agence France-Presse", "AFP", "法新社", "AFP通信", "فرانس برس"],
  ["Bloomberg", "Блумберг", "彭博社", "彭博", "ブルームバーグ", "블룸버그", "بلومبرغ"],
  ["BBC", "BBC News", "Би-би-си", "英国广播公司", "بي بي سي"],
  ["CNN", "Си-эн-эн", "سي إن إن"],
  ["Deutsche Welle", "DW", "德国之声"],
  [
    "Radio Free Europe/Radio Liberty",
    "RFE/RL",
    "Радио Свобода",
    "Радио Свободная Европа",
    "Радіо Свобода",
    "Радыё Свабода",
  ],
  ["TASS", "ТАСС", "塔斯社", "タス通信"],
  ["RIA Novosti", "РИА Новости", "РИА", "俄新社"],
  ["Interfax", "Интерфакс", "Інтерфакс", "国际文传电讯社"],
  ["BelTA", "БелТА", "БЕЛТА", "BELTA"],
  ["Xinhua", "新华社", "新華社", "Синьхуа", "Xinhua News Agency"],
  ["Al Jazeera", "الجزيرة", "半岛电视台", "アルジャジーラ"],
  ["Anadolu", "Anadolu Agency", "Anadolu Ajansı", "AA"],
  ["Kyodo News", "共同通信", "共同社", "Kyodo"],
  ["NHK"],
  ["Yonhap", "연합뉴스", "韩联社", "聯合ニュース"],
  ["Ukrinform", "Укринформ", "Укрінформ"],
  ["UNIAN", "УНИАН", "УНІАН"],
  ["ANSA"],
  ["EFE", "Agencia EFE"],
  ["dpa", "Deutsche Presse-Agentur"],
  ["PAP", "Polska Agencja Prasowa"],
  ["Ritzau"],
  ["APA"],
  ["Europa Press"],
  ["Politico"],
  ["Axios"],
  ["Semafor"],
  ["Meduza", "Медуза"],
  ["NEXTA"],
  ["Nasha Niva", "Наша Нiва", "Наша Ніва"],
  ["Zerkalo", "Зеркало"],
  ["Le Monde", "Монд"],
  ["Le Figaro", "Фигаро"],
  ["Libération"],
  ["Les Échos"],
  ["Mediapart"],
  ["L'Express"],
  ["Der Spiegel", "Spiegel", "Шпигель", "明镜周刊"],
  ["Die Zeit"],
  ["Die Welt"],
  ["Bild", "Бильд"],
  ["Handelsblatt"],
  ["Süddeutsche Zeitung", "SZ"],
  ["Frankfurter Allgemeine Zeitung", "FAZ", "F.A.Z."],
  ["Neue Zürcher Zeitung", "NZZ"],
  ["taz"],
  ["ARD"],
  ["ZDF"],
  ["tagesschau"],
  ["Stern"],
  ["Focus"],
  ["El País"],
  ["El Mundo"],
  ["La Vanguardia"],
  ["ABC"],
  ["Clarín"],
  ["La Nación"],
  ["Infobae"],
  ["Corriere della Sera"],
  ["La Repubblica"],
  ["La Stampa"],
  ["Il Sole 24 Ore"],
  ["Folha de S.Paulo", "Folha"],
  ["O Globo", "G1"],
  ["Estadão", "O Estado de S. Paulo"],
  ["Público"],
  ["Gazeta Wyborcza"],
  ["Rzeczpospolita"],
  ["Onet"],
  ["TVN24"],
  ["Kommersant", "Коммерсантъ", "Коммерсант"],
  ["Vedomosti", "Ведомости"],
  ["Novaya Gazeta", "Новая газета"],
  ["Ukrainska Pravda", "Українська правда", "Украинская правда"],
  ["Hürriyet"],
  ["Milliyet"],
  ["Cumhuriyet"],
  ["Sabah"],
  ["Time", "Time magazine", "TIME"],
  ["Newsweek"],
  ["Forbes"],
  ["People", "People magazine"],
  ["TMZ"],
  ["Variety"],
  ["Wired"],
  ["Vox"],
  ["CNBC"],
  ["MSNBC"],
  ["NPR"],
  ["CBS"],
  ["NBC"],
  ["ESPN"],
  ["Fox News"],
  ["The Atlantic"],
  ["The New Yorker"],
  ["Haaretz"],
  ["Nikkei", "日本経済新聞", "日经新闻"],
  ["Asahi Shimbun", "朝日新聞"],
  ["Yomiuri Shimbun", "読売新聞"],
  ["Mainichi Shimbun", "毎日新聞"],
  ["Caixin", "财新"],
  ["Global Times", "环球时报", "環球時報"],
  ["People's Daily", "人民日报", "人民日報"],
];

/** Ordinary words, or names of much else: an outlet only beside a word for one, in quotation marks, or after "The". */
const doubtful = new Set(
  "time people focus stern sabah bild variety wired vox abc aa sz apa folha público spiegel монд зеркало forbes express".split(
    " ",
  ),
);

/** Words that end the name of a newspaper, agency or broadcaster. */
const masthead =
  "Times|Post|News|Herald|Tribune|Journal|Gazette|Telegraph|Chronicle|Inquirer|Examiner|Observer|Independent|Guardian|Mirror|Mail|Bulletin|Courier|Dispatch|Sentinel|Globe|Reporter|Newswire|Standard|Monitor|Weekly|Daily|Today|Press|Magazine|Insider|Broadcasting|Television|TV|Radio|Agency|Zeitung|Rundschau|Tagblatt|Tageblatt|Tagesspiegel|Anzeiger|Kurier|Nachrichten|Presse|Matin|Parisien|Soir|Dépêche|Diario|Gaceta|Prensa|Noticias|Giornale|Gazzetta|Messaggero|Jornal|Notícias|Gazeta|Dziennik|Wiadomości|Nieuwsblad|Volkskrant|Dagblad|Handelsblad|Nyheter|Dagbladet|Aftonbladet|Gazetesi|Haber|Ajansı|Shimbun|правда|Правда|Известия|Новости|Газета|Вести|новини|Новини|хвиля";
const opening =
  "Radio|Agence|Agencia|Agenzia|Agência|Agencja|Gazeta|Diario|Diário|Jornal|Journal|Corriere|Daily|Télé|Канал|Радио|Радіо|Телеканал";
/** A word for what an outlet is: the name beside it is one. */
const kind =
  "newspapers?|(?:news )?(?:agency|outlet|portal|site|website)|magazine|tabloid|broadsheet|daily|weekly|broadcaster|news (?:channel|service)|publication|edition|zeitung|nachrichtenagentur|magazin|nachrichtenmagazin|tageszeitung|sender|blatt|journal|quotidien|hebdomadaire|magazine|chaîne|agence(?: de presse)?|periódico|diario|revista|agencia(?: de noticias)?|cadena|quotidiano|giornale|settimanale|agenzia|rivista|jornal|revista|agência(?: de notícias)?|emissora|газет[аеуы]|издани[еяю]|издание|журнал\\p{L}*|агентств\\p{L}+|телеканал\\p{L}*|портал\\p{L}*|видання|газета|gazet[aąy]\\p{L}*|dziennik\\p{L}*|tygodnik\\p{L}*|agencj\\p{L}+|portal\\p{L}*|gazetesi|ajansı|dergisi|krant|dagblad|persbureau|tidningen|nyhetsbyrån|صحيفة|وكالة|مجلة|قناة|موقع";

const aliases = new Map(
  named.flatMap((names) => names.map((name) => [name.toLowerCase(), names[0]!] as const)),
);
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
const quotedName = new RegExp(`(?<!\\p{L})(?:${kind})\\s[«"“„'‘]([^«»"“”„'‘’\\n]{2,40})[»"”“’']`, "giu");
const kindBefore = new RegExp(`(?:^|[^\\p{L}])(?:${kind})\\s(?:(?:of )?the )?[«"“„'‘]?$`, "iu");
const kindAfter = new RegExp(`^[»"”“'’]?\\s(?:${kind})(?!\\p{L})`, "iu");
const quotedBefore = /[«„“"《「『]$/u;
/** In scripts without capitals: known names, and names by their endings. */
const unspaced = new RegExp(
  `${[...aliases.keys()]
    .filter((name) => /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}]/u.test(name))
    .sort((a, b) => b.length - a.length)
    .join(
      "|",
    )}|[\\p{Script=Han}]{2,6}(?:日报|日報|晚报|晚報|时报|時報|早报|邮报|郵報|周刊|週刊|通讯社|通訊社|电视台|電視台|新闻网|新聞網|新聞|通信)|[\\p{Script=Katakana}・ー]{3,20}(?=紙|誌|通信|通信社)|[\\p{Script=Hangul}]{1,6}(?:일보|신문|통신|뉴스|방송|타임스)`,
  "gu",
);

/** The outlets a text names, in order. A person, an office or a place is none. */
export function outletsIn(text: string): OutletMention[] {
  const found: OutletMention[] = [];
  const add = (name: string, start: number): void => {
    const overlaps = found.some((other) => start < other.end && other.start < start + name.length);
    if (!overlaps)
      found.push({ outlet: aliases.get(name.toLowerCase()) ?? name, start, end: start + name.length });
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
  if (aliases.has(form) && inCapitals(name)) {
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
