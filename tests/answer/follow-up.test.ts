import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../src/desk.ts";
import { realDesk } from "../fixtures/real-desk.ts";

let desk: Desk;

beforeAll(async () => {
  const real = await realDesk();
  desk = real.desk;
  return real.close;
});

/** What the desk says to the last of some questions, each asked after the ones before it. */
async function lastOf(...questions: string[]): Promise<string> {
  const history = questions.slice(0, -1).flatMap((text) => [
    { role: "user" as const, text },
    { role: "assistant" as const, text: "An answer that is of no use to the next question." },
  ]);
  const { refused, claims } = await desk.ask({ text: questions.at(-1)!, history });
  return refused ? "refused" : claims.map(({ text }) => text).join("\n");
}

describe("a follow-up, without a model", () => {
  it.each([
    ["what was traded for potash relief", "and who was freed?", /Bialiatski/],
    ["what was traded for potash relief", "how many were they?", /123/],
    ["what was traded for potash relief", "who announced it?", /Coale/],
    ["Who is Keith Kellogg?", "what does he think of Lukashenko?", /insights/],
    ["Who is Mikola Statkevich?", "why was he returned to prison?", /refused to be deported/],
    [
      "Which figure was returned to prison after refusing deportation?",
      "where was he supposed to go?",
      /Lithuania/,
    ],
    ["When was Tsikhanouski freed?", "who is his wife?", /Tsikhanouskaya/],
    ["When was Tsikhanouski freed?", "and Statkevich?", /A month later.*Statkevich/],
    ["What did the US delegation give Lukashenko?", "who was it from?", /Donald Trump/],
    ["What does the table say about trade?", "and about energy?", /Supply assurance/],
    ["What did Kellogg's visit lead to?", "and who else was freed?", /Statkevich/],
  ])("after “%s”, “%s” is understood", async (first, next, answer) => {
    expect(await lastOf(first, next)).toMatch(answer);
  });

  it("leans on the question before it, not on older ones", async () => {
    expect(await lastOf("When was Tsikhanouski freed?", "and Statkevich?", "where was he sent?")).toMatch(
      /Lithuania/,
    );
  });

  it("that stands by itself borrows nothing", async () => {
    expect(
      await lastOf("What did the Financial Times report?", "What did the US delegation give Lukashenko?"),
    ).toMatch(/cufflinks/);
  });

  it.each([
    ["Who visited Minsk in June?", "when was he born?"],
    ["what was traded for potash relief", "how much does it cost?"],
  ])("after “%s”, “%s” is refused: the sources do not say", async (first, next) => {
    expect(await lastOf(first, next)).toBe("refused");
  });
});
