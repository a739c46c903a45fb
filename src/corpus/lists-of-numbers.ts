/** Lists of numbers end to end, and where each begins. */
export class Lists {
  readonly at: Uint32Array;
  readonly all: Uint32Array;

  constructor(at: Uint32Array, all: Uint32Array) {
    this.at = at;
    this.all = all;
  }

  static from(lists: readonly ArrayLike<number>[]): Lists {
    const at = new Uint32Array(lists.length + 1);
    lists.forEach((list, i) => {
      at[i + 1] = at[i]! + list.length;
    });
    const all = new Uint32Array(at.at(-1)!);
    lists.forEach((list, i) => {
      all.set(list, at[i]);
    });
    return new Lists(at, all);
  }

  /** By number below `count`: which of the lists hold it, ascending. */
  static holding(lists: readonly Uint32Array[], count = lists.length): Lists {
    const at = new Uint32Array(count + 1);
    for (const list of lists) for (const number of list) at[number + 1]!++;
    for (let i = 0; i < count; i++) at[i + 1]! += at[i]!;
    const filled = at.slice();
    const all = new Uint32Array(at.at(-1)!);
    lists.forEach((list, i) => {
      for (const number of list) all[filled[number]!++] = i;
    });
    return new Lists(at, all);
  }

  start(list: number): number {
    return this.at[list]!;
  }

  of(list: number): Uint32Array {
    return this.all.subarray(this.at[list], this.at[list + 1]);
  }
}
