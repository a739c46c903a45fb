/** Four sums at a time, which the processor works on side by side. */
export function dot(rows: Float32Array, at: number, query: Float32Array): number {
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
