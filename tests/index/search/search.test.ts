import { describe, expect, it } from "vitest";
import { glove, gloveEmbedder } from "../../../src/index/embedders/glove.ts";
import { openIndex } from "../../../src/index/open.ts";
import { search } from "../../../src/index/search/search.ts";
import { Similarity } from "../../../src/index/search/similarity.ts";
import { thesaurus } from "../../../src/index/search/thesaurus.ts";
import { article } from "../../fixtures/article.ts";
import { build, folder } from "../corpora.ts";

const embedder = gloveEmbedder();
const similarity = new Similarity(glove(), thesaurus());

async function open(texts: Readonly<Record<string, string>>, language = "en") {
  const dir = folder();
  await build(
    dir,
    Object.entries(texts).map(([id, text]) => article(id, text, { language })),
    { embedder },
  );
  return openIndex({
    dir,
    score: (query, searchable, options) => search(query, searchable, { embedder, similarity }, options),
  });
}

const news = {
  potassium: "Coale declared that the US would lift sanctions on Belarusian potassium, the key export.",
  prisoner: "Siarhei Tsikhanouski walked out of prison and met his wife Sviatlana Tsikhanouskaya in Vilnius.",
  trumpet: "Archaeologists dug up an iron age war trumpet in a field in Norfolk.",
  football: "The striker scored twice as the visitors won the cup final on Saturday.",
};

