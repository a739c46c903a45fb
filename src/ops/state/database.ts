import type { Clock } from "./clock.ts";

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/**
 * Where state is kept, as its stores see it. A statement is SQL that SQLite and PostgreSQL both read; `?1` stands for
 * its first value, `{name}` for a table.
 */
export interface Database {
  /** Milliseconds since the epoch, as all who share the database count them. */
  readonly clock: Clock;
  /** What a SELECT selects. */
  read(sql: string, ...values: Value[]): Promise<readonly Row[]>;
  /** Changes rows, at once and whole. @returns what it RETURNS. */
  write(sql: string, ...values: Value[]): Promise<readonly Row[]>;
  /** Notes what was read where it will be wanted while the database is away; nothing where it cannot be. */
  keep(sql: string, ...values: Value[]): Promise<void>;
  close(): Promise<void>;
}
