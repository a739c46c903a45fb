import { isFunctionWord } from "../text/function-words.ts";
import { folded } from "../text/words.ts";
import type { Test } from "./sought.ts";

/**
 * For a question in Chinese, Japanese or Korean that counts or measures something (多少钱, 几天, 多高, 何人, 몇 명): a number
 * with that unit, or another of its kind. Null where it asks for none, or does not tell of what.
 */
export function countedInCharacters(question: string): Test | null {
  const asked = folded(question);
  const dimension = dimensions.find(([asks]) => asks.test(asked))?.[1];
  const unit = dimension ?? unitOf(asked);
  if (!unit) return null;
  const counted = new RegExp(`${numeral}[^，。、；,;]{0,3}?(?:${unit})`, "u");
  return (sentence) => counted.test(folded(sentence));
}

/** What somebody is known by in Chinese: a family name and a given name that no dictionary knows, so that it falls apart. */
export function personInChinese(question: string): Test | null {
  if (!/谁|誰|哪位|何人/u.test(question)) return null;
  return (sentence) => {
    const parts = [...segmenter.segment(folded(sentence))].map(({ segment }) => segment);
    return parts.some((part, i) => {
      if (!families.has(part[0]!)) return foreign.test(part);
      const given = parts[i + 1] ?? "";
      return part.length + given.length < 4 && part.length < 3 && han.test(given) && !isFunctionWord(given);
    });
  };
}

function unitOf(asked: string): string | null {
  const after = howMany.exec(asked)?.[1];
  if (after === undefined) return null;
  return Object.values(units).find((kind) => kind.split("|").includes(after)) ?? after;
}

/** Not 几乎 nor 几月, which ask for no count, nor 如何 and 何时. */
const howMany =
  /(?:多少|几(?![乎年月日号点时])|何(?=[人个回歳岁台本枚匹头件册轩社円点度])|몇(?! ?[년월일시]))\s*([\p{Script=Han}\p{Script=Hangul}])/u;
const numeral = "(?:\\p{N}|[一二三四五六七八九十百千万亿两数半])";
/** Units that answer for one another. In simplified characters, as all is that is compared. */
const units = {
  people: "人|名|位|口|户|명",
  money: "元|钱|块|美元|欧元|日元|英镑|卢布|円|원",
  days: "天|昼夜|周|星期|个月|小时|时间|日间",
  minutes: "分钟|秒|分间|分",
  length: "米|公里|千米|里|厘米|メートル|キロ|미터",
  weight: "吨|公斤|千克|克|斤",
  age: "岁|살|세",
};
const dimensions: readonly (readonly [asks: RegExp, units: string])[] = [
  [/多少钱|多贵|いくら|얼마(?!나)/u, units.money],
  [/多久|多长时间|どのくらいの期間/u, `${units.days}|${units.minutes}|日|月|年|시간|일|년|개월`],
  [/(?<![很许众最更太])多[高长远深宽]/u, units.length],
  [/有多重/u, units.weight],
  [/多大年|多大岁|何[歳岁]|몇 살/u, units.age],
  [/百分之几|百分之多少|何パーセント/u, "百分之|%|成|パーセント"],
];
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const han = /^\p{Script=Han}+$/u;
const foreign = /^(?:·|\p{Script=Latin}{3,})$/u;
/** The family names of nine in ten people in China. */
const families = new Set(
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文习",
);
