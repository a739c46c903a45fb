import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Hit } from "../../../src/index/hit.ts";
import { type Behaviour, type ModelServer, modelServer } from "./server.ts";
import { answererOn, claims, evidence, honest, question } from "./setup.ts";

let server: ModelServer;
let hits: Hit[];

beforeAll(async () => {
  server = await modelServer();
  hits = await evidence();
  server.behave(honest);
  // The libraries are loaded and the lexicon read: what follows waits for the server alone.
  await answererOn(server).answer(question, hits);
});
afterAll(() => server.close());
beforeEach(() => server.behave(honest));

describe("a model's server that fails", () => {
  it.each<[string, Behaviour, string, number]>([
    ["refuses the key", { status: 401 }, "refused the key", 1],
    ["does not know the model", { status: 404 }, "does not know the model", 1],
    ["times out", { status: 408, headers: { "retry-after-ms": "5" } }, "took too long", 3],
    ["is busy", { status: 429, headers: { "retry-after-ms": "5" } }, "overloaded", 3],
    ["breaks", { status: 500, headers: { "retry-after-ms": "5" } }, "cannot be reached", 3],
    ["is down", { status: 503, headers: { "retry-after-ms": "5" } }, "cannot be reached", 3],
    ["sends nothing to choose", { reply: {}, noChoice: true }, "gave no answer", 1],
    ["declines", { refusal: "I cannot help with that." }, "gave no answer", 1],
  ])("%s: extracts, with a word on why", async (_, behaviour, notice, requests) => {
    server.behave(behaviour);
    const faults: Error[] = [];
    const answer = await answererOn(server, { onFault: (error) => faults.push(error) }).answer(
      question,
      hits,
    );
    expect(answer).toMatchObject({ mode: "extractive", refused: false, claims: [{ text: "An extract." }] });
    expect(answer.notes[0]).toContain(notice);
    expect(answer.notes[0]).not.toContain("I cannot");
    expect(server.seen).toHaveLength(requests);
    expect(faults).toHaveLength(1);
  });

  it("is slow to begin: extracts", async () => {
    server.behave({ reply: {}, delayMs: 3_000 });
    const model = { model: "openai:gpt-4.1-mini", baseUrl: server.url, bounds: { firstTokenMs: 300 } };
    const answer = await answererOn(server, { model }).answer(question, hits);
    expect(answer.mode).toBe("extractive");
    expect(answer.notes[0]).toContain("took too long");
  });

  it("is not there at all: extracts", async () => {
    const gone = await modelServer();
    await gone.close();
    const model = {
      model: "openai:gpt-4.1-mini",
      baseUrl: gone.url,
      bounds: { retries: 1, firstTokenMs: 10_000 },
    };
    const answer = await answererOn(gone, { model }).answer(question, hits);
    expect(answer.mode).toBe("extractive");
    expect(answer.notes[0]).toContain("cannot be reached");
  });

  it.each([429, 500, 503, 408])("mends itself after a %i: the answer comes after all", async (status) => {
    server.behave((seen, n) => (n === 0 ? { status, headers: { "retry-after-ms": "5" } } : honest(seen)));
    const answer = await answererOn(server).answer(question, hits);
    expect(answer.claims.map(({ text }) => text)).toEqual(claims);
  });

  it("says how long to wait: it is waited for", async () => {
    const times: number[] = [];
    server.behave((seen, n) => {
      times.push(performance.now());
      return n === 0 ? { status: 429, headers: { "retry-after": "1" } } : honest(seen);
    });
    const bounds = { firstTokenMs: 5_000, retries: 1 };
    const model = { model: "openai:gpt-4.1-mini", baseUrl: server.url, apiKey: "k", bounds };
    const answer = await answererOn(server, { model }).answer(question, hits);
    expect(answer.mode).toBe("generated");
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(990);
  });
});

