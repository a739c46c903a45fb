import { duration, set } from "../lengths.ts";
import { clock, date } from "../named.ts";
import { fromNow, fromThen, reference, relative } from "../relative.ts";
import { type Group, type Language, type Measure, wordClass } from "../rule.ts";
import { tenseByWords } from "../tense.ts";
import { cjkFigures, cjkNumber, cjkNumberSource } from "./cjk.ts";
import { numericRules } from "./numeric.ts";

const classes = {
  year: cjkFigures("(?:1\\d|20)\\d\\d|[一二][〇零九八七六五四三二一]{3}"),
  month: cjkFigures("1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"),
  day: cjkFigures("3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]"),
  weekday: wordClass({ 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, "日|天": 7 }),
  season: wordClass({ 春: 1, 夏: 2, 秋: 3, 冬: 4 }),
  quarter: wordClass({ "一|1": 1, "二|2": 2, "三|3": 3, "四|4": 4 }),
  half: wordClass({ 上: 1, 下: 2 }),
  decade: {
    source: "(?:1\\d|20)?[1-9]0|[一二三四五六七八九]十",
    read: (text: string) => Number(cjkNumber(text)),
  },
  century: cjkFigures("[12]?\\d|二?十[一二三四五六七八九]?"),
  daysOff: wordClass({
    "今天|今日|今晨|今晚": 0,
    "昨天|昨日|昨晚": -1,
    "前天|前日": -2,
    "明天|明日": 1,
    "后天|後天": 2,
  }),
  yearWay: wordClass<-1 | 0 | 1>({ 去: -1, "今|本": 0, 明: 1 }),
  n: { source: cjkNumberSource, read: cjkNumber },
  unit: wordClass<Measure>({
    "年|周年|週年": "year",
    "个?月|個月": "month",
    "周|週|星期|个星期|個星期|礼拜": "week",
    "天|日": "day",
    "世纪|世紀": "century",
    "季度?": "quarter",
    "周末|週末": "weekend",
    "个?小时|個?小時": "hour",
    "分钟|分鐘": "minute",
    "秒钟?|秒鐘?": "second",
  }),
  way: wordClass<-1 | 0 | 1>({
    "上个?|上個|过去|過去|最近|近": -1,
    "本|这个?|這個?|今": 0,
    "下个?|下個|未来|未來": 1,
    "之?前|以前": -1,
    "之?后|之?後|以后|以後": 1,
  }),
  mod: wordClass({
    "年?初|上旬|早些时候": "START",
    "中旬|中": "MID",
    "年?底|末|下旬": "END",
    "约|大约|近|約|大約": "APPROX",
    "超过|超過": "MORE_THAN",
  }),
  daypart: wordClass({
    "早上|上午|早晨|凌晨|晨": "MO",
    下午: "AF",
    "晚上|傍晚|晚": "EV",
    "深夜|夜间|夜間": "NI",
  }),
  hour: cjkFigures("2[0-3]|1\\d|0?\\d|二?十[一二三]?|[一二三四五六七八九]"),
  minute: cjkFigures("[0-5]\\d"),
} satisfies Language["classes"];

const pieces = {
  phase: "(?:(?<mod>初|上旬|中旬|下旬|底|末))?",
  approx: "(?:(?<mod>约|大约|近|約|大約|超过|超過))?",
} as const;

