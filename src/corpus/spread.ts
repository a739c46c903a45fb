/** A sparse vector laid out by number, so that its products with many others cost one look a value. */
export class Spread {
  #values = new Float64Array(1024);
  #ids: Uint32Array = new Uint32Array();

  /** Lays out another vector: what stands at each number; the one before is forgotten. */
  lay(ids: Uint32Array, values: (i: number) => number): void {
    for (const id of this.#ids) this.#values[id] = 0;
    const most = ids.at(-1) ?? 0;
    if (most >= this.#values.length) this.#values = new Float64Array(2 * most);
    for (let i = 0; i < ids.length; i++) this.#values[ids[i]!] = values(i);
    this.#ids = ids;
  }

  /** The sum of what stands at some numbers, ascending, each times its weight. */
  dot(ids: Uint32Array, weights: Float32Array): number {
    let sum = 0;
    for (let i = 0; i < ids.length; i++) sum += weights[i]! * (this.#values[ids[i]!] ?? 0);
    return sum;
  }

  /** The same, each weighing one. */
  sum(ids: Uint32Array): number {
    let sum = 0;
    for (let i = 0; i < ids.length; i++) sum += this.#values[ids[i]!] ?? 0;
    return sum;
  }
}
