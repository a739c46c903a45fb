import { expect, it } from "vitest";
import { glove } from "../../../src/index/embedders/glove.ts";
import { Similarity } from "../../../src/index/search/similarity.ts";
import { packThesaurus, Thesaurus, thesaurus } from "../../../src/index/search/thesaurus.ts";

const similarity = new Similarity(glove(), thesaurus());
const between = (a: string, b: string) => similarity.between(similarity.word(a), similarity.word(b));

it("lets synonyms, derivations and spellings stand for each other, and names not for other names", () => {
  expect(between("potash", "potassium")).toBeGreaterThan(0.5);
  expect(between("gave", "give")).toBeGreaterThan(0.9);
  expect(between("lukashenka", "lukashenko")).toBeGreaterThan(0.9);
  expect(between("tikhanovskaya", "tikhanovsky")).toBeLessThan(0.5);
  expect(between("merkel", "putin")).toBeLessThan(0.3);
  expect(between("find", "even")).toBe(0);
  expect(between("lukasheno", "lukashenko")).toBeGreaterThan(0.8);
  expect(between("победа", "победить")).toBeGreaterThan(0.3);
  expect(between("победа", "собака")).toBe(0);
  expect(between("p53", "p54")).toBe(0);
  expect(between("company35", "company37")).toBe(0);
});

it("opens a thesaurus as it was packed, and refuses other bytes", () => {
  const relatives = [new Map([[2, 0.5]]), new Map<number, number>(), new Map([[0, 0.5]])];
  const packed = new Thesaurus(packThesaurus(Uint32Array.of(0, 0, 2), (word) => word === 2, relatives));
  expect(packed.between(1, 2)).toBeCloseTo(0.5, 2);
  expect(packed.between(0, 1)).toBe(1);
  expect([packed.common(0), packed.common(2)]).toEqual([false, true]);
  expect(() => new Thesaurus(new Uint8Array(40))).toThrow(/thesaurus/);
});
