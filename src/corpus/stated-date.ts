/** The date that a line of its own states (`|October 01, 2025`, `• 5.09.2025, 16:41`), as EDTF; null where it is none. */
export function dateLine(line: string): string | null {
  const text = line.replace(/^[\s|•·*–—-]+|[\s|]+$/gu, "");
  const named = /^(?:\p{L}+,? )?(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b.{0,20}$/u.exec(text);
  if (named) {
    const month = months.indexOf(named[1]!.slice(0, 3).toLowerCase()) + 1;
    if (month > 0) return edtfDay(named[3]!, month, Number(named[2]));
  }
  const numeric = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\b.{0,20}$/.exec(text);
  if (numeric) return edtfDay(numeric[3]!, Number(numeric[2]), Number(numeric[1]));
  return null;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function edtfDay(year: string, month: number, day: number): string | null {
  if (month > 12 || day < 1 || day > 31) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
