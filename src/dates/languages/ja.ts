import { duration, set } from "../lengths.ts";
import { clock, date } from "../named.ts";
import { fromNow, fromThen, reference, relative } from "../relative.ts";
import { type Group, type Language, type Measure, wordClass } from "../rule.ts";
import { tenseByWords } from "../tense.ts";
import { cjkFigures, cjkNumber, cjkNumberSource } from "./cjk.ts";
import { numericRules } from "./numeric.ts";

const years = cjkFigures("(?:1\\d|20)\\d\\d|[１２][０-９]{3}|[一二][〇零九八七六五四三二一]{3}");
/** The year before an era's first. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911, 明治: 1867 };

const classes = {
  year: {
    source: `(?:${Object.keys(eras).join("|")})(?:元|[0-9０-９]{1,2})|${years.source}`,
    read: (text: string) => {
      const before = eras[text.slice(0, 2)];
      if (before === undefined) return years.read(text);
      const count = text.endsWith("元") ? 1 : cjkNumber(text.slice(2));
      return typeof count === "number" ? before + count : undefined;
    },
  },
  month: cjkFigures("1[0-2]|0?[1-9]|１[０-２]|[１-９]|十[一二]?|[一二三四五六七八九]"),
  day: cjkFigures(
    "3[01]|[12]\\d|0?[1-9]|３[０１]|[１２][０-９]|[１-９]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]",
  ),
  weekday: wordClass({ 月: 1, 火: 2, 水: 3, 木: 4, 金: 5, 土: 6, 日: 7 }),
  season: wordClass({ 春: 1, 夏: 2, 秋: 3, 冬: 4 }),
  quarter: cjkFigures("[1-4１-４一二三四]"),
  decade: {
    source: "(?:1\\d|20)?[1-9]0|[１２][０-９]{2}０",
    read: (text: string) => Number(cjkNumber(text)),
  },
  century: cjkFigures("[12]?\\d|２[０１]|１[０-９]"),
  daysOff: wordClass({
    "今日|きょう|本日": 0,
    "昨日|きのう": -1,
    "一昨日|おととい": -2,
    "明日|あす|あした": 1,
    "明後日|あさって": 2,
  }),
  yearWay: wordClass<-1 | 0 | 1>({ "昨|去": -1, "今|本": 0, 来: 1 }),
  n: { source: cjkNumberSource, read: cjkNumber },
  unit: wordClass<Measure>({
    "年間?": "year",
    "[かカヵヶケ箇]月間?|月": "month",
    "週間?": "week",
    "日間?": "day",
    世紀: "century",
    四半期: "quarter",
    週末: "weekend",
    時間: "hour",
    "分間?": "minute",
    "秒間?": "second",
  }),
  way: wordClass<-1 | 0 | 1>({ "昨|先|前|過去|ここ": -1, "今|本": 0, "来|次|今後|向こう": 1, 後: 1 }),
  mod: wordClass({
    "初め|はじめ|初旬|上旬|初頭": "START",
    "半ば|なかば|中旬": "MID",
    "末|下旬|終わり": "END",
    "約|およそ": "APPROX",
  }),
  daypart: wordClass({ "朝|午前|未明|早朝": "MO", 午後: "AF", "夕方|夕|晩": "EV", "夜|深夜": "NI" }),
  hour: cjkFigures("2[0-4]|1\\d|0?\\d|２[０-４]|１[０-９]|[０-９]"),
  minute: cjkFigures("[0-5]\\d|[０-５][０-９]"),
} satisfies Language["classes"];

const pieces = {
  phase: "(?:の?(?<mod>初め|はじめ|初旬|上旬|初頭|半ば|なかば|中旬|末|下旬|終わり))?",
  approx: "(?:(?<mod>約|およそ))?",
} as const;

const groups: readonly Group[] = [
  { near: /\d[./-]\d/g, rules: numericRules },
  {
    near: /[年月日]/g,
    rules: [
      ["{year}年(?:{month}月(?:{day}日)?)?{phase}(?![間代前後])(?:の?{daypart})?", date],
      ["{yearWay}年{month}月(?:{day}日)?{phase}", date],
      ["(?<![\\d０-９]){month}月(?:{day}日(?:の?{daypart})?)?{phase}(?!間)", date],
      ["{year}年の?{season}季?|{yearWay}年の?{season}季?|(?<way>昨|今|来){season}", date],
      ["(?:{year}年の?)?第{quarter}四半期", date],
      ["{decade}年代{phase}", date],
    ],
  },
  { near: /世紀/g, rules: [["{century}世紀", date]] },
  {
    near: /曜/g,
    rules: [["(?:(?<way>先|今|来)週の?)?{weekday}曜日?(?:の?{daypart})?", date]],
  },
  {
    near: /昨|今日|本日|明|きょう|きのう|あす|あした|おととい|あさって/g,
    rules: [["{daysOff}(?:の?{daypart})?(?!新聞)", date]],
  },
  {
    near: /[昨去今本来先前同][年月週夜晩]|[年月]末/g,
    rules: [
      ["(?:昨年|去年){phase}", (parts, context) => relative({ ...parts, unit: "year", way: -1 }, context)],
      [
        "(?:今年|本年|年(?=末)){phase}",
        (parts, context) => relative({ ...parts, unit: "year", way: 0 }, context),
      ],
      ["来年{phase}", (parts, context) => relative({ ...parts, unit: "year", way: 1 }, context)],
      ["(?<way>先|今|来)(?<unit>月|週末|週){phase}", relative],
      ["昨夜|昨晩", (parts, context) => date({ ...parts, daysOff: -1, daypart: "NI" }, context)],
    ],
  },
  {
    near: /[年月週日]|時間|分間|世紀/g,
    rules: [
      ["{approx}{n}{unit}(?<way>前)", fromNow],
      ["{approx}{n}{unit}(?<way>後)", fromThen],
      [
        "{approx}{n}(?<unit>年間|[かカヵヶケ箇]月間?|週間|日間|世紀|時間|分間|秒間|年(?=に?わた|ぶり|以上|近く|余))",
        duration,
      ],
      ["(?<way>過去|ここ|今後|向こう){n}(?<unit>年間?|[かカヵヶケ箇]月間?|週間|日間|時間)", duration],
      ["毎(?<unit>年|月|週|日|時間)", set],
      ["毎週{weekday}曜日?", set],
    ],
  },
  {
    near: /時/g,
    rules: [
      [
        "(?:{daysOff}|(?:{year}年)?{month}月{day}日)?(?:の?{daypart})?{hour}時(?:{minute}分)?(?!間|代|期)",
        clock,
      ],
    ],
  },
  {
    near: /現在|今(?![年月週日後回度])|最近|先日|先ごろ|このほど|今後|将来|近く/g,
    rules: [
      ["現在", reference("PRESENT_REF")],
      ["最近|先日|先ごろ|このほど", reference("PAST_REF")],
      ["今後|将来", reference("FUTURE_REF")],
    ],
  },
];

/** Japanese. */
export const japanese: Language = {
  classes,
  pieces,
  groups,
  unspaced: true,
  tense: tenseByWords(/(?:た|だった|ました)$/u, /予定|見通し|方針|計画|だろう|でしょう/u),
  deadline: /(?:まで)$/u,
  tellings: [{ pattern: /年の瀬|年末を迎え/u, months: [12, 12] }],
};