const groups: readonly Group[] = [
  { near: /\d[./-]\d/g, rules: numericRules },
  {
    near: /[年月日号號]/g,
    rules: [
      ["{year}年(?:{month}月(?:{day}[日号號])?)?{phase}(?:{daypart})?", date],
      ["{yearWay}年{month}月(?:{day}[日号號])?{phase}", date],
      ["(?<![\\d年]){month}月(?:{day}[日号號](?:{daypart})?|份)?{phase}(?![数\\d])", date],
      ["{year}年?{season}[天季]?|{yearWay}年{season}[天季]?", date],
      ["{year}年第?{quarter}季度?|第{quarter}季度?", date],
      ["{year}年{half}半年|{yearWay}年{half}半年", date],
      ["(?:上(?:个|個)?世[纪紀]|20世[纪紀])?{decade}年代", date],
    ],
  },
  { near: /世[纪紀]/g, rules: [["{century}世[纪紀]", date]] },
  {
    near: /周|週|星期|礼拜/g,
    rules: [
      ["(?:(?<way>上|本|这|這|下)(?:个|個)?)?(?:周|週|星期|礼拜){weekday}(?:{daypart})?(?!年)", date],
      ["(?<way>上|本|这|這|下)(?:个|個)?(?<unit>周|週|星期|周末|週末)(?![一二三四五六日天])", relative],
    ],
  },
  {
    near: /今|昨|前天|前日|明天|明日|后天|後天/g,
    rules: [["{daysOff}(?:{daypart})?", date]],
  },
  {
    near: /[去今明本前同]年|年[底初末]|[上本这這下](?:个|個)?月|季/g,
    rules: [
      [
        "去年(?<mod>底|初|末|年底|年初)?",
        (parts, context) => relative({ ...parts, unit: "year", way: -1 }, context),
      ],
      [
        "(?:今年|本年)(?<mod>底|初|末|年底|年初)?",
        (parts, context) => relative({ ...parts, unit: "year", way: 0 }, context),
      ],
      ["(?<mod>年底|年初|岁末)", (parts, context) => relative({ ...parts, unit: "year", way: 0 }, context)],
      ["明年(?<mod>底|初|末)?", (parts, context) => relative({ ...parts, unit: "year", way: 1 }, context)],
      ["(?<way>上|本|这|這|下)(?:个|個)?(?<unit>月|季度)(?<mod>底|初|末)?", relative],
    ],
  },
  {
    near: /[年月周週天日]|星期|小时|小時|分钟|分鐘|世纪/g,
    rules: [
      ["{approx}{n}(?:多)?{unit}(?<way>前|之前|以前)", fromNow],
      ["{approx}{n}(?:多)?{unit}(?<way>后|後|之后|之後|以后|以後)", fromThen],
      [
        "{approx}(?!(?:1\\d|20)\\d\\d年){n}(?:多)?(?<unit>年|周年|个月|個月|周|週|个星期|個星期|天|世纪|个?小时|個?小時|分钟|分鐘)(?![初底末])",
        duration,
      ],
      [
        "(?<way>过去|過去|最近|近|未来|未來)(?:的)?{n}(?:多)?(?<unit>年|个月|個月|周|週|个星期|個星期|天|个?小时|個?小時)",
        duration,
      ],
      ["[每](?:一)?(?:个|個)?(?<unit>年|月|周|週|天|日|小时|小時)", set],
      ["每(?:周|週|星期){weekday}", set],
    ],
  },
  {
    near: /[点點时時]/g,
    rules: [
      [
        "(?:{daysOff}|(?:{year}年)?{month}月{day}[日号號])?(?:{daypart})?{hour}[点點时時](?:{minute}分)?(?!代|候|间|間|期)",
        clock,
      ],
    ],
  },
  {
    near: /目前|现在|現在|如今|当前|當前|近日|日前|最近|近期|未来|未來|将来|將來|今后|今後|此前/g,
    rules: [
      ["目前|现在|現在|如今|当前|當前", reference("PRESENT_REF")],
      ["近日|日前|最近|近期|此前", reference("PAST_REF")],
      ["未来|未來|将来|將來|今后|今後", reference("FUTURE_REF")],
    ],
  },
];

/** Chinese, in either script. */
export const chinese: Language = {
  classes,
  pieces,
  groups,
  unspaced: true,
  tense: tenseByWords(/[了过過]|已/u, /将|將|会|會|计划|計劃|预计|預計|拟|擬/u),
  deadline: /(?:截至|到|直到|至)$/u,
  tellings: [{ pattern: /临近年底|臨近年底|岁末年终|年关将至/u, months: [12, 12] }],
  runningYear: /(?<year>20\d\d)年以[来來]/u,
};
