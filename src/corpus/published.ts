/** EDTF level 1: a day, month, season or year, perhaps uncertain or approximate. */
const edtf = /^\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[?~%]?$/;

/** A date as someone wrote it beside an article, as EDTF; the clock time is left out. Null where it is no date. */
export function publishedFrom(value: string): string | null {
  const text = value.trim();
  if (edtf.test(text)) return real(text) ? text : null;
  const iso = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}/.exec(text)?.[1];
  if (iso) return edtf.test(iso) && real(iso) ? iso : null;
  return null;
}

/** Whether a day exists in its month. */
function real(date: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  if (!day) return true;
  return Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}
