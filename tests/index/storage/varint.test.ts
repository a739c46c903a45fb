import fc from "fast-check";
import { expect, test } from "vitest";
import { packNumbers, unpackNumbers } from "../../../src/index/storage/varint.ts";

test("numbers come back as they were, from wherever they lie", () => {
  fc.assert(
    fc.property(fc.uint32Array(), fc.uint8Array(), (numbers, before) => {
      const bytes = Buffer.concat([before, packNumbers(numbers)]);
      expect(unpackNumbers(bytes, before.length, numbers.length)).toEqual(numbers);
    }),
  );
});

test("small numbers take a byte", () => {
  expect(packNumbers(new Uint32Array([0, 1, 127]))).toHaveLength(3);
  expect(packNumbers(new Uint32Array([128, 16_383]))).toHaveLength(4);
});
