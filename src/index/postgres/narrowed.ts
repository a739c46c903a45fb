import { anyDay, daysOf } from "../edtf-days.ts";
import type { Filter } from "../hit.ts";

/** Which articles `a` a filter lets through: $1 and $2 bound their days, $3 names one or a publisher, $4 a language. */
export const NARROWED = `a.last_day >= $1::int AND a.first_day <= $2::int
  AND ($3::text IS NULL OR lower(a.id) = $3 OR lower(a.publisher) = $3)
  AND ($4::text IS NULL OR a.language = $4)`;

/** The first four parameters of a statement that a filter narrows. */
export function narrowing({ from, to, source, language }: Filter): unknown[] {
  return [
    from ? daysOf(from).first : anyDay.first,
    to ? daysOf(to).last : anyDay.last,
    source?.trim().toLowerCase() ?? null,
    language?.toLowerCase().split("-")[0] ?? null,
  ];
}
