/**
 * What is counted most often, in AssemblyScript: `node src/index/vectors/make-kernel.ts` compiles it to kernel.wasm.
 * Inner products eight at a time, and a navigable graph over the vectors: HNSW (Malkov and Yashunin 2016) without its
 * upper levels. A search enters at the best of some rows spread over the corpus instead, which costs some
 * microseconds and no memory.
 *
 * All lies in the imported memory, where kernel.ts places it:
 *   rows   int16[rowBytes / 2] a row: a unit vector times 32,767, padded with zeros to a multiple of 16 bytes;
 *          no sum of products leaves 32 bits then (Cauchy and Schwarz)
 *   links  uint32[degree] a row: its neighbours, then END; ABSENT where the row is not in the graph
 *   marks  uint32 a row: the last search that met it
 *   beam   int64 an entry, best first: score in the upper half, row in the lower, OPEN while its links are unread
 *   spare  room to weigh one row's neighbours in
 */
let rows: usize;
let rowBytes: usize;
let links: usize;
let degree: u32;
let marks: usize;
let beam: usize;
let spare: usize;

const ABSENT: u32 = 0xffffffff;
const END: u32 = 0xfffffffe;
const OPEN: i64 = 0x80000000;
const ROW: u32 = 0x7fffffff;
/** The product of a unit vector with itself. */
const ONE: i32 = 32767 * 32767;
/** Of the rows that a search may enter at, how many it enters at. */
const HEADS: u32 = 8;
/** How much nearer to each other than to their row two neighbours are of which one is left out (Vamana's alpha, squared). */
const SPREAD: f32 = 1.1;

let turn: u32 = 0;
let size: u32 = 0;

export function place(atRows: usize, bytes: usize, atLinks: usize, most: u32, atMarks: usize): void {
  rows = atRows;
  rowBytes = bytes;
  links = atLinks;
  degree = most;
  marks = atMarks;
}

export function lend(atBeam: usize, atSpare: usize): void {
  beam = atBeam;
  spare = atSpare;
}

function rowAt(row: u32): usize {
  return rows + <usize>row * rowBytes;
}

function linksAt(row: u32): usize {
  return links + ((<usize>row * degree) << 2);
}

function entryAt(i: u32): usize {
  return beam + ((<usize>i) << 3);
}

function dot(a: usize, b: usize): i32 {
  let even = i32x4.splat(0);
  let odd = i32x4.splat(0);
  const end = a + (rowBytes & ~31);
  while (a < end) {
    even = i32x4.add(even, i32x4.dot_i16x8_s(v128.load(a), v128.load(b)));
    odd = i32x4.add(odd, i32x4.dot_i16x8_s(v128.load(a, 16), v128.load(b, 16)));
    a += 32;
    b += 32;
  }
  if (rowBytes & 16) even = i32x4.add(even, i32x4.dot_i16x8_s(v128.load(a), v128.load(b)));
  const sum = i32x4.add(even, odd);
  return (
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    i32x4.extract_lane(sum, 2) +
    i32x4.extract_lane(sum, 3)
  );
}

/** The inner product of a vector and a row. */
export function score(query: usize, row: u32): i32 {
  return dot(query, rowAt(row));
}

/** Puts a row where it belongs among the `most` best; its place, or `most` where it has none. */
function offer(score: i32, row: u32, most: u32): u32 {
  const entry = ((<i64>score) << 32) | <i64>row | OPEN;
  if (size >= most && load<i64>(entryAt(most - 1)) >= entry) return most;
  let low: u32 = 0;
  let high = size;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (load<i64>(entryAt(mid)) > entry) low = mid + 1;
    else high = mid;
  }
  if (size < most) size++;
  memory.copy(entryAt(low + 1), entryAt(low), (<usize>(size - 1 - low)) << 3);
  store<i64>(entryAt(low), entry);
  return low;
}

/** Fills the beam with the best of rows [from, to), by looking at each; how many. */
export function scan(query: usize, from: u32, to: u32, most: u32): u32 {
  size = 0;
  for (let row = from; row < to; row++) offer(dot(query, rowAt(row)), row, most);
  return size;
}

