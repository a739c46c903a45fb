/**
 * Outlets that their name's form does not give away, or that go by several names: one a line, the name that is shown
 * first. Of public knowledge, and not complete: other outlets are told by the form of their names.
 */
const names = `
Financial Times | FT | Файнэншл таймс | Файненшл таймс | Файнэншл таймз | 金融时报 | 金融時報 | フィナンシャル・タイムズ | 파이낸셜타임스
The New York Times | New York Times | NYT | NY Times | 纽约时报 | 紐約時報 | ニューヨーク・タイムズ | 뉴욕타임스
The Wall Street Journal | Wall Street Journal | WSJ | 华尔街日报 | 華爾街日報 | ウォール・ストリート・ジャーナル | 월스트리트저널
The Washington Post | Washington Post | WaPo | 华盛顿邮报 | 華盛頓郵報 | ワシントン・ポスト | 워싱턴포스트
South China Morning Post | SCMP | 南华早报 | 南華早報 | サウスチャイナ・モーニング・ポスト
The Guardian | 卫报 | 衛報 | ガーディアン | 가디언
The Economist | 经济学人 | 經濟學人 | エコノミスト
Reuters | Рейтер | Reuters News | 路透社 | 路透 | ロイター | 로이터 | رويترز
Associated Press | AP | 美联社 | 美聯社 | AP通信 | أسوشيتد برس
Agence France-Presse | AFP | 法新社 | AFP通信 | فرانس برس
Bloomberg | Блумберг | 彭博社 | 彭博 | ブルームバーグ | 블룸버그 | بلومبرغ
BBC | BBC News | Би-би-си | 英国广播公司 | بي بي سي
CNN | Си-эн-эн | سي إن إن
Deutsche Welle | DW | 德国之声
Radio Free Europe/Radio Liberty | RFE/RL | Радио Свобода | Радио Свободная Европа | Радіо Свобода | Радыё Свабода
TASS | ТАСС | 塔斯社 | タス通信
RIA Novosti | РИА Новости | РИА | 俄新社
Interfax | Интерфакс | Інтерфакс | 国际文传电讯社
BelTA | БелТА | БЕЛТА | BELTA
Xinhua | 新华社 | 新華社 | Синьхуа | Xinhua News Agency
Al Jazeera | الجزيرة | 半岛电视台 | アルジャジーラ
Anadolu | Anadolu Agency | Anadolu Ajansı | AA
Kyodo News | 共同通信 | 共同社 | Kyodo
NHK
Yonhap | 연합뉴스 | 韩联社 | 聯合ニュース
Ukrinform | Укринформ | Укрінформ
UNIAN | УНИАН | УНІАН
ANSA
EFE | Agencia EFE
dpa | Deutsche Presse-Agentur
PAP | Polska Agencja Prasowa
Ritzau
APA
Europa Press
Politico
Axios
Semafor
Meduza | Медуза
NEXTA
Nasha Niva | Наша Нiва | Наша Ніва
Zerkalo | Зеркало
Le Monde | Монд
Le Figaro | Фигаро
Libération
Les Échos
Mediapart
L'Express
Der Spiegel | Spiegel | Шпигель | 明镜周刊
Die Zeit
Die Welt
Bild | Бильд
Handelsblatt
Süddeutsche Zeitung | SZ
Frankfurter Allgemeine Zeitung | FAZ | F.A.Z.
Neue Zürcher Zeitung | NZZ
taz
ARD
ZDF
tagesschau
Stern
Focus
El País
El Mundo
La Vanguardia
ABC
Clarín
La Nación
Infobae
Corriere della Sera
La Repubblica
La Stampa
Il Sole 24 Ore
Folha de S.Paulo | Folha
O Globo | G1
Estadão | O Estado de S. Paulo
Público
Gazeta Wyborcza
Rzeczpospolita
Onet
TVN24
Kommersant | Коммерсантъ | Коммерсант
Vedomosti | Ведомости
Novaya Gazeta | Новая газета
Ukrainska Pravda | Українська правда | Украинская правда
Hürriyet
Milliyet
Cumhuriyet
Sabah
Time | Time magazine | TIME
Newsweek
Forbes
People | People magazine
TMZ
Variety
Wired
Vox
CNBC
MSNBC
NPR
CBS
NBC
ESPN
Fox News
The Atlantic
The New Yorker
Haaretz
Nikkei | 日本経済新聞 | 日经新闻
Asahi Shimbun | 朝日新聞
Yomiuri Shimbun | 読売新聞
Mainichi Shimbun | 毎日新聞
Caixin | 财新
Global Times | 环球时报 | 環球時報
People's Daily | 人民日报 | 人民日報
The Hill
Der Standard | Standard
Yahoo
Drudge Report
ProPublica
The Verge
Ars Technica
TechCrunch
Belsat | Белсат
Euronews
France 24
RFI
Sky News
Al Arabiya | العربية
Asharq Al-Awsat | الشرق الأوسط
Dagens Nyheter
Helsingin Sanomat
Yle
NOS
NRC
El Confidencial
Valor Econômico
UOL
Adnkronos
RMF FM
Radio ZET
Lenta.ru | Лента.ру
RBC | РБК
The Insider
The Moscow Times
Suspilne | Суспільне
Hromadske | Громадське
LB.ua
Sputnik
CCTV | 央视
The Paper | 澎湃新闻
Lianhe Zaobao | 联合早报 | 聯合早報
Jiji Press | 時事通信
Chosun Ilbo | 조선일보
JoongAng Ilbo | 중앙일보
Dong-A Ilbo | 동아일보
Hankyoreh | 한겨레
`;

/** By each name in lower case, the name that is shown. */
const outletNames: ReadonlyMap<string, string> = new Map(
  names
    .trim()
    .split("\n")
    .map((line) => line.split(" | "))
    .flatMap(([shown, ...others]) =>
      [shown!, ...others].map((name) => [name.toLowerCase(), shown!] as const),
    ),
);

/** By each Cyrillic name without its ending: case endings come and go. */
const stems: ReadonlyMap<string, string> = new Map(
  [...outletNames].flatMap(([name, shown]) =>
    /^\p{Script=Cyrillic}{5,}$/u.test(name) ? [[stem(name), shown]] : [],
  ),
);

function stem(name: string): string {
  return name.replace(/(?:ами|ями|ом|ем|ой|ей|ою|а|я|у|ю|е|ы|и|ъ|ь|й)$/u, "");
}

/** The shown name of an outlet that goes by `name`, in any case of letters, and for Slavic names of grammar. */
export function knownOutlet(name: string): string | undefined {
  const form = name.toLowerCase();
  return outletNames.get(form) ?? stems.get(stem(form));
}

/** The names in scripts that run words together, longest first. */
export const unspacedNames: readonly string[] = [...outletNames.keys()]
  .filter((name) => /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}]/u.test(name))
  .sort((a, b) => b.length - a.length);
