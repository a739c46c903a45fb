import type { Nearest, PassageSet } from "../../src/index/searchable.ts";
import { Top } from "../../src/index/vectors/top.ts";
import { dot } from "../../src/index/vectors/unit.ts";

/** The `k` of some vectors, end to end, that are nearest to a query by inner product, exactly: by looking at each. */
export function scan(rows: Float32Array, query: Float32Array, k: number, allowed?: PassageSet): Nearest {
  const dimensions = query.length;
  const count = rows.length / dimensions;
  const top = new Top(Math.min(k, allowed?.size ?? count));
  if (allowed) for (const row of allowed) top.offer(row, dot(rows, row * dimensions, query));
  else for (let row = 0; row < count; row++) top.offer(row, dot(rows, row * dimensions, query));
  return top.take();
}
