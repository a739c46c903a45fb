import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { openState } from "../../src/ops/state/state.ts";

const folder = mkdtempSync(join(tmpdir(), "state-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const file = () => join(folder, `${files++}`, "state.db");

const day = 24 * 3_600_000;
const noon = Date.UTC(2025, 11, 1, 12);

test("what is kept is there after a restart", () => {
  const path = file();
  const first = openState(path);
  first.settings.change("g", { language: "de" });
  first.feedback.vote("a", "u", 1, "q");
  const key = first.memos.keep("answer", { claims: ["one"] });
  first.conversations.add({
    conversation: "c",
    place: "p",
    user: "u",
    message: "m",
    question: "q",
    answer: "a",
  });
  first.seen.claim("event");
  first.close();
  const second = openState(path);
  expect(second.settings.of("g")).toMatchObject({ language: "de", mentions: true });
  expect(second.feedback.of("a")).toEqual({ up: 1, down: 0 });
  expect(second.memos.recall("answer", key)).toEqual({ claims: ["one"] });
  expect(second.conversations.ofMessage("m")).toBe("c");
  expect(second.seen.claim("event")).toBe(false);
  second.close();
});

test("two processes share it: an event is claimed by one", () => {
  const path = file();
  const [one, other] = [openState(path), openState(path)];
  expect([one.seen.claim("e"), other.seen.claim("e")]).toEqual([true, false]);
  one.close();
  other.close();
});

test("the daily limit counts to its number and starts anew at midnight UTC", () => {
  let now = noon;
  const { usage, close } = openState(":memory:", () => now);
  expect([usage.take("u", 2), usage.take("u", 2), usage.take("u", 2)]).toEqual([true, true, false]);
  expect(usage.today("u")).toBe(2);
  expect(usage.take("other", 2)).toBe(true);
  expect(usage.take("u", null)).toBe(true);
  expect(usage.take("fresh", 0)).toBe(false);
  now += day;
  expect(usage.take("u", 2)).toBe(true);
  close();
});

test("what stands behind buttons expires after thirty days, and answers to its kind alone", () => {
  let now = noon;
  const { memos, close } = openState(":memory:", () => now);
  const key = memos.keep("answer", 1);
  expect(memos.recall("timeline", key)).toBeUndefined();
  now += 29 * day;
  expect(memos.recall("answer", key)).toBe(1);
  now += 2 * day;
  expect(memos.recall("answer", key)).toBeUndefined();
  close();
});

test("a conversation is recalled in order, its last exchanges only, and ended by silence", () => {
  let now = noon;
  const { conversations, close } = openState(":memory:", () => now);
  for (const n of [1, 2, 3]) {
    conversations.add({
      conversation: "c",
      place: "p",
      user: "u",
      message: null,
      question: `q${n}`,
      answer: `a${n}`,
    });
  }
  expect(conversations.recall("c", 2)).toEqual([
    { question: "q2", answer: "a2" },
    { question: "q3", answer: "a3" },
  ]);
  now += 60_000;
  expect(conversations.latest("p", "u", 120_000)).toBe("c");
  expect(conversations.latest("p", "other", 120_000)).toBeUndefined();
  expect(conversations.latest("p", "u", 30_000)).toBeUndefined();
  now += 31 * day;
  conversations.prune();
  expect(conversations.recall("c", 2)).toEqual([]);
  close();
});

test("a file of a newer version is left alone, and said to be", () => {
  const path = file();
  openState(path).close();
  const db = new DatabaseSync(path);
  db.exec("PRAGMA user_version = 99");
  db.close();
  expect(() => openState(path)).toThrow(/newer version/);
});
