import { afterAll, beforeAll, expect, it } from "vitest";
import type { Desk } from "../../src/desk.ts";
import { realDesk } from "../fixtures/real-desk.ts";

let desk: Desk;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ desk, close } = await realDesk());
});
afterAll(() => close());

it.each(["ru", "xx", "Russian"])(
  "a filter by the language %s, in which nothing is, says so",
  async (language) => {
    const asked = { text: "Who was released?", filter: { language } };
    for (const search of [desk.search("prisoners", { top: 3, filter: { language } }), desk.ask(asked)])
      await expect(search).rejects.toMatchObject({
        code: "language.unknown",
        message: expect.stringMatching(`"${language}".*English \\(en\\)`),
      });
    expect(await desk.search("prisoners", { top: 3, filter: { language: "en-GB" } })).toHaveLength(3);
  },
);

it("a timeline's topic in a language that no source is in is told why it finds nothing", async () => {
  const foreign = await desk.timeline({ topic: "освобождение политзаключённых" });
  expect(foreign.events).toEqual([]);
  expect(foreign.notes?.join()).toMatch(/Russian.*English/);
  const known = await desk.timeline({ topic: "release of political prisoners" });
  expect(known.events.length).toBeGreaterThan(0);
  expect(known.notes).toBeUndefined();
});

it.each(["市长选举中有多少公民投票？", "Сколько граждан голосовало на выборах мэра?"])(
  "%s is refused with what crosses languages",
  async (text) => {
    const answer = await desk.ask({ text });
    expect(answer.refused).toBe(true);
    expect(answer.notes.join()).toMatch(/English.*EMBEDDINGS.*MODEL/);
  },
);

it("a Russian query finds English articles by a dictionary and by its names in any case", async () => {
  const first = async (query: string) =>
    (await desk.search(query, { top: 3 })).map(({ text }) => text).join(" ");
  expect(await first("освобождение заключённых и снятие санкций с калия")).toMatch(/potas/i);
  expect(await first("встреча с Лукашенко")).toMatch(/Lukashenk[ao]/);
});

it("a question in Chinese finds English articles by a dictionary, and quotes them as they are", async () => {
  const answer = await desk.ask({ text: "美國為什麼解除對鉀肥的制裁？" });
  expect(answer.refused).toBe(false);
  expect(answer.citations[0]?.quote).toContain("lift sanctions on Belarusian potassium");
});
