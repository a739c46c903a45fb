/**
 * Unit vectors in 16 bits a value, times 32,767: an inner product of two is right to about 1e-5, at half the memory of
 * floats. Rows are padded with zeros to whole steps of the kernel, eight values each.
 */
export const UNIT = 32_767;

/** Bytes of a row. */
export const rowBytes = (dimensions: number): number => Math.ceil(dimensions / 8) * 16;

/** Vectors of unit length (or zero), end to end, as rows. */
export function encode(vectors: ArrayLike<number>, dimensions: number): Int16Array {
  const width = rowBytes(dimensions) / 2;
  const rows = new Int16Array((vectors.length / dimensions) * width);
  for (let from = 0, to = 0; from < vectors.length; from += dimensions, to += width)
    for (let i = 0; i < dimensions; i++) rows[to + i] = Math.round(vectors[from + i]! * UNIT);
  return rows;
}

/** Rows as vectors, end to end. */
export function decode(rows: Int16Array, dimensions: number): Float32Array {
  const width = rowBytes(dimensions) / 2;
  const vectors = new Float32Array((rows.length / width) * dimensions);
  for (let from = 0, to = 0; from < rows.length; from += width, to += dimensions)
    for (let i = 0; i < dimensions; i++) vectors[to + i] = rows[from + i]! / UNIT;
  return vectors;
}