describe("a reply that ends early", () => {
  const half = (more: Behaviour) => server.behave((seen) => ({ ...honest(seen), ...more }));

  it.each<[string, Behaviour, string]>([
    ["stalls", { stallAfter: 260 }, "took too long"],
    ["is cut off", { cutAfter: 260 }, "cannot be reached"],
  ])("%s: what had arrived whole is shown, with a word on why", async (_, more, notice) => {
    half(more);
    const answer = await answererOn(server).answer(question, hits);
    expect(answer.claims.map(({ text }) => text)).toEqual([claims[0]]);
    expect(answer.notes[0]).toContain(notice);
  });

  it("is cut off before anything is whole: extracts", async () => {
    half({ cutAfter: 60 });
    const answer = await answererOn(server).answer(question, hits);
    expect(answer.mode).toBe("extractive");
  });

  it("never ends: it is cut at its bound, and what is whole is shown", async () => {
    server.behave((seen) => {
      const { claims: list } = honest(seen).reply as { claims: object[] };
      return { reply: { claims: [...list, { text: "x".repeat(60_000), support: [] }] } };
    });
    const answer = await answererOn(server).answer(question, hits);
    expect(answer.claims.map(({ text }) => text)).toEqual(claims);
    expect(answer.notes[0]).toContain("cut short");
  });

  it("does not count as the answer to the next question of the kind", async () => {
    half({ cutAfter: 260 });
    const answerer = answererOn(server);
    await answerer.answer(question, hits);
    server.behave(honest);
    expect((await answerer.answer(question, hits)).claims).toHaveLength(2);
  });
});

describe("a server that lacks a way of asking for structures", () => {
  it.each(["tool", "json", "text"])("is asked for the best it has, %s, and is remembered", async (has) => {
    const order = ["schema", "tool", "json", "text"];
    server.behave((seen) =>
      order.indexOf(seen.mode) < order.indexOf(has)
        ? { status: 400, error: `${seen.mode} is not supported` }
        : honest(seen),
    );
    const answerer = answererOn(server);
    expect((await answerer.answer(question, hits)).claims.map(({ text }) => text)).toEqual(claims);
    const before = server.seen.length;
    await answerer.answer({ text: "what was traded for relief on potassium" }, hits);
    expect(server.seen.slice(before).map(({ mode }) => mode)).toEqual([has]);
  });

  it("talks around the structure: it is found in its fence", async () => {
    server.behave((seen) => ({ reply: `Sure!\n\`\`\`json\n${JSON.stringify(honest(seen).reply)}\n\`\`\`` }));
    expect((await answererOn(server).answer(question, hits)).claims).toHaveLength(2);
  });

  it.each(["no JSON at all", '{"claims": 7}', '{"claims": [{"text": 1}, null]}', "[1,2"])(
    "hands in rubbish, %s: extracts",
    async (rubbish) => {
      server.behave({ reply: rubbish });
      const answer = await answererOn(server).answer(question, hits);
      expect(answer.claims).toEqual([{ text: "An extract.", citations: [] }]);
    },
  );
});

describe("the breaker", () => {
  it("leaves a failing server alone for a while, says so, and comes back", async () => {
    let now = 0;
    const answerer = answererOn(server, { now: () => now });
    server.behave({ status: 401 });
    for (let i = 0; i < 3; i++) await answerer.answer(question, hits);
    const before = server.seen.length;
    expect((await answerer.answer(question, hits)).notes[0]).toContain("out of order");
    expect(server.seen).toHaveLength(before);
    server.behave(honest);
    now += 31_000;
    expect((await answerer.answer(question, hits)).mode).toBe("generated");
  });
});

describe("budgets", () => {
  it("turn to extracts once a person or a server has used theirs up, until the next day", async () => {
    const spent = new Map<string, number>();
    const ledger = {
      spent: (key: string, day: string) => spent.get(`${key} ${day}`) ?? 0,
      spend: (key: string, day: string, tokens: number) =>
        void spent.set(`${key} ${day}`, (spent.get(`${key} ${day}`) ?? 0) + tokens),
    };
    let now = Date.UTC(2026, 0, 1);
    const answerer = answererOn(server, { ledger, limits: { person: 50 }, now: () => now });
    const asked = { ...question, asker: { person: "p", server: "s" } };
    expect((await answerer.answer(asked, hits)).mode).toBe("generated");
    const answer = await answerer.answer(asked, hits);
    expect(answer.mode).toBe("extractive");
    expect(answer.notes[0]).toContain("used up");
    expect((await answerer.answer({ ...asked, asker: { person: "q" } }, hits)).mode).toBe("generated");
    now += 86_400_000;
    expect((await answerer.answer(asked, hits)).mode).toBe("generated");
  });
});

describe("an asker who leaves", () => {
  it("ends the request", async () => {
    server.behave((seen) => ({ ...honest(seen), stallAfter: 50 }));
    const leaving = AbortSignal.timeout(100);
    const answer = answererOn(server).answer({ ...question, signal: leaving }, hits);
    await expect(answer).rejects.toThrow(/abort|timeout/i);
  });
});
