/** Numbers from 0, in ascending order, for some distinct keys of 32 bits: a table with open addresses. */
export class Numbering {
  readonly #keys: Uint32Array;
  /** By place: the number of the key that stands there, and one; 0 where none does. */
  readonly #places: Uint32Array;

  constructor(lists: readonly Uint32Array[]) {
    const most = lists.reduce((sum, { length }) => sum + length, 0);
    let found = new Uint32Array(1024);
    let places = new Uint32Array(4096);
    let size = 0;
    for (const list of lists) {
      if (size + list.length > found.length) {
        found = grown(found, Math.min(most, 2 * (size + list.length)));
        places = spread(found.subarray(0, size), 4 * found.length);
      }
      for (const key of list) {
        const at = placeOf(key, found, places);
        if (places[at] !== 0) continue;
        found[size++] = key;
        places[at] = size;
      }
    }
    this.#keys = found.slice(0, size).sort();
    this.#places = spread(this.#keys, 2 * size);
  }

  get size(): number {
    return this.#keys.length;
  }

  /** The number of a key, or -1. */
  of(key: number): number {
    return this.#places[placeOf(key, this.#keys, this.#places)]! - 1;
  }
}

function grown(numbers: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(length);
  wider.set(numbers);
  return wider;
}

/** A table of keys, with room for a number of places at least. */
function spread(keys: Uint32Array, room: number): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, room))));
  keys.forEach((key, number) => {
    places[placeOf(key, keys, places)] = number + 1;
  });
  return places;
}

/** Where a key stands in a table, or would. */
function placeOf(key: number, keys: Uint32Array, places: Uint32Array): number {
  const mask = places.length - 1;
  let at = Math.imul(key, 0x9e3779b1) >>> 7;
  for (at &= mask; places[at] !== 0 && keys[places[at]! - 1] !== key; ) at = (at + 1) & mask;
  return at;
}