/**
 * Fills the beam with `reach` rows near a vector, by walking the graph, of which rows below `count` may be part; how
 * many.
 */
export function walk(query: usize, reach: u32, count: u32, doors: u32): u32 {
  turn++;
  size = 0;
  const step = max<u32>(1, count / doors);
  for (let row: u32 = 0; row < count; row += step) {
    if (load<u32>(linksAt(row)) !== ABSENT) offer(dot(query, rowAt(row)), row, min(HEADS, reach));
  }
  for (let i: u32 = 0; i < size; i++)
    store<u32>(marks + ((<usize>(<u32>load<i64>(entryAt(i)) & ROW)) << 2), turn);
  let next: u32 = 0;
  while (next < size) {
    const entry = load<i64>(entryAt(next));
    if (!(entry & OPEN)) {
      next++;
      continue;
    }
    store<i64>(entryAt(next), entry & ~OPEN);
    let first = next + 1;
    let link = linksAt(<u32>entry & ROW);
    const end = link + ((<usize>degree) << 2);
    for (; link < end; link += 4) {
      const row = load<u32>(link);
      if (row >= END) break;
      const mark = marks + ((<usize>row) << 2);
      if (load<u32>(mark) === turn) continue;
      store<u32>(mark, turn);
      first = min(first, offer(dot(query, rowAt(row)), row, reach));
    }
    next = first;
  }
  return size;
}

/** Links a row to those of the beam that are no nearer to each other than to it, `most` at most; how many. */
function link(row: u32, most: u32): u32 {
  const into = linksAt(row);
  let kept: u32 = 0;
  for (let i: u32 = 0; i < size && kept < most; i++) {
    const entry = load<i64>(entryAt(i));
    const candidate = <u32>entry & ROW;
    if (candidate === row) continue;
    const far = <f32>(ONE - <i32>(entry >> 32));
    let apart = true;
    for (let k: u32 = 0; k < kept && apart; k++) {
      const other = load<u32>(into + ((<usize>k) << 2));
      apart = <f32>(ONE - dot(rowAt(candidate), rowAt(other))) * SPREAD >= far;
    }
    if (!apart) continue;
    store<u32>(into + ((<usize>kept) << 2), candidate);
    kept++;
  }
  if (kept < degree) store<u32>(into + ((<usize>kept) << 2), END);
  return kept;
}

function linkCount(row: u32): u32 {
  let count: u32 = 0;
  while (count < degree && load<u32>(linksAt(row) + ((<usize>count) << 2)) < END) count++;
  return count;
}

/** Takes a row into the graph: `most` links of its own, of the best among `reach`, and one back from each. */
export function insert(row: u32, most: u32, reach: u32, count: u32, doors: u32): void {
  walk(rowAt(row), reach, count, doors);
  const kept = link(row, most);
  for (let k: u32 = 0; k < kept; k++) {
    const other = load<u32>(linksAt(row) + ((<usize>k) << 2));
    const held = linkCount(other);
    if (held < degree) {
      store<u32>(linksAt(other) + ((<usize>held) << 2), row);
      if (held + 1 < degree) store<u32>(linksAt(other) + ((<usize>(held + 1)) << 2), END);
      continue;
    }
    begin();
    for (let i: u32 = 0; i < held; i++) weigh(other, load<u32>(linksAt(other) + ((<usize>i) << 2)));
    weigh(other, row);
    relink(other);
  }
}

let lent: usize;

/** Begins to weigh what one row may be linked to, beside the beam. */
export function begin(): void {
  lent = beam;
  beam = spare;
  size = 0;
}

/** Weighs a row as a neighbour of another, until {@link relink}. */
export function weigh(row: u32, neighbour: u32): void {
  offer(dot(rowAt(row), rowAt(neighbour)), neighbour, 2 * degree);
}

/** Links a row anew to the best of what was weighed. */
export function relink(row: u32): void {
  link(row, degree);
  beam = lent;
}
