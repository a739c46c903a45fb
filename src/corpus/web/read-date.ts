import { monthOf } from "./months.ts";

/** A calendar date found in a text. */
export interface FoundDate {
  /** EDTF: `2025-10-01`, or `2025-10` where the day is not told. */
  readonly date: string;
  /** The words that told it, and where they begin. */
  readonly quote: string;
  readonly start: number;
}

export interface DateReading {
  /** BCP 47 tag of the text; `en-US` reads `10/01/2025` as 1 October, any other as 10 January. */
  readonly language?: string | undefined;
  /** The last date that is believed, `YYYY-MM-DD`. */
  readonly latest?: string | undefined;
  /** Believe also a month and year without a day. */
  readonly months?: boolean | undefined;
}

/** The web is younger than this: an earlier date is what a page tells of, not when it was published. */
const EARLIEST = "1995-01-01";

const YEAR = "(?<year>(?:19|20)\\d\\d)";
const LINK = "(?:\\s*(?:de|del|di|do|of|d'|ve)\\b)?\\.?,?\\s*";
const NAME = "(?<name>\\p{L}[\\p{L}\\p{M}'’]{1,14})\\.?";
const PATTERNS = [
  // 2025-10-01, 2025/10/1, 2025.10.01, and the same with a time after it
  `(?<!\\d)${YEAR}(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})(?!\\d)`,
  // 2025年10月1日, 2025년 10월 1일
  `(?<!\\d)${YEAR}\\s*[年년]\\s*(?<month>\\d{1,2})\\s*[月월]\\s*(?<day>\\d{1,2})\\s*[日일]`,
  // 1 October 2025, 1. Oktober 2025, 1er octobre 2025, 1 de octubre de 2025
  `(?<!\\d)(?<day>\\d{1,2})(?:\\.|st|nd|rd|th|er|re|º|ª|°|-?e|η|ης)?[\\s-]*${LINK}${NAME}${LINK.replace("\\s*", "[\\s-]*")}[\\s-]*['’]?${YEAR}(?!\\d)`,
  // October 1, 2025; Oct. 1st 2025
  `${NAME}\\s*(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?,?(?:\\s+(?:at\\s+)?\\d{1,2}:\\d\\d(?:\\s*[ap]\\.?m\\.?)?,?)?\\s*,?\\s*${YEAR}(?!\\d)`,
  // 01.10.2025, 1/10/2025, 01-10-2025
  `(?<![\\d.])(?<first>\\d{1,2})(?<sep>[-/.])\\s?(?<second>\\d{1,2})\\k<sep>\\s?${YEAR}(?!\\d)`,
  // 01.10.25
  "(?<![\\d.:/-])(?<first>\\d{1,2})(?<sep>[/.])(?<second>\\d{1,2})\\k<sep>(?<short>\\d\\d)(?![\\d.%:/-])",
  // 20251001, as machines write it
  `(?<!\\d)${YEAR}(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])(?!\\d)`,
].map((source) => new RegExp(source, "giu"));
const MONTHS = [`${NAME}${LINK}${YEAR}(?!\\d)`, `(?<!\\d)${YEAR}[-/](?<month>0[1-9]|1[0-2])(?![\\d/-])`].map(
  (source) => new RegExp(source, "giu"),
);

/** The first calendar date of a text, or `undefined`. */
export function readDate(text: string, reading: DateReading = {}): FoundDate | undefined {
  return readDates(text.slice(0, 200), reading)[0];
}

/** Every full calendar date of a text, in the order it stands there. Nothing relative, nothing without a year. */
export function readDates(text: string, reading: DateReading = {}): FoundDate[] {
  const found: FoundDate[] = [];
  for (const pattern of reading.months === true ? [...PATTERNS, ...MONTHS] : PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const date = dateOf(match.groups!, reading);
      const [quote, start] = [match[0], match.index];
      const taken = found.some(
        (other) => start < other.start + other.quote.length && other.start < start + quote.length,
      );
      if (date !== undefined && !taken) found.push({ date, quote, start });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A moment written as seconds or milliseconds since 1970, as a UTC date. */
export function readEpoch(text: string, latest?: string): string | undefined {
  if (!/^\d{10}(\d{3})?(\.\d+)?$/.test(text.trim())) return undefined;
  const number = Number(text);
  const date = new Date(number < 1e11 ? number * 1000 : number).toISOString().slice(0, 10);
  return believable(date, latest) ? date : undefined;
}

function dateOf(
  groups: Record<string, string | undefined>,
  { language, latest }: DateReading,
): string | undefined {
  let [year, month, day] = [Number(groups.year), Number(groups.month), Number(groups.day)];
  if (groups.name !== undefined) {
    const named = monthOf(groups.name, language);
    if (named === undefined) return undefined;
    month = named;
  }
  if (groups.short !== undefined) year = 2000 + Number(groups.short);
  if (groups.first !== undefined) {
    const [first, second] = [Number(groups.first), Number(groups.second)];
    const monthFirst = second > 12 || (first <= 12 && /^en-(us|ph)$/i.test(language ?? ""));
    [month, day] = monthFirst ? [first, second] : [second, first];
  }
  const text = `${year}-${String(month).padStart(2, "0")}`;
  if (Number.isNaN(day)) return month >= 1 && month <= 12 && believable(text, latest) ? text : undefined;
  const full = `${text}-${String(day).padStart(2, "0")}`;
  return isCalendarDate(year, month, day) && believable(full, latest) ? full : undefined;
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function believable(date: string, latest = "2100"): boolean {
  return date >= EARLIEST.slice(0, date.length) && date <= latest.slice(0, Math.max(date.length, 4));
}
