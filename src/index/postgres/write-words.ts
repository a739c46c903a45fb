import type { Sql } from "../../ops/postgres/pool.ts";
import type { Digest } from "../build/digest.ts";
import { CHUNK, chunkOf, packed, without } from "./postings.ts";

/** Writes the words of passages: forms and stems with numbers of the database's, frequencies and postings. */
export class WordWriter {
  readonly #sql: Sql;
  /** For each form number of the digests: the database's, and that of its stem. */
  readonly #forms: number[] = [];
  readonly #stems: number[] = [];
  /** What was added since the last flush, by stem. */
  #added = new Map<number, [id: number, count: number][]>();
  #chunk = 0;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Takes up the forms that a digest is the first to hold; those that the database does not know yet get numbers. */
  async learn({ newForms, newStems }: Digest): Promise<void> {
    const stems = await this.#stemNumbers([...new Set(newStems)]);
    const known = await this.#sql.query("SELECT id, form, stem FROM attache.forms WHERE form = ANY($1)", [
      [...new Set(newForms)],
    ]);
    const numbers = new Map(known.rows.map(({ id, form, stem }) => [`${stem} ${form}`, id as number]));
    const fresh: { form: string; stem: number; id: number }[] = [];
    let next = await this.#next("forms");
    newForms.forEach((form, i) => {
      const stem = stems.get(newStems[i]!)!;
      const key = `${stem} ${form}`;
      if (!numbers.has(key)) {
        numbers.set(key, next);
        fresh.push({ form, stem, id: next++ });
      }
      this.#forms.push(numbers.get(key)!);
      this.#stems.push(stem);
    });
    await this.#sql.query(
      "INSERT INTO attache.forms SELECT * FROM unnest($1::int[], $2::text[], $3::int[])",
      [fresh.map(({ id }) => id), fresh.map(({ form }) => form), fresh.map(({ stem }) => stem)],
    );
  }

  /** The words of a passage as the database has them: four bytes each. */
  encoded(forms: Uint32Array): Buffer {
    return Buffer.from(Uint32Array.from(forms, (form) => this.#forms[form]!).buffer);
  }

  /** Adds a passage, whose id is above all before it. */
  async add(id: number, forms: Uint32Array): Promise<void> {
    if (chunkOf(id) !== this.#chunk) await this.flush();
    this.#chunk = chunkOf(id);
    const bag = new Map<number, number>();
    for (const form of forms) {
      const stem = this.#stems[form]!;
      bag.set(stem, (bag.get(stem) ?? 0) + 1);
    }
    for (const [stem, count] of bag) {
      const entries = this.#added.get(stem);
      if (entries) entries.push([id, count]);
      else this.#added.set(stem, [[id, count]]);
    }
  }

  /** Writes what was added. Rows of one chunk are written as one, so that few are written twice. */
  async flush(): Promise<void> {
    const added = this.#added;
    this.#added = new Map();
    for (const part of parts([...added])) {
      await this.#sql.query(
        `INSERT INTO attache.postings AS p SELECT stem, $3, entries FROM unnest($1::int[], $2::bytea[]) AS t (stem, entries)
         ON CONFLICT (stem, chunk) DO UPDATE SET entries = p.entries || excluded.entries`,
        [part.map(([stem]) => stem), part.map(([, entries]) => packed(entries)), this.#chunk],
      );
      await this.#count(part.map(([stem, { length }]) => [stem, length]));
    }
  }

  /** Takes passages out of postings and frequencies: their ids, and words as {@link encoded}. */
  async remove(passages: readonly { readonly id: number; readonly forms: Buffer }[]): Promise<void> {
    const read = passages.map(({ id, forms }) => ({ id, forms: new Set(decodedForms(forms)) }));
    const { rows } = await this.#sql.query("SELECT id, stem FROM attache.forms WHERE id = ANY($1)", [
      [...new Set(read.flatMap(({ forms }) => [...forms]))],
    ]);
    const stemOf = new Map(rows.map(({ id, stem }) => [id as number, stem as number]));
    const gone = new Map<string, { stem: number; chunk: number; ids: Set<number> }>();
    for (const { id, forms } of read) {
      for (const stem of new Set(Array.from(forms, (form) => stemOf.get(form)!))) {
        const key = `${stem} ${chunkOf(id)}`;
        const row = gone.get(key) ?? { stem, chunk: chunkOf(id), ids: new Set() };
        gone.set(key, row);
        row.ids.add(id);
      }
    }
    for (const part of parts([...gone.values()])) {
      const keys = [part.map(({ stem }) => stem), part.map(({ chunk }) => chunk)];
      const { rows } = await this.#sql.query(
        `SELECT stem, chunk, entries FROM attache.postings JOIN unnest($1::int[], $2::int[]) AS t (stem, chunk) USING (stem, chunk)`,
        keys,
      );
      const entries = rows.map(({ stem, chunk, entries }) =>
        without(entries, gone.get(`${stem} ${chunk}`)!.ids),
      );
      await this.#sql.query(
        `UPDATE attache.postings p SET entries = t.entries
         FROM unnest($1::int[], $2::int[], $3::bytea[]) AS t (stem, chunk, entries)
         WHERE p.stem = t.stem AND p.chunk = t.chunk`,
        [rows.map(({ stem }) => stem), rows.map(({ chunk }) => chunk), entries],
      );
      await this.#sql.query(
        "DELETE FROM attache.postings WHERE stem = ANY($1) AND chunk = ANY($2) AND entries = ''",
        keys,
      );
      await this.#count(part.map(({ stem, ids }) => [stem, -ids.size]));
    }
  }

  async #count(changes: readonly (readonly [stem: number, by: number])[]): Promise<void> {
    await this.#sql.query(
      `UPDATE attache.stems s SET frequency = s.frequency + t.change
       FROM (SELECT stem, sum(change) AS change FROM unnest($1::int[], $2::int[]) AS u (stem, change) GROUP BY stem) t
       WHERE s.id = t.stem`,
      [changes.map(([stem]) => stem), changes.map(([, by]) => by)],
    );
  }

  async #stemNumbers(stems: readonly string[]): Promise<Map<string, number>> {
    const { rows } = await this.#sql.query("SELECT id, stem FROM attache.stems WHERE stem = ANY($1)", [
      stems,
    ]);
    const numbers = new Map(rows.map(({ id, stem }) => [stem as string, id as number]));
    const fresh = stems.filter((stem) => !numbers.has(stem));
    const next = await this.#next("stems");
    fresh.forEach((stem, i) => {
      numbers.set(stem, next + i);
    });
    await this.#sql.query(
      "INSERT INTO attache.stems SELECT id, stem, 0 FROM unnest($1::int[], $2::text[]) AS t (id, stem)",
      [fresh.map((stem) => numbers.get(stem)), fresh],
    );
    return numbers;
  }

  async #next(table: string): Promise<number> {
    const { rows } = await this.#sql.query(`SELECT coalesce(max(id) + 1, 0) AS next FROM attache.${table}`);
    return rows[0].next;
  }
}

/** The form numbers of a passage. */
export function decodedForms(bytes: Buffer): Uint32Array {
  // A copy, since four bytes must lie on a boundary of four.
  return new Uint32Array(new Uint8Array(bytes).buffer);
}

/** As many rows as one statement writes. */
function* parts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += CHUNK) yield rows.slice(at, at + CHUNK);
}
