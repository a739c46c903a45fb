import type { Sql } from "../../ops/postgres/pool.ts";

/**
 * All forms and stems of an index. They only ever grow, so that one vocabulary serves every revision: what came since
 * is read when a new one is opened.
 */
export class Vocabulary {
  readonly forms: string[] = [];
  /** The stem number of each form. */
  readonly stemOf: number[] = [];
  readonly #stems = new Map<string, number>();
  #last: Promise<unknown> = Promise.resolve();

  /** Reads what came since, one after the other. @returns how often each stem stands in the index, as a transaction sees it. */
  read(sql: Sql): Promise<Int32Array> {
    const mine = this.#last.then(() => this.#read(sql));
    this.#last = mine.catch(() => {});
    return mine;
  }

  async #read(sql: Sql): Promise<Int32Array> {
    // As one row each: a hundred thousand rows take a second.
    const { rows: forms } = await sql.query(
      `SELECT count(*)::int AS count, coalesce(string_agg(form, E'\\n' ORDER BY id), '') AS forms,
              coalesce(string_agg(int4send(stem), '' ORDER BY id), '') AS stems FROM attache.forms WHERE id >= $1`,
      [this.forms.length],
    );
    const from = this.#stems.size;
    const { rows: stems } = await sql.query(
      `SELECT count(*)::int AS count, coalesce(string_agg(stem, E'\\n' ORDER BY id) FILTER (WHERE id >= $1), '') AS stems,
              coalesce(string_agg(int4send(frequency), '' ORDER BY id), '') AS frequencies FROM attache.stems`,
      [from],
    );
    const [form] = forms;
    for (const one of form.count > 0 ? (form.forms as string).split("\n") : []) this.forms.push(one);
    for (const stem of numbers(form.stems)) this.stemOf.push(stem);
    const [{ count, stems: fresh, frequencies }] = stems;
    if (count > from) {
      for (const [i, stem] of (fresh as string).split("\n").entries()) this.#stems.set(stem, from + i);
    }
    return numbers(frequencies);
  }

  /** The number of a stem, or -1. */
  stem(stem: string): number {
    return this.#stems.get(stem) ?? -1;
  }
}

/** Numbers as PostgreSQL sends them: four bytes each, the highest first. */
function numbers(bytes: Buffer): Int32Array {
  return Int32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readInt32BE(4 * i));
}
