import { civil } from "./calendar.ts";
import { type EdtfDate, parseEdtf } from "./edtf.ts";
import { firstDay, type Grain, yearOf } from "./grain.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const seasons = ["spring", "summer", "autumn", "winter"] as const;

/** An EDTF expression for readers of English: "1 October 2025", "about March 2025", "June–August 2024". What is no EDTF stays as it is. */
export function formatEdtf(edtf: string): string {
  const parsed = parseEdtf(edtf);
  if (!parsed) return edtf;
  const { from, to, interval } = parsed;
  if (!interval) return qualified(from!);
  if (!from) return `until ${qualified(to!)}`;
  if (!to) return `since ${qualified(from)}`;
  return between(from, to);
}

function between(from: EdtfDate, to: EdtfDate): string {
  const [a, b] = [qualified(from), qualified(to)];
  if (a === b) return a;
  const plain = !from.uncertain && !from.approximate && !to.uncertain && !to.approximate;
  if (!plain || from.grain.unit !== to.grain.unit) return `${a} to ${b}`;
  const [x, y] = [civil(firstDay(from.grain)), civil(firstDay(to.grain))];
  if (from.grain.unit === "day" && x.year === y.year)
    return x.month === y.month ? `${x.day}–${b}` : `${x.day} ${months[x.month - 1]} – ${b}`;
  if (from.grain.unit === "month" && x.year === y.year) return `${months[x.month - 1]}–${b}`;
  return from.grain.unit === "year" ? `${a}–${b}` : `${a} – ${b}`;
}

function qualified({ grain, uncertain, approximate }: EdtfDate): string {
  return `${approximate ? "about " : ""}${uncertain ? "perhaps " : ""}${name(grain)}`;
}

function name(grain: Grain): string {
  const { year, month, day } = civil(firstDay(grain));
  switch (grain.unit) {
    case "day":
      return `${day} ${months[month - 1]} ${year}`;
    case "month":
      return `${months[month - 1]} ${year}`;
    case "season":
      return `${seasons[((grain.n % 4) + 4) % 4]} ${yearOf(grain)}`;
    case "decade":
      return `${grain.n}0s`;
    case "century":
      return `${grain.n + 1}${["th", "st", "nd", "rd"][grain.n + 1 > 20 ? (grain.n + 1) % 10 : 0] ?? "th"} century`;
    default:
      return String(year);
  }
}
