import { describe, expect, test } from "vitest";
import { timexes } from "../../src/dates/timexes.ts";

/** Values found in news of Friday 5 September 2025. */
const values = (language: string, text: string) =>
  timexes(text, { published: "2025-09-05", language }).map(({ value, mod }) =>
    mod ? `${value} ${mod}` : value,
  );

const expressions: Record<string, readonly (readonly [text: string, ...values: string[]])[]> = {
  de: [
    ["Anfang März lobte er den Präsidenten.", "2025-03 START"],
    ["Am Freitag, dem 5. September 2025, traf er ihn.", "2025-09-05", "2025-09-05"],
    ["Im vergangenen Jahr und vor drei Wochen", "2024", "2025-W33"],
    ["Er regiert seit 1994.", "1994"],
    ["In den 1990er Jahren", "199"],
    ["Im Sommer 2024 änderte sich die Stimmung.", "2024-SU"],
    ["Im August telefonierten sie. Einen Monat später kam er frei.", "2025-08", "2025-09"],
    ["Am Dienstag traf er sie, am Montag wird er sprechen.", "2025-09-02", "2025-09-08"],
    ["Jeden Tag", "P1D"],
    ["in den letzten drei Jahren", "P3Y"],
  ],
  ru: [
    ["В начале марта он похвалил президента.", "2025-03 START"],
    ["5 сентября 2025 года они встретились.", "2025-09-05"],
    ["5.09.2025, 16:41", "2025-09-05", "2025-09-05T16:41"],
    ["В прошлом году и три недели назад", "2024", "2025-W33"],
    ["Он правит с 1994 года.", "1994"],
    ["В 1990-х годах", "199"],
    ["Летом 2024 года настроение изменилось.", "2024-SU"],
    ["В августе они говорили. Спустя месяц он вышел.", "2025-08", "2025-09"],
    ["Во вторник он приехал.", "2025-09-02"],
    ["Во вторник он будет выступать.", "2025-09-09"],
    ["за последние три года", "P3Y"],
    ["в сентябре прошлого года", "2024-09"],
  ],
  zh: [
    ["3月初，他公开赞扬总统。", "2025-03 START"],
    ["2025年9月5日", "2025-09-05"],
    ["去年，三周前", "2024", "2025-W33"],
    ["自1994年以来", "1994"],
    ["20世纪90年代", "199"],
    ["去年夏天", "2024-SU"],
    ["8月他们通话。一个月后，他获释。", "2025-08", "2025-09"],
    ["上周五，下周二", "2025-08-29", "2025-09-09"],
    ["过去三个月", "P3M"],
    ["昨天下午3点", "2025-09-04T15:00"],
  ],
  ja: [
    ["3月初め、大統領を称賛した。", "2025-03 START"],
    ["2025年9月5日", "2025-09-05"],
    ["昨年、3週間前", "2024", "2025-W33"],
    ["1994年から", "1994"],
    ["1990年代", "199"],
    ["令和7年9月5日、平成元年", "2025-09-05", "1989"],
    ["昨年夏", "2024-SU"],
    ["8月に電話した。1カ月後に釈放された。", "2025-08", "2025-09"],
    ["先週金曜日、来週火曜日", "2025-08-29", "2025-09-09"],
    ["今後3年間", "P3Y"],
  ],
  fr: [
    ["Début mars, il a félicité le président.", "2025-03 START"],
    ["Vendredi 5 septembre 2025, ils se sont rencontrés.", "2025-09-05"],
    ["L'année dernière et il y a trois semaines", "2024", "2025-W33"],
    ["Il gouverne depuis 1994.", "1994"],
    ["dans les années 1990", "199"],
    ["Le 05/09/2025", "2025-09-05"],
    ["Mardi, il est arrivé.", "2025-09-02"],
    ["Il arrivera mardi.", "2025-09-09"],
    ["ces trois dernières années", "P3Y"],
    ["En août, ils ont parlé. Un mois plus tard, il a été libéré.", "2025-08", "2025-09"],
  ],
  es: [
    ["A principios de marzo elogió al presidente.", "2025-03 START"],
    ["El viernes 5 de septiembre de 2025 se reunieron.", "2025-09-05"],
    ["El año pasado y hace tres semanas", "2024", "2025-W33"],
    ["Gobierna desde 1994.", "1994"],
    ["en los años 90", "199"],
    ["El martes llegó.", "2025-09-02"],
    ["El martes llegará.", "2025-09-09"],
    ["los últimos tres años", "P3Y"],
    ["En agosto hablaron. Un mes después salió libre.", "2025-08", "2025-09"],
  ],
  uk: [
    ["На початку березня він похвалив президента.", "2025-03 START"],
    ["5 вересня 2025 року вони зустрілися.", "2025-09-05"],
    ["Минулого року і три тижні тому", "2024", "2025-W33"],
    ["Він править з 1994 року.", "1994"],
    ["Влітку 2024 року настрій змінився.", "2024-SU"],
    ["У серпні вони говорили. Через місяць він вийшов.", "2025-08", "2025-09"],
    ["У вівторок він приїхав.", "2025-09-02"],
    ["У вівторок він буде виступати.", "2025-09-09"],
    ["за останні три роки", "P3Y"],
  ],
  /** A language without rules of its own. */
  fi: [["Päivitetty 5.09.2025 klo 16, julkaistu 2025-09-04.", "2025-09-05", "2025-09-04"]],
};

describe.each(Object.entries(expressions))("%s", (language, cases) => {
  test.each(cases)("%s", (text, ...expected) => {
    expect(values(language, text)).toEqual(expected);
  });
});
