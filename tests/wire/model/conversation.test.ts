import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Hit } from "../../../src/index/hit.ts";
import { type ModelServer, modelServer } from "./server.ts";
import {
  answererOn,
  claim,
  claims,
  evidence,
  honest,
  numberOf,
  prisoners,
  question,
  reply,
  sanctions,
} from "./setup.ts";

let server: ModelServer;
let hits: Hit[];
beforeAll(async () => {
  server = await modelServer();
  hits = await evidence();
});
afterAll(() => server.close());
beforeEach(() => server.behave(honest));

const history = [
  { role: "user", text: "what was traded for potash relief" },
  { role: "assistant", text: "Belarus freed 123 political prisoners." },
] as const;

describe("a follow-up", () => {
  it("is rewritten from the conversation by the model", async () => {
    server.behave({ reply: { question: "Who was freed for potash relief?", translations: [] } });
    const { text, queries } = await answererOn(server).prepare({ text: "and who was freed?", history }, [
      "en",
    ]);
    expect(text).toBe("Who was freed for potash relief?");
    expect(queries).toEqual([text]);
  });

  it.each([
    ["names of its own", "Was Angela Merkel freed?"],
    ["numbers of its own", "Were 500 freed?"],
    ["a link", "Who was freed? See www.example.com"],
  ])("is not rewritten with %s", async (_, rewritten) => {
    server.behave({ reply: { question: rewritten, translations: [] } });
    const { text } = await answererOn(server).prepare({ text: "and who was freed?", history }, ["en"]);
    expect(text).toBe("and who was freed? (traded potash relief)");
  });

  it("borrows the words of the last question where the model fails, or where there is none", async () => {
    server.behave({ status: 404 });
    const failing = await answererOn(server).prepare({ text: "and who was freed?", history }, ["en"]);
    const without = await answererOn(server, { model: undefined }).prepare(
      { text: "and who was freed?", history },
      ["en"],
    );
    expect(failing.text).toBe("and who was freed? (traded potash relief)");
    expect(without).toEqual(failing);
  });

  it("that stands by itself is left alone without a model", async () => {
    const text = "Which sanctions did the European Union impose on Belarus?";
    const answerer = answererOn(server, { model: undefined });
    expect((await answerer.prepare({ text, history }, ["en"])).text).toBe(text);
  });
});

describe("a question in another language", () => {
  const german = "Was wurde gegen die Lockerung der Kali-Sanktionen getauscht?";

  it("is searched for in both", async () => {
    server.behave({
      reply: { question: german, translations: ["What was traded for relief from potash sanctions?"] },
    });
    const { queries } = await answererOn(server).prepare({ text: german, language: "de" }, ["en"]);
    expect(queries).toEqual([german, "What was traded for relief from potash sanctions?"]);
  });

  const translated = "Die USA erklärten, sie würden die Sanktionen gegen belarussisches Kalium aufheben.";
  const asked = { text: german, language: "de" };
  const answering = (translations: readonly string[]) =>
    server.behave((seen, n) => (n === 0 ? honest(seen) : { reply: { translations } }));

  it("is answered in the asker's, the quotes verbatim in theirs; what is translated was verified", async () => {
    server.behave((seen) =>
      seen.prompt.includes("You translate")
        ? { reply: { translations: [translated, "Im Gegenzug ließ Belarus 123 politische Gefangene frei."] } }
        : honest(seen),
    );
    const answer = await answererOn(server).answer(asked, hits);
    expect(answer.claims.map(({ text }) => text)).toEqual([
      translated,
      "Im Gegenzug ließ Belarus 123 politische Gefangene frei.",
    ]);
    expect(answer.citations.map(({ quote }) => quote)).toContain(prisoners);
    // The translator sees the claims alone: nothing of the articles can speak to it.
    expect(server.seen.at(-1)!.passages.size).toBe(0);
  });

  it("is answered in theirs where the translation fails", async () => {
    server.behave((seen) => (seen.prompt.includes("You translate") ? { status: 401 } : honest(seen)));
    const answer = await answererOn(server).answer(asked, hits);
    expect(answer.claims.map(({ text }) => text)).toEqual(claims);
    expect(answer.notes.at(-1)).toContain("could not be translated");
  });

  it.each([
    ["another number", "Im Gegenzug ließ Belarus 132 politische Gefangene frei."],
    ["a link", "Im Gegenzug ließ Belarus 123 politische Gefangene frei: www.example.com"],
    ["nothing", ""],
  ])("keeps a claim as it is where its translation has %s", async (_, bad) => {
    answering([translated, bad]);
    const answer = await answererOn(server).answer(asked, hits);
    expect(answer.claims.map(({ text }) => text)).toEqual([translated, claims[1]]);
  });
});

describe("a question in English about articles in English", () => {
  it("takes one request", async () => {
    const answerer = answererOn(server);
    const { queries } = await answerer.prepare(question, ["en"]);
    expect(queries).toEqual([question.text]);
    server.behave((seen) => ({ reply: reply([claim(claims[0], sanctions, numberOf(seen, sanctions))]) }));
    await answerer.answer(question, hits);
    expect(server.seen).toHaveLength(1);
  });
});
