import { expect, it } from "vitest";
import { glove } from "../../../src/index/embedders/glove.ts";
import { Kinds, kinds, packKinds } from "../../../src/index/search/kinds.ts";

const number = (word: string) => glove().find(word);
const isA = (word: string, kind: string) => kinds().isA(number(word), number(kind));
const isMostly = (word: string, kind: string) => kinds().isMostly(number(word), number(kind));

it("knows what kind of thing a noun or a name stands for", () => {
  expect(isA("rhine", "river")).toBe(true);
  expect(isA("cholera", "disease")).toBe(true);
  expect(isA("brazil", "country")).toBe(true);
  expect(isA("brazil", "river")).toBe(false);
  expect(isA("xqzzv", "river")).toBe(false);
});

it("tells what a word is most often meant as from what it can mean", () => {
  expect(isMostly("students", "person")).toBe(true);
  expect([isA("rhine", "person"), isMostly("cholera", "person")]).toEqual([true, false]);
});

it("opens kinds as they were packed, and refuses other bytes", () => {
  const packed = new Kinds(packKinds([[0], [2, 1], []], [[1], [], [1]]));
  expect([packed.isA(0, 1), packed.isMostly(0, 1), packed.isA(1, 0)]).toEqual([true, false, false]);
  expect([packed.knows(1), packed.knows(2), packed.knows(-1)]).toEqual([true, false, false]);
  expect(() => new Kinds(new Uint8Array(40))).toThrow(/kinds/);
});
