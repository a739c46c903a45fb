import { describe, expect, it } from "vitest";
import { extract } from "../../src/answer/extract.ts";
import { countedInCharacters } from "../../src/answer/in-characters.ts";
import { glove, gloveEmbedder } from "../../src/index/embedders/glove.ts";
import { openIndex } from "../../src/index/open.ts";
import { search } from "../../src/index/search/search.ts";
import { Similarity } from "../../src/index/search/similarity.ts";
import { thesaurus } from "../../src/index/search/thesaurus.ts";
import { article } from "../fixtures/article.ts";
import { build, folder } from "../index/corpora.ts";

const tools = { embedder: gloveEmbedder(), similarity: new Similarity(glove(), thesaurus()) };
const news = {
  bridge:
    "嘉陵江上的新公路桥5月20日上午通车，比原计划早了三个月。大桥全长1480米，双向六车道，由中铁大桥局承建，总投资18.6亿元。市长刘芳在仪式上表示，市民过江的时间将由四十分钟缩短到八分钟。",
  quake:
    "8月15日夜里11时32分，青海玉树发生5.6级地震，震源深度10公里。截至次日中午，已有7人受伤，没有人员死亡。杂多县213户居民的房屋出现裂缝，当地政府搭建了三百顶帐篷安置他们。",
  library:
    "苏州图书馆老馆经过两年修缮，9月1日重新对外开放。这座建于1914年的建筑由建筑师周文彬设计，二楼的木楼梯和彩色玻璃都按原样修复。修缮费用主要来自市民捐款。",
  train:
    "成都到重庆的首趟无人驾驶动车10月9日发车，最高时速350公里，全程62分钟。列车仍然安排了两名司机值班，以便在紧急情况下接管。铁路局称，票价不变，二等座仍为154元。",
};

async function ask(text: string, articles: Readonly<Record<string, string>> = news, language = "zh") {
  const dir = folder();
  await build(
    dir,
    Object.entries(articles).map(([id, text]) => article(id, text, { language })),
    { embedder: tools.embedder },
  );
  const index = await openIndex({
    dir,
    score: (query, searchable, options) => search(query, searchable, tools, options),
  });
  return extract({ text }, await index.search(text, { top: 10 }), tools);
}

describe("a question in Chinese", () => {
  it.each([
    ["嘉陵江的新桥花了多少钱？", "总投资18.6亿元"],
    ["玉树地震死了多少人？", "没有人员死亡"],
    ["成都到重庆的车票多少钱？", "二等座仍为154元"],
    ["苏州老图书馆是谁设计的？", "周文彬设计"],
    ["无人驾驶列车上有司机吗？", "安排了两名司机"],
  ])("%s is answered word for word: %s", async (question, said) => {
    const { refused, claims, citations } = await ask(question);
    expect(refused).toBe(false);
    expect(claims.map(({ text }) => text).join()).toContain(said);
    for (const { quote, articleId } of citations)
      expect(news[articleId as keyof typeof news]).toContain(quote);
  });

  it.each(["上海的地铁什么时候开通？", "谁获得了诺贝尔文学奖？", "苏州图书馆藏书有多少册？"])(
    "%s is refused: nothing tells",
    async (question) => {
      expect((await ask(question)).refused).toBe(true);
    },
  );
});

it("a question in Japanese or Korean is answered by the sentence that tells, or refused", async () => {
  const japanese = {
    library:
      "大阪市立図書館は2年間の改修を終え、9月1日に再開した。1914年に建てられた建物は建築家の田中一郎が設計した。",
    quake: "8月15日、青森県沖で地震があった。震源の深さは10キロ。7人が負傷し、死者はいなかった。",
  };
  const injured = await ask("青森の地震で何人がけがをしましたか？", japanese, "ja");
  expect(injured.citations.map(({ quote }) => quote)).toEqual(["7人が負傷し、死者はいなかった。"]);
  expect((await ask("図書館の蔵書は何冊ありますか？", japanese, "ja")).refused).toBe(true);
  const korean = {
    bridge: "한강의 새 다리가 5월 20일 개통됐다. 다리의 길이는 1480미터이다. 총 공사비는 1860억 원이 들었다.",
    fire: "4월 2일 강원도에서 산불이 나 집 213채가 탔다. 소방관 3명이 다쳤고 숨진 사람은 없었다.",
  };
  const cost = await ask("다리 공사비는 얼마였나요?", korean, "ko");
  expect(cost.citations[0]?.quote).toBe("총 공사비는 1860억 원이 들었다.");
  expect((await ask("노벨 문학상은 누가 받았나요?", korean, "ko")).refused).toBe(true);
});

it("takes a number for a count only with the unit that is asked for, or one of its kind", () => {
  const answers = (question: string, sentence: string) => countedInCharacters(question)?.(sentence);
  expect(answers("有多少人受伤？", "已有7人受伤。")).toBe(true);
  expect(answers("有多少人受伤？", "十二名工人受伤。")).toBe(true);
  expect(answers("有多少人受伤？", "8月15日发生地震。")).toBe(false);
  expect(answers("罷工了幾天？", "為期九天的罷工。")).toBe(true);
  expect(answers("何人が亡くなりましたか", "3人が亡くなった。")).toBe(true);
  expect(answers("몇 명이 다쳤나요?", "7명이 다쳤다.")).toBe(true);
  for (const question of [
    "如何修复？",
    "地震何时发生？",
    "几月通车？",
    "几乎没有人吗？",
    "임금은 얼마나 오르나요?",
  ])
    expect(countedInCharacters(question)).toBeNull();
});