describe("search", () => {
  it("finds what a question says in other words than the article", async () => {
    const index = await open(news);
    const first = async (query: string) => (await index.search(query, { top: 1 }))[0]?.article.id;
    expect(await first("relief for potash")).toBe("potassium");
    expect(await first("Who unearthed an ancient instrument?")).toBe("trumpet");
  });

  it("follows what the first articles speak of to more that tell of it in other words", async () => {
    const index = await open({
      strike:
        "Dockers in Antwerp began a strike. Unions and Marlowe Freight broke off talks on pensions at the harbour.",
      talks: "Marlowe Freight met the unions again on pensions; the harbour stayed shut.",
      museum: "A museum in Ghent showed drawings that a collector had kept in a cellar.",
      harvest: "Farmers expect a poor harvest of wheat after a spring without rain.",
      ...Object.fromEntries(
        Array.from({ length: 500 }, (_, i) => [`n${i}`, `The council met in town ${i}.`]),
      ),
    });
    const hits = await index.search("Antwerp dockers strike", { top: 4 });
    expect(hits.slice(0, 2).map(({ article }) => article.id)).toEqual(["strike", "talks"]);
    expect(hits[1]!.signals.feedback).toBeGreaterThan(hits[2]!.signals.feedback!);
  });

  it("puts words that stand together in the question before the same words apart", async () => {
    const index = await open({
      apart: "The house was painted white by a man who later saw the paper.",
      together: "The paper on prisons was read by a man in the white house.",
    });
    expect((await index.search("white house", { top: 1 }))[0]?.article.id).toBe("together");
  });

  it("finds a name by another spelling, in Latin letters", async () => {
    const index = await open(news);
    for (const name of ["Tikhanovsky", "Tsikhanousky", "tihanovskiy"])
      expect((await index.search(`When did ${name} leave?`, { top: 1 }))[0]?.article.id).toBe("prisoner");
  });

  it("finds what an abbreviation stands for, as the corpus explains it or as it is known, and the reverse", async () => {
    const index = await open({
      explained: "The Rhine Ferry Council (RFC) met in Mainz. It wants more boats on the river.",
      spelled: "A boat that the Rhine Ferry Council bought ran aground; nobody was hurt.",
      short: "The RFC has raised its fares, and passengers complain.",
      trains: "Passengers complain of trains, since the railway has raised its fares.",
      council: "A council in Mainz wants a ferry, and a bridge over the Rhine as well.",
      health: "Doctors of the World Health Organization arrived with vaccines.",
      doctors: "Doctors who had vaccines asked who would pay for them.",
      nations: "The United Nations sent observers to the border.",
      states: "Observers from five states stood at the border, united in silence.",
    });
    const found = async (query: string) =>
      (await index.search(query, { top: 9 })).map(({ article }) => article.id);
    expect((await found("Which boat of the RFC ran aground?"))[0]).toBe("spelled");
    expect((await found("What was bought by the RFC?"))[0]).toBe("spelled");
    const complaints = await found("Why do passengers of the Rhine Ferry Council complain of fares?");
    expect(complaints.indexOf("short")).toBeLessThan(complaints.indexOf("trains"));
    expect((await found("vaccines of the WHO"))[0]).toBe("health");
    expect((await found("UN observers"))[0]).toBe("nations");
  });

  it("finds British and American spellings by each other, and Greek letters by their names", async () => {
    const index = await open({
      british: "The defence minister resigned on Monday over a tyre factory.",
      american: "A labor organization in the city center paid for a theater.",
      greek: "Patients with high TNFα were treated.",
      ministers: "The minister of transport stayed in office, as did ministers of health.",
      patients: "Patients with high fever were treated; patients with high pressure were not.",
    });
    const first = async (query: string) => (await index.search(query, { top: 1 }))[0]?.article.id;
    expect(await first("defense minister")).toBe("british");
    expect(await first("labour organisation, city centre")).toBe("american");
    expect(await first("patients with high TNF-alpha")).toBe("greek");
  });

  it("finds words that are written as one where they are asked for apart, and the reverse", async () => {
    const index = await open({
      fire: "A cease-fire began at dawn along the river.",
      ceasefire: "The ceasefire held for a week, said observers.",
      shells: "Fire destroyed a barn; the owner wants all burning of straw to cease.",
      fighter: "Two F16 fighters landed in Poznan.",
      fighters: "Two fighters landed in Poznan for a bout at 16 stone.",
    });
    const found = async (query: string, top: number) =>
      (await index.search(query, { top })).map(({ article }) => article.id).sort();
    expect(await found("cease-fire", 2)).toEqual(["ceasefire", "fire"]);
    expect(await found("ceasefires", 1)).toEqual(["ceasefire"]);
    expect(await found("ceasefire", 2)).toEqual(["ceasefire", "fire"]);
    expect(await found("two F-16 in Poznan", 1)).toEqual(["fighter"]);
  });

  it("finds what is misspelt, and Russian words by others of their root", async () => {
    const index = await open(news);
    for (const query of ["Tsikhanousli", "Archaeologgists", "Belarussian potasium"])
      expect((await index.search(query, { top: 1 }))[0]?.article.id).toBe(
        { T: "prisoner", A: "trumpet", B: "potassium" }[query[0]!],
      );
    const russian = await open(
      { a: "Спасатели помогли жителям затопленных сёл.", b: "Команда выиграла матч у соседей." },
      "ru",
    );
    const [first, second] = await russian.search("помощь после затопления", { top: 2 });
    expect(first?.article.id).toBe("a");
    expect(first!.score).toBeGreaterThan(2 * (second?.score ?? 0));
  });

  it("finds names that are written in another script, beside those that are not", async () => {
    const dir = folder();
    await build(
      dir,
      [
        article("en", "Lukashenko met a delegation in the palace.", { language: "en" }),
        article("ru", "Вчера журналисты рассказали о встрече с Лукашенко.", { language: "ru" }),
        article("be", "Суд отложил дело Колесниковой до осени.", { language: "ru" }),
        article("match", "The home side won the match by two goals.", { language: "en" }),
        article("матч", "Команда выиграла матч на своём поле.", { language: "ru" }),
      ],
      { embedder },
    );
    const index = await openIndex({
      dir,
      score: (query, searchable, options) => search(query, searchable, { embedder, similarity }, options),
    });
    const found = async (query: string, top: number) =>
      (await index.search(query, { top })).map(({ article }) => article.id);
    expect((await found("Lukashenka", 2)).sort()).toEqual(["en", "ru"]);
    expect((await found("Лукашенко", 2)).sort()).toEqual(["en", "ru"]);
    expect(await found("Kalesnikava", 1)).toEqual(["be"]);
  });

  it("finds inflected Russian words, and Chinese by pairs of characters", async () => {
    const russian = await open(
      { a: "Власти освободили заключённых после переговоров.", b: "Команда выиграла матч." },
      "ru",
    );
    expect((await russian.search("освобождение заключённого", { top: 1 }))[0]?.article.id).toBe("a");
    const chinese = await open({ a: "美国宣布解除对白俄罗斯钾肥的制裁。", b: "球队赢得了冠军。" }, "zh");
    expect((await chinese.search("钾肥制裁", { top: 1 }))[0]?.article.id).toBe("a");
  });

  it("is surer of a question that an article answers than of one about a name nobody mentions", async () => {
    const index = await open(news);
    const [there] = await index.search("What did Coale declare about potassium?", { top: 1 });
    const [absent] = await index.search("What did Zelensky declare about Venezuela?", { top: 1 });
    expect(there!.score).toBeGreaterThan(0.5);
    expect(absent?.score ?? 0).toBeLessThan(0.1);
  });

  it("gives probabilities in falling order, and nothing that the filter excludes", async () => {
    const index = await open(news);
    const hits = await index.search("prison sanctions cup", { top: 10, filter: { source: "football" } });
    expect(hits.map(({ article }) => article.id)).toEqual(["football"]);
    const scores = (await index.search("prison sanctions cup", { top: 10 })).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const score of scores) expect(score).toBeGreaterThanOrEqual(0);
  });

  it("takes empty, endless and meaningless queries", async () => {
    const index = await open(news);
    for (const query of ["", "   ", "\u0000\u202e", "?!", "the of and", "word ".repeat(5_000)])
      for (const { score } of await index.search(query, { top: 3 })) expect(score).toBeLessThanOrEqual(1);
  });

  it("finds what a question in Chinese, Japanese or Korean asks by characters that it shares, not words", async () => {
    const zh = await open(
      {
        bow: "名匠寒武用柘木和精钢制成长弓，弓身坚固。",
        sword: "叔叔把剑放在地上晒，孩子来问他做什么用。",
        ship: "船队从海上运来了很多商品。",
      },
      "zh",
    );
    const first = async (index: typeof zh, query: string) =>
      (await index.search(query, { top: 1 }))[0]?.article.id;
    expect(await first(zh, "谁造了这张弓？")).toBe("bow");
    const ja = await open({ fire: "山火事で多くの家が焼けた。", sea: "船が海で消えた。" }, "ja");
    expect(await first(ja, "どこで火が出たのか")).toBe("fire");
    const ko = await open({ ship: "배가 바다에서 사라졌다.", fire: "산불로 많은 집이 불탔다." }, "ko");
    expect(await first(ko, "불은 어디서 났나요?")).toBe("fire");
  });
});
