import type { Nearest, PassageSet } from "../searchable.ts";
import { Top } from "./top.ts";

/** The `k` rows nearest to a query by inner product, exactly: every row is looked at, or every allowed one. */
export function scan({ rows, scales }: Rows, query: Float32Array, k: number, allowed?: PassageSet): Nearest {
  const dimensions = query.length;
  const count = rows.length / dimensions;
  const top = new Top(Math.min(k, allowed?.size ?? count));
  const offer = (row: number): void => {
    const score = dot(rows, row * dimensions, query);
    top.offer(row, scales ? score * scales[row]! : score);
  };
  if (allowed) for (const row of allowed) offer(row);
  else for (let row = 0; row < count; row++) offer(row);
  return top.take();
}

/** Vectors end to end; those in bytes have a scale each, which brings them back to unit length. */
export interface Rows {
  readonly rows: Float32Array | Int8Array;
  readonly scales?: Float32Array;
}

/** Four sums at a time, which the processor works on side by side. */
export function dot(rows: Float32Array | Int8Array, at: number, query: Float32Array): number {
  const even = query.length & ~3;
  // Declared apart: taken from an array literal they cost more than the sums.
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  let row = at;
  for (; i < even; i += 4, row += 4) {
    a += rows[row]! * query[i]!;
    b += rows[row + 1]! * query[i + 1]!;
    c += rows[row + 2]! * query[i + 2]!;
    d += rows[row + 3]! * query[i + 3]!;
  }
  for (; i < query.length; i++, row++) a += rows[row]! * query[i]!;
  return a + b + c + d;
}

/** Vectors in bytes, a quarter of the memory: enough to find candidates, which are then ranked by their floats. */
export function toBytes(
  vectors: Float32Array,
  dimensions: number,
): { rows: Int8Array; scales: Float32Array } {
  const rows = new Int8Array(vectors.length);
  const scales = new Float32Array(vectors.length / dimensions);
  for (let row = 0, at = 0; row < scales.length; row++, at += dimensions) {
    let largest = 0;
    for (let i = at; i < at + dimensions; i++) largest = Math.max(largest, Math.abs(vectors[i]!));
    if (largest === 0) continue;
    scales[row] = largest / 127;
    for (let i = at; i < at + dimensions; i++) rows[i] = Math.round((vectors[i]! * 127) / largest);
  }
  return { rows, scales };
}

/** Brings a vector to unit length, in place. A vector that has no direction (zero, or not a number) becomes zero. */
export function normalise(vector: Float32Array): void {
  let square = 0;
  for (const value of vector) square += value * value;
  if (!(square > 0 && Number.isFinite(square))) {
    vector.fill(0);
    return;
  }
  const scale = 1 / Math.sqrt(square);
  for (let i = 0; i < vector.length; i++) vector[i]! *= scale;
}
